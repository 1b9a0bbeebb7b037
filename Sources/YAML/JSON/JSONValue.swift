/// A value of JSON with the bytes where it stands.
public struct JSONValue: Sendable {
  /// What a value holds.
  public enum Content: Sendable {
    /// The bytes between the quotation marks, escapes and all, are `range`.
    case string
    /// A number, `true` or `false`.
    case word
    /// `null`.
    case null
    /// Values in order.
    case array([JSONValue])
    /// Keys with values, in the order of the file. A key may stand twice.
    case object([Entry])
  }

  /// A key and its value.
  public struct Entry: Sendable {
    /// The key, its escapes resolved.
    public var key: String
    /// The bytes between the quotation marks of the key.
    public var keyRange: Range<Int>
    /// The value.
    public var value: JSONValue
  }

  /// What it holds.
  public var content: Content
  /// The bytes where it stands.
  public var range: Range<Int>

  /// The entries of an object; none for anything else.
  public var entries: [Entry] {
    if case .object(let entries) = content { entries } else { [] }
  }

  /// The values of an array; the value alone for anything else.
  public var items: [JSONValue] {
    if case .array(let items) = content { items } else { [self] }
  }

  /// The entry of a key.
  public subscript(key: String) -> Entry? { entries.first { $0.key == key } }

  /// The values at a path of keys apart by points; lists are passed through.
  public func values(at path: String) -> [Entry] {
    var found = [Entry(key: "", keyRange: range, value: self)]
    for key in path.split(separator: ".") {
      found = found.flatMap { entry in entry.value.items.compactMap { $0[String(key)] } }
    }
    return found
  }
}

/// A value of JSON with the bytes where it stands.
struct JSONValue {
  /// What a value holds.
  enum Content {
    /// The bytes between the quotation marks, escapes and all, are `range`.
    case string
    /// A number, `true` or `false`.
    case word
    case null
    case array([JSONValue])
    case object([Entry])
  }

  /// A key and its value.
  struct Entry {
    var key: String
    /// The bytes between the quotation marks of the key.
    var keyRange: Range<Int>
    var value: JSONValue
  }

  var content: Content
  var range: Range<Int>

  /// The entries of an object; none for anything else.
  var entries: [Entry] {
    if case .object(let entries) = content { entries } else { [] }
  }

  /// The values of an array; the value alone for anything else.
  var items: [JSONValue] {
    if case .array(let items) = content { items } else { [self] }
  }

  /// The entry of a key.
  subscript(key: String) -> Entry? { entries.first { $0.key == key } }

  /// The values at a path of keys apart by points; lists are passed through.
  func values(at path: String) -> [Entry] {
    var found = [Entry(key: "", keyRange: range, value: self)]
    for key in path.split(separator: ".") {
      found = found.flatMap { entry in entry.value.items.compactMap { $0[String(key)] } }
    }
    return found
  }
}

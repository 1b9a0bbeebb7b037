public import Diagnostics

/// A value of a YAML document, with the place where it stands.
///
/// Scalars stay text: whether `no` is a word or a truth value is for the shape that reads it to say.
public struct Node: Sendable {
  /// What a node holds.
  public enum Content: Sendable {
    /// A single value. `isPlain` is false when it was quoted or written as a block.
    case scalar(String, isPlain: Bool)
    /// Values in order.
    case sequence([Node])
    /// Keys with values, in the order of the file. Keys are distinct.
    case mapping([Entry])
  }

  /// A key and its value.
  public struct Entry: Sendable {
    /// The key.
    public let key: String
    /// Where the key stands.
    public let keyRange: PlaceRange
    /// The value.
    public let value: Node

    /// A key at a place, and its value.
    public init(key: String, keyRange: PlaceRange, value: Node) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  /// The value itself.
  public let content: Content
  /// Where it stands.
  public let range: PlaceRange

  /// A value at a place.
  public init(_ content: Content, at range: PlaceRange) {
    self.content = content
    self.range = range
  }

  /// True for a plain `null`, `~` or nothing at all.
  public var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// The value of a key of a mapping.
  public subscript(key: String) -> Node? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The value at an index of a list, counted from 0.
  public subscript(index: Int) -> Node? {
    guard case .sequence(let items) = content, items.indices.contains(index) else { return nil }
    return items[index]
  }

  /// Where a key of a mapping stands.
  public func place(ofKey key: String) -> PlaceRange? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.keyRange
  }

  /// What kind of value this is, in words for messages.
  public var kind: String {
    switch content {
    case .scalar: isNull ? "nothing" : "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

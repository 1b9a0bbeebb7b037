public import Diagnostics

/// A posting as it was read: blocks of text, each with its place in the source.
public struct Posting: Sendable {
  /// The file.
  public let source: SourceText
  /// How it was written.
  public let format: Format
  /// What the file says about itself before the text: front matter or page metadata.
  public let metadata: [Metadatum]

  /// The character set as which the text had once been misread; nil for sound text.
  let damage: LegacyCharacters?
  /// The text without marks, repaired. Blocks are separated by a line feed.
  let text: MappedText
  /// The repaired bytes before marks were dropped, mapped to the source.
  let repaired: MappedText
  /// The blocks, in order.
  let blocks: [Block]

  /// How a posting is written.
  public enum Format: String, Sendable {
    /// Markdown, or plain text with headings and lists that can be told.
    case markdown
    /// A page or a fragment.
    case html
  }

  /// A fact stated outside the text.
  public struct Metadatum: Sendable {
    /// Its name in small letters, such as `company`.
    public let key: String
    /// Its value.
    public let value: String
  }

  /// Whether the text had been damaged by a wrong character set and was repaired.
  public var isRepaired: Bool { damage != nil }

  /// The value of a metadatum.
  public func metadatum(_ key: String) -> String? { metadata.first { $0.key == key }?.value }

  /// The bytes of the file behind a stretch of the text.
  func origin(of range: Range<Int>) -> Range<Int> { repaired.origin(of: text.origin(of: range)) }

  /// A stretch of the text as a string.
  func string(_ range: Range<Int>) -> String { String(decoding: text.bytes[range], as: UTF8.self) }
}

/// A heading, a paragraph or an item of a list.
struct Block: Sendable {
  enum Kind: Sendable, Equatable {
    /// A heading; smaller levels stand above larger ones.
    case heading(level: Int)
    case paragraph
    case item
  }

  var kind: Kind
  /// Its bytes in the text of the posting.
  var range: Range<Int>
  /// How far an item is indented: columns in text, levels of lists in HTML.
  var indent = 0
}

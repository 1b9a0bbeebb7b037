public import Diagnostics

/// The text of one side of a comparison as a person reads it, with the places of what the role says.
public struct SideText: Sendable {
  /// A line or a block of the text.
  public struct Passage: Sendable {
    /// What it is.
    public enum Kind: Sendable {
      case heading, paragraph
      /// An item of a list.
      case item
      /// A line of a file that is shown as it is.
      case line
    }

    /// What it is.
    public let kind: Kind
    /// The line of the file on which it begins, from 1.
    public let line: Int
    /// How far an item stands within other lists, from 0.
    public let depth: Int
    /// The words.
    public let text: String
    /// What is said in it, by place. Marks may overlap.
    public var marks: [Mark] = []

    /// A passage without marks.
    public init(_ kind: Kind, line: Int, depth: Int = 0, text: String) {
      (self.kind, self.line, self.depth, self.text) = (kind, line, depth, text)
    }
  }

  /// The words of a passage that say a part of the role.
  public struct Mark: Sendable {
    /// Where they stand in the passage, in bytes of UTF-8.
    public let range: Range<Int>
    /// What they say.
    public let part: Part
    /// Where all of the part stands in the file.
    public let place: PlaceRange
    /// Whether the part begins in this passage.
    public let isFirst: Bool

    /// Words and what they say.
    public init(range: Range<Int>, part: Part, place: PlaceRange, isFirst: Bool) {
      (self.range, self.part, self.place, self.isFirst) = (range, part, place, isFirst)
    }
  }

  /// A part of a role that stands in a text.
  public enum Part: Sendable, Hashable {
    /// The words behind a competency, or that no competency covers.
    case words(Evidence)
    /// The entry of a competency in a role file, by id.
    case competency(String)
    /// A fact.
    case fact(FactChange.Fact)
  }

  /// The text from its beginning to its end.
  public let passages: [Passage]

  /// A text of some passages.
  public init(_ passages: [Passage]) { self.passages = passages }
}

public import Diagnostics

/// One thing that was read otherwise than people read it.
public struct AccuracyError: Sendable, Equatable {
  /// What is wrong.
  public var kind: Kind
  /// The competency's id, or the name of the fact.
  public var subject: String
  /// What the label says; nil for nothing.
  public var expected: String?
  /// What was read; nil for nothing.
  public var found: String?
  /// Where in the posting the words stand.
  public var place: Place?
  /// The words: the label's, or those taken for evidence where the label has none.
  public var quote: String?

  /// The ways of being wrong.
  public enum Kind: String, Sendable, CaseIterable {
    /// A competency was not found.
    case missed
    /// A competency was found that is not asked for.
    case wrong = "false"
    /// A competency has another importance.
    case importance
    /// A competency is an alternative and was not taken for one, or the other way round.
    case anyOf = "any_of"
    /// Words taken for evidence do not stand in the file.
    case quote
    /// A fact is another one.
    case fact
  }

  /// The order in which errors of a posting are shown: down the page, and what has no place behind.
  static func precedes(_ a: AccuracyError, _ b: AccuracyError) -> Bool {
    let end = Place(line: Int.max, column: 0)
    let (p, q) = (a.place ?? end, b.place ?? end)
    if p != q { return p < q }
    if a.rank != b.rank { return a.rank < b.rank }
    return (a.subject, a.quote ?? "") < (b.subject, b.quote ?? "")
  }

  /// What makes two errors of two runs the same one.
  var key: String { "\(kind.rawValue) \(subject)" + (kind == .quote ? " \(quote ?? "")" : "") }
}

extension AccuracyError {
  /// Kinds in their order, and facts in theirs.
  private var rank: Int {
    let kind = Kind.allCases.firstIndex(of: kind) ?? 0
    return kind + (LabelledFact.allCases.firstIndex { $0.rawValue == subject } ?? 0)
  }
}

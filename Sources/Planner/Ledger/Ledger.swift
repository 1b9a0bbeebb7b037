public import Rubric

/// What the posting asks for, line by line, and what became of it: the competency, the interviews that rate
/// it and what shows it there; and back, what is assessed without being asked for.
public struct Ledger: Sendable {
  /// Every quotation of the role and every unmapped one, once each, in the order of the posting.
  public var lines: [Line]
  /// What interviews assess and no line asks for.
  public var unasked: [Unasked]

  /// Words of the posting and what became of them.
  public struct Line: Sendable {
    /// The words.
    public var evidence: Evidence
    /// The competencies that they ask for; none for words that no competency covers.
    public var entries: [Entry]
    /// Why overrides rule them out, where they do.
    public var ruledOut: String?
  }

  /// A competency that a line asks for.
  public struct Entry: Sendable {
    /// The competency of the role.
    public var competency: RoleCompetency
    /// How the loop covers it, alone or with others.
    public var coverage: Coverage
    /// Where it is rated, in the order of the interviews.
    public var readings: [Reading]
  }

  /// A rating of an interview: a row of its scorecard.
  public struct Reading: Sendable, Hashable {
    /// The number of the interview.
    public var interview: Int
    /// The row of its scorecard: the id of the demand.
    public var row: String
    /// The ids of the questions or of the exercise that show it.
    public var shownBy: [String]
    /// The words of the line that these are about; none where they are about other sides of the competency.
    public var words: [String] = []
  }

  /// Something that is assessed without being asked for.
  public struct Unasked: Sendable {
    /// The id of the competency.
    public var id: String
    /// Where it is assessed.
    public var readings: [Reading]
  }
}

extension InterviewLoop {
  /// What became of every line of the posting.
  public var ledger: Ledger { LedgerBuilder(self).ledger() }
}

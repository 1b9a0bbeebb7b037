public import Rubric

/// What the posting asks for, line by line, and what became of it: the competency, the interviews that rate
/// it and what shows it there; and back, what is assessed without being asked for.
public struct Ledger: Sendable {
  /// Every quotation of the role, every unmapped one and every one that asks for a fact, once each, in the order of the
  /// posting.
  public var lines: [Line]
  /// What interviews assess and no line asks for.
  public var unasked: [Unasked]
  /// Products that the posting names for what is rated, and that nothing by which it is rated is about.
  public var unmet: [Unmet]

  /// The lines of which nothing comes.
  var left: [Line] { lines.filter(\.isLeft) }

  /// Words of the posting and what became of them.
  public struct Line: Sendable {
    /// The words.
    public var evidence: Evidence
    /// The competencies that they ask for; none for words that no competency covers.
    public var entries: [Entry]
    /// Why overrides rule them out, where they do.
    public var ruledOut: String?
    /// The facts that they ask for, such as a degree or travel, which nobody rates.
    public var facts: [OpenWording.Kind] = []
    /// The number of the interview that settles these by asking, where one does.
    public var settledIn: Int?
    /// The number of the interview that asks for it, or practises it in an exercise, and does not score it by itself, since no
    /// competency covers it.
    public var askedIn: Int?

    /// Whether nothing comes of it: no competency is rated that it asks for, nobody asks, and it is no fact that somebody
    /// has to settle. A trait is none.
    public var isLeft: Bool {
      entries.isEmpty && ruledOut == nil && settledIn == nil && askedIn == nil && !isToSettle
    }
    /// Whether it asks for a fact that no interview settles.
    public var isToSettle: Bool { settledIn == nil && facts.contains { $0 != .trait } }
  }

  /// A competency that a line asks for.
  public struct Entry: Sendable {
    /// The competency of the role.
    public var competency: RoleCompetency
    /// How the loop covers it, alone or with others.
    public var coverage: Coverage
    /// Where it is rated, in the order of the interviews.
    public var readings: [Reading]
    /// Products that the line names for it, and that nothing by which it is rated is about.
    public var unmet: [String] = []
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

  /// Products of a competency that is rated by something else.
  public struct Unmet: Sendable {
    /// The competency of the role.
    public var competency: RoleCompetency
    /// How the loop covers it.
    public var coverage: Coverage
    /// The products, as the library writes them.
    public var names: [String]
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

extension OpenWording.Kind {
  /// Whether such words ask for something, rather than settle it or only leave it open.
  var isAsked: Bool {
    switch self {
    case .closed, .severalTeams, .payByPlace, .anywhere, .noOnCall, .yearsDiffer, .yearsRepeated, .similar,
      .uncovered, .exclusion, .beginners:
      false
    default: true
    }
  }
}

public import Rubric
import YAML

/// All the scorecards of one candidate side by side, and what a person decided.
///
/// It says what was seen, by whom, and how it stands to what the role asks for. It never says whom to hire.
///
/// ```
/// CandidateRecord          the files of a candidate's folder, read
///   DebriefCheck           what keeps the debrief shut: missing scorecards, those of another loop or candidate
///   [DebriefCard]          the scorecards, in columns
///   [DebriefCompetency]    what is rated, in rows, disagreement first
///   CombinedFigure         one figure of them all, its parts, and how much it depends on the weights
/// ```
///
/// The order of the files does not matter.
public struct Debrief: Sendable {
  /// What the scorecards rate.
  public let plan: AssessmentPlan
  /// The label of the candidate; nil where no scorecard bears one.
  public let candidate: String?
  /// The scorecards that hold anything, by interview and interviewer.
  public let cards: [DebriefCard]
  /// What is missing; empty where all are in.
  public let gaps: [DebriefGap]
  /// What was rated: the widest disagreement first, then the more important, then what weighs more.
  public let competencies: [DebriefCompetency]
  /// The combined figures; nil where they are not shown.
  public let combined: CombinedFigures?
  /// What was decided; nil while nothing is written down.
  public let decision: DecisionRecord?

  /// The debrief of a record in which `DebriefCheck` has found nothing, or whose gaps are to be shown. `seals` says of
  /// scorecards that were sealed, by the name of their file without its folder, whether each is still what was sealed.
  public init(of record: CandidateRecord, seals: [String: Bool] = [:]) {
    plan = record.plan
    candidate = record.candidate
    gaps = DebriefGap.all(of: record)
    let cards = DebriefCard.all(of: record, seals: seals)
    self.cards = cards
    decision = record.decision.flatMap { $0.isBlank ? nil : $0 }
    let competencies = DebriefCompetency.all(of: record, cards: cards)
    self.competencies = competencies
    let isWhole = gaps.isEmpty && !Self.isMixed(record)
    combined = isWhole ? CombinedFigures(of: competencies, in: record.plan) : nil
    isMixed = Self.isMixed(record)
  }

  /// Whether scorecards or the decision are of another loop than the assessment.
  public let isMixed: Bool

  /// Whether every interview that rates has a scorecard that is filled in whole, and none is half filled in.
  public var isComplete: Bool { gaps.isEmpty }

  private static func isMixed(_ record: CandidateRecord) -> Bool {
    let own = record.plan.fingerprint
    return record.scorecards.contains { $0.scorecard.fingerprint.value != own }
      || record.decision.map { $0.fingerprint.value != own } ?? false
  }

  /// Those on whose level the scorecards differ.
  public var disagreements: [DebriefCompetency] { competencies.filter { $0.spread > 0 } }

  /// The required ones of which there is one level only.
  public var single: [DebriefCompetency] {
    competencies.filter { $0.importance == .required && $0.levels.count == 1 }
  }

  /// The required ones that an interview was to rate and of which there is no level at all.
  public var unseen: [DebriefCompetency] {
    competencies.filter { $0.importance == .required && $0.levels.isEmpty }
  }

  /// The scorecards that are not what was sealed.
  public var broken: [DebriefCard] { cards.filter { $0.isIntact == false } }

  /// Levels given without a word of evidence.
  public var withoutEvidence: [(competency: DebriefCompetency, reading: DebriefReading)] {
    readings { $0.rating?.level != nil && $0.isWithoutEvidence }
  }

  /// What interviewers had no occasion to see.
  public var notObserved: [(competency: DebriefCompetency, reading: DebriefReading)] {
    readings { $0.rating == .notObserved }
  }

  /// The ratings that were changed in the debrief.
  public var changed: [(competency: DebriefCompetency, reading: DebriefReading)] {
    readings { !$0.changes.isEmpty }
  }

  private func readings(
    _ isWanted: (DebriefReading) -> Bool
  ) -> [(competency: DebriefCompetency, reading: DebriefReading)] {
    competencies.flatMap { competency in
      competency.readings.filter(isWanted).map { (competency, $0) }
    }
  }
}

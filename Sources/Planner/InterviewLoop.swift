public import Rubric
public import YAML

/// The interviews of one role, in order, with what each rates and why.
public struct InterviewLoop: Sendable {
  /// The role that the loop is for.
  public var role: RoleDefinition
  /// The interviews, screens first.
  public var interviews: [Interview]
  /// What the loop covers, one entry for each demand of the role, in the role's order.
  public var coverage: [Coverage]
  /// Why required competencies cannot all be rated; nil when they are.
  public var conflict: CoverageConflict?
  /// How good the plan is among all plans that the policy allows.
  public var optimality: Optimality
  /// The minutes of the debrief.
  public var debriefMinutes: Int
  /// The minutes that each interviewer spends on an interview beyond holding it.
  public var preparationMinutes: Int
  /// By what the panel decides.
  public var decision = DecisionRule()
  /// What the forms of its exercises are drawn by; nil for the first forms.
  public var formSeed: String?
  /// A digest of the role, the policy and the rubrics that made the loop.
  public var fingerprint: String
  /// The keys of the policy that differ from the library's, as a file that can be laid over it; nil where the library
  /// has no policy.
  public var policyChanges: Document?
  /// Who of the panel holds what; nil without a panel.
  public var panel: PanelAssignment?
  /// What the loop gives for its price; nil where the policy does not say how far two interviewers agree.
  public var economics: LoopEconomics?

  /// The minutes that the candidate spends.
  public var candidateMinutes: Int { interviews.map(\.minutes).reduce(0, +) }

  /// The minutes that the team spends: holding, preparing and writing up, and the debrief of all. Nobody sits
  /// by where the candidate works alone.
  public var teamMinutes: Int {
    interviews.filter(\.isHeld).map { interview in
      (interview.isAlone ? 0 : interview.minutes) + preparationMinutes + debriefMinutes
    }.reduce(0, +)
  }
}

/// One session of a loop.
public struct Interview: Sendable {
  /// Its number in the loop, from 1.
  public var number: Int
  /// What it is called: the posting's own name for the stage, or the format's.
  public var name: String
  /// The kind of interview; nil for a stage that no format fits, such as a reference check.
  public var format: InterviewFormat?
  /// The minutes it takes; 0 where the posting states none and no format fits.
  public var minutes: Int
  /// The stage of the posting's process that it carries out, where there is one.
  public var stage: ProcessStage?
  /// Whether the posting's name for it does not say what it is about, and the planner has chosen.
  public var isPlain = false
  /// Whether it comes before the loop proper.
  public var isScreen: Bool
  /// What it rates, in the order of asking.
  public var ratings: [PlannedRating]
  /// The exercise that it is held around; nil for an interview of questions alone.
  public var exercise: PlannedExercise?
  /// What it asks for that no competency covers.
  public var uncovered: [UncoveredQuestion] = []
  /// Who of the panel holds it; nil without a panel, and where nobody of it can.
  public var holder: String?
  /// Who of the panel sits in to learn, and does not rate.
  public var shadow: String?

  /// How many demands of an importance it is the first to rate.
  public func newlyCovers(_ importance: Importance) -> Int {
    ratings.count { $0.isFirstReading && $0.demand.importance == importance }
  }

  /// Whether an interviewer of the team holds it.
  public var isHeld: Bool { format != nil }

  /// Whether the candidate works alone.
  public var isAlone: Bool { format?.isAlone ?? false }
}

/// One competency that an interview rates, and the question that shows it.
public struct PlannedRating: Sendable {
  /// What is rated. More than one where the posting offers alternatives: the candidate chooses.
  public var demand: Demand
  /// The question; nil where another question of the interview shows the competency too.
  public var question: PlannedQuestion?
  /// Further questions on the same competency, where the interview has minutes for them.
  public var further: [PlannedQuestion] = []
  /// Where the question is about one of several alternatives: those that are asked instead of it, of whoever chooses
  /// another.
  public var instead: [PlannedQuestion] = []
  /// The id of the interview's exercise or question that shows it, where it has no question of its own.
  public var shownBy: String?
  /// Whether this is the first reading of the competency in the loop.
  public var isFirstReading: Bool

  /// Its own questions, in the order of asking.
  public var questions: [PlannedQuestion] { (question.map { [$0] } ?? []) + further }
}

/// A question with its slots filled.
public struct PlannedQuestion: Sendable {
  /// The question of the library.
  public var question: Question
  /// The words to read aloud.
  public var ask: String
  /// The minutes set aside for it in this interview.
  public var minutes: Int
  /// Why it was chosen among those that fit; nil when nothing of the posting comes near any of them.
  public var nearness: Nearness?
  /// What a person has written in the loop's file in place of the library's words.
  public var notes = QuestionNotes()
}

/// What a role asks for and the loop treats as one: a competency, or alternatives of which one
/// satisfies the posting, together with competencies that come along with it.
public struct Demand: Sendable {
  /// The alternatives, in the role's order; a single one as a rule.
  public var alternatives: [RoleCompetency]
  /// The competencies of the library behind the alternatives, in the same order; empty when the library
  /// has none of them.
  public var competencies: [Competency]
  /// Demands of the role that are rated along: `programming` with a language.
  public var along: [RoleCompetency]
  /// Their names, where the library has them all.
  public var alongNames: [String] = []
  /// Whether the level in the role's title asks for it by itself (`LoopPolicy.levelDemands`).
  public var isOfLevel = false
  /// What else one may write a program in though it is no alternative by itself: of "Bash, Python or Perl" Bash, where the
  /// posting asks for the shell by another line too.
  public var alsoWrittenIn: [String] = []

  /// The ids, joined: the name of the demand in files.
  public var id: String { alternatives.map(\.id).joined(separator: "|") }
  /// The names, joined by "or"; the ids of competencies that the library does not have.
  public var name: String {
    if competencies.isEmpty { return Figures.chosen(alternatives.map(\.id)) }
    let isOfLanguages = competencies.count > 1 && competencies.compactMap(\.extends).contains(where: goes)
    return Figures.chosen(competencies.map { isOfLanguages ? $0.nameAmongLanguages : $0.name })
  }
  /// The strongest importance among the alternatives and what comes along.
  public var importance: Importance { (alternatives + along).map(\.importance).min() ?? .duty }
  /// The highest level asked for.
  public var target: ProficiencyLevel { alternatives.map(\.target).max() ?? .intermediate }
  /// All the words behind it.
  public var evidence: [Evidence] { (alternatives + along).flatMap(\.evidence) }
  /// The share of the whole.
  public var weight: Double { (alternatives + along).map(\.weight).reduce(0, +) }
  /// The products that the posting names.
  public var technologies: [String] { alternatives.flatMap(\.technologies) }
}

/// How the loop covers a demand.
public struct Coverage: Sendable {
  /// The demand.
  public var demand: Demand
  /// The numbers of the interviews that rate it.
  public var interviews: [Int]
  /// Why it is not rated; nil when it is.
  public var omission: Omission?
  /// The numbers of the interviews that show something of it, where none rates it.
  public var noted: [Int] = []

  /// Why a demand is left out.
  public enum Omission: String, Sendable {
    /// Heavier demands took the places.
    case noPlace = "no-place"
    /// No format of the loop holds a question that fits it and its level.
    case noQuestion = "no-question"
    /// The library has no such competency.
    case notInLibrary = "not-in-library"
    /// A person has taken its ratings out of the loop.
    case removedByHand = "removed-by-hand"
  }
}

/// The smallest reason why required competencies cannot all be rated, and the ways out.
public struct CoverageConflict: Sendable {
  /// The required demands that compete.
  public var demands: [Demand]
  /// The places that there are for them.
  public var places: Int
  /// What would resolve it, cheapest first. Each has been tried.
  public var remedies: [CoverageRemedy]
}

/// How good a plan is.
public struct Optimality: Sendable {
  /// True when no plan within the policy is better.
  public var isProven: Bool
  /// Whether a person has changed the interviews since they were planned: the figures are those of the loop as
  /// it stands now, the bounds those of the plan.
  public var isEdited = false
  /// Required demands rated at least once, and all of them.
  public var required: (rated: Int, all: Int)
  /// Required demands rated by a format that is made for them.
  public var requiredApt: Int
  /// Required demands rated twice or more.
  public var requiredTwice: Int
  /// The most required demands that any plan within the policy could rate once, aptly, and twice.
  public var bound: (once: Int, apt: Int, twice: Int)
  /// Preferred demands rated, and all of them.
  public var preferred: (rated: Int, all: Int)
  /// Duties rated, and all of them.
  public var duties: (rated: Int, all: Int)

  /// Counts what is rated of the demands of the role, once and twice.
  mutating func count(_ coverage: [Coverage]) {
    func rated(_ importance: Importance) -> [Coverage] {
      coverage.filter { $0.demand.importance == importance && !$0.interviews.isEmpty }
    }
    required.rated = rated(.required).count
    requiredTwice = rated(.required).count { $0.interviews.count > 1 }
    preferred.rated = rated(.preferred).count
    duties.rated = rated(.duty).count
  }
}

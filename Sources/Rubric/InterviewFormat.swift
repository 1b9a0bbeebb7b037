internal import YAML

/// A kind of interview: what it is for, how long it takes, what it can rate and how it runs.
public struct InterviewFormat: Sendable {
  /// Its name in files, such as `incident-drill`.
  public var id: String
  /// Its name for people.
  public var name: String
  /// What it is for and what it rates well.
  public var purpose: String
  /// The minutes it takes, all in all.
  public var minutes: Int
  /// The minutes before the first question.
  public var opening: Int
  /// The minutes kept at the end for the candidate's questions.
  public var closing: Int
  /// The most competencies it can rate; 0 for a talk that settles facts only.
  public var ratings: Int
  /// Whether the candidate works alone, and nobody of the team is there.
  public var isAlone: Bool
  /// The kinds of questions that suit it, best first.
  public var kinds: [QuestionKind]
  /// The kinds of exercises around which it may be held; empty for a talk of questions alone.
  public var exercises: [ExerciseKind]
  /// The systems about which several of its questions may be asked.
  public var threads: [QuestionThread]
  /// Whether it is nothing much without an exercise.
  public var needsExercise: Bool
  /// The competency for which it is held above all, where there is one.
  public var core: String?
  /// Whether it is held where its core is merely preferred.
  public var isHeldForWishes: Bool
  /// The competency for which it is not held where that is required, as others do the work then.
  public var yieldsTo: String?
  /// The competencies it rates best.
  public var best: [String]
  /// The families it can rate too.
  public var families: [CompetencyFamily]
  /// The families it rates where a role asks for nothing else that it could rate.
  public var otherwise: [CompetencyFamily]
  /// The question on the candidate's largest piece of work with which it opens, where it does.
  public var largestWork: LargestWork?
  /// How it asks for what no competency covers, where it does.
  public var uncovered: UncoveredTalk?
  /// Who can run it.
  public var interviewer: String
  /// What the interviewer does beforehand.
  public var prepare: [String]
  /// How it opens. Text between quotation marks is spoken.
  public var open: [String]
  /// How it closes. Text between quotation marks is spoken.
  public var close: [String]
  /// What the candidate is told beforehand.
  public var tellCandidate: [String]
  /// Facts that are settled by asking, outside any rating.
  public var checks: [FactCheck]

  /// The minutes left for rated questions when the interview lasts `minutes` in all.
  public func ratedMinutes(of minutes: Int) -> Int { max(0, minutes - opening - closing) }

  /// How well the format rates a competency: 2 best, 1 too, 0 not at all.
  public func fit(_ competency: Competency) -> Int {
    if best.contains(competency.id) { return 2 }
    return families.contains(competency.family) ? 1 : 0
  }

  static let shape = Shape<InterviewFormat>.mapping("the interview format") { fields in
    let id = fields.required("id", .identifier)
    let name = fields.required("name", .text)
    let purpose = fields.required("purpose", .text)
    let minutes = fields.required("minutes", .integer(5...480))
    let opening = fields.required("opening", .integer(0...60))
    let closing = fields.required("closing", .integer(0...60))
    let ratings = fields.required("ratings", .integer(0...8))
    let kinds = fields.required("kinds", .list(of: Shape<QuestionKind>.oneOf("kind")))
    let exercises = fields.optional(
      "exercises", .list(of: Shape<ExerciseKind>.oneOf("kind")), default: [])
    let needsExercise = fields.optional("needs_exercise", .boolean, default: false)
    let rated = fields.required("rates", Rates.shape)
    if opening + closing > minutes {
      fields.report("minutes", "opening and closing take longer than the interview", at: "minutes")
    }
    return InterviewFormat(
      id: id, name: name, purpose: purpose, minutes: minutes, opening: opening, closing: closing,
      ratings: ratings, isAlone: fields.optional("alone", .boolean, default: false),
      kinds: kinds, exercises: exercises,
      threads: fields.optional("threads", .list(of: QuestionThread.shape), default: []),
      needsExercise: needsExercise, core: rated.core,
      isHeldForWishes: rated.isHeldForWishes, yieldsTo: rated.yieldsTo, best: rated.best,
      families: rated.families, otherwise: rated.otherwise,
      largestWork: fields.optional("largest_work", LargestWork.shape),
      uncovered: fields.optional("uncovered", UncoveredTalk.shape),
      interviewer: fields.required("interviewer", .text),
      prepare: fields.optional("prepare", .list(of: .text), default: []),
      open: fields.optional("open", .list(of: .text), default: []),
      close: fields.optional("close", .list(of: .text), default: []),
      tellCandidate: fields.required("tell_candidate", .list(of: .text, atLeast: 1)),
      checks: fields.optional("checks", .list(of: FactCheck.shape), default: []))
  }

  private struct Rates {
    var core: String?
    var isHeldForWishes: Bool
    var yieldsTo: String?
    var best: [String]
    var families: [CompetencyFamily]
    var otherwise: [CompetencyFamily]

    private static let families = Shape<[CompetencyFamily]>.list(
      of: Shape<CompetencyFamily>.oneOf("family"))

    static let shape = Shape<Rates>.mapping("what the format rates") { fields in
      Rates(
        core: fields.optional("core", .identifier),
        isHeldForWishes: fields.optional("wished", .boolean, default: true),
        yieldsTo: fields.optional("yields_to", .identifier),
        best: fields.optional("best", .list(of: .identifier), default: []),
        families: fields.optional("families", families, default: []),
        otherwise: fields.optional("otherwise", families, default: []))
    }
  }
}

/// An invented system that is told once, and about which several questions are asked: one conversation in place
/// of several that have nothing to do with each other.
public struct QuestionThread: Sendable {
  /// The name by which questions say that they belong to it.
  public var id: String
  /// The system in words to read aloud.
  public var tell: String
  /// Words of postings for which it is the right one, as those of an exercise.
  public var about: [String]

  static let shape = Shape<QuestionThread>.mapping("the thread") { fields in
    QuestionThread(
      id: fields.required("id", .identifier), tell: fields.required("tell", .text),
      about: fields.optional("about", .list(of: .text), default: []))
  }
}

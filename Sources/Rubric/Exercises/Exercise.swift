internal import YAML

/// A task like the job: what the candidate is handed, what the interviewer alone has, and how each
/// standing looks (docs/exercises.md).
///
/// The figures of an exercise are computed from inputs, so an exercise is always that of an
/// `ExerciseForm`: the texts of `ExerciseBlueprint.exercise` still hold their slots.
public struct Exercise: Sendable {
  /// Its name in files, such as `rate-limits`.
  public var id: String
  /// What the candidate does.
  public var kind: ExerciseKind
  /// Its name for people; gives nothing away.
  public var title: String
  /// What it shows and why it is like the job. For the interviewer.
  public var lesson: String
  /// What all forms have in common, for whoever changes the exercise.
  public var keeps: String?
  /// The competencies that it rates.
  public var rates: [ExerciseRating]
  /// The competencies on which it gives a second reading.
  public var also: [String]
  /// Words of postings for which it is the right one.
  public var about: [String]
  /// What counts the same, and what is allowed.
  public var equal: String
  /// The surface, the inputs and what follows from them.
  var figures: FigureDeclarations
  /// What the candidate is handed.
  public var parts: [ExercisePart]
  /// What happens in which minutes; greeting and the candidate's own questions are the format's.
  public var plan: [ExerciseStep]
  /// The worked answer, as Markdown.
  public var key: String
  /// Facts that are given when the candidate asks.
  public var cards: [ExerciseCard]
  /// Where good people slip.
  public var slips: [ExerciseSlip]
  /// What a program is held to; coding exercises have it.
  public var coding: CodingTask?
  /// What is wrong in the artefact; work samples have it.
  public var workSample: ReviewTask?
  /// The incident; drills have it.
  public var drill: Drill?

  /// The minutes it takes.
  public var minutes: Int { plan.reduce(0) { $0 + $1.minutes } }

  static let shape = Shape<Exercise>.mapping("the exercise") { fields in
    Exercise(
      id: fields.required("id", .identifier),
      kind: fields.required("kind", Shape<ExerciseKind>.oneOf("kind")),
      title: fields.required("title", .text), lesson: fields.required("lesson", .text),
      keeps: fields.optional("keeps", .text),
      rates: fields.required("rates", .list(of: ExerciseRating.shape, atLeast: 1)),
      also: fields.optional("also", .list(of: .identifier), default: []),
      about: fields.required("about", .list(of: .text, atLeast: 1)),
      equal: fields.required("equal", .text), figures: FigureDeclarations(&fields),
      parts: fields.required("parts", .list(of: ExercisePart.shape, atLeast: 1)),
      plan: fields.required("plan", .list(of: ExerciseStep.shape, atLeast: 1)),
      key: fields.required("key", .text),
      cards: fields.optional("cards", .list(of: ExerciseCard.shape), default: []),
      slips: fields.required("slips", .list(of: ExerciseSlip.shape, atLeast: 1)),
      coding: fields.optional("coding", CodingTask.shape),
      workSample: fields.optional("work_sample", ReviewTask.shape),
      drill: fields.optional("drill", Drill.shape))
  }
}

/// What the candidate does in an exercise.
public enum ExerciseKind: String, Sendable, CaseIterable {
  /// Writes a small program.
  case coding
  /// Draws up a system, step by step.
  case systemDesign = "system-design"
  /// Decides on figures in a table.
  case studyCase = "case"
  /// Reviews something that the job brings.
  case workSample = "work-sample"
  /// Handles an incident in conversation.
  case drill

  /// The key under which files have what this kind alone needs; nil for kinds that need nothing more.
  var block: String? {
    switch self {
    case .coding: "coding"
    case .workSample: "work_sample"
    case .drill: "drill"
    case .systemDesign, .studyCase: nil
    }
  }
}

/// A competency that an exercise rates, with how each standing looks in it.
public struct ExerciseRating: Sendable {
  /// The id of the competency. What extends it can be rated as well.
  public var id: String
  /// The target levels for which the exercise is fit.
  public var levels: ClosedRange<ProficiencyLevel>
  /// What somebody above the middle of the levels was seen to do.
  public var strong: [String]
  /// Likewise in the middle.
  public var meets: [String]
  /// Likewise below.
  public var below: [String]

  static let shape = Shape<ExerciseRating>.mapping("the rating") { fields in
    let standing = Shape<[String]>.list(of: .text, atLeast: 1)
    return ExerciseRating(
      id: fields.required("id", .identifier),
      levels: fields.required("levels", ProficiencyLevel.rangeShape),
      strong: fields.required("strong", standing), meets: fields.required("meets", standing),
      below: fields.required("below", standing))
  }
}

internal import YAML

/// What shows a competency in an exercise that is made for something else, such as clear words to others in an
/// incident: signs for the intermediate level, and for what is below it and above it.
public struct ExerciseSigns: Sendable, Equatable {
  /// The kinds of exercises in which they are seen.
  public var kinds: [ExerciseKind]
  /// What somebody above the intermediate level was seen to do.
  public var strong: [String]
  /// Likewise at that level.
  public var meets: [String]
  /// Likewise below.
  public var below: [String]

  /// The targets for which they are fit: the intermediate level is the middle.
  public static let levels: ClosedRange<ProficiencyLevel> = .basic ... .advanced

  static let shape = Shape<ExerciseSigns>.mapping("the signs") { fields in
    let standing = Shape<[String]>.list(of: .text, atLeast: 1)
    return ExerciseSigns(
      kinds: fields.required("kinds", .list(of: Shape<ExerciseKind>.oneOf("kind"), atLeast: 1)),
      strong: fields.required("strong", standing), meets: fields.required("meets", standing),
      below: fields.required("below", standing))
  }
}

extension Competency {
  /// What shows it in exercises of a kind that are made for something else, as a rating of such an exercise; nil where
  /// nothing is said.
  public func signs(in kind: ExerciseKind) -> ExerciseRating? {
    shownIn.first { $0.kinds.contains(kind) }.map {
      ExerciseRating(
        id: id, levels: ExerciseSigns.levels, strong: $0.strong, meets: $0.meets, below: $0.below)
    }
  }
}

import Rubric

/// A competency that an exercise rates.
struct ExerciseRatingView: View {
  let rating: ExerciseRating
  let name: String
  /// The level that a role asks for; nil where no role asks.
  var target: ProficiencyLevel?

  private var standing: StandingLevelsView { StandingLevelsView(range: rating.levels, target: target) }

  /// How the exercise suits the level that a role asks for; nil where no role asks.
  var fit: StandingLevelsView.Fit? { standing.fit }

  static let fields = Fields<ExerciseRatingView>([
    .text("id") { $0.rating.id },
    .text("name") { $0.name },
    .text("levels") { $0.rating.levels.spoken },
    // The level that the role asks for, where the exercise is one of a loop.
    .number("target") { $0.target?.rawValue },
    // Whether what stands in the middle is that level, or more than it, or less; or less by two levels.
    .flag("isMatched") { $0.fit == .matched },
    .flag("isHard") { $0.fit == .hard },
    .flag("isEasy") { $0.fit == .easy },
    .flag("isStretched") { $0.fit == .stretched },
    // The levels for which each standing speaks.
    .text("belowLevel") { $0.standing.belowLevel },
    .text("meetsLevel") { $0.standing.meetsLevel },
    .text("strongLevel") { $0.standing.strongLevel },
    // The level just below the target.
    .number("nearLevel") { $0.standing.nearLevel },
    .phrases("strong") { $0.rating.strong },
    .phrases("meets") { $0.rating.meets },
    .phrases("below") { $0.rating.below },
  ])
}

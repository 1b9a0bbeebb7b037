import Rubric

/// A competency that an exercise rates.
struct ExerciseRatingView: View {
  let rating: ExerciseRating
  let name: String
  /// The level that a role asks for; nil where no role asks.
  var target: ProficiencyLevel?

  /// For which levels its standings speak.
  var standing: StandingLevelsView { StandingLevelsView(range: rating.levels, target: target) }

  static let fields = Fields<ExerciseRatingView>(
    [
      .text("id") { $0.rating.id },
      .text("name") { $0.name },
      .text("levels") { $0.rating.levels.spoken },
    ] + StandingLevelsView.levelFields { $0.standing } + [
      .phrases("strong") { $0.rating.strong },
      .phrases("meets") { $0.rating.meets },
      .phrases("below") { $0.rating.below },
    ])
}

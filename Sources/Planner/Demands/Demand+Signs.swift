import Rubric

extension Demand {
  /// What an exercise says of it: of one of its competencies, else of what one extends or what comes along; where the
  /// exercise is made for something else, what shows it in exercises of that kind. nil where nothing is said.
  func signs(in form: ExerciseForm?) -> ExerciseRating? {
    let only = competencies.count == 1 ? competencies.first : nil
    return made(in: form) ?? form.flatMap { only?.signs(in: $0.exercise.kind) }
  }

  /// The same where the exercise is made for it.
  func made(in form: ExerciseForm?) -> ExerciseRating? {
    let ids = competencies.map(\.id) + competencies.compactMap(\.extends) + along.map(\.id)
    let ratings = form?.exercise.rates ?? []
    return ids.lazy.compactMap { id in ratings.first { $0.id == id } }.first
  }
}

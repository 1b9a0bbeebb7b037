import Rubric

/// The exercises at a glance.
struct ExerciseListView: View {
  let exercises: [Exercise]

  private var kinds: [ExerciseKindView] {
    let width = exercises.map(\.id.count).max() ?? 0
    return ExerciseKind.allCases.compactMap { kind in
      let members = exercises.filter { $0.kind == kind }
      return members.isEmpty ? nil : ExerciseKindView(kind: kind, members: members, width: width)
    }
  }

  static let fields = Fields<ExerciseListView>([
    .number("count") { $0.exercises.count },
    .list("kinds") { $0.kinds },
  ])
}

/// The exercises of a kind.
struct ExerciseKindView: View {
  let kind: ExerciseKind
  let members: [Exercise]
  let width: Int

  static let fields = Fields<ExerciseKindView>([
    .text("name") { $0.kind.rawValue },
    .list("exercises") { view in
      view.members.map { ExerciseRowView(exercise: $0, width: view.width) }
    },
  ])
}

/// A row of the table.
struct ExerciseRowView: View {
  let exercise: Exercise
  let width: Int

  private var rated: [String] {
    exercise.rates.map { "\($0.id) \($0.levels.lowerBound.rawValue)-\($0.levels.upperBound.rawValue)" }
  }

  static let fields = Fields<ExerciseRowView>([
    .text("id") { $0.exercise.id },
    // Spaces up to the next column.
    .markup("gap") { String(repeating: " ", count: $0.width - $0.exercise.id.count) },
    .number("minutes") { $0.exercise.minutes },
    .texts("rates") { $0.rated },
  ])
}

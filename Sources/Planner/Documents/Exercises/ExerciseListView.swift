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

  /// The columns of a terminal.
  private static let columns = 80

  /// What stands before the ratings: margin, id, minutes.
  private var indent: Int { width + 12 }

  /// The ratings, as many to a line as fit a terminal.
  private var lines: [String] {
    let all = exercise.rates.map { "\($0.id) \($0.levels.written)" }
    return all.reduce(into: []) { lines, rating in
      if let last = lines.last, indent + last.count + rating.count + 3 <= Self.columns {
        lines[lines.count - 1] = last + ", " + rating
      } else {
        if !lines.isEmpty { lines[lines.count - 1] += "," }
        lines.append(rating)
      }
    }
  }

  static let fields = Fields<ExerciseRowView>([
    .text("id") { $0.exercise.id },
    // Spaces up to the next column.
    .markup("gap") { String(repeating: " ", count: $0.width - $0.exercise.id.count) },
    .number("minutes") { $0.exercise.minutes },
    .text("rates") { $0.lines.first },
    .texts("furtherRates") { Array($0.lines.dropFirst()) },
    .markup("indent") { String(repeating: " ", count: $0.indent) },
  ])
}

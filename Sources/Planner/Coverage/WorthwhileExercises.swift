/// The exercises around which sessions may be held, but for those that another one surpasses.
struct WorthwhileExercises {
  private let problem: CoverageProblem
  /// For each session that was looked at, which of its exercises surpass each of them.
  private var surpassing: [[[Int]]?]

  init(_ problem: CoverageProblem) {
    self.problem = problem
    surpassing = problem.sessions.map { _ in nil }
  }

  /// The exercises that a session may be held around beside those of others.
  mutating func around(_ session: Int, beside taken: [Int?]) -> [Int] {
    let suited = problem.suited[session]
    let better = surpassing[session] ?? surpassing(at: session)
    surpassing[session] = better
    let isFree = suited.map { problem.mayJoin($0, taken) }
    return suited.indices.filter { isFree[$0] && !better[$0].contains { isFree[$0] } }.map { suited[$0] }
  }

  /// For each exercise of a session, by its place, the places of those that surpass it: they stand before it, and so are
  /// worth more, show the same in no more minutes, and no other session could be held around them.
  private func surpassing(at session: Int) -> [[Int]] {
    let suited = problem.suited[session]
    let isElsewhere = suited.map { exercise in
      problem.suited.indices.contains { $0 != session && problem.suited[$0].contains(exercise) }
    }
    return suited.indices.map { place in
      let exercise = problem.exercises[suited[place]]
      return (0..<place).filter { other in
        let better = problem.exercises[suited[other]]
        return !isElsewhere[other] && better.minutes <= exercise.minutes
          && better.closeness >= exercise.closeness && better.shows == exercise.shows
          && better.main == exercise.main && better.named == exercise.named
          && better.excludes.isSubset(of: exercise.excludes)
      }
    }
  }
}

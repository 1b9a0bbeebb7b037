/// Sees that a session held around an exercise rates what the exercise is made for: nobody would understand an
/// hour on routing that rates everything but networking.
///
/// The places are found without regard to that, since a matching cannot have it. Where a session lacks it, demands
/// change places, the best way that there is; where none can, the exercise does not count as near.
struct ExerciseBinding {
  /// The problem that remains with the exercises.
  let problem: CoverageProblem
  /// For each session the demands that its exercise is made for.
  let made: [[Int]]

  /// A plan in which as many sessions as possible rate what their exercise is made for. It is proven as the given one
  /// is if that has cost nothing.
  func bind(_ plan: CoveragePlan) -> CoveragePlan {
    var bound = plan
    for session in Bits(plan.held) where lacks(session, bound.seats) {
      guard let seats = best(for: session, bound) else { continue }
      bound.seats = seats
    }
    bound.objective = objective(plan.held, bound.seats)
    bound.isProven = plan.isProven && bound.objective.rank >= plan.objective.rank
    bound.bound = max(plan.bound, plan.objective)
    return bound
  }

  /// How good it is to rate each demand in some sessions. What is near counts only where it is rated.
  func objective(_ held: UInt64, _ seats: [UInt64]) -> Objective {
    var objective = problem.objective(held: held, seats: seats)
    for session in Bits(held) where lacks(session, seats) {
      objective.remove(problem.sessions[session].closeness)
    }
    return objective
  }

  /// Whether a session rates nothing of what its exercise is made for.
  func lacks(_ session: Int, _ seats: [UInt64]) -> Bool {
    !made[session].isEmpty && !made[session].contains { seats[$0] >> UInt64(session) & 1 == 1 }
  }

  /// The best places with which a session does not lack it; nil where there are none that are better.
  private func best(for session: Int, _ plan: CoveragePlan) -> [UInt64]? {
    var best: (seats: [UInt64], objective: Objective)?
    for seats in made[session].flatMap({ moves(of: $0, to: session, plan.seats) }) {
      let objective = objective(plan.held, seats)
      guard best.map({ objective > $0.objective }) ?? true else { continue }
      var questions = QuestionAssignment(problem, QuestionConflict.pairs(of: seats))
      if questions.find() != nil { best = (seats, objective) }
    }
    guard let best, best.objective > objective(plan.held, plan.seats) else { return nil }
    return best.seats
  }

  /// The ways to rate a demand in a session: besides, or in place of another session, with one that gives way there
  /// or goes where the demand comes from.
  private func moves(of demand: Int, to session: Int, _ seats: [UInt64]) -> [[UInt64]] {
    guard !problem.options[problem.index(demand, session)].isEmpty else { return [] }
    let bit: UInt64 = 1 << UInt64(session)
    let seated = seats.indices.filter { seats[$0] & bit != 0 }
    let isFull = seated.count >= problem.sessions[session].places
    let sources: [Int?] =
      Bits(seats[demand]).map { Optional($0) }
      + (seats[demand].nonzeroBitCount < problem.demands[demand].readings ? [nil] : [])
    var moves: [[UInt64]] = []
    for source in sources {
      var moved = seats
      moved[demand] |= bit
      if let source { moved[demand] &= ~(1 << UInt64(source)) }
      if !isFull { moves.append(moved) }
      for other in seated {
        var dropped = moved
        dropped[other] &= ~bit
        moves.append(dropped)
        guard let source, seats[other] >> UInt64(source) & 1 == 0,
          !problem.options[problem.index(other, source)].isEmpty
        else { continue }
        dropped[other] |= 1 << UInt64(source)
        moves.append(dropped)
      }
    }
    return moves
  }
}

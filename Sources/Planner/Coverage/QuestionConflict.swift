/// The smallest reason why the pairs of a plan cannot all have questions.
struct QuestionConflict {
  /// Pairs of which at least one has to go, unless another pair brings a question that shows one of them.
  let pairs: [Pair]

  /// Whether a search gave up on the way, so that there may be no conflict at all.
  private(set) var isCertain = true

  /// Finds the conflict of a plan; nil when there is none. Pairs that are forced stay in it.
  init?(_ problem: CoverageProblem, seats: [UInt64], limits: Limits) {
    let all = Self.pairs(of: seats)
    var assignment = QuestionAssignment(problem, all)
    if assignment.takeShortest() { return nil }
    var isCertain = true
    func isImpossible(_ pairs: [Pair]) -> Bool {
      assignment.restart(pairs)
      let isFound = assignment.isPossible()
      if assignment.gaveUp { isCertain = false }
      return !isFound
    }
    // Where one session by itself has no questions, the whole need not be tried: that takes most steps.
    let sessions = problem.sessions.indices.lazy.map { session in all.filter { $0.session == session } }
    let impossible = sessions.first { !$0.isEmpty && isImpossible($0) }
    if impossible == nil {
      assignment.restart(all)
      if assignment.searchAll() { return nil }
      if assignment.gaveUp { isCertain = false }
    }
    var core = impossible ?? all
    for pair in core.reversed() where !limits.isForced(pair) {
      let rest = core.filter { $0 != pair }
      if isImpossible(rest) { core = rest }
    }
    pairs = core
    self.isCertain = isCertain
  }

  /// The pairs of a plan, session by session.
  static func pairs(of seats: [UInt64]) -> [Pair] {
    var pairs: [Pair] = []
    pairs.reserveCapacity(seats.reduce(0) { $0 + $1.nonzeroBitCount })
    for session in Bits(seats.reduce(0, |)) {
      for demand in seats.indices where seats[demand] >> UInt64(session) & 1 == 1 {
        pairs.append(Pair(demand: demand, session: session))
      }
    }
    return pairs
  }
}

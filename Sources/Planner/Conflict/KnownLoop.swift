/// A loop that is known to rate some demands: what it can rate besides when few of them change places.
struct KnownLoop {
  /// The problem that remains around its exercises.
  let problem: CoverageProblem
  private let held: UInt64
  /// For each demand the session that rates it first, as a bit; 0 where none does.
  private var seats: [UInt64]

  init(_ problem: CoverageProblem, _ plan: CoveragePlan) {
    self.problem = problem
    held = plan.held
    seats = plan.seats.map { $0 & (0 &- $0) }
  }

  /// Whether it rates all of some demands, of which at most one has no place yet: that one takes a free place, or the
  /// place of another that moves on to a free one. What takes more moves is not seen, so that false says nothing.
  mutating func rates(_ wanted: [Int]) -> Bool {
    var kept = seats.map { _ in 0 as UInt64 }
    for demand in wanted { kept[demand] = seats[demand] }
    let missing = wanted.filter { seats[$0] == 0 }
    guard missing.count < 2 else { return false }
    let ways = missing.first.map { places(for: $0, kept) } ?? [kept]
    guard let found = ways.first(where: hasQuestions) else { return false }
    seats = found
    return true
  }

  /// Whether there is a question for each place.
  private func hasQuestions(_ seats: [UInt64]) -> Bool {
    var questions = QuestionAssignment(problem, QuestionConflict.pairs(of: seats))
    return questions.isPossible()
  }

  /// The ways to give a demand a place.
  private func places(for demand: Int, _ seats: [UInt64]) -> [[UInt64]] {
    let free = problem.bits(numbered: { session in
      seats.count { $0 >> UInt64(session) & 1 == 1 } < problem.sessions[session].places
    })
    var ways: [[UInt64]] = []
    for session in Bits(problem.possible(demand) & held) {
      let bit: UInt64 = 1 << UInt64(session)
      var taken = seats
      taken[demand] = bit
      if free & bit != 0 { ways.append(taken) }
      for other in seats.indices where free & bit == 0 && seats[other] == bit {
        for target in Bits(problem.possible(other) & held & free) {
          var moved = taken
          moved[other] = 1 << UInt64(target)
          ways.append(moved)
        }
      }
    }
    return ways
  }
}

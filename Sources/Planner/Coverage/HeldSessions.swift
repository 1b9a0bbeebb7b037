internal import Rubric

/// The sets of sessions that a loop may hold, the most promising first, each with the best that could
/// come of it.
struct HeldSessions {
  /// Sets as bits, with their bounds.
  private(set) var all: [(held: UInt64, bound: Objective)] = []
  /// Whether there were too many to list.
  private(set) var isCut = false

  private let problem: CoverageProblem
  private let demands: [Asking]
  /// The best that each session can bring by itself.
  private var best: [Objective] = []

  /// A demand that some session can rate, and the sessions that can, as bits.
  private struct Asking {
    let demand: CoverageProblem.Demand
    let possible: UInt64
    let apt: UInt64
    let core: UInt64
  }

  init(_ problem: CoverageProblem, possible: [UInt64], limit: Int) {
    self.problem = problem
    demands = problem.demands.indices.filter { possible[$0] != 0 && problem.demands[$0].readings > 0 }.map {
      Asking(
        demand: problem.demands[$0], possible: possible[$0], apt: possible[$0] & problem.apt[$0],
        core: possible[$0] & problem.core[$0])
    }
    let optional = Array(Bits(problem.bits { $0.isOptional && $0.places > 0 }))
    let minutes = problem.minuteLimit ?? .max
    var sets: [UInt64] = []
    list(
      optional[...], held: problem.fixed, left: (problem.optionalLimit, minutes), limit: limit, into: &sets)
    // Where there is nothing to choose, it takes no bound.
    if sets.count == 1, !isCut {
      all = [(sets[0], Objective(once: .max))]
      return
    }
    best = problem.sessions.indices.map { Self.best(of: $0, problem, possible) }
    all = sets.map { ($0, bound(of: $0)) }
    all.sort { a, b in a.bound == b.bound ? a.held < b.held : a.bound > b.bound }
  }

  /// Lists the sets that add some of the optional sessions, within what is left of their number and minutes.
  private mutating func list(
    _ optional: ArraySlice<Int>, held: UInt64, left: (count: Int, minutes: Int), limit: Int,
    into sets: inout [UInt64]
  ) {
    guard sets.count < limit else {
      isCut = true
      return
    }
    guard let next = optional.first, left.count > 0 else {
      sets.append(held)
      return
    }
    let minutes = left.minutes - problem.sessions[next].minutes
    if minutes >= 0 {
      list(
        optional.dropFirst(), held: held | 1 << UInt64(next), left: (left.count - 1, minutes), limit: limit,
        into: &sets)
    }
    list(optional.dropFirst(), held: held, left: left, limit: limit, into: &sets)
  }

  /// What a session can bring by itself: the greatest scores of its places, added up, and its nearest exercise.
  private static func best(of session: Int, _ problem: CoverageProblem, _ possible: [UInt64]) -> Objective {
    let given = problem.sessions[session]
    let scores = problem.demands.indices
      .filter { possible[$0] >> UInt64(session) & 1 == 1 }
      .map { problem.scores[problem.index($0, session)] }
    var best = Objective()
    best.minutes = given.minutes
    best.expected = given.isExpected ? 1 : 0
    best.bare = given.isBare || given.needsExercise && problem.suited(session).isEmpty ? 1 : 0
    best.add(max(given.closeness, problem.closest(session)))
    best.score = scores.sorted(by: >).prefix(given.places).reduce(0, +)
    return best
  }

  /// The best that any plan with these sessions could be: as if each demand fitted every place of the
  /// sessions that can rate it.
  func bound(of held: UInt64) -> Objective {
    var (most, work, light) = mostReadings(in: held)
    var places = 0
    for session in Bits(held) {
      places += problem.sessions[session].places
      let best = best[session]
      most.minutes += best.minutes
      most.expected += best.expected
      most.bare += best.bare
      most.nearest += best.nearest
      most.near += best.near
      most.score += best.score
    }
    func cut(_ count: inout Int) {
      count = min(count, places)
      places -= count
    }
    cut(&most.once)
    most.apt = min(most.apt, most.once)
    most.decisive = min(most.decisive, most.once)
    // Its places are those of the wishes and duties below.
    work = min(work, places)
    cut(&most.twice)
    most.twice += Gains.work * work
    cut(&most.preferred)
    cut(&most.duties)
    cut(&light)
    most.duties = Gains.duty * most.duties + light
    return most
  }

  /// The best that any plan at all could be: with the places of all sessions and the minutes of those
  /// that are always held.
  func boundOfAll() -> Objective {
    var bound = bound(of: problem.bits(where: { _ in true }))
    bound.bare = 0
    bound.minutes = Bits(problem.fixed).reduce(0) { $0 + problem.sessions[$1].minutes }
    return bound
  }

  /// What could be rated if there were no end of places, each duty counted once, and how many second readings there are
  /// of what is light.
  private func mostReadings(in held: UInt64) -> (most: Objective, work: Int, light: Int) {
    var most = Objective()
    var (work, light) = (0, 0)
    if let gate = problem.gate, held >> UInt64(gate.session) & 1 == 1 { most.core += Gains.gate }
    for asking in demands where asking.possible & held != 0 {
      if asking.core & held != 0 { most.core += 1 }
      if asking.demand.isHeavy { most.core += 1 }
      if asking.demand.isWork { work += 1 }
      switch asking.demand.importance {
      case .required:
        most.once += 1
        if asking.demand.isDecisive { most.decisive += 1 }
        if asking.apt & held != 0 { most.apt += 1 }
        if asking.demand.readings > 1, (asking.possible & held).nonzeroBitCount > 1 {
          if asking.demand.isLight { light += 1 } else { most.twice += 1 }
        }
      case .preferred: most.preferred += 1
      case .duty: most.duties += 1
      }
    }
    return (most, work, light)
  }
}

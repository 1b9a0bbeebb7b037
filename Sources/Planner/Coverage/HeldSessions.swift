internal import Rubric

/// The sets of sessions that a loop may hold, the most promising first, each with the best that could
/// come of it.
struct HeldSessions {
  /// Sets as bits, with their bounds.
  private(set) var all: [(held: UInt64, bound: Objective)] = []
  /// Whether there were too many to list.
  private(set) var isCut = false

  private let problem: CoverageProblem
  private let possible: [UInt64]
  /// The greatest scores of each session's places, added up.
  private let topScores: [Int]
  init(_ problem: CoverageProblem, possible: [UInt64], limit: Int) {
    self.problem = problem
    self.possible = possible
    topScores = problem.sessions.indices.map { session in
      let scores = problem.demands.indices
        .filter { possible[$0] >> UInt64(session) & 1 == 1 }
        .map { problem.scores[problem.index($0, session)] }
      return scores.sorted(by: >).prefix(problem.sessions[session].places).reduce(0, +)
    }
    let optional = Array(Bits(problem.bits { $0.isOptional && $0.places > 0 }))
    let minutes = problem.minuteLimit ?? .max
    list(optional[...], held: problem.fixed, left: (problem.optionalLimit, minutes), limit: limit)
    all.sort { a, b in a.bound == b.bound ? a.held < b.held : a.bound > b.bound }
  }

  /// Lists the sets that add some of the optional sessions, within what is left of their number and minutes.
  private mutating func list(
    _ optional: ArraySlice<Int>, held: UInt64, left: (count: Int, minutes: Int), limit: Int
  ) {
    guard all.count < limit else {
      isCut = true
      return
    }
    guard let next = optional.first, left.count > 0 else {
      all.append((held, bound(of: held)))
      return
    }
    let minutes = left.minutes - problem.sessions[next].minutes
    if minutes >= 0 {
      list(
        optional.dropFirst(), held: held | 1 << UInt64(next), left: (left.count - 1, minutes), limit: limit)
    }
    list(optional.dropFirst(), held: held, left: left, limit: limit)
  }

  /// The best that any plan with these sessions could be: as if each demand fitted every place of the
  /// sessions that can rate it.
  func bound(of held: UInt64) -> Objective {
    var most = mostReadings(in: held)
    var places = 0
    for session in Bits(held) {
      places += problem.sessions[session].places
      most.minutes += problem.sessions[session].minutes
      if problem.sessions[session].isExpected { most.expected += 1 }
      let isWithout = problem.sessions[session].needsExercise && problem.suited(session).isEmpty
      if problem.sessions[session].isBare || isWithout { most.bare += 1 }
      most.add(max(problem.sessions[session].closeness, problem.closest(session)))
      most.score += topScores[session]
    }
    func cut(_ count: inout Int) {
      count = min(count, places)
      places -= count
    }
    cut(&most.once)
    most.apt = min(most.apt, most.once)
    cut(&most.twice)
    cut(&most.preferred)
    cut(&most.duties)
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

  /// What could be rated if there were no end of places.
  private func mostReadings(in held: UInt64) -> Objective {
    var most = Objective()
    for (number, possible) in possible.enumerated() where possible & held != 0 {
      let demand = problem.demands[number]
      guard demand.readings > 0 else { continue }
      if possible & held & problem.core(number) != 0 { most.core += 1 }
      switch demand.importance {
      case .required:
        most.once += 1
        if possible & held & problem.apt(number) != 0 { most.apt += 1 }
        if demand.readings > 1, (possible & held).nonzeroBitCount > 1 { most.twice += 1 }
      case .preferred: most.preferred += 1
      case .duty: most.duties += 1
      }
    }
    return most
  }
}

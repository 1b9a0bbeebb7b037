internal import Rubric

/// The best way to give demands places in the sessions of a loop, questions left aside.
///
/// A maximum-weight b-matching by successive best augmenting paths (Ahuja, Magnanti & Orlin, Network
/// Flows, 1993, ch. 9). A demand's second reading is worth less than its first, and its first apt one is
/// worth more than any further, so that the gains are concave and each path leaves the best matching of
/// its size. Paths run over sessions only: a step from one to another moves whichever demand loses
/// least by it.
struct PlaceMatching {
  /// The sessions that rate each demand, as bits.
  private(set) var seats: [UInt64]

  private let problem: CoverageProblem
  private let gains: Gains
  private let held: [Int]
  private let allowed: [UInt64]
  /// The demands that any session held may rate.
  private let active: [Int]
  private let forced: [UInt64]
  private var free: [Int]
  private var reach: [Int]
  private var steps: [Step]

  /// How the best path so far comes to a session.
  private struct Step {
    var from: Int?
    var demand: Int
  }

  private static let unreached = Int.min / 2

  /// Finds the best matching with the sessions held, within limits.
  init(_ problem: CoverageProblem, _ gains: Gains, possible: [UInt64], held: UInt64, limits: Limits) {
    self.problem = problem
    self.gains = gains
    self.held = Array(Bits(held))
    let allowed = zip(possible, limits.forbidden).map { $0 & held & ~$1 }
    self.allowed = allowed
    active = allowed.indices.filter { allowed[$0] != 0 }
    forced = limits.forced
    seats = limits.forced
    free = problem.sessions.map(\.places)
    reach = Array(repeating: Self.unreached, count: free.count)
    steps = Array(repeating: Step(from: nil, demand: 0), count: free.count)
    for seats in forced where seats != 0 {
      for session in Bits(seats) { free[session] -= 1 }
    }
    while let end = bestPath() { follow(to: end) }
  }

  /// The session with a free place that is best to reach; nil when none can be reached.
  private mutating func bestPath() -> Int? {
    enter()
    var isSettled = false
    while !isSettled { isSettled = !relax() }
    var best: Int?
    for session in held where free[session] > 0 && reach[session] > (best.map { reach[$0] } ?? 0) {
      best = session
    }
    return best
  }

  /// Paths of one step: a demand takes one more place.
  private mutating func enter() {
    for session in held { reach[session] = Self.unreached }
    for demand in active {
      let taken = seats[demand]
      guard taken.nonzeroBitCount < problem.demands[demand].readings else { continue }
      let gain = gains.adding(to: demand, seats: taken)
      for session in Bits(allowed[demand] & ~taken) {
        let value = gain.value(of: session, gains)
        guard value > reach[session] else { continue }
        reach[session] = value
        steps[session] = Step(from: nil, demand: demand)
      }
    }
  }

  /// Paths of one step more: a demand moves on to another session. True when a better path was found.
  private mutating func relax() -> Bool {
    var isBetter = false
    for demand in active {
      let taken = seats[demand]
      let movable = taken & ~forced[demand]
      guard movable != 0 else { continue }
      let targets = allowed[demand] & ~taken
      for from in Bits(movable) where reach[from] > Self.unreached {
        let gain = gains.moving(demand, from: from, seats: taken)
        for session in Bits(targets) {
          let value = reach[from] + gain.value(of: session, gains)
          guard value > reach[session], !isOnPath(session, to: from) else { continue }
          reach[session] = value
          steps[session] = Step(from: from, demand: demand)
          isBetter = true
        }
      }
    }
    return isBetter
  }

  /// Whether a session lies on the path that leads to another. Only a path through a circle of no gain
  /// would come back; leaving it out keeps every path finite.
  private func isOnPath(_ session: Int, to end: Int) -> Bool {
    var place: Int? = end
    while let current = place {
      if current == session { return true }
      place = steps[current].from
    }
    return false
  }

  /// Moves the demands along a path, from its end back to its beginning.
  private mutating func follow(to end: Int) {
    free[end] -= 1
    var place = end
    while true {
      let step = steps[place]
      seats[step.demand] |= 1 << UInt64(place)
      guard let from = step.from else { return }
      seats[step.demand] &= ~(1 << UInt64(from))
      place = from
    }
  }
}

/// Pairs that a matching must not use, and pairs that it must.
struct Limits {
  /// For each demand the sessions that may not rate it, as bits.
  var forbidden: [UInt64]
  /// For each demand the sessions that have to rate it, as bits.
  var forced: [UInt64]

  /// No limits.
  init(demands: Int) {
    forbidden = Array(repeating: 0, count: demands)
    forced = forbidden
  }

  mutating func forbid(_ pair: Pair) { forbidden[pair.demand] |= 1 << UInt64(pair.session) }

  mutating func force(_ pair: Pair) { forced[pair.demand] |= 1 << UInt64(pair.session) }

  func isForced(_ pair: Pair) -> Bool { forced[pair.demand] >> UInt64(pair.session) & 1 == 1 }
}

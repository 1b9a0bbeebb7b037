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

  private let held: [Int]
  private let allowed: [UInt64]
  private let readings: [Int]
  /// The demands that any session held may rate.
  private let active: [Int]
  private let forced: [UInt64]
  private var free: [Int]
  private var freePlaces = 0
  private var reach: [Int]
  private var steps: [Step]
  private var worth: PlaceWorth
  /// The sessions that were better reached of late, as bits: in this round of looking for paths, and in the one before.
  private var improved: (now: UInt64, before: UInt64) = (0, .max)

  /// How the best path so far comes to a session.
  private struct Step {
    var from: Int
    var demand: Int
  }

  private static let unreached = PlaceWorth.nothing
  /// Where a path comes from that begins with a place.
  private static let outside = -1

  /// Finds the best matching with the sessions held, within limits.
  init(_ problem: CoverageProblem, _ gains: Gains, possible: [UInt64], held: UInt64, limits: Limits) {
    self.held = Array(Bits(held))
    let allowed = zip(possible, limits.forbidden).map { $0 & held & ~$1 }
    self.allowed = allowed
    active = allowed.indices.filter { allowed[$0] != 0 }
    readings = problem.demands.map(\.readings)
    forced = limits.forced
    seats = limits.forced
    free = problem.sessions.map(\.places)
    reach = Array(repeating: Self.unreached, count: free.count)
    steps = Array(repeating: Step(from: Self.outside, demand: 0), count: free.count)
    worth = PlaceWorth(gains, demands: allowed.count, sessions: free.count)
    for seats in forced where seats != 0 {
      for session in Bits(seats) { free[session] -= 1 }
    }
    for session in self.held { freePlaces += max(0, free[session]) }
    for demand in active { note(demand) }
    while freePlaces > 0, let end = bestPath() { follow(to: end) }
  }

  /// The session with a free place that is best to reach; nil when none can be reached.
  private mutating func bestPath() -> Int? {
    enter()
    improved = (0, .max)
    while relax() { improved = (0, improved.now) }
    var best: Int?
    var most = 0
    for session in held where free[session] > 0 && reach[session] > most {
      (best, most) = (session, reach[session])
    }
    return best
  }

  /// Paths of one step: a demand takes one more place.
  private mutating func enter() {
    for session in held {
      let entry = worth.bestEntry(session)
      reach[session] = entry.gain
      steps[session] = Step(from: Self.outside, demand: entry.demand)
    }
  }

  /// Paths of one step more: a demand moves on to another session. True when a better path was found. Where no
  /// session from which a demand could move was better reached since, it need not be asked again.
  private mutating func relax() -> Bool {
    var isBetter = false
    for demand in active {
      let taken = seats[demand]
      let movable = taken & ~forced[demand]
      guard movable & (improved.now | improved.before) != 0 else { continue }
      let targets = allowed[demand] & ~taken
      for from in Bits(movable) where reach[from] > Self.unreached {
        let row = worth.row(of: demand, from: from)
        for session in Bits(targets) {
          let value = reach[from] + worth.moving(row, session)
          guard value > reach[session] else { continue }
          guard !isOnPath(session, to: from) else {
            improved.now |= 1 << UInt64(from)
            continue
          }
          reach[session] = value
          steps[session] = Step(from: from, demand: demand)
          improved.now |= 1 << UInt64(session)
          isBetter = true
        }
      }
    }
    return isBetter
  }

  /// Whether a session lies on the path that leads to another. Only a path through a circle of no gain
  /// would come back; leaving it out keeps every path finite.
  private func isOnPath(_ session: Int, to end: Int) -> Bool {
    var place = end
    while place != Self.outside {
      if place == session { return true }
      place = steps[place].from
    }
    return false
  }

  /// Moves the demands along a path, from its end back to its beginning.
  private mutating func follow(to end: Int) {
    free[end] -= 1
    freePlaces -= 1
    var place = end
    while place != Self.outside {
      let step = steps[place]
      seats[step.demand] |= 1 << UInt64(place)
      if step.from != Self.outside { seats[step.demand] &= ~(1 << UInt64(step.from)) }
      place = step.from
    }
    place = end
    while place != Self.outside {
      note(steps[place].demand)
      place = steps[place].from
    }
  }

  /// Works out what a demand can gain, now that its seats have changed.
  private mutating func note(_ demand: Int) {
    let isOpen = seats[demand].nonzeroBitCount < readings[demand]
    worth.note(demand, seats: seats[demand], targets: allowed[demand], isOpen: isOpen)
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

internal import Rubric

/// The best way to give demands places in the sessions of a loop, questions left aside.
///
/// A maximum-weight b-matching by successive best augmenting paths (Ahuja, Magnanti & Orlin, Network
/// Flows, 1993, ch. 9). A demand's second reading is worth less than its first, and its first apt one is
/// worth more than any further, so that the gains are concave and each path leaves the best matching of
/// its size; where they are not, it is a bound (`Crossing`). Paths run over sessions only: a step from one to another moves whichever demand loses
/// least by it.
///
/// As the matching is the best of its size, no demands that move on, the last of them to a free place, gain by that
/// all together. So no path is better than the best place that any demand could take in any session; where that place
/// is free, it is taken, and no path is looked for.
///
/// A search fills one matching after the other in the same memory.
struct PlaceMatching {
  /// The sessions that rate each demand, as bits.
  private(set) var seats: [UInt64]

  private let gains: Gains
  /// The places of each session.
  var places: [Int]
  private let readings: [Int]
  /// The sessions held that a path may lead over, in order and as bits.
  private var held: [Int] = []
  private var within: UInt64 = 0
  private var allowed: [UInt64]
  /// The demands that any session held may rate.
  private var active: [Int] = []
  private var forced: [UInt64]
  /// Whether what a demand's readings are worth is split (`Crossing`).
  private var isSplit: [Bool]
  private var free: [Int]
  private var freePlaces = 0
  private var reach: [Int]
  private var steps: [Step]
  private var worth: PlaceWorth
  /// What the best path of one step to a free place is worth: no better path leads over a session that is worth less.
  private var least = 1
  /// Whether a session has filled up since the last look at which are closed.
  private var isFuller = false
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

  /// Room for the matchings of a problem.
  init(_ problem: CoverageProblem, _ gains: Gains) {
    self.gains = gains
    let (demands, sessions) = (problem.demands.count, problem.sessions.count)
    places = problem.sessions.map(\.places)
    readings = problem.demands.map(\.readings)
    seats = Array(repeating: 0, count: demands)
    forced = seats
    allowed = seats
    isSplit = Array(repeating: false, count: demands)
    free = places
    reach = Array(repeating: Self.unreached, count: sessions)
    steps = Array(repeating: Step(from: Self.outside, demand: 0), count: sessions)
    worth = PlaceWorth(gains, demands: demands, sessions: sessions)
  }

  /// Finds the best matching with the sessions held, of those that can rate each demand, within limits; where
  /// `crossings` are left, one that is worth no less.
  mutating func fill(held: UInt64, possible: [UInt64], limits: Limits) {
    begin(held, possible, limits)
    while freePlaces > 0, let end = bestPath() { follow(to: end) }
  }

  /// Finds a matching that is worth as much as the best one: of several it may be any, which is sooner found. Enough
  /// for a bound.
  mutating func bound(held: UInt64, possible: [UInt64], limits: Limits) {
    begin(held, possible, limits)
    while freePlaces > 0, let end = bestPath(isAny: true) { follow(to: end) }
  }

  /// The demands that count as held for above all once more than they are, so that the matching is only a bound.
  var crossings: [(demand: Int, crossing: Crossing)] {
    active.compactMap { demand in
      isSplit[demand] ? gains.crossing(demand, seats: seats[demand]).map { (demand, $0) } : nil
    }
  }

  private mutating func begin(_ sessions: UInt64, _ possible: [UInt64], _ limits: Limits) {
    forced = limits.forced
    seats = limits.forced
    within = sessions
    isFuller = true
    held.removeAll(keepingCapacity: true)
    for session in Bits(sessions) {
      held.append(session)
      free[session] = places[session]
    }
    active.removeAll(keepingCapacity: true)
    for demand in allowed.indices {
      allowed[demand] = possible[demand] & sessions & ~limits.forbidden[demand]
      guard allowed[demand] != 0 else { continue }
      active.append(demand)
      isSplit[demand] = gains.isSplit(demand, allowed: allowed[demand], forced: forced[demand])
    }
    worth.begin(held, allowed: allowed)
    for demand in active where forced[demand] != 0 {
      for session in Bits(forced[demand]) { free[session] -= 1 }
      note(demand)
    }
    freePlaces = 0
    for session in held { freePlaces += max(0, free[session]) }
  }

  /// The session with a free place that is best to reach, the first of equals or any of them; nil when none can be
  /// reached.
  private mutating func bestPath(isAny: Bool = false) -> Int? {
    enter()
    if let end = directEnd(isAny: isAny) { return end }
    if close(), let end = directEnd(isAny: isAny) { return end }
    improved = (0, 0)
    for session in held where reach[session] >= least { improved.before |= 1 << UInt64(session) }
    while relax() { improved = (0, improved.now) }
    var best: Int?
    var length = 0
    for session in held where free[session] > 0 && reach[session] > length {
      (best, length) = (session, reach[session])
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

  /// The session with a free place to which one step is the best path. Where there is a free place before it, which may
  /// be reached as well by moves that cost nothing, it is known only to be one of them.
  private mutating func directEnd(isAny: Bool) -> Int? {
    var most = 0
    least = 1
    for session in held {
      most = max(most, reach[session])
      if free[session] > 0 { least = max(least, reach[session]) }
    }
    guard most == least else { return nil }
    for session in held where free[session] > 0 {
      if reach[session] == most { return session }
      if !isAny { return nil }
    }
    return nil
  }

  /// Leaves out the sessions from which no demand can move on, by one step or several, to a free place: no path will
  /// ever lead over them. True when there are any.
  private mutating func close() -> Bool {
    guard isFuller else { return false }
    isFuller = false
    var open: UInt64 = 0
    for session in held where free[session] > 0 { open |= 1 << UInt64(session) }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for demand in active {
        let movable = seats[demand] & within & ~forced[demand] & ~open
        guard movable != 0, allowed[demand] & ~seats[demand] & open != 0 else { continue }
        open |= movable
        isGrowing = true
      }
    }
    guard open != within else { return false }
    within = open
    held.removeAll { open >> UInt64($0) & 1 == 0 }
    return true
  }

  /// Paths of one step more: a demand moves on to another session. True when a better path was found. Where no
  /// session from which a demand could move was better reached since, it need not be asked again.
  private mutating func relax() -> Bool {
    var isBetter = false
    for demand in active {
      let taken = seats[demand]
      let movable = taken & within & ~forced[demand]
      guard movable & (improved.now | improved.before) != 0 else { continue }
      let targets = allowed[demand] & within & ~taken
      guard targets != 0 else { continue }
      for from in Bits(movable) where reach[from] >= least {
        let gain = gains.moving(demand, from: from, seats: taken, isSplit: isSplit[demand])
        for session in Bits(targets) {
          let value = reach[from] + gain.value(of: session, gains)
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
    if free[end] == 0 { isFuller = true }
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
    worth.note(
      demand, seats: seats[demand], targets: allowed[demand], isOpen: isOpen, isSplit: isSplit[demand])
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

  func isForbidden(_ pair: Pair) -> Bool { forbidden[pair.demand] >> UInt64(pair.session) & 1 == 1 }
}

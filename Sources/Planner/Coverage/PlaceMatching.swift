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
  private var allowed: [UInt64]
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
    allowed = zip(possible, limits.forbidden).map { $0 & held & ~$1 }
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
    for demand in seats.indices {
      let reading = seats[demand].nonzeroBitCount
      guard allowed[demand] != 0, reading < problem.demands[demand].readings else { continue }
      for session in Bits(allowed[demand] & ~seats[demand]) {
        let value =
          gains.adding(session, to: demand, seats: seats[demand])
          + problem.scores[problem.index(demand, session)]
        guard value > reach[session] else { continue }
        reach[session] = value
        steps[session] = Step(from: nil, demand: demand)
      }
    }
  }

  /// Paths of one step more: a demand moves on to another session. True when a better path was found.
  private mutating func relax() -> Bool {
    var isBetter = false
    for demand in seats.indices {
      let movable = seats[demand] & ~forced[demand]
      guard movable != 0 else { continue }
      let targets = allowed[demand] & ~seats[demand]
      for from in Bits(movable) where reach[from] > Self.unreached {
        let base = reach[from] - problem.scores[problem.index(demand, from)]
        for session in Bits(targets) {
          let value =
            base + gains.moving(demand, from: from, to: session, seats: seats[demand])
            + problem.scores[problem.index(demand, session)]
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

/// What each reading of a demand is worth: tiers so far apart that no number of lower ones outweighs a
/// higher one, nor all scores together the lowest.
struct Gains {
  /// What the readings of each demand are worth.
  private let demands: [Worth]

  /// What the readings of a demand are worth.
  private struct Worth {
    /// Its first reading.
    let first: Int
    /// Its second reading; from the third on only the score counts.
    let second: Int
    /// The first reading in a session that is made for it.
    let apt: Int
    /// The first reading in a session that is held for it above all.
    let core: Int
    /// The sessions that are made for it, as bits; none unless it is required.
    let aptSessions: UInt64
    /// The sessions that are held for it above all, as bits.
    let coreSessions: UInt64
  }

  init(_ problem: CoverageProblem) {
    // Counts stay below 2^8 and scores below 2^13, so that six tiers fit a word.
    let readings = problem.demands.reduce(0) { $0 + $1.readings }
    let places = min(problem.sessions.reduce(0) { $0 + $1.places }, readings, 120)
    let duty = min(places * (problem.scores.max() ?? 0), 8_000) + 1
    let preferred = duty * (places + 1)
    let second = preferred * (places + 1)
    let core = second * (places + 1)
    let apt = core * (places + 1)
    let first = apt * (places + 1)
    demands = problem.demands.indices.map { demand in
      let importance = problem.demands[demand].importance
      let isRequired = importance == .required
      return Worth(
        first: isRequired ? first : importance == .preferred ? preferred : duty,
        second: isRequired ? second : 0,
        apt: apt, core: core, aptSessions: isRequired ? problem.apt(demand) : 0,
        coreSessions: problem.core(demand))
    }
  }

  /// What is gained when a demand with some seats is rated in a session more, its score left aside.
  func adding(_ session: Int, to demand: Int, seats: UInt64) -> Int {
    let worth = demands[demand]
    let bit: UInt64 = 1 << UInt64(session)
    var gain = seats == 0 ? worth.first : seats & (seats - 1) == 0 ? worth.second : 0
    if worth.aptSessions & bit != 0, worth.aptSessions & seats == 0 { gain += worth.apt }
    if worth.coreSessions & bit != 0, worth.coreSessions & seats == 0 { gain += worth.core }
    return gain
  }

  /// What is gained, or lost, when a demand moves from one session to another, scores left aside.
  func moving(_ demand: Int, from: Int, to session: Int, seats: UInt64) -> Int {
    let worth = demands[demand]
    let (left, joined): (UInt64, UInt64) = (1 << UInt64(from), 1 << UInt64(session))
    let moved = seats & ~left | joined
    var gain = 0
    if worth.aptSessions & moved != 0 { gain += worth.apt }
    if worth.aptSessions & seats != 0 { gain -= worth.apt }
    if worth.coreSessions & moved != 0 { gain += worth.core }
    if worth.coreSessions & seats != 0 { gain -= worth.core }
    return gain
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

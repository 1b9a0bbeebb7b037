internal import Rubric

/// How many required demands find a place, whatever the places are worth: the most that any matching gives places.
///
/// Counting takes a small part of what weighing takes, and most cases of a search fall by it. Demand after demand takes a
/// free place, or one from which others can move on (augmenting paths, Kuhn 1955). A demand for which there is no way
/// will have none later.
struct PlaceCount {
  private let required: [Int]
  private let apt: [UInt64]
  /// All sessions for what is of the core, none for the rest.
  private let decisive: [UInt64]
  /// The places of each session.
  var places: [Int]
  /// The places that are free in each session, and the sessions that have any, as bits.
  private var free: [Int]
  private var open: UInt64 = 0
  /// The sessions that may rate each demand, as bits, and the one that does, if any.
  private var allowed: [UInt64]
  private var seat: [Int]
  /// The demand that would move on to a session.
  private var movers: [Int]

  private static let none = -1

  /// Room for counting in a problem.
  init(_ problem: CoverageProblem) {
    required = problem.demands.indices.filter {
      problem.demands[$0].importance == .required && problem.demands[$0].readings > 0
    }
    apt = problem.apt
    decisive = problem.demands.map { $0.isDecisive ? .max : 0 }
    places = problem.sessions.map(\.places)
    free = places
    allowed = problem.apt
    seat = Array(repeating: Self.none, count: problem.demands.count)
    movers = Array(repeating: Self.none, count: places.count)
  }

  /// Whether so many can be rated in the sessions held, of those that can rate each demand.
  mutating func reaches(_ least: Int, held: UInt64, possible: [UInt64]) -> Bool {
    for demand in required { allowed[demand] = possible[demand] & held }
    return count(held, atLeast: least) >= least
  }

  /// What is left of the bound of a case that has to rate so many demands, when it can rate no more; nil when it cannot
  /// rate so many.
  mutating func cut(_ bound: Objective, at once: Int, held: UInt64, possible: [UInt64]) -> Objective? {
    guard reaches(once, held: held, possible: possible) else { return nil }
    if bound.once > once, reaches(once + 1, held: held, possible: possible) { return bound }
    var most = bound
    (most.once, most.apt, most.core) = (once, self.most(held, possible, in: apt), .max)
    most.decisive = self.most(held, possible, in: decisive)
    return most
  }

  /// How many can be rated in some sessions of their own: those made for them, or any where it is of the core.
  private mutating func most(_ held: UInt64, _ possible: [UInt64], in sessions: [UInt64]) -> Int {
    for demand in required { allowed[demand] = possible[demand] & held & sessions[demand] }
    return count(held, atLeast: 0)
  }

  /// How many find a place; any smaller number than the least where so many do not.
  private mutating func count(_ held: UInt64, atLeast least: Int) -> Int {
    open = 0
    for session in Bits(held) where places[session] > 0 {
      free[session] = places[session]
      open |= 1 << UInt64(session)
    }
    for demand in required { seat[demand] = Self.none }
    var left = required.count
    for demand in required where !takePlace(demand) {
      left -= 1
      if left < least { break }
    }
    return left
  }

  /// Gives a demand a place. False where there is no way.
  private mutating func takePlace(_ demand: Int) -> Bool {
    if allowed[demand] & open != 0 {
      sit(demand, in: (allowed[demand] & open).trailingZeroBitCount)
      return true
    }
    guard var session = openSession(from: demand) else { return false }
    while movers[session] != Self.none {
      let mover = movers[session]
      let left = seat[mover]
      sit(mover, in: session)
      free[left] += 1
      session = left
    }
    sit(demand, in: session)
    return true
  }

  private mutating func sit(_ demand: Int, in session: Int) {
    seat[demand] = session
    free[session] -= 1
    if free[session] == 0 { open &= ~(1 << UInt64(session)) }
  }

  /// The session with a free place to which demands can move on so that one has room; nil where there is none.
  private mutating func openSession(from demand: Int) -> Int? {
    var reached = allowed[demand]
    for session in Bits(reached) { movers[session] = Self.none }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for mover in required where seat[mover] != Self.none && reached >> UInt64(seat[mover]) & 1 == 1 {
        let further = allowed[mover] & ~reached
        guard further != 0 else { continue }
        for session in Bits(further) { movers[session] = mover }
        reached |= further
        isGrowing = true
        if let session = Bits(further & open).first { return session }
      }
    }
    return nil
  }
}

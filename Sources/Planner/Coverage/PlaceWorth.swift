/// What demands gain by places and by moves, worked out once each time that their seats change: the search for paths
/// asks for all of it each time that it looks for one.
struct PlaceWorth {
  /// Less than anything that is gained or lost.
  static let nothing = Int.min / 2

  private let gains: Gains
  private let (demands, sessions): (Int, Int)
  /// What a demand gains by a place in a session, by session and demand.
  private var entries: [Int]
  /// For each session the demand that gains most by a place in it, the first of equals.
  private var best: [(gain: Int, demand: Int)]
  /// The sessions whose best is no longer known, as bits.
  private var stale: UInt64 = 0
  /// What a demand gains by moving to a session: rows, one for each place that a demand has had.
  private var moves: [Int] = []
  /// The row of a demand and a place that it has had, counted from 1; 0 where there is none yet.
  private var rows: [Int32]

  init(_ gains: Gains, demands: Int, sessions: Int) {
    self.gains = gains
    (self.demands, self.sessions) = (demands, sessions)
    entries = Array(repeating: Self.nothing, count: demands * sessions)
    best = Array(repeating: (Self.nothing, 0), count: sessions)
    rows = Array(repeating: 0, count: demands * sessions)
  }

  /// The demand that gains most by a place in a session besides those that it has, the first of equals.
  mutating func bestEntry(_ session: Int) -> (gain: Int, demand: Int) {
    guard stale >> UInt64(session) & 1 == 1 else { return best[session] }
    stale &= ~(1 << UInt64(session))
    var found = (gain: Self.nothing, demand: 0)
    let start = session * demands
    for demand in 0..<demands where entries[start + demand] > found.gain {
      found = (entries[start + demand], demand)
    }
    best[session] = found
    return found
  }

  /// Where the moves of a demand from one of its seats stand.
  func row(of demand: Int, from: Int) -> Int { Int(rows[demand * sessions + from]) - 1 }

  /// What is gained, or lost, by a move of a row to a session.
  func moving(_ row: Int, _ session: Int) -> Int { moves[row * sessions + session] }

  /// Works out what a demand with some seats can gain in its target sessions: by moves, and where it is still open, by
  /// a place more.
  mutating func note(_ demand: Int, seats: UInt64, targets: UInt64, isOpen: Bool) {
    let gain = gains.adding(to: demand, seats: seats)
    for session in Bits(targets) {
      let isTarget = isOpen && seats >> UInt64(session) & 1 == 0
      put(isTarget ? gain.value(of: session, gains) : Self.nothing, demand, session)
    }
    for from in Bits(seats) {
      let place = demand * sessions + from
      if rows[place] == 0 {
        moves.append(contentsOf: repeatElement(0, count: sessions))
        rows[place] = Int32(moves.count / sessions)
      }
      let gain = gains.moving(demand, from: from, seats: seats)
      let start = row(of: demand, from: from) * sessions
      for session in Bits(targets & ~seats) { moves[start + session] = gain.value(of: session, gains) }
    }
  }

  private mutating func put(_ gain: Int, _ demand: Int, _ session: Int) {
    entries[session * demands + demand] = gain
    let known = best[session]
    if gain > known.gain || gain == known.gain && demand < known.demand {
      best[session] = (gain, demand)
    } else if demand == known.demand, gain < known.gain {
      stale |= 1 << UInt64(session)
    }
  }
}

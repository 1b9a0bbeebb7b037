/// What demands gain by places and by moves, worked out once each time that their seats change: the search for paths
/// asks for all of it each time that it looks for one.
struct PlaceWorth {
  private let gains: Gains
  private let sessions: Int
  /// What a demand gains by a place in a session, by demand and session.
  private var entries: [Int]
  /// What a demand gains by moving to a session: rows, one for each place that a demand has had.
  private var moves: [Int] = []
  /// The row of a demand and a place that it has had, counted from 1; 0 where there is none yet.
  private var rows: [Int32]

  init(_ gains: Gains, demands: Int, sessions: Int) {
    self.gains = gains
    self.sessions = sessions
    entries = Array(repeating: 0, count: demands * sessions)
    rows = Array(repeating: 0, count: demands * sessions)
  }

  /// What a demand gains by a place in a session besides those that it has.
  func entering(_ demand: Int, _ session: Int) -> Int { entries[demand * sessions + session] }

  /// Where the moves of a demand from one of its seats stand.
  func row(of demand: Int, from: Int) -> Int { Int(rows[demand * sessions + from]) - 1 }

  /// What is gained, or lost, by a move of a row to a session.
  func moving(_ row: Int, _ session: Int) -> Int { moves[row * sessions + session] }

  /// Works out what a demand with some seats can gain in its target sessions.
  mutating func note(_ demand: Int, seats: UInt64, targets: UInt64) {
    let gain = gains.adding(to: demand, seats: seats)
    for session in Bits(targets & ~seats) {
      entries[demand * sessions + session] = gain.value(of: session, gains)
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
}

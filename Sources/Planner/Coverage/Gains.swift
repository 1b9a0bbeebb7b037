internal import Rubric

/// What each reading of a demand is worth: tiers so far apart that no number of lower ones outweighs a
/// higher one, nor all scores together the lowest.
struct Gains {
  /// For how many demands the foremost counts in the first interview of questions: what the job is about goes before a
  /// question on some product of its.
  static let gate = 2

  /// How many second readings it is worth to rate work that is not required: what nobody has looked at goes before a
  /// second look.
  static let work = 2

  /// How many second readings of what is light a duty is worth.
  static let duty = 2

  /// What the readings of each demand are worth.
  private let demands: [Worth]
  /// The scores of the problem.
  private let scores: [Int]
  private let sessions: Int
  /// What each demand gains by its first reading in each session, by session and demand; nothing where it is not to be
  /// rated at all.
  let firsts: [Int]

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
    /// The sessions made for it and those held for it above all, where it may have two readings and they cross.
    let crossing: Crossing?
  }

  init(_ problem: CoverageProblem) {
    // Counts stay below 2^8 and scores below 2^13, of the core are few, so that seven tiers fit a word.
    let readings = problem.demands.reduce(0) { $0 + $1.readings }
    let places = min(problem.sessions.reduce(0) { $0 + $1.places }, readings, 120)
    let light = min(places * (problem.scores.max() ?? 0), 8_000) + 1
    let preferred = light * (Self.duty * places + 1)
    let second = preferred * (places + 1)
    let core = second * (Self.work * places + 1)
    // A place may count as one held for its demand, and as one of a heavy demand or of the gate.
    let apt = core * (2 * places + Self.gate)
    let decisive = apt * (places + 1)
    let first = decisive * (problem.demands.count(where: \.isDecisive) + 1)
    let worths = problem.demands.indices.map { demand in
      let given = problem.demands[demand]
      let isRequired = given.importance == .required
      let wished = given.importance == .preferred ? preferred : Self.duty * light
      let again = given.isLight ? light : second
      let aptSessions = isRequired ? problem.apt[demand] : 0
      let crossing = Crossing(apt: aptSessions, core: problem.core[demand])
      return Worth(
        first: (isRequired ? first : wished) + (given.isHeavy ? core : 0)
          + (given.isWork ? Self.work * second : 0)
          + (given.isDecisive ? decisive : 0),
        second: isRequired ? again : 0,
        apt: apt, core: core, aptSessions: aptSessions, coreSessions: problem.core[demand],
        crossing: given.readings > 1 && crossing.isThere ? crossing : nil)
    }
    demands = worths
    var scores = problem.scores
    if let gate = problem.gate { scores[problem.index(gate.demand, gate.session)] += Self.gate * core }
    self.scores = scores
    sessions = problem.sessions.count
    firsts = problem.sessions.indices.flatMap { session in
      worths.indices.map { demand in
        let worth = worths[demand]
        guard problem.demands[demand].readings > 0 else { return PlaceWorth.nothing }
        return worth.first + scores[problem.index(demand, session)]
          + (worth.aptSessions >> UInt64(session) & 1 != 0 ? worth.apt : 0)
          + (worth.coreSessions >> UInt64(session) & 1 != 0 ? worth.core : 0)
      }
    }
  }

  /// What a demand gains by a place in any session, worked out as far as it is the same for all: the search asks for
  /// every demand and session each time that it looks for a path.
  struct Gain {
    /// What it gains in every session.
    let base: Int
    /// What it gains besides in some sessions, and these, as bits.
    let apt: Int
    let aptSessions: UInt64
    /// Likewise, where a session is held for it above all.
    let core: Int
    let coreSessions: UInt64
    /// Where its scores stand.
    let row: Int

    /// What it gains in a session.
    @inline(__always)
    func value(of session: Int, _ gains: Gains) -> Int {
      base + gains.scores[row + session] + (aptSessions >> UInt64(session) & 1 != 0 ? apt : 0)
        + (coreSessions >> UInt64(session) & 1 != 0 ? core : 0)
    }
  }

  /// Whether what a demand's readings are worth has to be split, with some sessions allowed and some that have to rate it
  /// (`Crossing`).
  func isSplit(_ demand: Int, allowed: UInt64, forced: UInt64) -> Bool {
    let worth = demands[demand]
    return worth.crossing != nil && worth.aptSessions & ~worth.coreSessions & allowed != 0
      && worth.aptSessions & worth.coreSessions & forced == 0
  }

  /// What is gained when a demand with some seats is rated in a session more.
  func adding(to demand: Int, seats: UInt64, isSplit: Bool) -> Gain {
    let worth = demands[demand]
    let base = seats == 0 ? worth.first : seats & (seats - 1) == 0 ? worth.second : 0
    let isApt = worth.aptSessions & seats != 0
    return Gain(
      base: base, apt: worth.apt, aptSessions: isApt ? 0 : worth.aptSessions, core: worth.core,
      coreSessions: openCore(worth, seats, isSplit), row: demand * sessions)
  }

  /// What is gained, or lost, when a demand moves from one of its seats to another session.
  func moving(_ demand: Int, from: Int, seats: UInt64, isSplit: Bool) -> Gain {
    let worth = demands[demand]
    let left = seats & ~(1 << UInt64(from))
    let (isApt, staysApt) = (worth.aptSessions & seats != 0, worth.aptSessions & left != 0)
    let cores = coreCount(worth, left, isSplit) - coreCount(worth, seats, isSplit)
    let base =
      (staysApt ? worth.apt : 0) - (isApt ? worth.apt : 0) + cores * worth.core
      - scores[demand * sessions + from]
    return Gain(
      base: base, apt: worth.apt, aptSessions: staysApt ? 0 : worth.aptSessions, core: worth.core,
      coreSessions: openCore(worth, left, isSplit), row: demand * sessions)
  }

  /// Where a demand with some seats counts as held for above all once more than it is.
  func crossing(_ demand: Int, seats: UInt64) -> Crossing? {
    demands[demand].crossing.flatMap { $0.count(seats) > 1 ? $0 : nil }
  }

  /// The sessions in which a demand with some seats would be held for above all once more.
  private func openCore(_ worth: Worth, _ seats: UInt64, _ isSplit: Bool) -> UInt64 {
    guard worth.coreSessions & seats != 0 else { return worth.coreSessions }
    return isSplit ? worth.crossing?.open(beside: seats) ?? 0 : 0
  }

  /// How many times a demand with some seats counts as held for above all.
  private func coreCount(_ worth: Worth, _ seats: UInt64, _ isSplit: Bool) -> Int {
    guard worth.coreSessions & seats != 0 else { return 0 }
    return isSplit ? worth.crossing?.count(seats) ?? 1 : 1
  }
}

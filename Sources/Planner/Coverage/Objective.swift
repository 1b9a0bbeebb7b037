internal import Rubric

/// How good a plan is. What comes first outweighs all that follows.
struct Objective: Comparable {
  /// Required demands rated at least once.
  var once = 0
  /// Sessions held that every loop is expected to hold.
  var expected = 0
  /// Sessions held without the exercise that they need.
  var bare = 0
  /// Sessions held around one of the exercises nearest to the posting. Whether there is one counts, not how
  /// many.
  var nearest = 0
  /// Demands of the core rated at least once, of those required.
  var decisive = 0
  /// Required demands rated at least once by a format that is made for them: a language in a coding
  /// interview. Counts four times what a tenth of nearness does.
  var apt = 0
  /// How close the exercises are to the posting, added up.
  var near = 0
  /// Demands rated at least once in a session that is held for them above all, however strongly they are asked for:
  /// nobody would understand a system design interview that does not rate system design. Likewise what the posting
  /// says so much of that it is heavy without being required, and that the first interview on the subject rates what is
  /// asked for above all.
  var core = 0
  /// Required demands rated at least twice, those left out of which the posting has little to say; and work that is not
  /// required rated at all, each worth two: what nobody has looked at goes before a second look.
  var twice = 0
  /// Preferred demands rated, and duties of which the posting has much to say.
  var preferred = 0
  /// Other duties rated, each worth two, and required demands rated twice of which the posting has little to say: what
  /// nobody has looked at goes before a second look.
  var duties = 0
  /// The minutes of all sessions held.
  var minutes = 0
  /// What decides between equals: how well the formats fit, and how much the posting speaks of what is
  /// rated.
  var score = 0

  static func < (a: Objective, b: Objective) -> Bool {
    a.rank == b.rank ? a.score < b.score : a.rank < b.rank
  }

  /// Whether it is better in what is rated at all, or in the exercises around which it is rated.
  func isFuller(than other: Objective) -> Bool {
    if (once, expected, -bare) != (other.once, other.expected, -other.bare) {
      return (once, expected, -bare) > (other.once, other.expected, -other.bare)
    }
    return (min(nearest, 1), 4 * apt + near) > (min(other.nearest, 1), 4 * other.apt + other.near)
  }

  /// The objective without its score.
  var rank: Rank {
    Rank(
      once: once, expected: expected, depth: -bare, hasNearest: nearest > 0, decisive: decisive,
      fit: 4 * apt + near, core: core,
      twice: twice, preferred: preferred, duties: duties, fewness: -minutes)
  }

  /// The part of an objective that is proven: all of it but the score.
  struct Rank: Comparable {
    let once: Int
    let expected: Int
    let depth: Int
    let hasNearest: Bool
    let decisive: Int
    let fit: Int
    let core: Int
    let twice: Int
    let preferred: Int
    let duties: Int
    let fewness: Int

    static func < (a: Rank, b: Rank) -> Bool {
      if a.once != b.once { return a.once < b.once }
      if a.expected != b.expected { return a.expected < b.expected }
      if a.depth != b.depth { return a.depth < b.depth }
      if a.hasNearest != b.hasNearest { return b.hasNearest }
      if a.decisive != b.decisive { return a.decisive < b.decisive }
      if a.fit != b.fit { return a.fit < b.fit }
      if a.core != b.core { return a.core < b.core }
      if a.twice != b.twice { return a.twice < b.twice }
      if a.preferred != b.preferred { return a.preferred < b.preferred }
      return a.duties == b.duties ? a.fewness < b.fewness : a.duties < b.duties
    }
  }
}

extension Objective {
  /// Counts a session by how close the exercise is around which it is held.
  mutating func add(_ closeness: CoverageProblem.Closeness) {
    if closeness.isNearest { nearest += 1 }
    near += closeness.degree
  }

  /// Takes back a session that was counted so.
  mutating func remove(_ closeness: CoverageProblem.Closeness) {
    if closeness.isNearest { nearest -= 1 }
    near -= closeness.degree
  }
}

extension CoverageProblem {
  /// How good it is to hold some sessions and rate each demand in those of its `seats`.
  func objective(held: UInt64, seats: [UInt64]) -> Objective {
    var objective = Objective()
    for session in Bits(held) {
      objective.minutes += sessions[session].minutes
      if sessions[session].isExpected { objective.expected += 1 }
      if sessions[session].isBare { objective.bare += 1 }
      objective.add(sessions[session].closeness)
    }
    for (demand, seats) in seats.enumerated() where seats != 0 {
      switch demands[demand].importance {
      case .required:
        objective.once += 1
        if demands[demand].isDecisive { objective.decisive += 1 }
        if seats & (seats - 1) != 0 {
          if demands[demand].isLight { objective.duties += 1 } else { objective.twice += 1 }
        }
        if seats & apt[demand] != 0 { objective.apt += 1 }
      case .preferred: objective.preferred += 1
      case .duty: objective.duties += Gains.duty
      }
      if seats & core[demand] != 0 { objective.core += 1 }
      if demands[demand].isHeavy { objective.core += 1 }
      if demands[demand].isWork { objective.twice += Gains.work }
      if let gate, gate.demand == demand, seats >> UInt64(gate.session) & 1 == 1 {
        objective.core += Gains.gate
      }
      for session in Bits(seats) { objective.score += scores[index(demand, session)] }
    }
    return objective
  }
}

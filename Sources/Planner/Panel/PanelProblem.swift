internal import Rubric

/// Who holds which interview: the question that `PanelSolver` solves, in small numbers. People are bits of a word.
struct PanelProblem {
  /// An interview that somebody has to hold.
  struct Session {
    /// What it takes of somebody's load: its minutes and those of preparing and writing up.
    var load: Int
    /// Its own minutes, which count against a person's limit.
    var minutes: Int
    /// The demands that it rates.
    var demands: [Int]
    /// The people who can run it.
    var runners: UInt64
  }

  /// A demand that some interview rates.
  struct Demand {
    /// Whether the role asks for it as required.
    var isRequired: Bool
    /// The people who can rate it at the level asked for.
    var able: UInt64
  }

  /// What a person takes on at most.
  struct Person: Equatable {
    /// Interviews.
    var interviews: Int
    /// Minutes.
    var minutes: Int
  }

  /// The interviews in order.
  var sessions: [Session]
  /// The demands in order.
  var demands: [Demand]
  /// The people in the order of the file.
  var people: [Person]

  /// How good it is to have these people hold the sessions; nil stands for nobody.
  func score(_ holders: [Int?]) -> PanelScore {
    var score = PanelScore()
    var loads = Array(repeating: 0, count: people.count)
    var raters = Array(repeating: UInt64(0), count: demands.count)
    for case (let session, let holder?) in zip(sessions, holders) {
      score.staffed += 1
      score.order -= holder
      loads[holder] += session.load
      for demand in session.demands { raters[demand] |= demands[demand].able & 1 << UInt64(holder) }
    }
    for (demand, raters) in zip(demands, raters) where raters != 0 {
      if !demand.isRequired {
        score.others += 1
      } else {
        score.once += 1
        if raters & (raters - 1) != 0 { score.twice += 1 }
      }
    }
    score.evenness = -loads.reduce(0) { $0 + $1 * $1 }
    return score
  }

  /// Whether everybody stays within what the person can and takes on.
  func isAllowed(_ holders: [Int?]) -> Bool {
    people.indices.allSatisfy { person in
      let held = zip(sessions, holders).filter { $0.1 == person }.map(\.0)
      return held.count <= people[person].interviews
        && held.reduce(0) { $0 + $1.minutes } <= people[person].minutes
        && held.allSatisfy { $0.runners >> UInt64(person) & 1 == 1 }
    }
  }
}

/// How good an assignment is. What comes first outweighs all that follows.
struct PanelScore: Comparable {
  /// Interviews that somebody holds who can run them.
  var staffed = 0
  /// Required demands rated by somebody who can rate them.
  var once = 0
  /// Required demands rated by two different people who can.
  var twice = 0
  /// Other demands rated by somebody who can rate them.
  var others = 0
  /// How evenly the load is spread: the squares of everybody's minutes added up, below zero.
  var evenness = 0
  /// How early the holders stand in the file: their places added up, below zero.
  var order = 0

  static func < (a: PanelScore, b: PanelScore) -> Bool {
    if a.staffed != b.staffed { return a.staffed < b.staffed }
    if a.once != b.once { return a.once < b.once }
    if a.twice != b.twice { return a.twice < b.twice }
    if a.others != b.others { return a.others < b.others }
    return a.evenness == b.evenness ? a.order < b.order : a.evenness < b.evenness
  }
}

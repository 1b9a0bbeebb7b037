/// The least minutes that each demand takes in a session, whatever else is asked there.
///
/// It is those of its shortest question; none where the question of another, or an exercise, may show it. So what has no
/// room by these minutes has none at all.
struct QuestionMinutes {
  /// For each demand its least minutes; nil where the session cannot rate it.
  private let least: [Int?]
  private let session: Int
  /// The minutes of the session for questions.
  private let minutes: Int

  /// What the questions of a session take, held around an exercise or none.
  init(_ problem: CoverageProblem, in session: Int, around exercise: Int? = nil) {
    self.session = session
    let taken = exercise.map { problem.exercises[$0].minutes } ?? 0
    let minutes = problem.sessions[session].ratedMinutes - taken
    self.minutes = minutes
    let asked = problem.demands.indices.map { demand in
      problem.options[problem.index(demand, session)].prefix { $0.minutes <= minutes }
    }
    var least = asked.map { $0.first?.minutes }
    for option in asked.joined() {
      for demand in problem.shows[option.question] where least[demand] != nil { least[demand] = 0 }
    }
    if let exercise {
      for demand in problem.shown(by: exercise, in: session) { least[demand] = 0 }
    }
    self.least = least
  }

  /// The most demands for which there is room.
  var most: Int {
    var (left, most) = (minutes, 0)
    for minutes in least.compactMap({ $0 }).sorted() where minutes <= left {
      left -= minutes
      most += 1
    }
    return most
  }

  /// Forbids the session the demands for which those that it has to rate leave no room. False where these have none
  /// themselves.
  func keepRoom(_ limits: inout Limits) -> Bool {
    let bit: UInt64 = 1 << UInt64(session)
    var left = minutes
    for demand in least.indices where limits.forced[demand] & bit != 0 { left -= least[demand] ?? 0 }
    for demand in least.indices where limits.forced[demand] & bit == 0 {
      if least[demand].map({ $0 > left }) ?? false { limits.forbidden[demand] |= bit }
    }
    return left >= 0
  }
}

/// How many demands each session has room for, held around an exercise or none: its places, as far as its minutes leave
/// questions for them.
struct SessionRooms {
  /// The most that each has room for, whatever it is held around: its places.
  let most: [Int]

  private let problem: CoverageProblem
  /// For each session and each exercise that was looked at, and last of all none, the demands that it has room for.
  private var known: [[Int?]]

  init(_ problem: CoverageProblem) {
    self.problem = problem
    most = problem.sessions.map(\.places)
    known = most.map { _ in Array(repeating: nil, count: problem.exercises.count + 1) }
  }

  /// How many demands a session has room for, held around an exercise or none.
  mutating func room(in session: Int, around exercise: Int?) -> Int {
    let place = exercise ?? problem.exercises.count
    if let room = known[session][place] { return room }
    let room = min(most[session], QuestionMinutes(problem, in: session, around: exercise).most)
    known[session][place] = room
    return room
  }
}

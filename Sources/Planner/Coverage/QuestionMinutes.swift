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

  init(_ problem: CoverageProblem, in session: Int) {
    self.session = session
    minutes = problem.sessions[session].ratedMinutes
    let asked = problem.demands.indices.map { problem.options[problem.index($0, session)] }
    var isShown = asked.map { _ in false }
    for options in asked {
      for option in options {
        for demand in problem.shows[option.question] { isShown[demand] = true }
      }
    }
    least = zip(asked, isShown).map { options, isShown in options.first.map { isShown ? 0 : $0.minutes } }
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

internal import Rubric

/// How well a question suits a demand in a session; lower is better.
///
/// In this order: its kind early among the format's, so that a drill is played in an incident drill; the
/// middle of its levels near the target; words of the posting in it, and other demands of the session
/// that it shows; early in the library.
struct QuestionQuality {
  private let questions: [Question]
  private let sessions: [Session]
  private let targets: [ProficiencyLevel]
  private let pools: [[String: Int]]
  private let words: [PostingWords]
  private let shows: [[Int]]

  init(_ builder: ProblemBuilder, _ demands: [Demand], _ sessions: [Session]) {
    questions = builder.questions
    shows = builder.problem.shows
    self.sessions = sessions
    targets = demands.map(\.target)
    pools = builder.pools.map { pool in
      Dictionary(pool.questions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    words = PostingWords.of(demands)
  }

  /// The cost of a question for a pair, given all the demands of the session.
  func cost(of number: Int, for pair: Pair, among seated: [Int]) -> Int {
    let question = questions[number]
    let middle = question.levels.lowerBound.rawValue + question.levels.upperBound.rawValue
    let gap = abs(2 * targets[pair.demand].rawValue - middle)
    let kind = sessions[pair.session].format?.kinds.firstIndex(of: question.kind) ?? 0
    let shown = shows[number].count { $0 != pair.demand && seated.contains($0) }
    let nearness = min(63, words[pair.demand].shared(with: question) + 4 * shown)
    let place = min(255, pools[pair.demand][question.id] ?? 0)
    return ((kind * 16 + gap) * 64 + 63 - nearness) * 256 + place
  }
}

internal import Rubric

/// How well a question suits a demand in a session; lower is better.
///
/// In this order: one of a thread that most demands of the session have a question of; its kind early among the
/// format's, so that a drill is played in an incident drill; the middle of its levels near the target; words of the
/// posting in it, and other demands of the session that it shows; early in the library.
struct QuestionQuality {
  private let questions: [Question]
  private let sessions: [Session]
  private let targets: [ProficiencyLevel]
  private let pools: [[String: Int]]
  private let problem: CoverageProblem
  /// How near the questions come to the posting.
  let nearness: QuestionNearness

  init(_ draft: LoopDraft) {
    let (builder, demands) = (draft.builder, draft.demands)
    questions = builder.questions
    problem = draft.problem
    sessions = draft.sessions
    targets = demands.map(\.target)
    pools = builder.pools.map { pool in
      Dictionary(pool.questions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let pairs = QuestionConflict.pairs(of: draft.plan.seats)
    let numbers = Set(pairs.flatMap { draft.problem.options(of: $0).map(\.question) }).sorted()
    nearness = QuestionNearness(
      demands, numbers.prefix { $0 < builder.questions.count }.map { ($0, builder.questions[$0]) })
  }

  /// The cost of a question for a pair, given all the demands of the session; none for what stands for the
  /// session's exercise.
  func cost(of number: Int, for pair: Pair, among seated: [Int]) -> Int {
    guard questions.indices.contains(number) else { return 0 }
    let question = questions[number]
    let gap = question.levels.offset(from: targets[pair.demand])
    let kind = sessions[pair.session].format?.kinds.firstIndex(of: question.kind) ?? 0
    let shown = problem.shows[number].count { $0 != pair.demand && seated.contains($0) }
    let near = min(63, nearness.shared(pair.demand, with: number) + 4 * shown)
    let place = min(255, pools[pair.demand][question.id] ?? 0)
    let loose = 7 - min(7, fellows(of: question, in: pair.session, among: seated))
    return (((loose * 8 + kind) * 16 + gap) * 64 + 63 - near) * 256 + place
  }

  /// How many demands of a session have a question of the thread of this one, if at least two have; else none.
  private func fellows(of question: Question, in session: Int, among seated: [Int]) -> Int {
    guard let thread = question.thread else { return 0 }
    let count = seated.count { demand in
      problem.options(of: Pair(demand: demand, session: session)).contains {
        questions.indices.contains($0.question) && questions[$0.question].thread == thread
      }
    }
    return count > 1 ? count : 0
  }
}

internal import Rubric

/// How well a question suits a demand in a session; lower is better.
///
/// In this order: one about a product that the posting names, the most often named first beside what the exercises of the
/// loop are made of, else one of the session's thread, else one of none; its kind early among the format's, so that a drill
/// is played in an incident drill; the middle of its levels near the target; words of the posting in it, and other demands
/// of the session that it shows; early in the library.
struct QuestionQuality {
  private let questions: [Question]
  private let sessions: [Session]
  private let targets: [ProficiencyLevel]
  private let pools: [[String: Int]]
  private let products: [[String: Int]]
  private let problem: CoverageProblem
  private let threads: ThreadChoice
  /// How near the questions come to the posting.
  let nearness: QuestionNearness

  init(_ draft: LoopDraft) {
    let (builder, demands) = (draft.builder, draft.demands)
    questions = builder.questions
    problem = draft.problem
    sessions = draft.sessions
    threads = ThreadChoice(draft)
    targets = demands.map(\.target)
    let made = draft.madeWords
    products = zip(builder.pools, demands).map { pool, demand in
      pool.products.isEmpty
        ? [:]
        : QuestionPool(
          of: demand, title: draft.pool.heaviness.title, made: made, wishes: draft.pool.heaviness.wishes
        ).products
    }
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
    let strange = question.thread.map { $0 == threads.thread(of: pair.session, among: seated) ? 1 : 3 } ?? 2
    let named = products[pair.demand][question.id] ?? 0
    let loose = named > 0 ? NamedProducts.limit - named : strange * NamedProducts.limit
    return (((loose * 8 + kind) * 16 + gap) * 64 + 63 - near) * 256 + place
  }
}

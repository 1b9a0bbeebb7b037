internal import Rubric

/// Finds what is asked of whoever chooses another alternative than the one that a question is about: who may choose
/// Python gets a question on Python, and not one on the shell.
struct InsteadQuestions {
  /// The most alternatives among which a candidate chooses.
  static let mostAlternatives = 3

  private let draft: LoopDraft
  private var used: Set<String>

  /// Starts with the ids of what the loop asks already.
  init(_ draft: LoopDraft, used: Set<String>) {
    self.draft = draft
    self.used = used
  }

  /// The questions for the heaviest of the other alternatives, as long as the one that is asked, of the kinds that the
  /// interview asks and about the same system or none.
  mutating func questions(for pair: Pair, beside question: Question) -> [PlannedQuestion] {
    let demand = draft.demands[pair.demand]
    guard let owner = draft.builder.pools[pair.demand].owner, let format = draft.sessions[pair.session].format
    else { return [] }
    let others = demand.competencies.indices.filter { $0 != owner }.sorted { a, b in
      (-demand.alternatives[a].weight, a) < (-demand.alternatives[b].weight, b)
    }
    var found: [PlannedQuestion] = []
    for place in others.prefix(Self.mostAlternatives - 1) {
      guard let best = best(of: demand, place, format, beside: question) else { continue }
      used.insert(best.id)
      found.append(
        PlannedQuestion(best, technologies: demand.alternatives[place].technologies, nearness: nil))
    }
    return found
  }

  private func best(
    of demand: Demand, _ place: Int, _ format: InterviewFormat, beside question: Question
  ) -> Question? {
    let (questions, products) = NamedProducts.asked(
      of: demand.competencies[place].questions, by: [demand.alternatives[place]],
      title: draft.pool.heaviness.title)
    let fit = questions.indices.filter { index in
      format.kinds.contains(questions[index].kind) && questions[index].minutes <= question.minutes
        && !used.contains(questions[index].id)
        && (questions[index].thread == nil || questions[index].thread == question.thread)
    }
    let target = demand.alternatives[place].target
    let near = QuestionFit.nearest(fit, to: target, levels: { questions[$0].levels })
    return near.min { cost(questions[$0], $0) < cost(questions[$1], $1) }.map { questions[$0] }

    /// In the order of `QuestionQuality`.
    func cost(_ other: Question, _ index: Int) -> [Int] {
      [
        products[other.id] == nil ? 1 : 0, other.thread == question.thread ? 0 : 1,
        format.kinds.firstIndex(of: other.kind) ?? 0,
        other.levels.offset(from: target), index,
      ]
    }
  }
}

extension [Int] {
  fileprivate static func < (a: [Int], b: [Int]) -> Bool { a.lexicographicallyPrecedes(b) }
}

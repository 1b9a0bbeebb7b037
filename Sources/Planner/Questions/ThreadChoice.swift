internal import Rubric

/// Which of the systems that a format tells the questions of a session are about.
///
/// Two demands of the session have a question of it at least, and none about a product, which comes first. Of several the one of which more of them have one, and of
/// whose topics the posting speaks more: the product of the two decides, then the order of the format. Those
/// come first of which a question lies nearest to the level that the role mostly asks for: the small server for beginners
/// where beginners are sought, and for nobody else.
struct ThreadChoice {
  /// For each session the threads that its format tells.
  private let threads: [[Thread]]

  /// A thread of a session.
  private struct Thread {
    let id: String
    /// How much the posting speaks of its topics.
    let worth: Int
    /// How far the nearest of its questions lies from the level that the role mostly asks for, in halves of a level.
    let distance: Int
    /// For each demand whether it has a question of the thread.
    let isAsked: [Bool]
  }

  init(_ draft: LoopDraft) {
    let (problem, questions) = (draft.problem, draft.builder.questions)
    let held = Set(draft.held)
    let usual = DemandNames(draft.demands).usualTarget
    threads = draft.sessions.indices.map { session in
      guard held.contains(session), let told = draft.sessions[session].format?.threads, !told.isEmpty else {
        return []
      }
      let options = draft.demands.indices.map { demand in
        let all = problem.options(of: Pair(demand: demand, session: session)).filter {
          questions.indices.contains($0.question)
        }
        return all.contains { !questions[$0.question].about.isEmpty } ? [] : all
      }
      let worth = told.count > 1 ? draft.pool.nearness.worth(of: told.map(\.about)) : [0]
      return told.enumerated().map { number, thread in
        let asked = options.map { $0.filter { questions[$0.question].thread == thread.id } }
        let distance = asked.joined().map { questions[$0.question].levels.offset(from: usual) }.min() ?? 0
        return Thread(
          id: thread.id, worth: worth[number], distance: distance, isAsked: asked.map { !$0.isEmpty })
      }
    }
  }

  /// The thread of a session that rates these demands; nil where none has questions of two of them.
  func thread(of session: Int, among seated: [Int]) -> String? {
    let fit = threads[session].filter { thread in seated.count { thread.isAsked[$0] } > 1 }
    let least = fit.map(\.distance).min()
    var best: (id: String, weight: Int)?
    for thread in fit where thread.distance == least {
      let weight = seated.count { thread.isAsked[$0] } * (1 + thread.worth)
      if weight > best?.weight ?? 0 { best = (thread.id, weight) }
    }
    return best?.id
  }
}

internal import Rubric

/// Which of the systems that a format tells the questions of a session are about.
///
/// Two demands of the session have a question of it at least. Of several the one of which more of them have one, and of
/// whose topics the posting speaks more: the product of the two decides, then the order of the format.
struct ThreadChoice {
  /// For each session the threads that its format tells.
  private let threads: [[Thread]]

  /// A thread of a session.
  private struct Thread {
    let id: String
    /// How much the posting speaks of its topics.
    let worth: Int
    /// For each demand whether it has a question of the thread.
    let isAsked: [Bool]
  }

  init(_ draft: LoopDraft) {
    let (problem, questions) = (draft.problem, draft.builder.questions)
    let held = Set(draft.held)
    threads = draft.sessions.indices.map { session in
      guard held.contains(session), let told = draft.sessions[session].format?.threads, !told.isEmpty else {
        return []
      }
      let worth = told.count > 1 ? draft.pool.nearness.worth(of: told.map(\.about)) : [0]
      return told.enumerated().map { number, thread in
        let isAsked = draft.demands.indices.map { demand in
          problem.options(of: Pair(demand: demand, session: session)).contains {
            questions.indices.contains($0.question) && questions[$0.question].thread == thread.id
          }
        }
        return Thread(id: thread.id, worth: worth[number], isAsked: isAsked)
      }
    }
  }

  /// The thread of a session that rates these demands; nil where none has questions of two of them.
  func thread(of session: Int, among seated: [Int]) -> String? {
    var best: (id: String, weight: Int)?
    for thread in threads[session] {
      let count = seated.count { thread.isAsked[$0] }
      let weight = count * (1 + thread.worth)
      if count > 1, weight > best?.weight ?? 0 { best = (thread.id, weight) }
    }
    return best?.id
  }
}

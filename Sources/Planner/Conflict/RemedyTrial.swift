internal import Rubric

/// Plans with a change, and says what that costs against the loop as it is.
struct RemedyTrial {
  private let draft: LoopDraft

  init(_ draft: LoopDraft) { self.draft = draft }

  /// What it costs to plan a changed problem, whose sessions are the draft's or others. The demands that are
  /// `given up` stay out.
  func cost(of problem: CoverageProblem, _ sessions: [Session], givenUp: [Int] = []) -> CoverageRemedy.Cost {
    var search = ExerciseSearch(
      problem, nodeLimit: CoverageProblem.checkLimit, steps: CoverageProblem.checkSteps)
    let plan = search.solve().plan
    let (before, after) = (draft.plan.seats, plan.seats)
    func names(_ isLost: (Int) -> Bool) -> [String] {
      draft.demands.indices.filter(isLost).map { draft.demands[$0].name }
    }
    return CoverageRemedy.Cost(
      candidateMinutes: minutes(of: plan.held, sessions) - minutes(of: draft.plan.held, draft.sessions),
      teamMinutes: teamMinutes(of: plan.held, sessions) - teamMinutes(of: draft.plan.held, draft.sessions),
      unrated: names { after[$0] == 0 && (before[$0] != 0 || givenUp.contains($0)) },
      onceOnly: names { before[$0].nonzeroBitCount > 1 && after[$0].nonzeroBitCount == 1 })
  }

  private func minutes(of held: UInt64, _ sessions: [Session]) -> Int {
    Bits(held).reduce(0) { $0 + sessions[$1].minutes }
  }

  /// Holding, preparing and writing up, and the debrief, as `InterviewLoop` counts them.
  private func teamMinutes(of held: UInt64, _ sessions: [Session]) -> Int {
    Bits(held).filter { sessions[$0].format != nil }
      .reduce(0) { $0 + sessions[$1].minutes + draft.policy.preparationMinutes + draft.policy.debriefMinutes }
  }
}

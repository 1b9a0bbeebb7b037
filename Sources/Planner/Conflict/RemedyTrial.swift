internal import Rubric

/// Plans with a change, and says what that costs against the loop as it is.
struct RemedyTrial {
  private let draft: LoopDraft

  init(_ draft: LoopDraft) { self.draft = draft }

  /// What it costs to plan a changed problem, whose sessions are the draft's or others.
  func cost(of problem: CoverageProblem, _ sessions: [Session]) -> CoverageRemedy.Cost {
    cost(of: plan(problem), sessions)
  }

  /// What a plan costs.
  func cost(of plan: CoveragePlan, _ sessions: [Session]) -> CoverageRemedy.Cost {
    let (before, after) = (draft.plan.seats, plan.seats)
    func names(_ isLost: (Int) -> Bool) -> [String] {
      draft.demands.indices.filter(isLost).map { draft.demands[$0].name }
    }
    return CoverageRemedy.Cost(
      candidateMinutes: minutes(of: plan.held, sessions) - minutes(of: draft.plan.held, draft.sessions),
      teamMinutes: teamMinutes(of: plan.held, sessions) - teamMinutes(of: draft.plan.held, draft.sessions),
      unrated: names { after[$0] == 0 && before[$0] != 0 },
      onceOnly: names { before[$0].nonzeroBitCount > 1 && after[$0].nonzeroBitCount == 1 })
  }

  /// What comes of a changed problem when nothing but some demands is rated, and these once.
  func glance(at problem: CoverageProblem, asking wanted: [Int]) -> CoveragePlan {
    var search = ExerciseSearch(
      problem.asking(only: wanted), nodeLimit: RatingCheck.nodeLimit, steps: RatingCheck.steps)
    return search.find().plan
  }

  /// The best plan of a changed problem.
  func plan(_ problem: CoverageProblem) -> CoveragePlan {
    var search = ExerciseSearch(problem, nodeLimit: RatingCheck.nodeLimit, steps: RatingCheck.steps)
    return search.solve().plan
  }

  /// What remains of a changed problem in which each session is one of the draft's, as `origins` says, or new. What the
  /// loop holds is held on around the same exercises, but for one session, held or new: that one may be held around
  /// any.
  func rest(of problem: CoverageProblem, origins: [Int?], changing changed: Int) -> CoverageProblem {
    var exercises = origins.map { $0.flatMap { draft.exercises[$0] } }
    exercises[changed] = nil
    let held = problem.bits(numbered: { session in
      session == changed || origins[session].map { draft.plan.held >> UInt64($0) & 1 == 1 } ?? false
    })
    var rest = ExerciseReach(problem).rest(exercises, held: held)
    rest.sessions[changed] = problem.sessions[changed]
    rest.sessions[changed].isOptional = false
    rest.suited = problem.sessions.indices.map { session in
      session == changed ? problem.suited(session).filter { problem.mayJoin($0, exercises) } : []
    }
    return rest
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

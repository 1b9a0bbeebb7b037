internal import Rubric

/// A loop in numbers, before it is written out: what could be held and rated, and what was chosen.
struct LoopDraft {
  /// The demands of the role.
  let demands: [Demand]
  /// The sessions to choose from.
  let sessions: [Session]
  /// The policy.
  let policy: LoopPolicy
  /// The problem, with the questions behind its numbers.
  let builder: ProblemBuilder
  /// What exercises and questions are taken to show besides what they are made for.
  let showing: Showing
  /// The exercises to choose from.
  let pool: ExercisePool
  /// What the solver has chosen.
  let plan: CoveragePlan
  /// The problem that remains with the chosen exercises.
  let problem: CoverageProblem
  /// For each session the exercise around which it is held, by its place in the pool.
  let exercises: [Int?]

  init(_ demands: [Demand], _ list: SessionList, policy: LoopPolicy, exercises pool: ExercisePool) {
    self.demands = demands
    sessions = list.sessions
    self.policy = policy
    self.pool = pool
    var builder = ProblemBuilder(demands, list, policy: policy, exercises: pool)
    var search = ExerciseSearch(builder.problem)
    var outcome = search.solve()
    let required = demands.count { $0.importance == .required && $0.isInLibrary }
    var showing = Showing.own
    let wider: [(ExercisePool.Reach, Showing)] = [
      (.far, .own), (.near, .passing), (.far, .passing), (.near, .all),
    ]
    for (reach, besides) in wider {
      let leavesOut = outcome.plan.objective.once < required
      // What is shown in passing is better than fewer exercises, or than leaving out what is required.
      let isBare =
        switch (reach, besides) {
        case (.near, .passing): outcome.leavesExercises(of: builder.problem)
        case (_, .all): outcome.plan.objective.bare > 0
        default: false
        }
      guard isBare || leavesOut && besides < .all else { continue }
      let other = builder.reaching(reach, pool, list.sessions, besides)
      var search = ExerciseSearch(other.problem, beating: outcome)
      guard isBare || search.mayRateMore() else { continue }
      let found = search.solve()
      let (objective, before) = (found.plan.objective, outcome.plan.objective)
      if besides == showing ? objective.rank > before.rank : objective.isFuller(than: before) {
        (builder, outcome, showing) = (other, found, besides)
      }
    }
    self.showing = showing
    self.builder = builder
    problem = outcome.problem
    exercises = outcome.exercises
    var plan = NearnessExchange(problem).improve(outcome.plan)
    if showing > .own {
      plan.seats = pool.withoutPassing(plan.seats, outcome.exercises, sessions)
    }
    self.plan = plan
  }

  /// The sessions that are held, in order. A screen of the policy that finds nothing to rate is not.
  var held: [Int] { Bits(plan.held).filter { !isIdleScreen($0) } }

  private func isIdleScreen(_ session: Int) -> Bool {
    let screen = sessions[session]
    guard screen.isScreen, screen.stage == nil, screen.places(under: policy) > 0 else { return false }
    return plan.seats.allSatisfy { $0 >> UInt64(session) & 1 == 0 }
  }

  /// The words of the posting of which the exercises are made.
  var madeWords: MadeWords {
    var made = MadeWords()
    for session in held {
      guard let exercise = exercises[session] else { continue }
      let rated = demands.indices.filter { plan.seats[$0] >> UInt64(session) & 1 == 1 }
      made.add(pool.links(of: exercise, rating: rated))
    }
    return made
  }

  /// Whether any session at all could rate a demand.
  func isRatable(_ demand: Int) -> Bool { builder.problem.isRatable(demand) }

  /// Whether the loop rates a demand.
  func isRated(_ demand: Int) -> Bool { plan.seats[demand] != 0 }

  /// Whether nothing is missing: all that is required is rated, what is expected is held, and each interview around the
  /// exercise that it needs.
  var isWhole: Bool {
    required.allSatisfy(isRated) && plan.objective.bare == 0
      && plan.objective.expected >= builder.problem.sessions.count(where: \.isExpected)
  }

  /// The required demands that the library knows.
  var required: [Int] {
    demands.indices.filter { demands[$0].importance == .required && demands[$0].isInLibrary }
  }

  /// How good the plan is. An alternative that the library does not have is not counted where it has
  /// another of the same group.
  var optimality: Optimality {
    let groups = Set(demands.filter(\.isInLibrary).compactMap { $0.alternatives.first?.anyOf })
    let counted = demands.filter { demand in
      demand.isInLibrary || !(demand.alternatives.first?.anyOf.map(groups.contains) ?? false)
    }
    func all(_ importance: Importance) -> Int { counted.count { $0.importance == importance } }
    func rated(_ importance: Importance) -> Int {
      demands.indices.count { demands[$0].importance == importance && isRated($0) }
    }
    // The plan may count others as required, where the posting demands nothing.
    let none = Objective()
    let (reached, bound) = required.isEmpty ? (none, none) : (plan.objective, plan.bound)
    // A second reading counts for less where the posting has little to say of a demand, and is one all the same.
    let twice = required.count { plan.seats[$0].nonzeroBitCount > 1 }
    return Optimality(
      isProven: plan.isProven, required: (reached.once, all(.required)), requiredApt: reached.apt,
      requiredTwice: twice, bound: (bound.once, bound.apt, bound.twice + twice - reached.twice),
      preferred: (rated(.preferred), all(.preferred)), duties: (rated(.duty), all(.duty)))
  }
}

extension ExerciseSearch.Outcome {
  /// Whether a session is held without an exercise that could be held around one.
  fileprivate func leavesExercises(of problem: CoverageProblem) -> Bool {
    Bits(plan.held).contains { exercises[$0] == nil && !problem.suited($0).isEmpty }
  }
}

internal import Rubric

/// Says whether some loop rates all of some demands at least once.
///
/// Most often a loop that is known does so with its demands in other places, held as it is around its exercises: that
/// takes one matching. Only where none does, loops with other sessions and exercises are sought.
struct RatingCheck {
  /// How many nodes a search that only asks whether something is possible may take.
  static let nodeLimit = 100
  /// How many cases of exercises such a search may look at.
  static let steps = 60

  /// How many nodes a search around the exercises of a loop that is known may take.
  private static let glanceLimit = 12
  /// How many nodes are taken at first without exercises, and how many cases of exercises are looked at; then, where
  /// nothing is found, how many more.
  private static let efforts = [(nodes: glanceLimit, steps: 1), (nodes: nodeLimit, steps: steps)]

  private let problem: CoverageProblem
  /// The loops that are known, the latest last.
  private var known: [KnownLoop]

  /// A check of a problem, of which a loop may be known.
  init(_ problem: CoverageProblem, known: KnownLoop? = nil) {
    self.problem = problem
    self.known = known.map { [$0] } ?? []
  }

  /// Whether some loop rates all of these demands at least once.
  mutating func canRate(all wanted: [Int]) -> Bool {
    let goal = wanted.count
    for loop in known.indices.reversed() where known[loop].rates(wanted) { return true }
    for loop in known.reversed()
    where plan(goal, loop.problem.asking(only: wanted), nodeLimit: Self.glanceLimit) != nil {
      return true
    }
    let asked = problem.asking(for: wanted)
    var glance = ExerciseSearch(asked, goal: goal)
    guard glance.mayReachGoal() else { return false }
    for effort in Self.efforts {
      if let plan = plan(goal, asked, nodeLimit: effort.nodes) {
        known.append(KnownLoop(glance.reach.rest(problem.sessions.map { _ in nil }, held: plan.held), plan))
        return true
      }
      var search = ExerciseSearch(asked, goal: goal, nodeLimit: Self.nodeLimit, steps: effort.steps)
      let found = search.find()
      if found.plan.objective.once == goal {
        known.append(KnownLoop(found.problem, found.plan))
        return true
      }
      if found.plan.bound.once < goal { return false }
    }
    return false
  }

  /// A plan around no other exercises than there are yet that rates so many required demands, if one is found.
  private func plan(_ goal: Int, _ problem: CoverageProblem, nodeLimit: Int) -> CoveragePlan? {
    var solver = CoverageSolver(problem, goal: goal, nodeLimit: nodeLimit)
    let plan = solver.solve()
    return plan.objective.once == goal ? plan : nil
  }
}

extension CoverageProblem {
  /// The problem when nothing but these demands is asked for, each once, and no other is rated.
  func asking(only wanted: [Int]) -> CoverageProblem {
    var problem = self
    for demand in demands.indices { problem.demands[demand].readings = 0 }
    for demand in wanted { problem.demands[demand] = Demand(importance: .required, readings: 1) }
    return problem
  }

  /// The problem when nothing but these demands is asked for, each once. The others may come in where their questions
  /// show one of these.
  fileprivate func asking(for wanted: [Int]) -> CoverageProblem {
    var problem = self
    for demand in demands.indices {
      problem.demands[demand].readings = min(1, problem.demands[demand].readings)
      problem.demands[demand].importance = .duty
    }
    for demand in wanted { problem.demands[demand] = Demand(importance: .required, readings: 1) }
    return problem
  }
}

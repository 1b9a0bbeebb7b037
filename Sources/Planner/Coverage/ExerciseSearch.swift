/// Chooses the sessions to hold, the exercises around which they are held, and what each rates.
///
/// A session held around an exercise rates what the exercise shows, and what its remaining minutes leave
/// a question for. The search decides on one session after the other; the matching with whatever any
/// exercise still open could show bounds all that can come of a case (branch and bound). With all
/// decided, `CoverageSolver` sees to the questions. Proven is the `rank` of the objective; among plans of
/// one rank, the exercises of most worth are tried first, and those of the best plan once more.
struct ExerciseSearch {
  /// A plan with the exercises around which its sessions are held.
  struct Outcome {
    /// What has been chosen.
    var plan: CoveragePlan
    /// For each session its exercise, by its place in the exercises of the problem.
    var exercises: [Int?]
    /// The problem that remains with these exercises: they stand in it as questions of no minutes.
    var problem: CoverageProblem
  }

  let problem: CoverageProblem
  let reach: ExerciseReach
  private let gains: Gains
  private let closest: [CoverageProblem.Closeness]
  private let goal: Int?
  private let floor: Int
  private let nodeLimit: Int
  private var stepsLeft: Int
  private var best: Outcome?
  private var unexplored: Objective?

  /// A search. With a goal it stops as soon as that many required demands are rated; with a floor it looks only
  /// for plans that rate more than that many.
  init(
    _ problem: CoverageProblem, goal: Int? = nil, floor: Int = -1, nodeLimit: Int = 400, steps: Int = 400
  ) {
    reach = ExerciseReach(problem)
    let problem = reach.atBest
    self.problem = problem
    self.goal = goal
    self.floor = floor
    self.nodeLimit = nodeLimit
    stepsLeft = steps
    gains = Gains(problem)
    closest = problem.sessions.indices.map { problem.closest($0) }
  }

  /// The best plan.
  mutating func solve() -> Outcome {
    var outcome = search()
    approach(&outcome)
    shed(&outcome)
    note(&outcome.plan)
    return outcome
  }

  /// A plan that reaches the goal, if there is one. No more is looked at than it takes.
  mutating func seekGoal() -> CoveragePlan {
    var plan = search().plan
    note(&plan)
    return plan
  }

  /// Notes on a plan how far it may be from the best.
  private func note(_ plan: inout CoveragePlan) {
    guard let unexplored, unexplored.rank > plan.objective.rank else { return }
    plan.isProven = false
    plan.bound = unexplored
  }

  private mutating func search() -> Outcome {
    let sets = HeldSessions(problem, possible: reach.open, limit: Self.setLimit)
    if sets.isCut { leave(sets.boundOfAll()) }
    var ties = 0
    for (held, bound) in sets.all {
      if let best, bound <= best.plan.objective { break }
      if isDone(bound) { break }
      let root = Case(held: held, exercises: problem.sessions.map { _ in nil }, open: reach.welcoming & held)
      stepsLeft -= 1
      let most = self.bound(of: root, reach.possible(root.exercises, open: root.open, held: held))
      guard best.map({ most > $0.plan.objective }) ?? true else { continue }
      if let best, most.rank == best.plan.objective.rank {
        ties += 1
        if ties > Self.tieLimit { continue }
      }
      descend(root, most)
    }
    return best ?? outcome(of: Case(held: problem.fixed, exercises: problem.sessions.map { _ in nil }))
  }

  /// Whether places alone leave it open that the goal is reached: as if each session were held around all of its
  /// exercises, and there were no end of questions. Without a goal always.
  var mayReachGoal: Bool {
    guard let goal else { return true }
    let none = Limits(demands: reach.open.count)
    let sets = HeldSessions(problem, possible: reach.open, limit: Self.setLimit)
    return sets.isCut
      || sets.all.prefix { $0.bound.once >= goal }.contains { held, _ in
        let matching = PlaceMatching(problem, gains, possible: reach.open, held: held, limits: none)
        return problem.objective(held: held, seats: matching.seats).once >= goal
      }
  }

  /// The most sets of sessions that are looked at for a better score alone.
  private static let tieLimit = 2

  /// The most sets of sessions that are looked at.
  private static let setLimit = 5_000

  /// What has been decided.
  struct Case {
    /// The sessions that are held.
    var held: UInt64
    /// The exercises chosen.
    var exercises: [Int?]
    /// The sessions whose exercise is still open.
    var open: UInt64 = 0
  }

  private func isDone(_ bound: Objective) -> Bool {
    guard bound.once > floor else { return true }
    guard let goal else { return false }
    return best?.plan.objective.once ?? 0 >= goal || bound.once < goal
  }

  /// Looks for the best plan of a case, of which a bound is known.
  private mutating func descend(_ node: Case, _ most: Objective) {
    guard let session = Bits(node.open).first else {
      let found = outcome(of: node, atLeast: best?.plan.objective.rank)
      if !found.plan.isProven { leave(found.plan.bound) }
      if best.map({ found.plan.objective > $0.plan.objective }) ?? true { best = found }
      return
    }
    for (child, bound) in children(of: node, most, at: session) {
      guard best.map({ bound.rank > $0.plan.objective.rank }) ?? true, !isDone(bound) else { break }
      guard stepsLeft > 0 || best == nil else {
        leave(bound)
        break
      }
      descend(child, bound)
    }
  }

  /// The cases of a session, the most promising first: each exercise that is not taken, and none. Those that the
  /// bound of the case rules out are left out.
  private mutating func children(
    of node: Case, _ most: Objective, at session: Int
  ) -> [(Case, Objective)] {
    var children: [(case: Case, bound: Objective, place: Int)] = []
    let free = problem.suited[session].filter { problem.mayJoin($0, node.exercises) }
    let choices = free.filter { !isSurpassed($0, among: free, at: session) }.map { Optional($0) } + [nil]
    for (place, exercise) in choices.enumerated() {
      stepsLeft -= 1
      if let best, limit(exercise, at: session, most).rank <= best.plan.objective.rank { continue }
      var child = node
      child.exercises[session] = exercise
      child.open &= ~(1 << UInt64(session))
      let possible = reach.possible(child.exercises, open: child.open, held: child.held)
      children.append((child, bound(of: child, possible), place))
    }
    children.sort { a, b in a.bound.rank == b.bound.rank ? a.place < b.place : a.bound.rank > b.bound.rank }
    return children.map { ($0.case, $0.bound) }
  }

  /// What the bound of a case leaves for a choice in one of its open sessions, no place looked at: an exercise shows no
  /// more than all of them together, and it is as near as it is.
  private func limit(_ exercise: Int?, at session: Int, _ most: Objective) -> Objective {
    var limit = most
    limit.remove(closest[session])
    if let exercise {
      limit.add(problem.exercises[exercise].closeness)
    } else if problem.sessions[session].needsExercise {
      limit.bare += 1
    }
    return limit
  }

  /// Whether an exercise before this one, and so worth more, shows the same in no more minutes, and no other
  /// session could be held around it.
  private func isSurpassed(_ exercise: Int, among free: [Int], at session: Int) -> Bool {
    free.prefix { $0 != exercise }.contains { other in
      problem.exercises[other].shows == problem.exercises[exercise].shows
        && problem.exercises[other].minutes <= problem.exercises[exercise].minutes
        && problem.exercises[other].closeness >= problem.exercises[exercise].closeness
        && problem.exercises[other].excludes.isSubset(of: problem.exercises[exercise].excludes)
        && !problem.suited.indices.contains { $0 != session && problem.suited[$0].contains(other) }
    }
  }

  /// The best that can come of a case.
  private func bound(of node: Case, _ possible: [UInt64]) -> Objective {
    let none = Limits(demands: possible.count)
    let matching = PlaceMatching(problem, gains, possible: possible, held: node.held, limits: none)
    var bound = problem.objective(held: node.held, seats: matching.seats)
    bound.bare = bareCount(node)
    for session in Bits(node.held) { bound.add(closeness(session, node)) }
    return bound
  }

  private func bareCount(_ node: Case) -> Int {
    Bits(node.held & ~node.open).count { problem.sessions[$0].needsExercise && node.exercises[$0] == nil }
  }

  /// How close the exercise of a session is, or could be.
  private func closeness(_ session: Int, _ node: Case) -> CoverageProblem.Closeness {
    if node.open >> UInt64(session) & 1 == 1 { return closest[session] }
    return node.exercises[session].map { problem.exercises[$0].closeness } ?? .far
  }

  /// The best plan of a case in which all is decided; any plan where none reaches the least rank asked for.
  func outcome(of node: Case, atLeast least: Objective.Rank? = nil) -> Outcome {
    let rest = reach.rest(node.exercises, held: node.held)
    var solver = CoverageSolver(rest, goal: goal, atLeast: goal == nil ? least : nil, nodeLimit: nodeLimit)
    let plan = binding(rest, node.exercises).bind(solver.solve())
    return Outcome(plan: plan, exercises: node.exercises, problem: rest)
  }

  func binding(_ rest: CoverageProblem, _ exercises: [Int?]) -> ExerciseBinding {
    ExerciseBinding(problem: rest, made: exercises.map { $0.map { problem.exercises[$0].rates } ?? [] })
  }

  /// Notes that something better might have been there.
  private mutating func leave(_ bound: Objective) {
    unexplored = unexplored.map { max($0, bound) } ?? bound
  }
}

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
  private let nodeLimit: Int
  private var matching: PlaceMatching
  private var stepsLeft: Int
  private let known: Outcome?
  private var best: Outcome?
  private var unexplored: Objective?

  /// A search. With a goal it stops as soon as that many required demands are rated. With a plan to beat it looks only
  /// for those of a higher rank.
  init(
    _ problem: CoverageProblem, goal: Int? = nil, beating known: Outcome? = nil, nodeLimit: Int = 400,
    steps: Int = 400
  ) {
    reach = ExerciseReach(problem)
    let problem = reach.atBest
    self.problem = problem
    self.goal = goal
    self.nodeLimit = nodeLimit
    self.known = known
    best = known
    stepsLeft = steps
    gains = Gains(problem)
    matching = PlaceMatching(problem, gains)
    closest = problem.sessions.indices.map { problem.closest($0) }
  }

  /// The best plan; the one to beat where there is none of a higher rank.
  mutating func solve() -> Outcome {
    var outcome = search()
    if let known, outcome.plan.objective.rank <= known.plan.objective.rank { return known }
    approach(&outcome)
    shed(&outcome)
    note(&outcome.plan)
    return outcome
  }

  /// A plan of the best rank, or that reaches the goal, with the exercises by which it was found.
  mutating func find() -> Outcome {
    var outcome = search()
    note(&outcome.plan)
    return outcome
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
      if goal != nil, best != nil, stepsLeft <= 0 {
        leave(bound)
        break
      }
      stepsLeft -= 1
      let root = root(held)
      guard best.map({ root.bound > $0.plan.objective }) ?? true else { continue }
      if let best, root.bound.rank == best.plan.objective.rank {
        ties += 1
        if ties > Self.tieLimit { continue }
      }
      descend(root)
    }
    return best ?? outcome(of: Case(held: problem.fixed, exercises: problem.sessions.map { _ in nil }))
  }

  /// Whether places alone leave it open that the goal is reached: as if each session were held around all of its
  /// exercises, and there were no end of questions. Without a goal always.
  mutating func mayReachGoal() -> Bool {
    guard let goal else { return true }
    let sets = HeldSessions(problem, possible: reach.open, limit: Self.setLimit)
    if sets.isCut { return true }
    for (held, bound) in sets.all where bound.once >= goal {
      matching.bound(held: held, possible: reach.open)
      if problem.objective(held: held, seats: matching.seats).once >= goal { return true }
    }
    return false
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

  /// A case with what is known of it.
  private struct Node {
    var `case`: Case
    /// For each demand the sessions that can rate it, as bits.
    var possible: [UInt64]
    /// The best places, questions left aside, and what these are worth.
    var seats: [UInt64]
    var seated: Objective
    /// The best that can come of it.
    var bound: Objective
  }

  private func isDone(_ bound: Objective) -> Bool {
    guard let goal else { return false }
    return best?.plan.objective.once ?? 0 >= goal || bound.once < goal
  }

  /// Looks for the best plan of a case.
  private mutating func descend(_ node: Node) {
    guard let session = Bits(node.case.open).first else {
      let found = outcome(of: node.case, atLeast: best?.plan.objective.rank)
      if !found.plan.isProven { leave(found.plan.bound) }
      if best.map({ found.plan.objective > $0.plan.objective }) ?? true { best = found }
      return
    }
    for child in children(of: node, at: session) {
      guard best.map({ child.bound.rank > $0.plan.objective.rank }) ?? true, !isDone(child.bound) else {
        break
      }
      guard stepsLeft > 0 || best == nil else {
        leave(child.bound)
        break
      }
      descend(child)
    }
  }

  /// The case in which the exercises of all sessions held are still open.
  private mutating func root(_ held: UInt64) -> Node {
    let root = Case(held: held, exercises: problem.sessions.map { _ in nil }, open: reach.welcoming & held)
    return node(root, reach.open)
  }

  /// The cases of a session, the most promising first: each exercise that is not taken, and none. Those that the
  /// bound of the case rules out are left out.
  private mutating func children(of node: Node, at session: Int) -> [Node] {
    var children: [(node: Node, place: Int)] = []
    let free = problem.suited[session].filter { problem.mayJoin($0, node.case.exercises) }
    let choices = free.filter { !isSurpassed($0, among: free, at: session) }.map { Optional($0) } + [nil]
    for (place, exercise) in choices.enumerated() {
      stepsLeft -= 1
      if let best, limit(exercise, at: session, node.bound).rank <= best.plan.objective.rank { continue }
      var child = node.case
      child.exercises[session] = exercise
      child.open &= ~(1 << UInt64(session))
      let possible = reach.narrowed(node.possible, at: session, to: exercise)
      children.append((self.node(child, possible, within: node), place))
    }
    children.sort { a, b in
      a.node.bound.rank == b.node.bound.rank ? a.place < b.place : a.node.bound.rank > b.node.bound.rank
    }
    return children.map(\.node)
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

  /// What is known of a case with the sessions that can rate each demand. Where the best places of the case that it is
  /// part of are all left to it, no better ones can be.
  private mutating func node(_ given: Case, _ possible: [UInt64], within whole: Node? = nil) -> Node {
    var node: Node
    if let whole, zip(whole.seats, possible).allSatisfy({ $0 & ~$1 == 0 }) {
      node = Node(
        case: given, possible: possible, seats: whole.seats, seated: whole.seated, bound: whole.seated)
    } else {
      matching.bound(held: given.held, possible: possible)
      let seated = problem.objective(held: given.held, seats: matching.seats)
      node = Node(case: given, possible: possible, seats: matching.seats, seated: seated, bound: seated)
    }
    node.bound.bare = bareCount(given)
    for session in Bits(given.held) { node.bound.add(closeness(session, given)) }
    return node
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

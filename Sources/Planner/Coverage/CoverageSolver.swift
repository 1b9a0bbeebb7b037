/// Chooses the sessions to hold and what each rates, as well as the policy allows.
///
/// For each set of sessions a matching gives the best plan that there could be if questions were no
/// matter. Where they are, the search branches: at least one pair of the conflict has to go, or
/// another pair has to come that brings a question for one of them. The matching of a branch bounds
/// all that can come of it (branch and bound, Land & Doig 1960). What is proven is the `rank` of the
/// objective; the score is the best of the plans that the search came by.
struct CoverageSolver {
  private let problem: CoverageProblem
  private let possible: [UInt64]
  private var places: PlaceMatching
  private var count: PlaceCount
  /// For each session in which a conflict was found, what its questions take.
  private var sessionMinutes: [QuestionMinutes?]
  private let goal: Int?
  private let least: Objective.Rank?
  private let nodeLimit: Int
  private var nodes = 0
  private var best: CoveragePlan?
  private var unexplored: Objective?

  /// A solver. With a goal it stops as soon as that many required demands are rated, and does not look
  /// where so many cannot be. With a plan to beat it gives that plan unless another is better. What ranks
  /// below the least rank asked for is not searched for: where there is nothing else, any plan will do.
  init(
    _ problem: CoverageProblem, goal: Int? = nil, beating plan: CoveragePlan? = nil,
    atLeast least: Objective.Rank? = nil, nodeLimit: Int = 5_000
  ) {
    best = plan
    self.problem = problem
    self.goal = goal
    self.least = least
    self.nodeLimit = nodeLimit
    possible = problem.demands.indices.map { problem.possible($0) }
    places = PlaceMatching(problem, Gains(problem))
    count = PlaceCount(problem)
    sessionMinutes = problem.sessions.map { _ in nil }
  }

  /// The best plan.
  mutating func solve() -> CoveragePlan {
    let sets = HeldSessions(problem, possible: possible, limit: nodeLimit)
    if sets.isCut { leave(sets.boundOfAll()) }
    for (held, bound) in sets.all {
      if let best, bound <= best.objective { break }
      if isDone(bound) { break }
      if let goal, !count.reaches(goal, held: held, possible: possible) { continue }
      explore(matching(held, problem.limits), isRoot: true)
    }
    var plan = best ?? CoveragePlan(held: problem.fixed, seats: possible.map { _ in 0 }, problem)
    if let unexplored, unexplored.rank > plan.objective.rank {
      plan.isProven = false
      plan.bound = unexplored
    }
    return plan
  }

  /// Whether the goal is reached, or out of reach of a bound.
  private func isDone(_ bound: Objective) -> Bool {
    guard let goal else { return false }
    return best?.objective.once ?? 0 >= goal || bound.once < goal
  }

  private struct Node {
    var plan: CoveragePlan
    var limits: Limits
    /// The best that can come of it: more than the plan is worth where a demand's sessions cross.
    var bound: Objective
    var crossing: (demand: Int, crossing: Crossing)?
  }

  private mutating func matching(_ held: UInt64, _ limits: Limits) -> Node {
    places.fill(held: held, possible: possible, limits: limits)
    let plan = CoveragePlan(held: held, seats: places.seats, problem)
    let crossings = places.crossings
    var bound = plan.objective
    bound.core += crossings.count
    return Node(plan: plan, limits: limits, bound: bound, crossing: crossings.first)
  }

  private mutating func explore(_ node: Node, isRoot: Bool = false) {
    guard isPromising(node.bound, held: node.plan.held), !isDone(node.bound) else { return }
    nodes += 1
    let conflict = QuestionConflict(problem, seats: node.plan.seats, limits: node.limits)
    if conflict == nil, isPromising(node.plan.objective, held: node.plan.held) { best = node.plan }
    if conflict != nil, isRoot { repair(node.plan) }
    guard conflict != nil || node.crossing != nil else { return }
    guard nodes < nodeLimit else { return leave(node.bound) }
    var children: [Node] = []
    if let conflict {
      if !conflict.isCertain { leave(node.bound) }
      branch(node, at: conflict) { solver, child in
        // With a goal, one case is as good as another.
        if solver.goal == nil { children.append(child) } else { solver.explore(child) }
      }
    } else if let (demand, crossing) = node.crossing {
      children = cases(of: node, demand, crossing)
    }
    for child in children.sorted(by: { $0.bound > $1.bound }) { explore(child) }
  }

  /// Whether something of some worth could still be the best. Among plans with the same sessions a better
  /// score alone is not worth the search.
  private func isPromising(_ worth: Objective, held: UInt64) -> Bool {
    if let least, worth.rank < least { return false }
    guard let best else { return true }
    if best.held == held { return worth.rank > best.objective.rank }
    return worth > best.objective
  }

  /// The cases in which one session or none of those rates a demand that are both made for it and held for it above all;
  /// no plan belongs to two of them.
  private mutating func cases(of node: Node, _ demand: Int, _ crossing: Crossing) -> [Node] {
    var limits = node.limits
    var cases: [Node] = []
    for session in Bits(crossing.both & possible[demand] & node.plan.held & ~limits.forbidden[demand]) {
      if limits.forced[demand].nonzeroBitCount < problem.demands[demand].readings {
        var with = limits
        with.force(Pair(demand: demand, session: session))
        cases.append(matching(node.plan.held, with))
      }
      limits.forbid(Pair(demand: demand, session: session))
    }
    return cases + [matching(node.plan.held, limits)]
  }

  /// Whether a search with a goal need not look at any more cases of a plan, or may not.
  private mutating func isOver(_ plan: CoveragePlan) -> Bool {
    guard goal != nil else { return false }
    if isDone(plan.objective) { return true }
    guard nodes < nodeLimit else {
      leave(plan.objective)
      return true
    }
    return false
  }

  private mutating func minutes(of session: Int) -> QuestionMinutes {
    let minutes = sessionMinutes[session] ?? QuestionMinutes(problem, in: session)
    sessionMinutes[session] = minutes
    return minutes
  }

  /// Calls with the cases into which a conflict splits a node; no plan belongs to two of them.
  private mutating func branch(
    _ node: Node, at conflict: QuestionConflict, _ body: (inout CoverageSolver, Node) -> Void
  ) {
    var limits = node.limits
    for pair in conflict.pairs where !limits.isForced(pair) {
      if isOver(node.plan) { return }
      var without = limits
      without.forbid(pair)
      body(&self, matching(node.plan.held, without))
      // With those before it in their places there is no room for this one.
      if limits.isForbidden(pair) { return }
      limits.force(pair)
      guard minutes(of: pair.session).keepRoom(&limits) else { return }
    }
    for pair in helpers(of: conflict.pairs, limits) {
      if isOver(node.plan) { return }
      var with = limits
      with.force(pair)
      body(&self, matching(node.plan.held, with))
      limits.forbid(pair)
    }
  }

  /// Pairs that may still join the sessions of a conflict and have a question that shows one of it.
  private func helpers(of pairs: [Pair], _ limits: Limits) -> [Pair] {
    var helpers: [Pair] = []
    for session in Set(pairs.map(\.session)).sorted() {
      let seated = pairs.filter { $0.session == session }.map(\.demand)
      let taken = limits.forced.count { $0 >> UInt64(session) & 1 == 1 }
      guard taken < problem.sessions[session].places else { continue }
      for demand in problem.demands.indices where !seated.contains(demand) {
        let pair = Pair(demand: demand, session: session)
        guard mayJoin(pair, limits) else { continue }
        let options = problem.options(of: pair)
        if options.contains(where: { problem.shows[$0.question].contains(where: seated.contains) }) {
          helpers.append(pair)
        }
      }
    }
    return helpers
  }

  private func mayJoin(_ pair: Pair, _ limits: Limits) -> Bool {
    let bit: UInt64 = 1 << UInt64(pair.session)
    let (forced, forbidden) = (limits.forced[pair.demand], limits.forbidden[pair.demand])
    return possible[pair.demand] & bit != 0 && (forced | forbidden) & bit == 0
      && forced.nonzeroBitCount < problem.demands[pair.demand].readings
  }

  /// Makes a plan possible by leaving out of each conflict what counts least.
  private mutating func repair(_ plan: CoveragePlan) {
    var seats = plan.seats
    let (none, kept) = (Limits(demands: seats.count), problem.limits)
    while let conflict = QuestionConflict(problem, seats: seats, limits: none) {
      let candidates = conflict.pairs.filter { !kept.isForced($0) }.map { pair -> [UInt64] in
        var without = seats
        without[pair.demand] &= ~(1 << UInt64(pair.session))
        return without
      }
      let best = candidates.max {
        problem.objective(held: 0, seats: $0) < problem.objective(held: 0, seats: $1)
      }
      guard let best else { break }
      let objective = problem.objective(held: plan.held, seats: best)
      if let least, objective.rank < least { return }
      if let goal, objective.once < goal { return }
      seats = best
    }
    let repaired = CoveragePlan(held: plan.held, seats: seats, problem)
    if best.map({ repaired.objective > $0.objective }) ?? true { best = repaired }
  }

  /// Notes that something better might have been there.
  private mutating func leave(_ bound: Objective) {
    unexplored = unexplored.map { max($0, bound) } ?? bound
  }
}

/// What a solver has chosen.
struct CoveragePlan {
  /// The sessions to hold, as bits.
  let held: UInt64
  /// The sessions that rate each demand, as bits.
  var seats: [UInt64]
  /// How good that is.
  var objective: Objective
  /// Whether nothing better is possible, scores aside.
  var isProven = true
  /// The best that could be.
  var bound: Objective

  init(held: UInt64, seats: [UInt64], _ problem: CoverageProblem) {
    self.held = held
    self.seats = seats
    objective = problem.objective(held: held, seats: seats)
    bound = objective
  }
}

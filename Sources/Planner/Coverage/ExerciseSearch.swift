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
  private var count: PlaceCount
  private var exercises: WorthwhileExercises
  private var rooms: SessionRooms
  private var stepsLeft: Int
  /// Whether only the most promising choices are followed.
  private var isDiving = false
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
    count = PlaceCount(problem)
    exercises = WorthwhileExercises(problem)
    rooms = SessionRooms(problem)
    closest = problem.sessions.indices.map { problem.closest($0) }
  }

  /// The best plan; the one to beat where there is none of a higher rank.
  mutating func solve() -> Outcome {
    var outcome = search()
    if let known, outcome.plan.objective.rank <= known.plan.objective.rank { return known }
    approach(&outcome)
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
    var divesLeft = Self.diveLimit
    for (held, bound) in sets.all {
      if let best, bound <= best.plan.objective { break }
      if isDone(bound) { break }
      if goal != nil, best != nil, stepsLeft <= 0 {
        leave(bound)
        break
      }
      stepsLeft -= 1
      guard mayRateAsMany(held) else { continue }
      let root = root(held)
      guard best.map({ root.bound > $0.plan.objective }) ?? true else { continue }
      if let best, root.bound.rank == best.plan.objective.rank {
        ties += 1
        if ties > Self.tieLimit { continue }
      }
      isDiving = goal == nil && stepsLeft <= 0 && best != nil
      if isDiving {
        divesLeft -= 1
        guard divesLeft >= 0 else {
          leave(root.bound)
          continue
        }
      }
      descend(root)
    }
    return best ?? outcome(of: Case(held: problem.fixed, exercises: problem.sessions.map { _ in nil }))
  }

  /// Whether some sessions have places for as many required demands as the best plan rates.
  private mutating func mayRateAsMany(_ held: UInt64) -> Bool {
    guard goal == nil, let best else { return true }
    count.places = rooms.most
    return count.reaches(best.plan.objective.once, held: held, possible: reach.open)
  }

  /// Whether places alone leave it open that the goal is reached: as if each session were held around all of its
  /// exercises, and there were no end of questions. Without a goal always.
  mutating func mayReachGoal() -> Bool {
    goal.map { mayRate($0) } ?? true
  }

  /// Whether places alone leave it open that more required demands are rated than by the plan to beat.
  mutating func mayRateMore() -> Bool {
    known.map { mayRate($0.plan.objective.once + 1) } ?? true
  }

  private mutating func mayRate(_ once: Int) -> Bool {
    let sets = HeldSessions(problem, possible: reach.open, limit: Self.setLimit)
    if sets.isCut { return true }
    return sets.all.contains { held, bound in
      bound.once >= once && count.reaches(once, held: held, possible: reach.open)
    }
  }

  /// In so many sets of sessions the most promising choices are followed once the steps are used up: a plan without
  /// exercises that was found first is none to end with.
  private static let diveLimit = 6

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
    /// For each session how many demands it has room for.
    var room: [Int]
    /// The best places, questions left aside, and what these are worth.
    var seats: [UInt64]
    var seated: Objective
    /// The best that can come of it.
    var bound: Objective
  }

  /// What a session of a case may be held around.
  private struct Choice {
    let session: Int
    /// The exercise, or none.
    let exercise: Int?
    /// The best that can come of it, as far as is known.
    var limit: Objective
    /// The case with this choice, once its places have been looked at.
    var node: Node?
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
    var choices = choices(of: node, at: session)
    var isFirst = true
    while let child = next(of: &choices, within: node) {
      guard best.map({ child.bound.rank > $0.plan.objective.rank }) ?? true, !isDone(child.bound) else {
        break
      }
      guard stepsLeft > 0 || best == nil || isDiving && isFirst else {
        leave(child.bound)
        break
      }
      descend(child)
      isFirst = false
    }
  }

  /// The case in which the exercises of all sessions held are still open.
  private mutating func root(_ held: UInt64) -> Node {
    let root = Case(held: held, exercises: problem.sessions.map { _ in nil }, open: reach.welcoming & held)
    var room = rooms.most
    for session in Bits(held & ~root.open) { room[session] = rooms.room(in: session, around: nil) }
    return node(root, reach.open, room)
  }

  /// What a session may be held around: each exercise that is not taken, and none. Those that the bound of the case
  /// rules out are left out.
  private mutating func choices(of node: Node, at session: Int) -> [Choice] {
    var choices: [Choice] = []
    for exercise in exercises.around(session, beside: node.case.exercises).map({ Optional($0) }) + [nil] {
      stepsLeft -= 1
      let limit = limit(exercise, at: session, node.bound)
      if let best, limit.rank <= best.plan.objective.rank { continue }
      choices.append(Choice(session: session, exercise: exercise, limit: limit))
    }
    return choices
  }

  /// The most promising choice that is left, as a case, the first of equals; nil where none could be better than the
  /// best plan. Places are looked at only where what is known without them is not enough to tell.
  private mutating func next(of choices: inout [Choice], within node: Node) -> Node? {
    while let place = mostPromising(choices) {
      if let best, choices[place].limit.rank <= best.plan.objective.rank { return nil }
      if let known = choices[place].node {
        choices.remove(at: place)
        return known
      }
      let choice = choices[place]
      var child = node.case
      child.exercises[choice.session] = choice.exercise
      child.open &= ~(1 << UInt64(choice.session))
      let possible = reach.narrowed(node.possible, at: choice.session, to: choice.exercise)
      var room = node.room
      room[choice.session] = rooms.room(in: choice.session, around: choice.exercise)
      guard mayBeat(choice.limit, held: child.held, possible, room) else {
        choices.remove(at: place)
        continue
      }
      let known = self.node(child, possible, room, within: node)
      choices[place].node = known
      choices[place].limit = known.bound
    }
    return nil
  }

  private func mostPromising(_ choices: [Choice]) -> Int? {
    var most: Int?
    for place in choices.indices {
      if let most, choices[place].limit.rank <= choices[most].limit.rank { continue }
      most = place
    }
    return most
  }

  /// Whether a case may be better than the best plan, as far as its bound and the number of demands tell that find
  /// places.
  private mutating func mayBeat(
    _ bound: Objective, held: UInt64, _ possible: [UInt64], _ room: [Int]
  ) -> Bool {
    count.places = room
    if let goal { return count.reaches(goal, held: held, possible: possible) }
    guard let best = best?.plan.objective else { return true }
    return count.cut(bound, at: best.once, held: held, possible: possible).map { $0.rank > best.rank }
      ?? false
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

  /// What is known of a case with the sessions that can rate each demand. Where the best places of the case that it is
  /// part of are all left to it, with those that it has to have, no better ones can be.
  private mutating func node(
    _ given: Case, _ possible: [UInt64], _ room: [Int], within whole: Node? = nil
  ) -> Node {
    var node: Node
    let limits = limits(given)
    if let whole, zip(whole.seats, possible).allSatisfy({ $0 & ~$1 == 0 }),
      zip(limits.forced, whole.seats).allSatisfy({ $0 & ~$1 == 0 }), hasRoom(room, for: whole)
    {
      node = Node(
        case: given, possible: possible, room: room, seats: whole.seats, seated: whole.seated,
        bound: whole.seated)
    } else {
      matching.places = room
      matching.bound(held: given.held, possible: possible, limits: limits)
      var seated = problem.objective(held: given.held, seats: matching.seats)
      seated.core += matching.crossings.count
      node = Node(
        case: given, possible: possible, room: room, seats: matching.seats, seated: seated, bound: seated)
    }
    node.bound.bare = bareCount(given)
    for session in Bits(given.held) { node.bound.add(closeness(session, given)) }
    return node
  }

  /// Whether the places of a case are left where sessions have less room.
  private func hasRoom(_ room: [Int], for node: Node) -> Bool {
    room.indices.allSatisfy { session in
      room[session] == node.room[session]
        || node.seats.count { $0 >> UInt64(session) & 1 == 1 } <= room[session]
    }
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
    return Outcome(plan: solver.solve(), exercises: node.exercises, problem: rest)
  }

  /// What a case has to keep to: a session held around an exercise rates what that is made for.
  private func limits(_ given: Case) -> Limits {
    var limits = Limits(demands: problem.demands.count)
    for (session, exercise) in given.exercises.enumerated() {
      guard let main = exercise.flatMap({ problem.exercises[$0].main }) else { continue }
      limits.force(Pair(demand: main, session: session))
    }
    return limits
  }

  /// Notes that something better might have been there.
  private mutating func leave(_ bound: Objective) {
    unexplored = unexplored.map { max($0, bound) } ?? bound
  }
}

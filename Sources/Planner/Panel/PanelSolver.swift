/// Assigns people to interviews as well as a panel allows, exactly (docs/file-formats.md, Panel).
///
/// A branch and bound over the interviews, those that the fewest can run first. At each the people are tried in the
/// order of what they add at once, so that the first plan is good already. A branch is left when even the best that
/// could come of it, every demand rated by whoever could still come and the load spread as water in a basin, is no
/// better than what is known.
struct PanelSolver {
  /// The best assignment: for each session who holds it; nil for nobody.
  private(set) var holders: [Int?]
  /// Whether nothing better is possible.
  private(set) var isProven = true

  private let problem: PanelProblem
  /// The sessions in the order in which they are decided.
  private let order: [Int]
  /// For each step and each demand the people who can rate it and may hold a session from that step on.
  private var coming: [[UInt64]]
  /// For each step and each demand how many sessions from there on rate it and could be held by such a person.
  private var chances: [[Int]]
  private var best: PanelScore?
  private var steps: Int

  private var current: [Int?]
  private var raters: [UInt64]
  private var loads: [Int]
  private var interviews: [Int]
  private var minutes: [Int]

  /// Finds the best assignment in so many steps.
  init(_ problem: PanelProblem, steps: Int = 50_000) {
    self.problem = problem
    self.steps = steps
    let order = problem.sessions.indices.sorted { a, b in
      (problem.sessions[a].runners.nonzeroBitCount, a) < (problem.sessions[b].runners.nonzeroBitCount, b)
    }
    self.order = order
    coming = [Array(repeating: 0, count: problem.demands.count)]
    chances = [Array(repeating: 0, count: problem.demands.count)]
    for session in order.reversed().map({ problem.sessions[$0] }) {
      var (people, count) = (coming[0], chances[0])
      for demand in session.demands {
        let able = session.runners & problem.demands[demand].able
        people[demand] |= able
        if able != 0 { count[demand] += 1 }
      }
      coming.insert(people, at: 0)
      chances.insert(count, at: 0)
    }
    current = problem.sessions.map { _ in nil }
    holders = current
    raters = problem.demands.map { _ in 0 }
    loads = problem.people.map { _ in 0 }
    interviews = loads
    minutes = loads
    search(at: 0)
  }

  private mutating func search(at step: Int) {
    guard step < order.count else {
      let score = problem.score(current)
      if best.map({ score > $0 }) ?? true {
        best = score
        holders = current
      }
      return
    }
    guard steps > 0 else {
      isProven = false
      return
    }
    steps -= 1
    if let best, bound(at: step) <= best { return }
    let session = order[step]
    for person in candidates(for: session) {
      let before = raters
      hold(session, by: person, sign: 1)
      search(at: step + 1)
      hold(session, by: person, sign: -1)
      raters = before
    }
    search(at: step + 1)
  }

  /// Gives a session to a person, or takes it back; who rates what is put back by the caller.
  private mutating func hold(_ session: Int, by person: Int, sign: Int) {
    let held = problem.sessions[session]
    current[session] = sign > 0 ? person : nil
    loads[person] += sign * held.load
    interviews[person] += sign
    minutes[person] += sign * held.minutes
    guard sign > 0 else { return }
    for demand in held.demands { raters[demand] |= problem.demands[demand].able & 1 << UInt64(person) }
  }

  /// The people who may hold a session, those first who add the most at once, then the least loaded. Of people
  /// who have nothing yet and are alike in everything, the first stands for all.
  private func candidates(for session: Int) -> [Int] {
    let allowed = Array(Bits(problem.sessions[session].runners)).filter { isFree($0, for: session) }
    let distinct = allowed.filter { person in
      !allowed.contains { $0 < person && areAlike($0, person) }
    }
    let gains = distinct.map { gain(of: $0, in: session) }
    return distinct.indices.sorted { a, b in
      if gains[a] != gains[b] { return gains[a] > gains[b] }
      return (loads[distinct[a]], distinct[a]) < (loads[distinct[b]], distinct[b])
    }.map { distinct[$0] }
  }

  private func isFree(_ person: Int, for session: Int) -> Bool {
    interviews[person] < problem.people[person].interviews
      && minutes[person] + problem.sessions[session].minutes <= problem.people[person].minutes
  }

  private func areAlike(_ a: Int, _ b: Int) -> Bool {
    func isSame(_ people: UInt64) -> Bool { people >> UInt64(a) & 1 == people >> UInt64(b) & 1 }
    return interviews[a] == 0 && interviews[b] == 0 && problem.people[a] == problem.people[b]
      && problem.sessions.allSatisfy { isSame($0.runners) } && problem.demands.allSatisfy { isSame($0.able) }
  }

  /// What a person would add to the demands of a session at once: first readings before second ones.
  private func gain(of person: Int, in session: Int) -> Int {
    problem.sessions[session].demands.reduce(0) { gain, demand in
      let wanted = problem.demands[demand]
      guard wanted.able >> UInt64(person) & 1 == 1 else { return gain }
      if raters[demand] == 0 { return gain + (wanted.isRequired ? 10_000 : 1) }
      let isSecond = raters[demand].nonzeroBitCount == 1 && raters[demand] >> UInt64(person) & 1 == 0
      return gain + (isSecond && wanted.isRequired ? 100 : 0)
    }
  }

  /// The best that could come of the sessions held so far.
  private func bound(at step: Int) -> PanelScore {
    var bound = PanelScore()
    for case let holder? in current {
      bound.staffed += 1
      bound.order -= holder
    }
    var rest = 0
    for session in order[step...].map({ problem.sessions[$0] }) where session.runners != 0 {
      bound.staffed += 1
      bound.order -= session.runners.trailingZeroBitCount
      rest += session.load
    }
    for (index, demand) in problem.demands.enumerated() {
      let people = raters[index] | coming[step][index]
      guard people != 0 else { continue }
      guard demand.isRequired else {
        bound.others += 1
        continue
      }
      bound.once += 1
      let readings = raters[index].nonzeroBitCount + chances[step][index]
      if readings > 1, people.nonzeroBitCount > 1 { bound.twice += 1 }
    }
    bound.evenness = -leastSquares(adding: rest)
    return bound
  }

  /// The least that the squares of the loads can come to when so much is added: as if it could be poured over
  /// everybody.
  private func leastSquares(adding rest: Int) -> Int {
    let sorted = loads.sorted()
    var filled = 0
    var sum = 0
    for (index, load) in sorted.enumerated() {
      guard load * index - sum < rest else { break }
      sum += load
      filled = index + 1
    }
    let dry = sorted.dropFirst(filled).reduce(0) { $0 + $1 * $1 }
    return filled == 0 ? dry : dry + (sum + rest) * (sum + rest) / filled
  }
}

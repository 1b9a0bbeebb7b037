/// Chooses the questions of a plan: the best ones that leave every pair a question.
///
/// Session by session. Above all each first reading has a question of its own, then each other one,
/// then the questions suit best. What a session takes must leave questions for the sessions after it.
struct QuestionChooser {
  /// How a pair is shown.
  struct Choice {
    /// The pair.
    var pair: Pair
    /// Its own question, or the one through which it is shown, by number.
    var question: Int
    /// Whether the question is its own.
    var isOwn: Bool
  }

  /// The cost of a question for a pair, given all the demands of the session; the lower, the better.
  typealias Cost = (_ question: Int, _ pair: Pair, _ seated: [Int]) -> Int

  private let problem: CoverageProblem
  private let cost: Cost

  /// A chooser that goes by the cost of questions.
  init(_ problem: CoverageProblem, cost: @escaping Cost) {
    self.problem = problem
    self.cost = cost
  }

  /// A choice for each pair of a plan, in the order of `QuestionConflict.pairs(of:)`. Pairs that cannot
  /// have a question are left out; a plan of the solver has none.
  func choose(_ seats: [UInt64]) -> [Choice] {
    let pairs = QuestionConflict.pairs(of: seats)
    var assignment = QuestionAssignment(problem, pairs)
    guard var known = assignment.find() else { return [] }
    var used = Array(repeating: false, count: problem.shows.count)
    var choices: [Choice] = []
    for session in problem.sessions.indices {
      let here = Array(pairs.dropFirst(choices.count).prefix { $0.session == session })
      guard !here.isEmpty else { continue }
      let rest = Array(pairs.dropFirst(choices.count + here.count))
      var search = SessionChoice(problem, here: here, rest: rest, used: used, known: known)
      search.run(costs: here.map { costs(of: $0, among: here, isFirst: isFirst($0, seats)) })
      known = search.restWays
      for choice in search.choices where choice.isOwn { used[choice.question] = true }
      choices += search.choices
    }
    return choices
  }

  private func isFirst(_ pair: Pair, _ seats: [UInt64]) -> Bool {
    seats[pair.demand].trailingZeroBitCount == pair.session
  }

  private func costs(of pair: Pair, among here: [Pair], isFirst: Bool) -> SessionChoice.Costs {
    let seated = here.map(\.demand)
    let costs = problem.options(of: pair).map { (option: $0, cost: cost($0.question, pair, seated)) }
    let sorted = costs.sorted { ($0.cost, $0.option.question) < ($1.cost, $1.option.question) }
    return SessionChoice.Costs(own: sorted, through: isFirst ? 1 << 44 : 1 << 36)
  }
}

/// The search for the questions of one session.
struct SessionChoice {
  /// What each way to show a pair costs.
  struct Costs {
    /// Its own questions, the cheapest first.
    var own: [(option: CoverageProblem.Option, cost: Int)]
    /// Being shown by another's.
    var through: Int
  }

  /// The best choices found, one for each pair.
  private(set) var choices: [QuestionChooser.Choice]
  /// Ways for the pairs of later sessions that go with them.
  private(set) var restWays: [QuestionAssignment.Way]

  private let problem: CoverageProblem
  private let here: [Pair]
  private let rest: [Pair]
  private var used: [Bool]
  private var costs: [Costs] = []
  private var taken: [CoverageProblem.Option?] = []
  private var bestCost = Int.max
  private var stepsLeft = 2_000

  /// A search that begins with ways that are known to do for this session and the rest.
  init(_ problem: CoverageProblem, here: [Pair], rest: [Pair], used: [Bool], known: [QuestionAssignment.Way])
  {
    self.problem = problem
    self.here = here
    self.rest = rest
    self.used = used
    choices = zip(here, known).compactMap { pair, way in
      Self.question(of: way, in: known).map { .init(pair: pair, question: $0.number, isOwn: $0.isOwn) }
    }
    restWays = known.dropFirst(here.count).map { way in
      if case .through(let host) = way { return .through(pair: host - here.count) }
      return way
    }
  }

  private static func question(
    of way: QuestionAssignment.Way, in ways: [QuestionAssignment.Way]
  ) -> (number: Int, isOwn: Bool)? {
    switch way {
    case .own(let question): return (question, true)
    case .through(let host):
      guard case .own(let question) = ways[host] else { return nil }
      return (question, false)
    }
  }

  /// Looks for the cheapest choices.
  mutating func run(costs: [Costs]) {
    guard let session = here.first?.session else { return }
    self.costs = costs
    search(cost: 0, minutes: problem.sessions[session].ratedMinutes)
  }

  private mutating func search(cost: Int, minutes: Int) {
    stepsLeft -= 1
    guard stepsLeft > 0, cost < bestCost else { return }
    let index = taken.count
    guard index < here.count else { return accept(cost) }
    for (option, price) in costs[index].own where option.minutes <= minutes && !used[option.question] {
      guard cost + price < bestCost else { break }
      used[option.question] = true
      taken.append(option)
      search(cost: cost + price, minutes: minutes - option.minutes)
      taken.removeLast()
      used[option.question] = false
    }
    taken.append(nil)
    search(cost: cost + costs[index].through, minutes: minutes)
    taken.removeLast()
  }

  /// Keeps what has been taken, if it shows every pair and leaves questions for the rest.
  private mutating func accept(_ cost: Int) {
    var found: [QuestionChooser.Choice] = []
    for (index, option) in taken.enumerated() {
      let shown = option?.question ?? host(of: index)
      guard let shown else { return }
      found.append(.init(pair: here[index], question: shown, isOwn: option != nil))
    }
    var assignment = QuestionAssignment(problem, rest, used: used)
    guard let ways = assignment.find() else { return }
    (choices, restWays, bestCost) = (found, ways, cost)
  }

  /// The first question taken that shows a pair besides its own.
  private func host(of index: Int) -> Int? {
    taken.lazy.compactMap { $0?.question }.first { problem.shows[$0].contains(here[index].demand) }
  }
}

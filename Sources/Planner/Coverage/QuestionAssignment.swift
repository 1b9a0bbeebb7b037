/// Finds a question for every pair of a plan, if there is a way.
///
/// Each pair gets a question of its own, or is shown by the question that another demand of the same
/// session gets. The questions of a session fit its minutes, and none is asked twice in the loop. The
/// search takes the pair with the fewest ways left first and gives up after a number of steps.
struct QuestionAssignment {
  /// How a pair is shown.
  enum Way: Equatable {
    /// By a question of its own.
    case own(question: Int)
    /// By the question of another pair, by its place in the list.
    case through(pair: Int)
  }

  /// Whether the search gave up before it knew.
  private(set) var gaveUp = false

  private let problem: CoverageProblem
  private let pairs: [Pair]
  private var ways: [Way?]
  private var minutes: [Int]
  private var used: [Bool]
  private var stepsLeft = 1_000

  /// A search for some pairs, where some questions are used elsewhere.
  init(_ problem: CoverageProblem, _ pairs: [Pair], used: [Bool]? = nil) {
    self.problem = problem
    self.pairs = pairs
    ways = Array(repeating: nil, count: pairs.count)
    minutes = problem.sessions.map(\.ratedMinutes)
    self.used = used ?? Array(repeating: false, count: problem.shows.count)
  }

  /// A way for each pair; nil when there is none, or none was found in time.
  mutating func find() -> [Way]? {
    guard takeShortest() || search() else { return nil }
    return ways.compactMap { $0 }
  }

  /// Gives each pair in turn its shortest question. Enough nearly always.
  private mutating func takeShortest() -> Bool {
    for (index, pair) in pairs.enumerated() {
      guard let option = problem.options(of: pair).first(where: { isOpen($0, in: pair.session) }) else {
        for taken in 0..<index { giveBack(taken) }
        return false
      }
      take(option, for: index)
    }
    return true
  }

  /// Releases the question that a pair has of its own.
  private mutating func giveBack(_ index: Int) {
    let option = problem.options(of: pairs[index]).first { ways[index] == .own(question: $0.question) }
    if let option { release(option, of: index) }
  }

  private mutating func search() -> Bool {
    stepsLeft -= 1
    guard stepsLeft > 0 else {
      gaveUp = true
      return false
    }
    guard let index = tightest() else { return true }
    for option in problem.options(of: pairs[index]) where isOpen(option, in: pairs[index].session) {
      take(option, for: index)
      if search() { return true }
      release(option, of: index)
    }
    return searchThrough(index)
  }

  /// Tries to have a pair shown by the questions of others.
  private mutating func searchThrough(_ index: Int) -> Bool {
    for host in pairs.indices where isHost(host, of: index) {
      if case .own(let question) = ways[host] {
        guard problem.shows[question].contains(pairs[index].demand) else { continue }
        ways[index] = .through(pair: host)
        if search() { return true }
        ways[index] = nil
      } else {
        for option in problem.options(of: pairs[host]) where shows(option, index, by: host) {
          take(option, for: host)
          ways[index] = .through(pair: host)
          if search() { return true }
          ways[index] = nil
          release(option, of: host)
        }
      }
      if gaveUp { return false }
    }
    return false
  }

  /// The open pair with the fewest ways; nil when none is open.
  private func tightest() -> Int? {
    var best: Int?
    var fewest = Int.max
    for index in pairs.indices where ways[index] == nil {
      let count = wayCount(index, atMost: fewest)
      if count < fewest { (best, fewest) = (index, count) }
    }
    return best
  }

  /// How many ways there are for a pair, counted no further than to a limit.
  private func wayCount(_ index: Int, atMost limit: Int) -> Int {
    let pair = pairs[index]
    var count = problem.options(of: pair).count { isOpen($0, in: pair.session) }
    for host in pairs.indices where count < limit && isHost(host, of: index) {
      if case .own(let question) = ways[host] {
        if problem.shows[question].contains(pair.demand) { count += 1 }
      } else {
        count += problem.options(of: pairs[host]).count { shows($0, index, by: host) }
      }
    }
    return min(count, limit)
  }

  /// Whether another pair of the session has a question of its own or none yet.
  private func isHost(_ other: Int, of index: Int) -> Bool {
    guard pairs[other].session == pairs[index].session, other != index else { return false }
    if case .through = ways[other] { return false }
    return true
  }

  /// Whether a question of one pair is open and shows another.
  private func shows(_ option: CoverageProblem.Option, _ index: Int, by host: Int) -> Bool {
    problem.shows[option.question].contains(pairs[index].demand) && isOpen(option, in: pairs[host].session)
  }

  private func isOpen(_ option: CoverageProblem.Option, in session: Int) -> Bool {
    !used[option.question] && option.minutes <= minutes[session]
  }

  private mutating func take(_ option: CoverageProblem.Option, for index: Int) {
    ways[index] = .own(question: option.question)
    used[option.question] = true
    minutes[pairs[index].session] -= option.minutes
  }

  private mutating func release(_ option: CoverageProblem.Option, of index: Int) {
    ways[index] = nil
    used[option.question] = false
    minutes[pairs[index].session] += option.minutes
  }
}

/// The smallest reason why the pairs of a plan cannot all have questions.
struct QuestionConflict {
  /// Pairs of which at least one has to go, unless another pair brings a question that shows one of them.
  let pairs: [Pair]

  /// Whether a search gave up on the way, so that there may be no conflict at all.
  private(set) var isCertain = true

  /// Finds the conflict of a plan; nil when there is none. Pairs that are forced stay in it.
  init?(_ problem: CoverageProblem, seats: [UInt64], limits: Limits) {
    let all = Self.pairs(of: seats)
    var whole = QuestionAssignment(problem, all)
    if whole.find() != nil { return nil }
    var isCertain = !whole.gaveUp
    func isImpossible(_ pairs: [Pair]) -> Bool {
      var assignment = QuestionAssignment(problem, pairs)
      let isFound = assignment.find() != nil
      if assignment.gaveUp { isCertain = false }
      return !isFound
    }
    let sessions = problem.sessions.indices.map { session in all.filter { $0.session == session } }
    var core = sessions.first { !$0.isEmpty && isImpossible($0) } ?? all
    for pair in core.reversed() where !limits.isForced(pair) {
      let rest = core.filter { $0 != pair }
      if isImpossible(rest) { core = rest }
    }
    pairs = core
    self.isCertain = isCertain
  }

  /// The pairs of a plan, session by session.
  static func pairs(of seats: [UInt64]) -> [Pair] {
    seats.enumerated()
      .flatMap { demand, seats in Bits(seats).map { Pair(demand: demand, session: $0) } }
      .sorted { ($0.session, $0.demand) < ($1.session, $1.demand) }
  }
}

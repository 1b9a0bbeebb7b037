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
  private let taken: [Bool]
  private var pairs: [Pair]
  /// How each pair is shown so far: by a question of its own, whose number this is, or as a `Mark` says.
  private var shown: [Int]
  /// For each pair that another shows, which.
  private var hosts: [Int]
  private var minutes: [Int]
  private var used: [Bool]
  private var stepsLeft = stepLimit
  private var table = WayTable()

  private static let stepLimit = 1_000

  private enum Mark {
    static let open = -1
    static let through = -2
  }

  /// A search for some pairs, where some questions are used elsewhere.
  init(_ problem: CoverageProblem, _ pairs: [Pair], used: [Bool]? = nil) {
    self.problem = problem
    self.pairs = pairs
    shown = Array(repeating: Mark.open, count: pairs.count)
    hosts = []
    minutes = problem.sessions.map(\.ratedMinutes)
    taken = used ?? Array(repeating: false, count: problem.shows.count)
    self.used = taken
  }

  /// Begins a new search, for other pairs, in the same memory.
  mutating func restart(_ pairs: [Pair]) {
    self.pairs = pairs
    gaveUp = false
    stepsLeft = Self.stepLimit
    shown.removeAll(keepingCapacity: true)
    shown.append(contentsOf: repeatElement(Mark.open, count: pairs.count))
    for session in minutes.indices { minutes[session] = problem.sessions[session].ratedMinutes }
    for question in used.indices { used[question] = taken[question] }
  }

  /// A way for each pair; nil when there is none, or none was found in time.
  mutating func find() -> [Way]? {
    guard isPossible() else { return nil }
    return shown.indices.map { shown[$0] >= 0 ? .own(question: shown[$0]) : .through(pair: hosts[$0]) }
  }

  /// Whether there is a way for each pair. False also when none was found in time.
  mutating func isPossible() -> Bool { takeShortest() || searchAll() }

  /// Gives each pair in turn its shortest question. Enough nearly always.
  mutating func takeShortest() -> Bool {
    for (index, pair) in pairs.enumerated() {
      guard let option = problem.options(of: pair).first(where: { isOpen($0, in: pair.session) }) else {
        for taken in 0..<index { giveBack(taken) }
        return false
      }
      take(option, for: index)
    }
    return true
  }

  /// Tries all ways, where the shortest question for each did not do.
  mutating func searchAll() -> Bool {
    if hosts.count < pairs.count { hosts = Array(repeating: 0, count: pairs.count) }
    table = WayTable(problem, pairs)
    return search()
  }

  /// Releases the question that a pair has of its own.
  private mutating func giveBack(_ index: Int) {
    let option = problem.options(of: pairs[index]).first { shown[index] == $0.question }
    if let option { release(option, of: index) }
  }

  private mutating func search() -> Bool {
    stepsLeft -= 1
    guard stepsLeft > 0 else {
      gaveUp = true
      return false
    }
    guard let index = tightest() else { return true }
    for place in table.own(index) {
      let option = table.options[place]
      guard isOpen(option, in: pairs[index].session) else { continue }
      take(option, for: index)
      if search() { return true }
      release(option, of: index)
    }
    return searchThrough(index)
  }

  /// Tries to have a pair shown by the questions of others.
  private mutating func searchThrough(_ index: Int) -> Bool {
    for place in table.through(index) {
      let (host, option) = (table.shows[place].host, table.shows[place].option)
      if shown[host] == option.question {
        if search(showing: index, through: host) { return true }
      } else if shown[host] == Mark.open, isOpen(option, in: pairs[host].session) {
        take(option, for: host)
        if search(showing: index, through: host) { return true }
        release(option, of: host)
      }
      if gaveUp { return false }
    }
    return false
  }

  private mutating func search(showing index: Int, through host: Int) -> Bool {
    shown[index] = Mark.through
    hosts[index] = host
    if search() { return true }
    shown[index] = Mark.open
    return false
  }

  /// The open pair with the fewest ways; nil when none is open.
  private func tightest() -> Int? {
    var best: Int?
    var fewest = Int.max
    for index in pairs.indices where shown[index] == Mark.open {
      let count = wayCount(index, atMost: fewest)
      if count < fewest { (best, fewest) = (index, count) }
    }
    return best
  }

  /// How many ways there are for a pair, counted no further than to a limit.
  private func wayCount(_ index: Int, atMost limit: Int) -> Int {
    let left = minutes[pairs[index].session]
    var count = 0
    for place in table.own(index) where isOpen(table.options[place], within: left) { count += 1 }
    for place in table.through(index) {
      guard count < limit else { return limit }
      let way = table.shows[place]
      let state = shown[way.host]
      if state == way.option.question || state == Mark.open && isOpen(way.option, within: left) { count += 1 }
    }
    return min(count, limit)
  }

  private func isOpen(_ option: CoverageProblem.Option, in session: Int) -> Bool {
    isOpen(option, within: minutes[session])
  }

  private func isOpen(_ option: CoverageProblem.Option, within left: Int) -> Bool {
    !used[option.question] && option.minutes <= left
  }

  private mutating func take(_ option: CoverageProblem.Option, for index: Int) {
    shown[index] = option.question
    used[option.question] = true
    minutes[pairs[index].session] -= option.minutes
  }

  private mutating func release(_ option: CoverageProblem.Option, of index: Int) {
    shown[index] = Mark.open
    used[option.question] = false
    minutes[pairs[index].session] += option.minutes
  }
}

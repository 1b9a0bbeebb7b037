/// A drill with its names looked up once: states, facts, checks and actions are indices into its lists.
/// It says what time and steps do, and is the one engine of `DrillPlay` and `DrillWalk`.
///
/// A step takes its minutes first. What worsens on the way does so at its own minute, at the last one
/// too, so that the check or action meets the state of then. Nothing happens once an end is reached, or
/// behind the limit: a step that would take longer is not completed.
struct DrillMachine: Sendable {
  let drill: Drill
  /// The index of the state in which the drill begins.
  let start: Int
  /// What each state becomes by itself; nil where nothing happens, or its name stands for no state.
  let worsenings: [(after: Int, target: Int)?]
  private let ends: [Bool]
  private let stateNumbers: [String: Int]
  private let factNumbers: [String: Int]
  private let readings: [[Int?]]
  private let moves: [[Int?]]

  /// The machine of a drill; nil where the drill begins in a state that it does not have.
  init?(_ drill: Drill) {
    let states = Self.numbers(of: drill.states.map(\.id))
    guard let start = states[drill.start] else { return nil }
    self.drill = drill
    self.start = start
    ends = drill.states.map { $0.end != nil }
    stateNumbers = states
    factNumbers = Self.numbers(of: drill.facts.map(\.id))
    worsenings = drill.states.map { state in
      guard state.end == nil, let worsens = state.worsens, let target = states[worsens.target] else {
        return nil
      }
      return (max(worsens.after, 1), target)
    }
    readings = drill.checks.map { Self.first($0.readings.map(\.states), states, count: drill.states.count) }
    moves = drill.actions.map { action in
      let sources = action.moves.map { states[$0.target] == nil ? [] : $0.sources }
      return Self.first(sources, states, count: drill.states.count)
    }
  }

  /// The index of a fact; nil where the drill has none of that id.
  func fact(_ id: String) -> Int? { factNumbers[id] }

  /// The index of a state; nil where the drill has none of that id.
  func state(_ id: String) -> Int? { stateNumbers[id] }

  /// Whether the drill ends in a state.
  func isEnd(_ state: Int) -> Bool { ends[state] }

  /// What a check shows in a state, with the ids of the facts that it tells.
  func reading(of check: Int, in state: Int) -> (shows: String, tells: [String]) {
    guard let number = readings[check][state] else {
      return (drill.checks[check].shows, drill.checks[check].tells)
    }
    let reading = drill.checks[check].readings[number]
    return (reading.shows, reading.tells)
  }

  /// Where an action leads from a state: the index of the move among its moves, and that of the state
  /// that follows. nil where it leads nowhere.
  func move(of action: Int, in state: Int) -> (number: Int, target: Int)? {
    guard let number = moves[action][state],
      let target = stateNumbers[drill.actions[action].moves[number].target]
    else { return nil }
    return (number, target)
  }

  /// Lets minutes pass, up to the limit and to the end. Gives each worsening on the way: the state that
  /// worsened, and where the drill stood then.
  func pass(_ minutes: Int, _ position: inout DrillPosition) -> [(former: Int, position: DrillPosition)] {
    var left = min(max(minutes, 0), max(drill.limit - position.minute, 0))
    var worsened: [(former: Int, position: DrillPosition)] = []
    while !isEnd(position.state) {
      guard let worsening = worsenings[position.state], position.age + left >= worsening.after else {
        position.minute += left
        position.age += left
        break
      }
      let step = max(worsening.after - position.age, 0)
      left -= step
      let former = position.state
      position = DrillPosition(state: worsening.target, age: 0, minute: position.minute + step)
      worsened.append((former, position))
    }
    return worsened
  }

  /// Whether a step of some minutes that begins at a minute is completed within the limit.
  func hasTime(for minutes: Int, from minute: Int) -> Bool { minutes <= drill.limit - minute }

  private static func numbers(of ids: [String]) -> [String: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// For each state, the index of the first list that names it.
  private static func first(
    _ lists: [[String]], _ states: [String: Int], count: Int
  ) -> [Int?] {
    var result = [Int?](repeating: nil, count: count)
    for (index, list) in lists.enumerated() {
      for id in list {
        if let state = states[id], result[state] == nil { result[state] = index }
      }
    }
    return result
  }
}

/// Where a drill stands.
struct DrillPosition: Sendable, Hashable {
  /// The index of the state.
  var state: Int
  /// The minutes since the state was entered.
  var age: Int
  /// The minute of the drill.
  var minute: Int
}

/// Walks the paths of a drill, earliest minute first.
///
/// Facts only grow, and nothing that a fact allows is ever lost by another: of two ways to the same state
/// at the same age, one that is not earlier and knows no more is not followed. A check that tells nothing
/// new is no more than waiting, and waiting matters only where a state worsens; so is an action that leads
/// nowhere.
struct DrillSearch {
  /// How many steps and comparisons are made at most.
  static let budget = 1_500_000

  /// The earliest minute at which each state is entered.
  private(set) var entered: [Int?]
  /// For each action, the indices of its moves that were made.
  private(set) var made: [Set<Int>]
  /// Whether every path was walked that had to be.
  private(set) var isComplete = true

  private let machine: DrillMachine
  private let tables: DrillTables
  private let isGuessing: Bool
  private var nodes: [Node] = []
  private var queue: [[Int]]
  private var visited: [Int: [UInt64]] = [:]
  private var work = 0

  private struct Node {
    var position: DrillPosition
    var facts: UInt64
    var parent: Int
    var deed: DrillStep.Deed
  }

  /// A walk that tells apart what is known of some facts. With `isGuessing`, actions are taken without
  /// their needs, and the walk does not stop at a good end.
  init(_ machine: DrillMachine, knowing facts: [String], isGuessing: Bool) {
    self.machine = machine
    self.isGuessing = isGuessing
    tables = DrillTables(machine, knowing: facts)
    entered = Array(repeating: nil, count: machine.drill.states.count)
    made = Array(repeating: [], count: machine.drill.actions.count)
    queue = Array(repeating: [], count: max(machine.drill.limit, 0) + 1)
    isComplete = facts.count <= DrillTables.maximum
  }

  /// Walks, and gives the steps to the first good end; nil where none was reached.
  mutating func run() -> [DrillStep.Deed]? {
    guard isComplete else { return nil }
    let start = DrillPosition(state: machine.start, age: 0, minute: 0)
    push(Node(position: start, facts: 0, parent: -1, deed: .beginning))
    for minute in queue.indices {
      var index = 0
      while index < queue[minute].count {
        let number = queue[minute][index]
        if let end = visit(number), end == .good, !isGuessing { return deeds(to: number) }
        index += 1
        isComplete = work < Self.budget
        guard isComplete else { return nil }
      }
    }
    return nil
  }

  /// Looks at a node, and follows its steps where an earlier one does not do as much. Gives the end that
  /// it is.
  private mutating func visit(_ number: Int) -> Drill.End? {
    let node = nodes[number]
    let state = node.position.state
    entered[state] = entered[state] ?? node.position.minute
    if let end = machine.drill.states[state].end { return end }
    let key = state * queue.count + node.position.age
    let known = visited[key] ?? []
    work += known.count + 1
    guard !known.contains(where: { $0 & node.facts == node.facts }) else { return nil }
    visited[key] = known + [node.facts]
    if !isGuessing { check(node, number) }
    act(node, number)
    if machine.worsenings[state] != nil { reach(node, number, after: 1, .wait(1)) { $0 } }
    return nil
  }

  private mutating func check(_ node: Node, _ number: Int) {
    for (index, check) in machine.drill.checks.enumerated()
    where tables.checkNeeds[index] & ~node.facts == 0 && tables.anyTells[index] & ~node.facts != 0 {
      let tells = tables.tells[index]
      reach(node, number, after: check.minutes, .check(check.id)) { landed in
        let facts = landed.facts | tells[landed.position.state]
        guard facts != landed.facts else { return nil }
        var landed = landed
        landed.facts = facts
        return landed
      }
    }
  }

  private mutating func act(_ node: Node, _ number: Int) {
    for (index, action) in machine.drill.actions.enumerated()
    where isGuessing || tables.actionNeeds[index] & ~node.facts == 0 {
      let machine = machine
      var move: Int?
      reach(node, number, after: action.minutes, .action(action.id)) { landed in
        guard let led = machine.move(of: index, in: landed.position.state) else { return nil }
        move = led.number
        var landed = landed
        landed.position.state = led.target
        landed.position.age = 0
        return landed
      }
      if let move { made[index].insert(move) }
    }
  }

  /// Takes a step: lets time pass, and goes on from what `landing` makes of where it stands then.
  private mutating func reach(
    _ node: Node, _ number: Int, after minutes: Int, _ deed: DrillStep.Deed, landing: (Node) -> Node?
  ) {
    work += 1
    guard machine.hasTime(for: minutes, from: node.position.minute) else { return }
    var landed = node
    _ = machine.pass(minutes, &landed.position)
    // An end on the way is reached by waiting, too.
    if machine.isEnd(landed.position.state), deed != .wait(1) { return }
    guard var next = landing(landed) else { return }
    next.parent = number
    next.deed = deed
    push(next)
  }

  private mutating func push(_ node: Node) {
    var node = node
    if machine.worsenings[node.position.state] == nil { node.position.age = 0 }
    nodes.append(node)
    queue[node.position.minute].append(nodes.count - 1)
  }

  /// The steps to a node, minutes of waiting put together.
  private func deeds(to number: Int) -> [DrillStep.Deed] {
    var deeds: [DrillStep.Deed] = []
    var number = number
    while number > 0 {
      if case .wait(let minutes) = nodes[number].deed, case .wait(let more) = deeds.last {
        deeds[deeds.count - 1] = .wait(minutes + more)
      } else {
        deeds.append(nodes[number].deed)
      }
      number = nodes[number].parent
    }
    return deeds.reversed()
  }
}

/// The facts that checks and actions need and tell, as bits.
struct DrillTables {
  /// How many facts can be told apart.
  static let maximum = 64

  /// For each check, what it needs.
  let checkNeeds: [UInt64]
  /// For each action, what it needs.
  let actionNeeds: [UInt64]
  /// For each check and state, what it tells.
  let tells: [[UInt64]]
  /// For each check, all that it tells anywhere.
  let anyTells: [UInt64]

  /// The tables of a drill for some of its facts. Facts beyond the maximum are left out.
  init(_ machine: DrillMachine, knowing facts: [String]) {
    let bits = Dictionary(facts.prefix(Self.maximum).enumerated().map { ($1, UInt64(1) << $0) }) { a, _ in a }
    let mask = { (ids: [String]) in ids.reduce(UInt64(0)) { $0 | (bits[$1] ?? 0) } }
    let drill = machine.drill
    checkNeeds = drill.checks.map { mask($0.needs) }
    actionNeeds = drill.actions.map { mask($0.needs) }
    tells = drill.checks.indices.map { check in
      drill.states.indices.map { mask(machine.reading(of: check, in: $0).tells) }
    }
    anyTells = tells.map { $0.reduce(0, |) }
  }
}

/// Walks the paths of a drill, earliest minute first.
///
/// Facts only grow, and none ever hinders: of two ways to the same state at the same age of it, one that is
/// not earlier and knows no more is not followed. A check that tells nothing new is no more than waiting,
/// and so is an action that leads nowhere. Waiting matters only where a state worsens.
struct DrillSearch {
  /// How many steps and comparisons are made at most.
  static let budget = 8_000_000

  /// The earliest minute at which each state is entered.
  private(set) var entered: [Int?]
  /// For each action, the indices of its moves that were made.
  private(set) var made: [Set<Int>]
  /// Whether every path was walked that had to be.
  private(set) var isComplete: Bool

  private let machine: DrillMachine
  private let tables: DrillTables
  private let isGuessing: Bool
  private var nodes: [Node] = []
  /// The nodes of each minute.
  private var queue: [[Int]]
  /// What is known in each state at each age, by way of the nodes that were followed.
  private var visited: [Int: [UInt64]] = [:]
  private var work = 0

  /// Where a path stands, and how it came there.
  private struct Node {
    var position: DrillPosition
    var facts: UInt64
    /// The index of the node before; -1 for the first.
    var parent: Int
    var deed: Deed

    var known: Int { facts.nonzeroBitCount }
  }

  private enum Deed {
    case check(Int)
    case action(Int)
    case wait(Int)
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
    push(Node(position: start, facts: 0, parent: -1, deed: .wait(0)))
    for minute in queue.indices {
      // Who knows most goes first, so that the others need not be followed.
      let nodes = nodes
      queue[minute].sort { (nodes[$1].known, $0) < (nodes[$0].known, $1) }
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
    if entered[state] == nil { entered[state] = node.position.minute }
    if machine.isEnd(state) { return machine.drill.states[state].end }
    let key = state * queue.count + node.position.age
    let known = visited[key] ?? []
    work += known.count + 1
    guard !known.contains(where: { $0 & node.facts == node.facts }) else { return nil }
    visited[key, default: []].append(node.facts)
    for check in tables.checks.indices where !isGuessing { take(check: check, node, number) }
    for action in tables.actions.indices { take(action: action, node, number) }
    wait(node, number)
    return nil
  }

  private mutating func take(check: Int, _ node: Node, _ number: Int) {
    let step = tables.checks[check]
    guard step.needs & ~node.facts == 0, tables.anyTells[check] & ~node.facts != 0,
      var landed = landing(node, number, after: step.minutes, .check(check))
    else { return }
    landed.facts |= tables.tells[check][landed.position.state]
    if landed.facts != node.facts { push(landed) }
  }

  private mutating func take(action: Int, _ node: Node, _ number: Int) {
    let step = tables.actions[action]
    guard isGuessing || step.needs & ~node.facts == 0,
      var landed = landing(node, number, after: step.minutes, .action(action)),
      let move = tables.moves[action][landed.position.state]
    else { return }
    made[action].insert(move.number)
    landed.position.state = move.target
    landed.position.age = 0
    push(landed)
  }

  /// Lets a minute pass, where the state worsens some time: a step may be begun so that it meets the worse
  /// state just when it comes.
  private mutating func wait(_ node: Node, _ number: Int) {
    guard machine.worsenings[node.position.state] != nil,
      machine.hasTime(for: 1, from: node.position.minute)
    else { return }
    var landed = node
    landed.parent = number
    landed.deed = .wait(1)
    _ = machine.pass(1, &landed.position)
    push(landed)
  }

  /// Where a step is over; nil where the end or the limit comes first. An end is reached by waiting, too.
  private mutating func landing(_ node: Node, _ number: Int, after minutes: Int, _ deed: Deed) -> Node? {
    work += 1
    guard machine.hasTime(for: minutes, from: node.position.minute) else { return nil }
    var landed = node
    landed.parent = number
    landed.deed = deed
    _ = machine.pass(minutes, &landed.position)
    return machine.isEnd(landed.position.state) ? nil : landed
  }

  private mutating func push(_ node: Node) {
    var node = node
    if machine.worsenings[node.position.state] == nil { node.position.age = 0 }
    nodes.append(node)
    queue[node.position.minute].append(nodes.count - 1)
  }

  /// The steps to a node.
  private func deeds(to number: Int) -> [DrillStep.Deed] {
    var deeds: [DrillStep.Deed] = []
    var number = number
    while number > 0 {
      switch nodes[number].deed {
      case .check(let check): deeds.append(.check(machine.drill.checks[check].id))
      case .action(let action): deeds.append(.action(machine.drill.actions[action].id))
      case .wait(let minutes): deeds.append(.wait(minutes))
      }
      number = nodes[number].parent
    }
    return deeds.reversed()
  }
}

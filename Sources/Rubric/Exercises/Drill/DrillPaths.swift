/// Looks for what is wrong with the paths of a drill.
struct DrillPaths {
  private(set) var faults: [DrillFault] = []
  private let machine: DrillMachine
  private let walked: DrillSearch

  private var drill: Drill { machine.drill }

  /// The faults of a drill in which every name stands for something. `walked` has taken actions without
  /// their needs.
  init(machine: DrillMachine, walked: DrillSearch, hasGoodEnd: Bool, isComplete: Bool) {
    self.machine = machine
    self.walked = walked
    noteStates()
    noteWorsenings()
    if !isComplete || !walked.isComplete {
      note(.tooManyPaths, .key("states"))
    } else if !hasGoodEnd {
      note(.noGoodEnd, .key("states"))
    }
    noteFacts()
    noteNeeds()
    noteMoves()
    noteMinutes()
  }

  private mutating func note(_ kind: DrillFault.Kind, _ path: DrillFault.Step...) {
    faults.append(DrillFault(kind: kind, path: path))
  }

  private mutating func noteStates() {
    let ending = statesBeforeAnEnd()
    for (index, state) in drill.states.enumerated() {
      if walked.entered[index] == nil {
        if walked.isComplete { note(.unreachableState(state.id), .key("states"), .index(index), .key("id")) }
      } else if !ending.contains(index) {
        note(.deadEnd(state.id), .key("states"), .index(index), .key("id"))
      }
    }
  }

  /// The states from which an end can be reached, however long it takes, ends included.
  private func statesBeforeAnEnd() -> Set<Int> {
    var ending = Set(drill.states.indices.filter { machine.isEnd($0) })
    var hasGrown = true
    while hasGrown {
      let before = ending.count
      for state in drill.states.indices where !ending.contains(state) {
        if followers(of: state).contains(where: ending.contains) { ending.insert(state) }
      }
      hasGrown = ending.count > before
    }
    return ending
  }

  /// What a state can become: by itself, and by the actions that are done before that.
  private func followers(of state: Int) -> [Int] {
    let worsening = machine.worsenings[state]
    let targets = drill.actions.indices.compactMap { action -> Int? in
      guard drill.actions[action].minutes < worsening?.after ?? .max else { return nil }
      return machine.move(of: action, in: state)?.target
    }
    return targets + [worsening?.target].compactMap(\.self)
  }

  private mutating func noteWorsenings() {
    for (index, state) in drill.states.enumerated() {
      guard let worsens = state.worsens else { continue }
      if state.end != nil {
        note(.worseningEnd(state.id), .key("states"), .index(index), .key("worsens"))
      } else if let entered = walked.entered[index], worsens.after >= drill.limit - entered {
        let kind = DrillFault.Kind.worseningBeyondLimit(state.id, entered: entered)
        note(kind, .key("states"), .index(index), .key("worsens"), .key("after"))
      }
    }
  }

  private mutating func noteFacts() {
    let told = Set(drill.checks.flatMap { $0.tells + $0.readings.flatMap(\.tells) })
    let needs = drill.checks.flatMap(\.needs) + drill.actions.flatMap(\.needs)
    let needed = Set(needs + drill.hints.map(\.missing))
    for (index, fact) in drill.facts.enumerated() {
      if !told.contains(fact.id) { note(.untoldFact(fact.id), .key("facts"), .index(index), .key("id")) }
      if !needed.contains(fact.id) {
        note(.unneededFact(fact.id), .key("facts"), .index(index), .key("id"))
      }
    }
  }

  private mutating func noteNeeds() {
    let facts = factsToldOnPaths()
    let steps =
      drill.checks.enumerated().map { ("checks", $0, $1.id, $1.needs) }
      + drill.actions.enumerated().map { ("actions", $0, $1.id, $1.needs) }
    for (list, index, id, needs) in steps {
      let unmet = needs.filter { !facts.contains($0) }
      guard !unmet.isEmpty else { continue }
      note(.unmetNeed(of: id, facts: unmet), .key(list), .index(index), .key("needs"))
    }
  }

  /// The facts that checks tell in states that are reached, each check once what it needs is known.
  private func factsToldOnPaths() -> Set<String> {
    let states = drill.states.indices.filter { walked.entered[$0] != nil && !machine.isEnd($0) }
    var facts: Set<String> = []
    var hasGrown = true
    while hasGrown {
      let before = facts.count
      for (index, check) in drill.checks.enumerated() where facts.isSuperset(of: check.needs) {
        for state in states { facts.formUnion(machine.reading(of: index, in: state).tells) }
      }
      hasGrown = facts.count > before
    }
    return facts
  }

  private mutating func noteMoves() {
    guard walked.isComplete else { return }
    for (index, action) in drill.actions.enumerated() {
      for (number, move) in action.moves.enumerated() where !walked.made[index].contains(number) {
        let kind = DrillFault.Kind.idleMove(of: action.id, from: move.sources)
        note(kind, .key("actions"), .index(index), .key("moves"), .index(number), .key("from"))
      }
    }
  }

  private mutating func noteMinutes() {
    for (index, mark) in drill.marks.enumerated() where mark.minute >= drill.limit {
      note(.beyondLimit(minute: mark.minute), .key("marks"), .index(index), .key("at"))
    }
    for (index, hint) in drill.hints.enumerated() where hint.minute >= drill.limit {
      note(.beyondLimit(minute: hint.minute), .key("hints"), .index(index), .key("at"))
    }
  }
}

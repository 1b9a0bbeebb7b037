/// Looks for names in a drill that stand for nothing, or for two things.
struct DrillNames {
  private(set) var faults: [DrillFault] = []
  private let states: Set<String>
  private let facts: Set<String>

  init(_ drill: Drill) {
    states = Set(drill.states.map(\.id))
    facts = Set(drill.facts.map(\.id))
    noteDuplicates(drill.states.map(\.id), of: "states")
    noteDuplicates(drill.facts.map(\.id), of: "facts")
    noteDuplicates(drill.checks.map(\.id), of: "checks")
    noteDuplicates(drill.actions.map(\.id), of: "actions")
    note(state: drill.start, [.key("start")])
    for (index, state) in drill.states.enumerated() {
      guard let worsens = state.worsens else { continue }
      note(state: worsens.target, [.key("states"), .index(index), .key("worsens"), .key("to")])
    }
    for (index, check) in drill.checks.enumerated() { look(at: check, [.key("checks"), .index(index)]) }
    for (index, action) in drill.actions.enumerated() {
      look(at: action, [.key("actions"), .index(index)])
    }
    for (index, hint) in drill.hints.enumerated() {
      note(facts: [hint.missing]) { _ in [.key("hints"), .index(index), .key("missing")] }
    }
  }

  private mutating func look(at check: Drill.Check, _ path: [DrillFault.Step]) {
    note(facts: check.needs) { path + [.key("needs"), .index($0)] }
    note(facts: check.tells) { path + [.key("tells"), .index($0)] }
    noteStates(check.readings.map(\.states)) { path + [.key("in_states"), .index($0), .key("states")] }
    for (index, reading) in check.readings.enumerated() {
      note(facts: reading.tells) { path + [.key("in_states"), .index(index), .key("tells"), .index($0)] }
    }
  }

  private mutating func look(at action: Drill.Action, _ path: [DrillFault.Step]) {
    note(facts: action.needs) { path + [.key("needs"), .index($0)] }
    noteStates(action.moves.map(\.sources)) { path + [.key("moves"), .index($0), .key("from")] }
    for (index, move) in action.moves.enumerated() {
      note(state: move.target, path + [.key("moves"), .index(index), .key("to")])
    }
  }

  private mutating func noteDuplicates(_ ids: [String], of list: String) {
    var seen: Set<String> = []
    for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
      faults.append(
        DrillFault(kind: .duplicateID(id), path: [.key(list), .index(index), .key("id")]))
    }
  }

  private mutating func note(state id: String, _ path: [DrillFault.Step]) {
    if !states.contains(id) { faults.append(DrillFault(kind: .unknownState(id), path: path)) }
  }

  private mutating func note(facts ids: [String], at path: (Int) -> [DrillFault.Step]) {
    for (index, id) in ids.enumerated() where !facts.contains(id) {
      faults.append(DrillFault(kind: .unknownFact(id), path: path(index)))
    }
  }

  /// Notes unknown states of several lists, and those that two of them name.
  private mutating func noteStates(_ lists: [[String]], at path: (Int) -> [DrillFault.Step]) {
    var seen: Set<String> = []
    for (number, list) in lists.enumerated() {
      for (index, id) in list.enumerated() {
        note(state: id, path(number) + [.index(index)])
        if !seen.insert(id).inserted {
          faults.append(DrillFault(kind: .repeatedState(id), path: path(number) + [.index(index)]))
        }
      }
    }
  }
}

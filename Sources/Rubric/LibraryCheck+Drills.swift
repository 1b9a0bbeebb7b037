internal import Diagnostics
internal import YAML

extension LibraryCheck {
  /// What the parts of a drill say of each other. `node` is the block `drill` of the file.
  mutating func checkDrill(_ drill: Drill, node: Node?, in source: SourceText) {
    for fault in DrillWalk(drill).faults {
      let place = Self.place(of: fault.path, in: node)
      if !noteName(fault.kind, of: drill, in: source, at: place) {
        notePath(fault.kind, of: drill, in: source, at: place)
      }
    }
  }

  /// Where the keys lead, or as far as they do. A mapping is marked at its first key: a caret under the
  /// whole of it would say nothing.
  private static func place(of path: [DrillFault.Step], in node: Node?) -> PlaceRange? {
    var node = node
    var place: PlaceRange?
    for step in path {
      switch step {
      case .key(let key):
        place = node?.place(ofKey: key) ?? place
        node = node?[key]
      case .index(let index): node = node?[index]
      }
      if case .scalar = node?.content { place = node?.range }
    }
    return place
  }

  /// Notes a fault of names; false for other faults.
  private mutating func noteName(
    _ kind: DrillFault.Kind, of drill: Drill, in source: SourceText, at place: PlaceRange?
  ) -> Bool {
    switch kind {
    case .duplicateID(let id):
      add("duplicate-id", "\"\(id)\" is the id of something else in the same list", in: source, at: place)
    case .unknownState(let id):
      addUnknown(
        "unknown-state", "the drill has no state \"\(id)\"", severity: .error, word: id,
        known: drill.states.map(\.id), in: source, at: place)
    case .unknownFact(let id):
      addUnknown(
        "unknown-fact", "the drill has no fact \"\(id)\"", severity: .error, word: id,
        known: drill.facts.map(\.id), in: source, at: place)
    case .repeatedState(let id):
      add(
        "repeated-state", "the state \"\(id)\" is named above already, and the first counts",
        in: source, at: place)
    default: return false
    }
    return true
  }

  private mutating func notePath(
    _ kind: DrillFault.Kind, of drill: Drill, in source: SourceText, at place: PlaceRange?
  ) {
    let limit = drill.limit
    switch kind {
    case .unreachableState(let id):
      let message = "no path reaches the state \"\(id)\" within \(limit) minutes"
      add("unreachable-state", message, severity: .warning, in: source, at: place)
    case .deadEnd(let id):
      let message = "from the state \"\(id)\" no path leads to an end"
      add("dead-end", message, severity: .warning, in: source, at: place)
    case .noGoodEnd:
      let message = "no good end is reached within \(limit) minutes by steps whose needs are known"
      add("no-good-end", message, severity: .warning, in: source, at: place)
    case .tooManyPaths:
      let message = "the drill has more paths than are walked"
      add("too-many-paths", message, severity: .warning, in: source, at: place)
    case .unmetNeed(let id, let facts):
      let message = "no path tells what \"\(id)\" needs: \(Self.list(facts))"
      add("unmet-need", message, severity: .warning, in: source, at: place)
    case .untoldFact(let id):
      add("unused-fact", "no check tells the fact \"\(id)\"", severity: .warning, in: source, at: place)
    case .unneededFact(let id):
      let message = "nothing needs the fact \"\(id)\", and no hint waits for it"
      add("unused-fact", message, severity: .warning, in: source, at: place)
    case .idleMove(let id, let states):
      let message = "no path makes this move of \"\(id)\" from \(Self.list(states))"
      add("idle-move", message, severity: .warning, in: source, at: place)
    default: noteMinute(kind, limit: limit, in: source, at: place)
    }
  }

  private mutating func noteMinute(
    _ kind: DrillFault.Kind, limit: Int, in source: SourceText, at place: PlaceRange?
  ) {
    switch kind {
    case .beyondLimit(let minute):
      let message = "minute \(minute) is never played: the limit is \(limit)"
      add("beyond-limit", message, severity: .warning, in: source, at: place)
    case .worseningBeyondLimit(let id, let entered):
      let message =
        "the state \"\(id)\" is entered at minute \(entered) or later, and worsens when the limit of \(limit) is over"
      add("beyond-limit", message, severity: .warning, in: source, at: place)
    case .worseningEnd(let id):
      let message = "the state \"\(id)\" ends the drill, and so it cannot worsen"
      add("worsening-end", message, severity: .warning, in: source, at: place)
    default: break
    }
  }

  private static func list(_ ids: [String]) -> String {
    ids.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}

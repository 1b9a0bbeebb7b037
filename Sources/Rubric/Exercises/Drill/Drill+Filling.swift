extension Drill {
  /// The drill with every text for people replaced; ids stay.
  public func filled(by fill: (String) -> String) -> Drill {
    var drill = self
    drill.states = states.map { $0.filled(by: fill) }
    drill.facts = facts.map { Fact(id: $0.id, what: fill($0.what)) }
    drill.checks = checks.map { $0.filled(by: fill) }
    drill.actions = actions.map { $0.filled(by: fill) }
    drill.marks = marks.map { Mark(minute: $0.minute, says: fill($0.says)) }
    drill.hints = hints.map { Hint(minute: $0.minute, missing: $0.missing, say: fill($0.say)) }
    drill.outOfTime = fill(outOfTime)
    return drill
  }
}

extension Drill.State {
  fileprivate func filled(by fill: (String) -> String) -> Drill.State {
    var state = self
    state.sees = fill(sees)
    state.worsens = worsens.map { Drill.Worsening(after: $0.after, target: $0.target, says: fill($0.says)) }
    return state
  }
}

extension Drill.Check {
  fileprivate func filled(by fill: (String) -> String) -> Drill.Check {
    var check = self
    check.asks = asks.map(fill)
    check.shows = fill(shows)
    check.readings = readings.map {
      Drill.Reading(states: $0.states, shows: fill($0.shows), tells: $0.tells)
    }
    return check
  }
}

extension Drill.Action {
  fileprivate func filled(by fill: (String) -> String) -> Drill.Action {
    var action = self
    action.does = fill(does)
    action.moves = moves.map { Drill.Move(sources: $0.sources, target: $0.target, says: fill($0.says)) }
    action.otherwise = fill(otherwise)
    return action
  }
}

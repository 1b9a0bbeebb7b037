import Diagnostics
import TestSupport
import YAML

@testable import Rubric

/// A drill in which nothing is wrong.
enum SampleDrill {
  /// The drill, with stretches of its file replaced.
  static func drill(_ changes: [(old: String, new: String)] = []) throws -> Drill {
    try Drill.shape.read(from: source(changes))
  }

  /// The file of the drill, with stretches of it replaced.
  static func source(_ changes: [(old: String, new: String)] = []) -> SourceText {
    let text = changes.reduce(text) { text, change in
      guard let range = text.firstRange(of: change.old) else { return "\(change.old) is not in the drill" }
      return text.replacingCharacters(in: range, with: change.new)
    }
    return SourceText(name: "drill.yaml", text: text)
  }

  /// A play of it, begun.
  static func play(_ changes: [(old: String, new: String)] = []) throws -> DrillPlay {
    guard let play = DrillPlay(try drill(changes)) else { throw NoSuchStart() }
    return play
  }

  private struct NoSuchStart: Error {}

  static let text = """
    limit: 20
    start: failing
    states:
      - id: failing
        sees: One login in three fails.
        worsens: {after: 8, to: down, says: The graph of logins falls.}
      - {id: down, sees: No login works.}
      - {id: limping, sees: Logins work and take long.}
      - {id: recovered, sees: Logins work., end: good}
      - {id: lost, sees: Every session is gone., end: poor}
    facts:
      - {id: release, what: The release doubled the sessions.}
      - {id: memory, what: The session store is full.}
      - {id: evictions, what: New sessions are evicted first.}
    checks:
      - {id: changes, asks: [recent changes, deployments], minutes: 1, shows: One release today., tells: [release]}
      - id: graphs
        asks: [graphs, memory]
        minutes: 2
        shows: Memory is full.
        tells: [memory]
        in_states:
          - {states: [limping], shows: Memory is half full.}
      - {id: logs, asks: [logs], minutes: 3, needs: [memory], shows: Evictions., tells: [evictions]}
    actions:
      - id: roll-back
        does: Rolls the release back
        minutes: 4
        needs: [release, evictions]
        moves:
          - {from: [failing, limping], to: recovered, says: Memory falls.}
          - {from: [down], to: limping, says: Some logins work again.}
        otherwise: Nothing changes.
      - id: restart
        does: Restarts the session store
        minutes: 2
        moves: [{from: [failing], to: down, says: It does not come back.}]
        otherwise: It restarts, and fills again.
      - id: empty
        does: Empties the session store
        minutes: 3
        needs: [memory]
        moves: [{from: [down], to: lost, says: It is empty.}]
        otherwise: It asks whether you are sure.
    marks:
      - {at: 8, says: "Support: callers are told to wait."}
      - {at: 3, says: "Support: many calls."}
    hints:
      - {at: 9, missing: evictions, say: Whose sessions are missing?}
      - {at: 6, missing: release, say: What is different today?}
    out_of_time: Let us stop here.

    """
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}

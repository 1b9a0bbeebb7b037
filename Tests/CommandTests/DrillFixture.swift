import TestSupport

/// A drill of a company's own, small and whole.
enum DrillFixture {
  /// A folder that holds it below `ours`, and another exercise with it.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(drill, to: "ours/exercises/drill/logins.yaml")
    let path = "exercises/case/late-timetables.yaml"
    try folder.write(try ProjectFiles.text("Examples/rubrics/\(path)"), to: "ours/\(path)")
    return folder
  }

  private static let drill = """
    id: logins
    kind: drill
    title: An evening without logins
    lesson: A full store turns away the new first.
    rates:
      - id: on-call
        levels: 2-4
        strong: [Posts before searching.]
        meets: [Says who is hit.]
        below: [Restarts first.]
      - id: troubleshooting
        levels: 2-3
        strong: [Asks whose sessions are missing.]
        meets: [Finds the release.]
        below: ["Blames `cache` #2, at random."]
    about: [incidents]
    equal: Any store. Two minutes are for reading.
    names:
      - {store: session store}
      - {store: login cache}
      - {store: token store}
      - {store: ticket cache}
    inputs:
      share: {what: logins that fail, is: 30, unit: "%", from: 20, to: 40, step: 5}
    parts:
      - {id: page, title: The page, text: "The {=store} pages you."}
    plan:
      - {minutes: 2, title: Reading, hand: [page], reading: 1}
      - {minutes: 20, title: Play}
    key: Roll back.
    slips:
      - {id: restart, slip: Restarts first., hint: What would it change?, weight: major}
    drill:
    \(indentedBlock)
    """

  private static let indentedBlock = """
      limit: 20
      start: failing
      states:
        - id: failing
          sees: "Of all logins, {=share} % fail."
          worsens: {after: 8, to: down, says: The graph of logins falls.}
        - {id: down, sees: No login works.}
        - {id: limping, sees: Logins work and take long.}
        - {id: recovered, sees: Logins work., end: good}
        - {id: lost, sees: Every session is gone., end: poor}
      facts:
        - {id: release, what: The release doubled the sessions.}
        - {id: memory, what: "The {=store} is full."}
        - {id: evictions, what: New sessions are evicted first.}
      checks:
        - {id: changes, asks: [recent changes, deployments], minutes: 1, shows: One release today., tells: [release]}
        - id: graphs
          asks: [graphs, memory]
          minutes: 2
          shows: Memory is full.
          tells: [memory]
          in_states: [{states: [limping], shows: Memory is half full.}]
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
          does: Restarts the {=store}
          minutes: 2
          moves: [{from: [failing], to: down, says: It does not come back.}]
          otherwise: It restarts, and fills again.
        - id: empty
          does: Empties the {=store}
          minutes: 3
          needs: [memory]
          moves: [{from: [down], to: lost, says: It is empty.}]
          otherwise: It asks whether you are sure.
      marks:
        - {at: 3, says: 'Support: "Many calls."'}
        - {at: 8, says: 'Support: "Callers are told to wait."'}
      hints:
        - {at: 6, missing: release, say: What is different today?}
        - {at: 9, missing: evictions, say: Whose sessions are missing?}
      out_of_time: Let us stop here.
    """
}

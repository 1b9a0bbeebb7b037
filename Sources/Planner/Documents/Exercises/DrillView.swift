import Rubric

/// An incident, for whoever plays it.
struct DrillView: View {
  let drill: Drill
  /// The steps of the quickest way to a good end.
  let goodPath: [DrillDeedView]

  /// A drill, walked to its good end: that takes some time, and is done once.
  init(_ drill: Drill) {
    self.drill = drill
    goodPath = (DrillWalk.goodPath(of: drill) ?? []).map { DrillDeedView($0.deed, in: drill) }
  }

  static let fields = Fields<DrillView>([
    .number("limit") { $0.drill.limit },
    .list("states") { view in
      view.drill.states.map { DrillStateView(state: $0, isStart: $0.id == view.drill.start) }
    },
    .list("checks") { $0.drill.checks.map { DrillCheckView(check: $0) } },
    .list("actions") { $0.drill.actions.map { DrillActionView(action: $0) } },
    .list("marks") { $0.drill.marks.map { DrillMarkView(mark: $0) } },
    .list("hints") { view in
      view.drill.hints.map { DrillHintView(hint: $0, fact: view.drill.fact($0.missing)) }
    },
    .list("goodPath") { $0.goodPath },
    .phrase("outOfTime") { $0.drill.outOfTime },
  ])
}

/// How things stand.
struct DrillStateView: View {
  let state: Drill.State
  let isStart: Bool

  static let fields = Fields<DrillStateView>([
    .text("id") { $0.state.id },
    .prose("sees") { $0.state.sees },
    .text("end") { $0.state.end?.rawValue },
    .flag("isStart") { $0.isStart },
    .number("after") { $0.state.worsens?.after },
    .text("target") { $0.state.worsens?.target },
    .prose("says") { $0.state.worsens?.says },
  ])
}

/// What the candidate can ask to see.
struct DrillCheckView: View {
  let check: Drill.Check

  static let fields = Fields<DrillCheckView>([
    .phrases("asks") { $0.check.asks },
    .number("minutes") { $0.check.minutes },
    .prose("shows") { $0.check.shows },
    .list("readings") { $0.check.readings.map { DrillReadingView(reading: $0) } },
  ])
}

/// What a check shows in some states.
struct DrillReadingView: View {
  let reading: Drill.Reading

  static let fields = Fields<DrillReadingView>([
    .texts("states") { $0.reading.states },
    .prose("shows") { $0.reading.shows },
  ])
}

/// What the candidate can have done.
struct DrillActionView: View {
  let action: Drill.Action

  static let fields = Fields<DrillActionView>([
    .phrase("does") { $0.action.does },
    .number("minutes") { $0.action.minutes },
    .list("moves") { $0.action.moves.map { DrillMoveView(move: $0) } },
    .prose("otherwise") { $0.action.otherwise },
  ])
}

/// Where an action leads.
struct DrillMoveView: View {
  let move: Drill.Move

  static let fields = Fields<DrillMoveView>([
    .texts("sources") { $0.move.sources },
    .text("target") { $0.move.target },
    .prose("says") { $0.move.says },
  ])
}

/// What one person says at a minute.
struct DrillMarkView: View {
  let mark: Drill.Mark

  static let fields = Fields<DrillMarkView>([
    .number("minute") { $0.mark.minute },
    .phrase("says") { $0.mark.says },
  ])
}

/// Help that is due while a fact is missing.
struct DrillHintView: View {
  let hint: Drill.Hint
  let fact: String

  static let fields = Fields<DrillHintView>([
    .number("minute") { $0.hint.minute },
    .phrase("say") { $0.hint.say },
    .phrase("fact") { $0.fact },
  ])
}

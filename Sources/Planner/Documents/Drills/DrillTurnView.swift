import Rubric

/// What came of a line that was typed, and how the drill stands.
struct DrillTurnView: View {
  let session: DrillSession
  let form: ExerciseForm
  /// nil at the beginning.
  var reply: DrillReply?
  var typed: String?
  var elapsed: Int?

  private var play: DrillPlay { session.play }

  private var step: DrillStep? {
    switch reply {
    case nil: play.steps.first
    case .taken(let step): step
    default: nil
    }
  }

  /// The check or action that was taken, or taken back.
  private var taken: DrillDeedView? {
    switch reply {
    case .taken(let step), .undone(let step): DrillDeedView(step.deed, in: play.drill)
    default: nil
    }
  }

  private var candidates: [DrillDeedView] {
    guard case .ambiguous(let deeds) = reply else { return [] }
    return deeds.map { DrillDeedView($0, in: play.drill) }
  }

  private var note: DrillNote? {
    guard case .noted(let note) = reply else { return nil }
    return note
  }

  private var isUndone: Bool {
    if case .undone = reply { true } else { false }
  }

  /// What was not known that would have made the step sensible.
  private var missing: [String] { (step?.missing ?? []).map(play.drill.fact) }

  /// How many hints have been due since an earlier turn.
  private var hintsWaiting: Int? {
    let new = (step?.events ?? []).count { $0.kind == .hint }
    let waiting = play.hintsDue.count - new
    return waiting > 0 ? waiting : nil
  }

  /// The minute from which the next hint is due.
  private var nextHint: Int? {
    guard play.hintsDue.isEmpty else { return nil }
    let given = play.hintsGiven
    return play.drill.hints.filter { !given.contains($0) && !play.facts.contains($0.missing) }
      .map(\.minute).filter { $0 > play.minute }.min()
  }

  private static func reply(_ name: String, _ reply: DrillReply?) -> Field<DrillTurnView> {
    .flag(name) { $0.reply == reply }
  }

  static let fields = Fields<DrillTurnView>([
    .text("title") { $0.form.title },
    .text("typed") { $0.typed.map(shortened) },
    .number("minute") { $0.play.minute },
    .number("limit") { $0.play.drill.limit },
    .text("clock") { $0.elapsed.map(DrillClock.text) },
    .text("state") { $0.play.state.id },
    .texts("rated") { $0.form.exercise.rates.map(\.id) },
    .view("taken") { $0.taken },
    .list("candidates") { $0.candidates },
    .flag("isSingle") { $0.candidates.count == 1 },
    .list("events") { view in
      (view.step?.events ?? []).map { DrillEventView(event: $0, now: view.play.minute) }
    },
    .texts("missing") { $0.missing },
    .flag("isCutOff") { $0.step?.isCompleted == false },
    .flag("isTurn") { $0.step != nil || $0.isUndone },
    .flag("isUndone") { $0.isUndone },
    .flag("isNoted") { $0.note != nil },
    .text("notedOn") { $0.note?.competency },
    .text("hint") { view in
      guard let deed = view.step?.deed, case .hint = deed else { return nil }
      return view.play.hintsGiven.last?.say
    },
    .number("hintsWaiting") { $0.hintsWaiting },
    .number("nextHint") { $0.nextHint },
    .flag("isOver") { $0.play.outcome != nil },
    reply("isBeginning", nil), reply("isUnknown", .unknown), reply("isNoSuchNumber", .noSuchNumber),
    reply("isEmptyNote", .emptyNote), reply("isNoHint", .noHint), reply("isNoMinutes", .noMinutes),
    reply("isNothingToUndo", .nothingToUndo), reply("isTooLate", .over), reply("isQuit", .quit),
  ])

  /// A line as it is shown again: not more of it than a line of the screen.
  private static func shortened(_ line: String) -> String {
    line.unicodeScalars.count > 70 ? String(line.unicodeScalars.prefix(70)) + "…" : line
  }
}

/// A step that can be taken: a check or an action with its number, or waiting.
struct DrillDeedView: View {
  let label: String?
  let name: String?
  let id: String?
  let minutes: Int?
  let deed: DrillStep.Deed

  init(_ deed: DrillStep.Deed, in drill: Drill) {
    self.deed = deed
    switch deed {
    case .check(let id):
      let number = drill.checks.firstIndex { $0.id == id }
      (label, name) = (number.map { "c\($0 + 1)" }, number.flatMap { drill.checks[$0].asks.first })
      (self.id, minutes) = (id, number.map { drill.checks[$0].minutes })
    case .action(let id):
      let number = drill.actions.firstIndex { $0.id == id }
      (label, name) = (number.map { "a\($0 + 1)" }, number.map { drill.actions[$0].does })
      (self.id, minutes) = (id, number.map { drill.actions[$0].minutes })
    case .wait(let minutes): (label, name, id, self.minutes) = (nil, nil, nil, minutes)
    case .hint(let missing):
      (label, id, minutes) = (nil, nil, nil)
      name = drill.hints.first { $0.missing == missing }?.say
    case .beginning: (label, name, id, minutes) = (nil, nil, nil, nil)
    }
  }

  static let fields = Fields<DrillDeedView>([
    .text("label") { $0.label },
    .text("name") { $0.name },
    .text("id") { $0.id },
    .number("minutes") { $0.minutes },
    .flag("isWait") { if case .wait = $0.deed { true } else { false } },
    .flag("isHint") { if case .hint = $0.deed { true } else { false } },
    .flag("isBeginning") { $0.deed == .beginning },
    .flag("isCheck") { if case .check = $0.deed { true } else { false } },
    .flag("isAction") { if case .action = $0.deed { true } else { false } },
  ])
}

/// Something that is seen or falls due.
struct DrillEventView: View {
  let event: DrillEvent
  let now: Int

  private static func kind(_ name: String, _ kind: DrillEvent.Kind) -> Field<DrillEventView> {
    .flag(name) { $0.event.kind == kind }
  }

  static let fields = Fields<DrillEventView>([
    .text("text") { $0.event.text },
    .number("earlier") { $0.event.minute < $0.now ? $0.event.minute : nil },
    kind("isSeen", .seen), kind("isShown", .shown), kind("isMark", .mark),
    kind("isWorsening", .worsening), kind("isTold", .told), kind("isHint", .hint),
    kind("isGood", .end(.good)), kind("isFair", .end(.fair)), kind("isPoor", .end(.poor)),
    kind("isOutOfTime", .outOfTime),
  ])
}

/// Seconds as people read them.
enum DrillClock {
  /// Minutes and seconds, such as `12:31`.
  static func text(_ seconds: Int) -> String {
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}

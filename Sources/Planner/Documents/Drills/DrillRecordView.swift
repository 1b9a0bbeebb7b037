import Rubric

/// The record of a drill.
struct DrillRecordView: View {
  let session: DrillSession
  let form: ExerciseForm
  /// The names of competencies by id.
  let names: [String: String]

  private var play: DrillPlay { session.play }

  /// The minute in which each fact came to be known.
  private var found: [DrillFactView] {
    play.steps.flatMap { step in
      step.told.map { id in DrillFactView(what: play.drill.fact(id), minute: step.end) }
    }
  }

  private var missed: [DrillFactView] {
    play.drill.facts.filter { !play.facts.contains($0.id) }.map { DrillFactView(what: $0.what, minute: nil) }
  }

  private var hints: [DrillGivenHintView] {
    play.steps.compactMap { step in
      guard case .hint(let missing) = step.deed else { return nil }
      let say = DrillDeedView(step.deed, in: play.drill).name ?? ""
      return DrillGivenHintView(minute: step.end, say: say, fact: play.drill.fact(missing))
    }
  }

  private static func ended(_ name: String, _ outcome: DrillOutcome?) -> Field<DrillRecordView> {
    .flag(name) { $0.play.outcome == outcome }
  }

  static let fields = Fields<DrillRecordView>([
    .text("id") { $0.form.exercise.id },
    .text("title") { $0.form.title },
    .text("seed") { $0.form.seed },
    .text("fingerprint") { $0.form.fingerprint },
    .number("minute") { $0.play.minute },
    .number("limit") { $0.play.drill.limit },
    .text("state") { $0.play.state.id },
    ended("isGood", .ended(.good)), ended("isFair", .ended(.fair)), ended("isPoor", .ended(.poor)),
    ended("isOutOfTime", .outOfTime), ended("isBrokenOff", nil),
    .list("entries") { view in
      view.session.entries.map { DrillEntryView(entry: $0, drill: view.play.drill) }
    },
    .list("found") { $0.found },
    .list("missed") { $0.missed },
    .list("hints") { $0.hints },
    .list("rates") { view in
      view.form.exercise.rates.map { rating in
        DrillRatingView(
          rating: ExerciseRatingView(rating: rating, name: view.names[rating.id] ?? rating.id),
          notes: view.session.notes.filter { $0.note.competency == rating.id })
      }
    },
  ])
}

/// Something that the candidate came to know, or not.
struct DrillFactView: View {
  let what: String
  let minute: Int?

  static let fields = Fields<DrillFactView>([
    .text("what") { $0.what },
    .number("minute") { $0.minute },
  ])
}

/// A hint that was given.
struct DrillGivenHintView: View {
  let minute: Int
  let say: String
  let fact: String

  static let fields = Fields<DrillGivenHintView>([
    .number("minute") { $0.minute },
    .text("say") { $0.say },
    .text("fact") { $0.fact },
  ])
}

/// A competency that is rated, with the notes about it.
struct DrillRatingView: View {
  let rating: ExerciseRatingView
  let notes: [(note: DrillNote, elapsed: Int?)]

  static let fields = Fields<DrillRatingView>([
    .view("rating") { $0.rating },
    .list("notes") { $0.notes.map { DrillNoteView(note: $0.note, elapsed: $0.elapsed) } },
  ])
}

/// A note.
struct DrillNoteView: View {
  let note: DrillNote
  let elapsed: Int?

  static let fields = Fields<DrillNoteView>([
    .number("minute") { $0.note.minute },
    .text("clock") { $0.elapsed.map(DrillClock.text) },
    .text("competency") { $0.note.competency },
    .text("text") { $0.note.text },
  ])
}

/// A step or a note.
struct DrillEntryView: View {
  let entry: DrillEntry
  let drill: Drill

  private var step: DrillStep? {
    guard case .step(let step) = entry.content else { return nil }
    return step
  }

  private var note: DrillNoteView? {
    guard case .note(let note) = entry.content else { return nil }
    return DrillNoteView(note: note, elapsed: entry.elapsed)
  }

  /// The minutes in which something got worse.
  private var worsenings: [String] {
    (step?.events ?? []).filter { $0.kind == .worsening }.map { String($0.minute) }
  }

  static let fields = Fields<DrillEntryView>([
    .flag("isStruck") { $0.entry.isStruck },
    .text("clock") { $0.entry.elapsed.map(DrillClock.text) },
    .view("note") { $0.note },
    .view("step") { view in view.step.map { DrillDeedView($0.deed, in: view.drill) } },
    .number("start") { $0.step?.start },
    .number("end") { $0.step.flatMap { $0.end == $0.start ? nil : $0.end } },
    .text("state") { $0.step?.to },
    .flag("hasMoved") { $0.step.map { $0.from != $0.to || $0.deed == .beginning } ?? false },
    .flag("isCutOff") { $0.step?.isCompleted == false },
    .texts("worsenings") { $0.worsenings },
    .texts("learnt") { view in (view.step?.told ?? []).map(view.drill.fact) },
    .texts("missing") { view in (view.step?.missing ?? []).map(view.drill.fact) },
  ])
}

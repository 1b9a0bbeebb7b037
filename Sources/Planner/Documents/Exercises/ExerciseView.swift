import Rubric

/// One form of an exercise.
struct ExerciseView: View {
  let form: ExerciseForm
  /// The names of competencies by id.
  let names: [String: String]
  /// The minutes of the interview before it begins.
  let offset: Int
  /// The parts as they stand in the folder of a loop; without one, none.
  let handouts: [HandoutView]
  private let drill: DrillView?

  /// A form by itself, or within the kit of an interview.
  init(form: ExerciseForm, names: [String: String], offset: Int = 0, handouts: [HandoutView] = []) {
    self.form = form
    self.names = names
    self.offset = offset
    self.handouts = handouts
    drill = form.drill.map(DrillView.init)
  }

  private var exercise: Exercise { form.exercise }

  private var steps: [ExerciseStepView] {
    var start = offset
    return exercise.plan.map { step in
      defer { start += step.minutes }
      let handed = handouts.filter { step.hand.contains($0.part.id) }
      return ExerciseStepView(step: step, start: start, parts: exercise.parts, handouts: handed)
    }
  }

  /// The lines of a text of Markdown, which is the library's own.
  static func lines(_ text: String) -> [Substring] {
    var lines = PlainText.lines(of: text)
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }

  static let fields = Fields<ExerciseView>([
    .text("id") { $0.exercise.id },
    .text("kind") { $0.exercise.kind.rawValue },
    .phrase("title") { $0.exercise.title },
    .number("minutes") { $0.exercise.minutes },
    .text("seed") { $0.form.seed },
    .text("fingerprint") { $0.form.fingerprint },
    .phrase("lesson") { $0.exercise.lesson },
    .phrase("keeps") { $0.exercise.keeps },
    .phrase("equal") { $0.exercise.equal },
    .texts("about") { $0.exercise.about },
    .list("rates") { view in
      view.exercise.rates.map { ExerciseRatingView(rating: $0, name: view.names[$0.id] ?? $0.id) }
    },
    .texts("also") { view in view.exercise.also.map { view.names[$0] ?? $0 } },
    .list("steps") { $0.steps },
    .prose("key") { $0.exercise.key },
    .list("cards") { view in
      view.exercise.cards.map { ExerciseCardView(card: $0, offset: view.offset) }
    },
    .list("slips") { $0.exercise.slips.map { ExerciseSlipView(slip: $0) } },
    .list("figures") { $0.form.figures.map { FigureView(line: $0) } },
    .list("parts") { $0.exercise.parts.map { ExercisePartView(part: $0) } },
    .view("coding") { view in view.exercise.coding.map { CodingTaskView(task: $0) } },
    .view("review") { view in view.exercise.workSample.map { ReviewTaskView(task: $0) } },
    .view("drill") { $0.drill },
  ])
}

/// A step of an exercise with its place on the clock of the exercise.
struct ExerciseStepView: View {
  let step: ExerciseStep
  let start: Int
  let parts: [ExercisePart]
  let handouts: [HandoutView]

  static let fields = Fields<ExerciseStepView>([
    .number("start") { $0.start },
    .number("end") { $0.start + $0.step.minutes },
    .number("minutes") { $0.step.minutes },
    .phrase("title") { $0.step.title },
    .phrases("hand") { view in
      view.step.hand.map { id in view.parts.first { $0.id == id }?.title ?? id }
    },
    // The same parts, as they stand in the folder of a loop.
    .list("handouts") { $0.handouts },
    .number("reading") { $0.step.reading == 0 ? nil : $0.step.reading },
    .prose("say") { $0.step.say },
    .phrases("tasks") { $0.step.tasks },
    .flag("hasStandings") { !($0.step.strong + $0.step.meets + $0.step.below).isEmpty },
    .phrases("strong") { $0.step.strong },
    .phrases("meets") { $0.step.meets },
    .phrases("below") { $0.step.below },
    .list("probes") { $0.step.probes.map { ExerciseProbeView(probe: $0) } },
  ])
}

/// A follow-up.
struct ExerciseProbeView: View {
  let probe: ExerciseProbe

  static let fields = Fields<ExerciseProbeView>([
    .number("depth") { $0.probe.depth },
    .phrase("ask") { $0.probe.ask },
    .phrase("good") { $0.probe.good },
  ])
}

/// A fact that is given when asked for.
struct ExerciseCardView: View {
  let card: ExerciseCard
  let offset: Int

  static let fields = Fields<ExerciseCardView>([
    .phrases("asked") { $0.card.asked },
    .prose("answer") { $0.card.answer },
    .number("by") { view in view.card.by.map { $0 + view.offset } },
  ])
}

/// A slip with its hint.
struct ExerciseSlipView: View {
  let slip: ExerciseSlip

  static let fields = Fields<ExerciseSlipView>([
    .text("id") { $0.slip.id },
    .phrase("slip") { $0.slip.slip },
    .phrase("hint") { $0.slip.hint },
    .text("weight") { $0.slip.weight.rawValue },
  ])
}

/// A part that the candidate is handed.
struct ExercisePartView: View {
  let part: ExercisePart

  static let fields = Fields<ExercisePartView>([
    .phrase("title") { $0.part.title },
    .prose("lines") { $0.part.text },
  ])
}

/// A figure with how it came about.
struct FigureView: View {
  let line: FigureLine

  static let fields = Fields<FigureView>([
    .text("name") { $0.line.name },
    .phrase("what") { $0.line.what },
    .text("formula") { $0.line.formula },
    .text("value") { $0.line.value },
    .text("unit") { $0.line.unit },
  ])
}

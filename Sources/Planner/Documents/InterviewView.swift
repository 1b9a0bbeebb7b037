import Rubric

/// One interview of the loop.
struct InterviewView: View {
  let interview: Interview
  let count: Int
  let clock: [ClockView]
  var ratings: [RatingView]
  let exercise: KitExerciseView?
  /// The posting's words for which it is held.
  var reasons: [EvidenceView] = []
  /// What it shows and nobody rates.
  var noted: [DemandView] = []
  /// The posting's products that its questions and its exercise are about.
  var products: [String] = []
  /// What it settles by asking, filled in from the role.
  var facts: [FactCheckView] = []
  /// Its kit as HTML, once it is made.
  var body = ""

  /// An interview of a loop of so many, with the forms of exercises by id.
  init(_ interview: Interview, of count: Int, forms: [String: ExerciseForm] = [:]) {
    self.interview = interview
    self.count = count
    let form = interview.exercise.flatMap { forms[$0.id] }
    let names = interview.ratings.flatMap(\.demand.competencies).map { ($0.id, $0.name) }
    let exercise = interview.exercise.map {
      KitExerciseView(
        $0, of: interview, form: form, names: Dictionary(names) { first, _ in first })
    }
    self.exercise = exercise
    let clock = ClockView.views(of: interview, exercise: exercise)
    self.clock = clock
    ratings = RatingView.views(of: interview, clock: clock, form: form)
  }

  /// Whether it rates anything.
  var isRating: Bool { !ratings.isEmpty }

  /// The name of its files, without folder and ending.
  var fileName: String { "\(interview.number)-\(Slug.of(interview.format?.id ?? interview.name))" }

  static let fields = Fields<InterviewView>(
    tableFields + [
      .text("purpose") { $0.interview.format?.purpose },
      .texts("prepare") { $0.interview.format?.prepare ?? [] },
      .list("opening") { SpokenView.views(of: $0.interview.format?.open ?? []) },
      // The system that its questions are about, to be told before the first of them.
      .text("setting") { $0.setting },
      .list("closing") { SpokenView.views(of: $0.interview.format?.close ?? []) },
      .texts("tellCandidate") { $0.interview.format?.tellCandidate ?? [] },
      .texts("checks") { ($0.interview.format?.checks ?? []).map(\.ask) },
      // The same with what the posting says of each and what follows from the answers.
      .list("facts") { $0.facts },
      // The posting's words for which it is held.
      .list("reasons") { $0.reasons },
      // The parts that the posting lists for the stage.
      .texts("parts") { $0.interview.stage?.parts ?? [] },
      .list("clock") { $0.clock },
      .list("ratings") { $0.ratings },
      .view("exercise") { $0.exercise },
      .list("questions") { $0.ratings.flatMap(\.questions) },
      // The posting's products that its questions and its exercise are about, in a row.
      .text("products") { Figures.listed($0.products) },
      // What it shows and no interview rates.
      .list("noted") { $0.noted },
      // What it asks for that no competency covers.
      .list("uncovered") { UncoveredView.views(of: $0) },
      // What is heard in answers to that, whichever it is.
      .view("signs") { $0.interview.uncovered.first.map { UncoveredSignsView(talk: $0.talk) } },
    ])

  private var setting: String? {
    let threads = ratings.flatMap(\.questions).compactMap(\.planned.question.thread)
    return interview.format?.threads.first { threads.contains($0.id) }?.tell
  }

  private func newly(_ importance: Importance) -> Int? {
    let count = interview.newlyCovers(importance)
    return count > 0 ? count : nil
  }

  /// What a row of a table needs.
  private static let tableFields: [Field<InterviewView>] = [
    .number("number") { $0.interview.number },
    .number("count") { $0.count },
    .text("name") { $0.interview.name },
    .text("format") { $0.interview.format?.id },
    // The kind of interview, where the posting calls it something else.
    .text("formatName") { view in
      view.interview.format.map(\.name).flatMap { $0 == view.interview.name ? nil : $0 }
    },
    // Missing where nothing is known about its length.
    .number("minutes") { $0.interview.minutes > 0 ? $0.interview.minutes : nil },
    .text("interviewer") { $0.interview.format?.interviewer },
    // Who of the panel holds it, and who sits in to learn; missing without a panel.
    .text("holder") { $0.interview.holder },
    .text("shadow") { $0.interview.shadow },
    // Required competencies that no interview before it rates; missing where there are none.
    .number("newRequired") { $0.newly(.required) },
    // The same of preferred ones and of duties.
    .number("newPreferred") { $0.newly(.preferred) },
    .number("newDuties") { $0.newly(.duty) },
    .flag("isHeld") { $0.interview.isHeld },
    .flag("isScreen") { $0.interview.isScreen },
    // Whether the candidate works alone, and nobody of the team is there.
    .flag("isAlone") { $0.interview.isAlone },
    .text("kit") { $0.interview.isHeld ? "kits/\($0.fileName)" : nil },
    // The kit as a part of a page, ready made.
    .markup("body") { $0.body },
    .text("scorecard") { $0.isRating ? "scorecards/\($0.fileName).yaml" : nil },
  ]
}

/// A line of an opening or a closing: words to say, or something to do.
struct SpokenView: View {
  let words: String
  let isSpoken: Bool

  /// Lines between quotation marks are spoken, and lose the marks.
  static func views(of lines: [String]) -> [SpokenView] {
    lines.map { line in
      let isSpoken = line.utf8.count > 1 && line.hasPrefix("\"") && line.hasSuffix("\"")
      return SpokenView(words: isSpoken ? String(line.dropFirst().dropLast()) : line, isSpoken: isSpoken)
    }
  }

  static let fields = Fields<SpokenView>([
    .text("words") { $0.words },
    .flag("isSpoken") { $0.isSpoken },
  ])
}

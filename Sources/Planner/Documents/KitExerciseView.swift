import Rubric

/// The exercise of an interview.
struct KitExerciseView: View {
  let planned: PlannedExercise
  let form: ExerciseView?
  let handouts: [HandoutView]
  /// The folder of its files, such as `3-the-bill`, as part of a path.
  let folder: String
  /// In which languages the program is written, where there is one to write.
  let languages: ProgramLanguagesView?
  /// The posting's further sentences that it practises, with what it practises of them.
  let practises: [NearnessView]
  /// For which levels what is heard in its steps speaks.
  let standing: StandingLevelsView

  /// The exercise of an interview, with its form where documents are written.
  init(_ planned: PlannedExercise, of interview: Interview, form: ExerciseForm?, names: [String: String]) {
    self.planned = planned
    let folder = "\(interview.number)-\(Slug.of(planned.title))"
    self.folder = folder
    languages =
      planned.kind == .coding
      ? ProgramLanguagesView(of: interview, around: planned, task: form?.exercise.coding) : nil
    practises = Self.further(planned.links)
    standing = StandingLevelsView(
      ofSteps: interview.ratings.compactMap { rating in
        rating.demand.made(in: form).map {
          StandingLevelsView(range: $0.levels, target: rating.demand.target)
        }
      })
    let handouts = HandoutView.views(of: form, interview: interview.number, folder: folder)
    self.handouts = handouts
    self.form = form.map {
      ExerciseView(form: $0, names: names, offset: interview.format?.opening ?? 0, handouts: handouts)
    }
  }

  /// More quotations than this nobody reads.
  private static let most = 2

  /// The links behind the first, one for each line.
  private static func further(_ links: [Nearness]) -> [NearnessView] {
    guard let first = links.first, first.evidence.line > 0 else { return [] }
    var told: Set<Int> = [first.evidence.line]
    let others = links.dropFirst().filter { told.insert($0.evidence.line).inserted }
    return others.prefix(most).map(NearnessView.init)
  }

  /// The files that stand beside the documents: programs to start from, and what a program is held to.
  var files: [RenderedDocument] {
    guard let task = form?.form.exercise.coding else { return [] }
    return CodingFiles.starters(languages?.handed ?? task.starters)
      .map { RenderedDocument(path: "handouts/\(folder)/\($0)", text: $1) }
      + CodingFiles.cases(of: task).map { RenderedDocument(path: "cases/\(folder)/\($0)", text: $1) }
  }

  private func isKind(_ kind: ExerciseKind) -> Bool { planned.kind == kind }

  static let fields = Fields<KitExerciseView>(
    [
      .text("id") { $0.planned.id },
      .phrase("title") { $0.planned.title },
      .number("minutes") { $0.planned.minutes },
      .text("seed") { $0.planned.seed },
      .flag("isCoding") { $0.isKind(.coding) },
      .flag("isDesign") { $0.isKind(.systemDesign) },
      .flag("isCase") { $0.isKind(.studyCase) },
      .flag("isReview") { $0.isKind(.workSample) },
      .flag("isDrill") { $0.isKind(.drill) },
      .view("nearness") { $0.planned.nearness.map(NearnessView.init) },
      .list("practises") { $0.practises },
      // In which languages the program is written, where there is one to write.
      .view("languages") { $0.languages },
      .list("handouts") { $0.handouts },
      // The last part of the folders of its handouts and its cases.
      .text("folder") { $0.folder },
      // All of it, where documents are written; missing where only the loop is printed.
      .view("form") { $0.form },
    ] + StandingLevelsView.levelFields { $0.standing })
}

/// A part of an exercise as the candidate is handed it.
struct HandoutView: View {
  let part: ExercisePart
  let number: Int
  let interview: Int
  let folder: String

  /// The parts of a form.
  static func views(of form: ExerciseForm?, interview: Int, folder: String) -> [HandoutView] {
    (form?.exercise.parts ?? []).enumerated().map { index, part in
      HandoutView(part: part, number: index + 1, interview: interview, folder: folder)
    }
  }

  /// The path of its files below the loop's folder, without ending.
  var path: String { "handouts/\(folder)/\(number)-\(Slug.of(part.title))" }

  static let fields = Fields<HandoutView>([
    .number("number") { $0.number },
    .phrase("title") { $0.part.title },
    .prose("text") { $0.part.text },
    .text("path") { $0.path },
    // Its name within a page.
    .text("anchor") { "i\($0.interview)-part-\($0.number)" },
  ])
}

/// What the posting says to which a question or an exercise comes near.
struct NearnessView: View {
  let nearness: Nearness

  static let fields = Fields<NearnessView>([
    .text("quote") { $0.nearness.evidence.words },
    .number("line") { $0.nearness.evidence.line },
    // Whether it is the posting's title, whose place is not known.
    .flag("isTitle") { $0.nearness.evidence.line == 0 },
    .text("section") { $0.nearness.evidence.section },
    // The names and phrases in common; single words of every day tell nobody anything.
    .texts("words") { $0.nearness.words.filter(\.isNameOrPhrase) },
  ])
}

extension String {
  /// Whether it has a capital, a digit or several words, which a hyphen may join.
  fileprivate var isNameOrPhrase: Bool {
    utf8.contains {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") || ASCII.isCapital($0) || ASCII.isDigit($0)
    }
  }
}

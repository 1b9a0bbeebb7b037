import Rubric

/// In which languages the program of a coding exercise is written, and which programs to start from lie ready. All
/// documents of a loop say it from here.
struct ProgramLanguagesView: View {
  /// Those that count: the ones of the demands that the exercise rates. None where no language is rated and any counts.
  let accepted: [String]
  /// The programs to start from in a language that counts.
  let starters: [CodingTask.Starter]
  /// Languages that count and for which no program to start from is there.
  let bare: [String]
  /// The programs to start from in languages that do not count. They show what one does where `bare` names any.
  let others: [CodingTask.Starter]

  /// The languages of an interview around a coding exercise, whose task is at hand where documents are written.
  init(of interview: Interview, around exercise: PlannedExercise, task: CodingTask?) {
    let rated = interview.ratings.filter { $0.shownBy == exercise.id }.map(\.demand)
    let accepted = rated.flatMap(\.writtenIn).reduce(into: [String]()) { languages, language in
      if !languages.contains(language) { languages.append(language) }
    }
    self.accepted = accepted
    let all = task?.starters ?? []
    starters = all.filter { accepted.isEmpty || accepted.contains($0.name) }
    others = all.filter { !accepted.isEmpty && !accepted.contains($0.name) }
    let ready = starters.map(\.name)
    bare = task == nil ? [] : accepted.filter { !ready.contains($0) }
  }

  /// The programs to start from that the folder holds: those that count, and where one is missing the others as well.
  var handed: [CodingTask.Starter] { bare.isEmpty ? starters : starters + others }

  static let fields = Fields<ProgramLanguagesView>([
    // Those of which a program counts, as a choice: `Go`, or `Python or Ruby`; nothing where any does.
    .text("accepted") { Figures.chosen($0.accepted) },
    .flag("isChoice") { $0.accepted.count > 1 },
    // Those that count and have a program to start from, and those that count and have none.
    .text("ready") { Figures.listed($0.starters.map(\.name)) },
    .text("bare") { Figures.chosen($0.bare) },
    // Those in which a program to start from shows what one does, and which do not count.
    .text("shown") { view in view.bare.isEmpty ? nil : Figures.listed(view.others.map(\.name)) },
  ])
}

extension Demand {
  /// The languages of which a program shows it: those of its alternatives that the posting names, else all that count for
  /// the alternative. None where it is about no language, or where any counts for one of its alternatives.
  fileprivate var writtenIn: [String] {
    guard competencies.contains(where: { $0.family == .languages }) else { return [] }
    let languages = zip(alternatives, competencies).map { alternative, competency in
      let named = competency.writtenIn.filter(alternative.technologies.contains)
      return named.isEmpty ? competency.writtenIn : named
    }
    return languages.contains(where: \.isEmpty) ? [] : languages.flatMap(\.self) + alsoWrittenIn
  }
}

extension CodingTask.Starter {
  /// The language for people.
  var name: String {
    switch language {
    case "typescript": "TypeScript"
    case "javascript": "JavaScript"
    case "csharp": "C#"
    case "cpp": "C++"
    default: language.prefix(1).uppercased() + language.dropFirst()
    }
  }
}

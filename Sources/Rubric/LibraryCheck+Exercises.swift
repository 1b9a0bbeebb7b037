internal import Diagnostics
internal import YAML

extension LibraryCheck {
  /// What the exercises say, of themselves and of the library.
  mutating func checkExercises() {
    for file in exercises {
      checkID(file.value.exercise.id, of: file)
      checkKind(of: file)
      checkRatings(of: file)
      checkParts(of: file)
      checkTexts(of: file)
      checkFirstForm(of: file)
    }
  }

  /// The block that the kind needs is there, and no other.
  private mutating func checkKind(of file: CheckedFile<ExerciseBlueprint>) {
    let exercise = file.value.exercise
    let folder = file.path.split(separator: "/").dropLast().last.map(String.init) ?? ""
    if folder != exercise.kind.rawValue {
      add(
        "kind-folder",
        "\"\(exercise.id)\" is of the kind \"\(exercise.kind.rawValue)\" and stands in \"\(folder)\"",
        severity: .warning, in: file.source, at: file.root["kind"]?.range)
    }
    for block in ExerciseKind.allCases.compactMap(\.block) {
      let isThere = file.root[block].map { !$0.isNull } ?? false
      guard isThere != (block == exercise.kind.block) else { continue }
      let message =
        isThere
        ? "an exercise of the kind \"\(exercise.kind.rawValue)\" has no use for \"\(block)\""
        : "an exercise of the kind \"\(exercise.kind.rawValue)\" needs \"\(block)\""
      add(
        "kind-block", message, in: file.source,
        at: file.root.place(ofKey: block) ?? file.root["kind"]?.range)
    }
  }

  private mutating func checkRatings(of file: CheckedFile<ExerciseBlueprint>) {
    let exercise = file.value.exercise
    for (index, rating) in exercise.rates.enumerated() where !library.competencyIDs.contains(rating.id) {
      addUnknownCompetency(rating.id, in: file.source, at: file.root["rates"]?[index]?["id"]?.range)
    }
    for (index, id) in exercise.also.enumerated() where !library.competencyIDs.contains(id) {
      addUnknownCompetency(id, in: file.source, at: file.root["also"]?[index]?.range)
    }
  }

  /// Every part is handed out, nothing is called alike, and reading has its time.
  private mutating func checkParts(of file: CheckedFile<ExerciseBlueprint>) {
    let exercise = file.value.exercise
    let parts = exercise.parts.map(\.id)
    checkUnique(parts, under: "parts", at: file.root, in: file.source)
    checkUnique(exercise.cards.map(\.id), under: "cards", at: file.root, in: file.source)
    checkUnique(exercise.slips.map(\.id), under: "slips", at: file.root, in: file.source)
    for (index, step) in exercise.plan.enumerated() {
      let node = file.root["plan"]?[index]
      for (number, id) in step.hand.enumerated() where !parts.contains(id) {
        addUnknown(
          "unknown-part", "\"\(id)\" is no part of the exercise", severity: .error, word: id, known: parts,
          in: file.source, at: node?["hand"]?[number]?.range)
      }
      checkReading(of: step, node, in: file)
    }
    let handed = exercise.plan.flatMap(\.hand)
    for (index, id) in parts.enumerated() where !handed.contains(id) {
      add(
        "unhanded-part", "no step hands out the part \"\(id)\"", severity: .warning, in: file.source,
        at: file.root["parts"]?[index]?["id"]?.range)
    }
    for (index, card) in exercise.cards.enumerated() where (card.by ?? 0) > exercise.minutes {
      add(
        "minutes", "the exercise is over by then", in: file.source,
        at: file.root["cards"]?[index]?["by"]?.range)
    }
  }

  private mutating func checkReading(
    of step: ExerciseStep, _ node: Node?, in file: CheckedFile<ExerciseBlueprint>
  ) {
    let texts = file.value.exercise.parts.filter { step.hand.contains($0.id) }.map(\.text)
    let needed = ReadingTime.minutes(of: texts)
    guard needed > step.reading else { return }
    add(
      "reading-time",
      "what is handed out takes about \(needed) min to read, and the step has \(step.reading) for it",
      severity: .warning, in: file.source, at: node?["reading"]?.range ?? node?["hand"]?.range)
  }

  /// The first form keeps its constraints, and what points into its texts and its code finds its place.
  private mutating func checkFirstForm(of file: CheckedFile<ExerciseBlueprint>) {
    let blueprint = file.value
    do throws(FigureSheet.ValueFault) {
      let values = try blueprint.sheet.firstValues()
      if let index = try blueprint.sheet.brokenConstraint(values) {
        add(
          "broken-constraint", "the first form breaks the constraint", in: file.source,
          at: blueprint.sheet.constraints[index].place,
          note: blueprint.sheet.constraints[index].because)
      }
    } catch {
      add(InvalidInput(blueprint.finding(error)))
      return
    }
    do throws(InvalidInput) {
      let exercise = try blueprint.form(seed: nil).exercise
      checkQuotations(of: exercise, in: file)
      checkFlaws(of: exercise, in: file)
      if let drill = exercise.drill { checkDrill(drill, node: file.root["drill"], in: file.source) }
    } catch {
      add(error)
    }
  }

  /// Each quotation of a work sample stands once in the artefact.
  private mutating func checkQuotations(of exercise: Exercise, in file: CheckedFile<ExerciseBlueprint>) {
    guard let task = exercise.workSample, let node = file.root["work_sample"] else { return }
    let parts = exercise.parts.map(\.id)
    for (index, id) in task.artefact.enumerated() where !parts.contains(id) {
      addUnknown(
        "unknown-part", "\"\(id)\" is no part of the exercise", severity: .error, word: id, known: parts,
        in: file.source, at: node["artefact"]?[index]?.range)
    }
    checkUnique(task.findings.map(\.id), under: "findings", at: node, in: file.source)
    let texts = exercise.parts.filter { task.artefact.contains($0.id) }.map(\.text)
    let quotes =
      task.findings.enumerated().map { ($1.quote, node["findings"]?[$0]?["at"]?.range) }
      + task.sound.enumerated().map { ($1.quote, node["sound"]?[$0]?["at"]?.range) }
    for (quote, place) in quotes {
      let count = texts.reduce(0) { $0 + $1.places(of: quote).count }
      guard count != 1 else { continue }
      let message =
        count == 0
        ? "these words do not stand in the artefact" : "these words stand in the artefact \(count) times"
      add("quotation", message, in: file.source, at: place)
    }
  }

  /// Each flawed solution can be made of the reference and shows a slip of the exercise.
  private mutating func checkFlaws(of exercise: Exercise, in file: CheckedFile<ExerciseBlueprint>) {
    guard let task = exercise.coding, let node = file.root["coding"] else { return }
    checkUnique(task.cases.map(\.id), under: "cases", at: node, in: file.source)
    let slips = exercise.slips.map(\.id)
    for (index, flaw) in task.flawed.enumerated() {
      let place = node["flawed"]?[index]
      if !slips.contains(flaw.slip) {
        addUnknown(
          "unknown-slip", "\"\(flaw.slip)\" is no slip of the exercise", severity: .error, word: flaw.slip,
          known: slips, in: file.source, at: place?["slip"]?.range)
      }
      if flaw.program(of: task.reference) == nil {
        add(
          "flaw-not-found", "a text to be changed does not stand in the reference solution just once",
          in: file.source, at: place?["change"]?.range)
      }
    }
  }

  /// Ids of one list of a mapping that stand in it twice.
  private mutating func checkUnique(_ ids: [String], under key: String, at node: Node, in source: SourceText)
  {
    for (index, id) in ids.enumerated() where ids[..<index].contains(id) {
      add(
        "duplicate-id", "two of the \(key) are called \"\(id)\"", in: source,
        at: node[key]?[index]?["id"]?.range)
    }
  }
}

/// How long texts take to read in quiet, for somebody who reads them for the first time.
enum ReadingTime {
  /// Words of prose, and lines of code or of a table, to a minute.
  static let (words, lines) = (180, 30)

  /// Whole minutes; a last started minute counts from its middle.
  static func minutes(of texts: [String]) -> Int {
    var (words, lines) = (0, 0)
    for text in texts {
      var isFenced = false
      for line in text.split(separator: "\n") {
        let isFence = line.drop { $0 == " " }.hasPrefix("```")
        if isFence { isFenced.toggle() }
        if isFenced || isFence || line.hasPrefix("|") {
          lines += isFence ? 0 : 1
        } else {
          words += line.split(separator: " ").count
        }
      }
    }
    return (words * Self.lines + lines * Self.words + Self.words * Self.lines / 2) / (Self.words * Self.lines)
  }
}

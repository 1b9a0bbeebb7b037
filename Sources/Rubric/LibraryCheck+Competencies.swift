internal import Diagnostics
internal import YAML

extension LibraryCheck {
  /// What the competencies say of themselves and of each other.
  mutating func checkCompetencies() {
    var questions: [String: (file: SourceText, place: PlaceRange?)] = [:]
    for file in competencies {
      checkID(file.value.id, of: file)
      checkFolder(of: file)
      checkParent(of: file)
      checkTerms(of: file)
      checkQuestions(of: file, seen: &questions)
      checkLevels(of: file)
    }
  }

  /// A competency with those whose questions and levels it inherits, nearest first.
  func lineage(of competency: Competency) -> [Competency] {
    var lineage = [competency]
    while let parent = lineage.last?.extends, let file = competencies.first(where: { $0.name == parent }),
      !lineage.contains(where: { $0.id == file.value.id })
    {
      lineage.append(file.value)
    }
    return lineage
  }

  private mutating func checkFolder(of file: CheckedFile<Competency>) {
    let parts = file.path.split(separator: "/")
    let family = file.value.family.rawValue
    guard parts.count > 2, parts[1] != family else { return }
    add(
      "family-folder", "the family is \"\(family)\" and the folder \"\(parts[1])\"", severity: .warning,
      in: file.source, at: file.root["family"]?.range, help: "move the file to competencies/\(family)/")
  }

  private mutating func checkParent(of file: CheckedFile<Competency>) {
    guard let parent = file.value.extends else { return }
    let place = file.root["extends"]?.range
    guard library.competencyIDs.contains(parent) else {
      addUnknown(
        "unknown-competency", "\"\(file.value.id)\" extends \"\(parent)\", which is not in the library",
        severity: .error, word: parent, known: library.competencyIDs, in: file.source, at: place)
      return
    }
    var chain = [file.name]
    while let next = competencies.first(where: { $0.name == chain.last })?.value.extends {
      chain.append(next)
      // A circle is noted in the files that form it, not in those that lead into it.
      guard next != file.name else {
        let circle = chain.joined(separator: ", ")
        add("circular-extends", "competencies extend each other: \(circle)", in: file.source, at: place)
        return
      }
      if chain.dropLast().contains(next) { return }
    }
  }

  /// Each wording is stated once: a second statement changes nothing, or hides the rules of the first.
  private mutating func checkTerms(of file: CheckedFile<Competency>) {
    var seen: [String: [(text: String, isCaseExact: Bool, place: PlaceRange?)]] = [:]
    for (index, signal) in file.value.signals.enumerated() {
      for (text, place) in wordings(of: signal, at: file.root["signals"]?[index]) {
        let folded = text.lowercased()
        let first = seen[folded]?.first { text == $0.text || !(signal.isCaseExact && $0.isCaseExact) }
        if let first {
          let note = first.place.map { "stated first at \($0.start.line):\($0.start.column)" }
          let message = "\"\(text)\" is stated twice by the signals of \"\(file.value.id)\""
          add("duplicate-term", message, severity: .warning, in: file.source, at: place, note: note)
        }
        seen[folded, default: []].append((text, signal.isCaseExact, place))
      }
    }
  }

  func wordings(of signal: Signal, at node: Node?) -> [(text: String, place: PlaceRange?)] {
    let terms = signal.terms.enumerated().map { ($1, node?["terms"]?[$0]?.range) }
    let technologies = signal.technologies.flatMap { technology in
      let spellings = node?["technologies"]?[technology.name]
      return [(technology.name, node?["technologies"]?.place(ofKey: technology.name))]
        + technology.spellings.enumerated().map { ($1, spellings?[$0]?.range) }
    }
    return terms + technologies
  }

  /// Every level that a role may ask for needs a question; nobody asks for Awareness alone.
  private mutating func checkLevels(of file: CheckedFile<Competency>) {
    let lineage = lineage(of: file.value)
    // What a parent that cannot be read would add is not known.
    guard lineage.last?.extends == nil else { return }
    let questions = lineage.flatMap(\.questions)
    let levels = ProficiencyLevel.allCases.filter { level in
      level > .awareness && !questions.contains { $0.levels.contains(level) }
    }
    guard !levels.isEmpty else { return }
    let list = levels.map { String($0.rawValue) }.joined(separator: ", ")
    add(
      "uncovered-level", "no question of \"\(file.value.id)\" fits level \(list)", severity: .warning,
      in: file.source,
      at: file.root.place(ofKey: "questions") ?? file.root["id"]?.range)
  }
}

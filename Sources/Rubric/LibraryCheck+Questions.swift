internal import Diagnostics
internal import YAML

extension LibraryCheck {
  /// What the questions of a competency say. `seen` holds the questions of the files before.
  mutating func checkQuestions(
    of file: CheckedFile<Competency>, seen: inout [String: (file: SourceText, place: PlaceRange?)]
  ) {
    let technologies = technologies(of: file)
    for (index, question) in file.value.questions.enumerated() {
      let node = file.root["questions"]?[index]
      let place = node?["id"]?.range
      if !question.id.hasPrefix(file.value.id + "/") {
        let message = "the question \"\(question.id)\" does not begin with its competency"
        let name = question.id.split(separator: "/").last.map(String.init) ?? question.id
        add("question-id", message, in: file.source, at: place, help: "call it \"\(file.value.id)/\(name)\"")
      }
      if let first = seen[question.id] {
        let note = first.place.map { "first asked at \(first.file.name):\($0.start.line):\($0.start.column)" }
        add(
          "duplicate-question", "two questions are called \"\(question.id)\"", in: file.source, at: place,
          note: note)
      } else {
        seen[question.id] = (file.source, place)
      }
      for (index, id) in question.also.enumerated() where !library.competencyIDs.contains(id) {
        addUnknownCompetency(id, in: file.source, at: node?["also"]?[index]?.range)
      }
      checkThread(of: question, node, in: file)
      checkProducts(of: question, node, in: file)
      checkSlots(of: question, node, in: file, technologies: technologies)
    }
  }

  /// Whether some format tells the system that a question is about.
  private mutating func checkThread(
    of question: Question, _ node: Node?, in file: CheckedFile<Competency>
  ) {
    // What a format that cannot be read would tell is not known.
    guard let thread = question.thread, formats.count == library.formatIDs.count else { return }
    let told = formats.flatMap(\.value.threads).map(\.id)
    guard !told.contains(thread) else { return }
    addUnknown(
      "unknown-thread", "the question belongs to the thread \"\(thread)\", which no format tells",
      severity: .error, word: thread, known: told, in: file.source, at: node?["thread"]?.range)
  }

  /// Whether a question about products belongs to no thread, which tells a system of its own.
  private mutating func checkProducts(
    of question: Question, _ node: Node?, in file: CheckedFile<Competency>
  ) {
    guard !question.about.isEmpty, let thread = question.thread else { return }
    add(
      "products-in-thread",
      "the question is about \(question.about.joined(separator: ", ")) and belongs to the thread \"\(thread)\"",
      in: file.source, at: node?["about"]?.range,
      help: "leave out \"thread\": it is asked wherever the posting names the product")
  }

  /// The technologies that a role can name for a competency, or for one that inherits its questions.
  private func technologies(of file: CheckedFile<Competency>) -> [String] {
    let heirs = competencies.map(\.value).filter { competency in
      lineage(of: competency).contains { $0.id == file.value.id }
    }
    return heirs.flatMap(\.signals).flatMap(\.technologies).map(\.name)
  }

  private mutating func checkSlots(
    of question: Question, _ node: Node?, in file: CheckedFile<Competency>, technologies: [String]
  ) {
    let names = question.slots.map(\.name)
    var used: Set<String> = []
    for text in texts(of: question, node) {
      for (word, isCode) in Self.slots(in: text.text) where used.insert(word).inserted {
        if isCode || names.contains(word) { continue }
        let help = Suggestion.nearest(to: word, in: names).map { "did you mean \"{\($0)}\"?" }
        add(
          "unknown-slot", "\"{\(word)}\" is no slot of the question", in: file.source,
          at: place(of: "{\(word)}", within: text.place, in: file.source),
          help: help ?? "say under \"slots\" what fills it; in code, put a space behind the brace")
      }
    }
    for slot in question.slots {
      let place = node?["slots"]?.place(ofKey: slot.name)
      if !used.contains(slot.name) {
        let message = "the slot \"\(slot.name)\" stands in no text of the question"
        add("unused-slot", message, severity: .warning, in: file.source, at: place)
      }
      checkTechnologies(of: slot, node?["slots"]?[slot.name]?["from"], in: file, known: technologies)
    }
  }

  private mutating func checkTechnologies(
    of slot: QuestionSlot, _ node: Node?, in file: CheckedFile<Competency>, known: [String]
  ) {
    // What a file that cannot be read would add is not known.
    guard competencies.count == library.competencyIDs.count else { return }
    let folded = Set(known.map { $0.lowercased() })
    for (index, name) in slot.technologies.enumerated() where !folded.contains(name.lowercased()) {
      addUnknown(
        "unknown-technology", "\"\(name)\" is no technology of the signals of \"\(file.value.id)\"",
        severity: .warning,
        word: name, known: known, in: file.source, at: node?[index]?.range)
    }
  }

  private func texts(of question: Question, _ node: Node?) -> [(text: String, place: PlaceRange?)] {
    func list(_ key: String, _ texts: [String]) -> [(String, PlaceRange?)] {
      texts.enumerated().map { ($1, node?[key]?[$0]?.range) }
    }
    return [(question.ask, node?["ask"]?.range)] + list("probes", question.probes.map(\.text))
      + list("strong", question.strong) + list("meets", question.meets) + list("weak", question.weak)
  }

  /// The words between braces, in order: a small letter, then small letters, digits, hyphens and
  /// underscores. `isCode` is true behind a letter, a digit, `$` or another brace, where code has braces
  /// of its own: `packets{n}`, `${HOME}`.
  static func slots(in text: String) -> [(word: String, isCode: Bool)] {
    let bytes = Array(text.utf8)
    var slots: [(word: String, isCode: Bool)] = []
    var open: Int?
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "{"): open = index
      case UInt8(ascii: "}"):
        if let open, index > open + 1 {
          let isCode = open > 0 && (isWord(bytes[open - 1]) || "${".utf8.contains(bytes[open - 1]))
          slots.append((String(decoding: bytes[(open + 1)..<index], as: UTF8.self), isCode))
        }
        open = nil
      case 0x61...0x7A: break
      case _ where isWord(byte) && !(0x41...0x5A).contains(byte) || byte == UInt8(ascii: "-"):
        if open == index - 1 { open = nil }
      default: open = nil
      }
    }
    return slots
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "_"): true
    default: false
    }
  }

  /// Where a word stands within a text of the file; the text itself when it is written otherwise there.
  func place(of word: String, within range: PlaceRange?, in source: SourceText) -> PlaceRange? {
    guard let range else { return nil }
    let table = LineTable(source)
    let (end, length) = (table.offset(of: range.end), word.utf8.count)
    var start = table.offset(of: range.start)
    while start + length <= end {
      if source.bytes[start...].starts(with: word.utf8) { return table.range(start..<(start + length)) }
      start += 1
    }
    return range
  }
}

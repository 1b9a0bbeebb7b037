internal import Diagnostics
internal import Figures
internal import YAML

extension LibraryCheck {
  /// A text of an exercise with what it is made of.
  private typealias ScannedText = (entry: ExerciseTexts.Entry, pieces: [SlotScanner.Piece])

  /// What the texts of an exercise name and say of figures and words.
  mutating func checkTexts(of file: CheckedFile<ExerciseBlueprint>) {
    let texts = ExerciseTexts.all(of: file.root).map { (entry: $0, pieces: $0.pieces) }
    checkSlots(of: file, in: texts)
    checkTypedFigures(of: file, in: texts)
    checkWordArticles(of: file, in: texts)
    checkUnusedFigures(of: file, in: texts)
  }

  /// Each slot names a figure or a word, in a unit that it has.
  private mutating func checkSlots(of file: CheckedFile<ExerciseBlueprint>, in texts: [ScannedText]) {
    guard let values = try? file.value.sheet.firstValues() else { return }
    let filling = SlotFilling(sheet: file.value.sheet, values: values)
    let known = file.value.sheet.names + values.words.keys.sorted()
    for (entry, pieces) in texts {
      for piece in pieces {
        switch piece {
        case .text: continue
        case .broken:
          add(
            "unknown-slot", "expected {=name} or {=name in unit}", in: file.source, at: entry.node.range,
            help: "close it with a brace, and name a figure or a word of \"names\"")
        case .slot(let slot, _, let isCode):
          do throws(SlotFilling.Fault) { _ = try filling.text(of: slot, isCode: isCode) } catch {
            report(error, of: slot, at: entry.node, known: known, in: file)
          }
        }
      }
    }
  }

  private mutating func report(
    _ fault: SlotFilling.Fault, of slot: TextSlot, at node: Node, known: [String],
    in file: CheckedFile<ExerciseBlueprint>
  ) {
    let place = place(of: "{=\(slot.name)", within: node.range, in: file.source)
    switch fault {
    case .unknown:
      let help = Suggestion.help(for: slot.name, in: known)
      add(
        "unknown-slot", "\"{=\(slot.name)}\" is no figure and no word of the exercise", in: file.source,
        at: place, help: help)
    case .broken:
      add("unknown-slot", "\"\(slot.name)\" is a word, and has no unit", in: file.source, at: place)
    case .unit(let fault):
      fault.report { rule in add(rule, fault.message, in: file.source, at: place) }
    case .inexact:
      add(
        "inexact-slot", "\"\(slot.name)\" needs more than three decimals in \(slot.unit ?? "its unit")",
        in: file.source, at: place, help: "state a figure of its own, with the rounding that it shall have")
    }
  }

  /// Numbers in prose are slots.
  private mutating func checkTypedFigures(of file: CheckedFile<ExerciseBlueprint>, in texts: [ScannedText]) {
    for (entry, pieces) in texts where entry.isProse {
      let bytes = Array(entry.text.utf8)
      for piece in pieces {
        guard case .text(let range, isCode: false) = piece else { continue }
        for number in TypedFigures.numbers(in: bytes, within: range) {
          let word = String(decoding: bytes[number], as: UTF8.self)
          add(
            "typed-figure", "\"\(word)\" is typed", severity: .warning, in: file.source,
            at: place(of: word, within: entry.node.range, in: file.source))
        }
      }
    }
  }

  /// "a" or "an" before a word of the surface suits it in every row.
  private mutating func checkWordArticles(of file: CheckedFile<ExerciseBlueprint>, in texts: [ScannedText]) {
    let rows = file.value.sheet.rows
    for (entry, _) in texts where entry.isProse {
      let text = entry.text.lowercased()
      for word in (rows.first ?? [:]).keys.sorted() {
        for article in ["a", "an"] where text.holds(" \(article) {=\(word)}") {
          let words = rows.compactMap { $0[word] }
          guard let odd = words.first(where: { Self.article(before: $0) != article }) else { continue }
          add(
            "slot-article", "\"\(article) {=\(word)}\" reads \"\(article) \(odd)\"", severity: .warning,
            in: file.source, at: place(of: "\(article) {=\(word)}", within: entry.node.range, in: file.source)
          )
        }
      }
    }
  }

  /// Inputs, figures and words are used somewhere.
  private mutating func checkUnusedFigures(of file: CheckedFile<ExerciseBlueprint>, in texts: [ScannedText]) {
    let sheet = file.value.sheet
    var used = Set(sheet.figures.flatMap(\.formula.names) + sheet.constraints.flatMap(\.formula.names))
    for case .slot(let slot, _, _) in texts.flatMap(\.pieces) { used.insert(slot.name) }
    let words = (file.root["names"]?[0]).map { Self.keys(of: $0) } ?? []
    let places =
      sheet.inputs.map { ($0.name, file.root["inputs"]?.place(ofKey: $0.name)) }
      + sheet.figures.map { ($0.name, file.root["figures"]?.place(ofKey: $0.name)) } + words
    for (name, place) in places where !used.contains(name) {
      add("unused-figure", "nothing uses \"\(name)\"", severity: .warning, in: file.source, at: place)
    }
  }

  private static func keys(of node: Node) -> [(String, PlaceRange?)] {
    guard case .mapping(let entries) = node.content else { return [] }
    return entries.map { ($0.key, $0.keyRange) }
  }
}

/// Numbers in prose that are no part of a name.
enum TypedFigures {
  /// The numbers of a stretch of a text, by byte offsets. A number is no figure where it is part of a name
  /// (`p99`, `S3`, `v1.27`, `x86-64`, `5xx`) or counts the items of a list.
  static func numbers(in bytes: [UInt8], within range: Range<Int>) -> [Range<Int>] {
    var numbers: [Range<Int>] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard isDigit(bytes[offset]) else {
        offset += 1
        continue
      }
      let start = offset
      while offset < range.upperBound, isDigit(bytes[offset]) || isInner(offset, bytes, range) { offset += 1 }
      if !isNamed(start..<offset, bytes), !isListNumber(start..<offset, bytes) {
        numbers.append(start..<offset)
      }
    }
    return numbers
  }

  /// A point, a comma or a colon between digits.
  private static func isInner(_ offset: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    ".,:".utf8.contains(bytes[offset]) && offset + 1 < range.upperBound && isDigit(bytes[offset + 1])
  }

  private static func isNamed(_ number: Range<Int>, _ bytes: [UInt8]) -> Bool {
    if number.upperBound < bytes.count, isLetter(bytes[number.upperBound]) {
      return bytes[number.upperBound...].starts(with: "xx".utf8)
    }
    guard number.lowerBound > 0 else { return false }
    let before = bytes[number.lowerBound - 1]
    if isLetter(before) { return true }
    guard number.lowerBound > 1, "-_/.".utf8.contains(before) else { return false }
    return isLetter(bytes[number.lowerBound - 2]) || isDigit(bytes[number.lowerBound - 2]) && before == 0x2D
  }

  /// `1.` or `2)` at the beginning of a line.
  private static func isListNumber(_ number: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let line = bytes[..<number.lowerBound].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    guard bytes[line..<number.lowerBound].allSatisfy({ $0 == UInt8(ascii: " ") }),
      number.upperBound + 1 < bytes.count
    else { return false }
    return ".)".utf8.contains(bytes[number.upperBound]) && bytes[number.upperBound + 1] == UInt8(ascii: " ")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte >= 0x80
  }
}

public import Diagnostics
internal import Figures
internal import YAML

/// An exercise before its slots are filled: what all its forms have in common.
public struct ExerciseBlueprint: Sendable {
  /// The exercise, its slots unfilled.
  public let exercise: Exercise
  /// Its file.
  public let source: SourceText
  let root: Node
  let sheet: FigureSheet

  /// Reads the file of an exercise. Throws everything that is wrong with its shape and its figures.
  init(from source: SourceText, units: UnitTable) throws(InvalidInput) {
    let root = try YAMLParser.parse(source)
    var findings = Findings(in: source)
    exercise = Exercise.shape.read(root, &findings)
    try findings.all.throwIfErrors()
    sheet = FigureSheetBuilder.sheet(of: exercise.figures, units: units, in: source, findings: &findings)
    try findings.all.throwIfErrors()
    self.source = source
    self.root = root
  }

  /// The form that a seed draws, or the first form without one. Throws when the figures cannot be computed,
  /// or when no draw keeps the constraints.
  public func form(seed: String?) throws(InvalidInput) -> ExerciseForm {
    let values = try values(seed: seed)
    let filling = SlotFilling(sheet: sheet, values: values)
    let quotes = quotations(filling)
    let filled = ExerciseTexts.map(root) { entry in
      quotes[entry.text] ?? filling.text(entry.text, isCode: entry.isCode)
    }
    let exercise = try Exercise.shape.read(filled, in: source)
    return ExerciseForm(
      exercise: exercise, seed: seed, fingerprint: fingerprint(seed: seed, filling), figures: lines(filling))
  }

  func values(seed: String?) throws(InvalidInput) -> FigureSheet.Values {
    do throws(FigureSheet.ValueFault) {
      guard let seed else { return try sheet.firstValues() }
      if let values = try sheet.values(seed: "\(exercise.id)\n\(seed)") { return values }
    } catch {
      throw InvalidInput(finding(error))
    }
    throw InvalidInput(
      Finding(
        "no-form", "a thousand draws gave no form of \"\(exercise.id)\" that keeps the constraints",
        in: source,
        at: root.place(ofKey: "constraints")))
  }

  /// A fault of a computation as a finding with its place.
  func finding(_ fault: FigureSheet.ValueFault) -> Finding {
    let place: PlaceRange? =
      if let name = fault.figure {
        root["figures"]?[name]?["formula"]?.range ?? root["inputs"]?[name]?["is"]?.range
      } else {
        fault.constraint.flatMap { sheet.constraints[$0].place }
      }
    return fault.fault.report { rule in
      Finding(
        rule, fault.fault.message, severity: .error, in: source,
        at: place.map { fault.fault.place(in: $0, of: source) })
    }
  }

  /// The quotations of a work sample as they stand in the filled artefact, by their unfilled text: whether a
  /// number is grouped depends on where it stands, and a quotation does not show that.
  private func quotations(_ filling: SlotFilling) -> [String: String] {
    guard let task = exercise.workSample else { return [:] }
    let texts = exercise.parts.filter { task.artefact.contains($0.id) }.map(\.text)
    var filled: [String: String] = [:]
    for quote in task.quotes where quote.contains("{=") {
      guard let text = texts.first(where: { $0.contains(quote) }), let range = text.ranges(of: quote).first
      else { continue }
      let before = filling.text(String(text[..<range.lowerBound]), isCode: false)
      let whole = filling.text(String(text[..<range.upperBound]), isCode: false)
      filled[quote] = String(whole.dropFirst(before.count))
    }
    return filled
  }

  /// What made the form: the file, and all that fills its slots.
  private func fingerprint(seed: String?, _ filling: SlotFilling) -> String {
    var digest = SHA256()
    digest.update("\(SHA256.hexadecimal(of: source.bytes))\n")
    for (word, text) in filling.values.words.sorted(by: { $0.key < $1.key }) {
      digest.update("\(word) \(text)\n")
    }
    for line in lines(filling) { digest.update("\(line.name) \(line.value)\n") }
    return "rx1-" + digest.finish().prefix(16)
  }

  /// Every input and figure, in the order of the file.
  func lines(_ filling: SlotFilling) -> [FigureLine] {
    func value(_ name: String) -> String {
      (try? filling.text(of: TextSlot(name: name, unit: nil), isCode: false)) ?? ""
    }
    let inputs = sheet.inputs.map {
      FigureLine(name: $0.name, what: $0.what, formula: nil, value: value($0.name), unit: $0.unit.shown)
    }
    let figures = sheet.figures.map {
      FigureLine(
        name: $0.name, what: $0.what, formula: $0.formula.text, value: value($0.name), unit: $0.unit.shown)
    }
    return inputs + figures
  }
}

/// An exercise with its inputs drawn and all its slots filled: same construct, its own surface.
public struct ExerciseForm: Sendable {
  /// The exercise, its texts as people read them.
  public let exercise: Exercise
  /// What the form was drawn by; nil for the first form.
  public let seed: String?
  /// Tells forms apart: two forms with one fingerprint are the same to the letter.
  public let fingerprint: String
  /// Its inputs and figures with their values.
  public let figures: [FigureLine]

  /// Its name for people.
  public var title: String { exercise.title }
  /// The incident of a drill.
  public var drill: Drill? { exercise.drill }
}

/// An input or a figure of a form.
public struct FigureLine: Sendable, Equatable {
  /// Its name in slots.
  public var name: String
  /// What it is.
  public var what: String
  /// How it is computed; nil for an input.
  public var formula: String?
  /// Its value as it is written.
  public var value: String
  /// Its unit; empty for none.
  public var unit: String
}

extension Unit {
  /// The unit as people read it behind a number; empty for none and for a time of day.
  var shown: String { isClock || text == "1" ? "" : text }
}

extension ReviewTask {
  /// Every quotation of the artefact.
  var quotes: [String] { findings.map(\.quote) + sound.map(\.quote) }
}

public import Diagnostics
internal import Figures
internal import YAML

/// An exercise before its slots are filled: what all its forms have in common.
public struct ExerciseBlueprint: Sendable {
  /// Its file.
  public let source: SourceText
  let root: Node
  let sheet: FigureSheet
  private let units: UnitTable
  /// The exercise as it was read when its file was checked; nil for one that was checked when the binary was built.
  private let checked: Exercise?
  /// The SHA-256 of the file, where it is known.
  private let digest: String?

  /// Reads the file of an exercise. Throws everything that is wrong with its shape and its figures.
  init(from source: SourceText, units: UnitTable) throws(InvalidInput) {
    let root = try YAMLParser.parse(source)
    var findings = Findings(in: source)
    let exercise = Exercise.shape.read(root, &findings)
    try findings.all.throwIfErrors()
    sheet = FigureSheetBuilder.sheet(of: exercise.figures, units: units, in: source, findings: &findings)
    try findings.all.throwIfErrors()
    self.source = source
    self.root = root
    self.units = units
    checked = exercise
    digest = nil
  }

  /// A file that was checked when the binary was built, by its nodes, which have no places. Reads no more of them
  /// than its figures.
  init(
    known root: Node, from source: SourceText, digest: String?, units: UnitTable
  ) throws(InvalidInput) {
    var findings = Findings(in: source)
    let declarations = FigureDeclarations.shape.read(root.holding(FigureDeclarations.keys), &findings)
    sheet = FigureSheetBuilder.sheet(of: declarations, units: units, in: source, findings: &findings)
    try findings.all.throwIfErrors()
    self.source = source
    self.root = root
    self.units = units
    self.digest = digest
    checked = nil
  }

  /// The exercise, its slots unfilled.
  public var exercise: Exercise {
    if let checked { return checked }
    var findings = Findings(in: source)
    return Exercise.shape.read(root, &findings)
  }

  /// The form that a seed draws, or the first form without one. Throws when the figures cannot be computed,
  /// or when no draw keeps the constraints.
  public func form(seed: String?) throws(InvalidInput) -> ExerciseForm {
    guard checked == nil else { return try filled(seed: seed) }
    // What goes wrong has a place, which only the file knows.
    if let form = try? filled(seed: seed) { return form }
    return try ExerciseBlueprint(from: source, units: units).filled(seed: seed)
  }

  private func filled(seed: String?) throws(InvalidInput) -> ExerciseForm {
    let values = try values(seed: seed)
    let filling = SlotFilling(sheet: sheet, values: values)
    let quotes = quotations(filling)
    let filled = ExerciseTexts.map(root) { entry in
      guard SlotScanner.mayHoldSlots(entry.text) else { return nil }
      return quotes[entry.text] ?? filling.text(entry.text, isCode: entry.isCode)
    }
    let exercise = try Exercise.shape.read(filled, in: source)
    let lines = lines(filling)
    return ExerciseForm(
      exercise: exercise, seed: seed, fingerprint: fingerprint(of: filling, lines), figures: lines)
  }

  /// Its name in files.
  private var id: String { root["id"]?.text ?? "" }

  func values(seed: String?) throws(InvalidInput) -> FigureSheet.Values {
    do throws(FigureSheet.ValueFault) {
      guard let seed else { return try sheet.firstValues() }
      if let values = try sheet.values(seed: "\(id)\n\(seed)") { return values }
    } catch {
      throw InvalidInput(finding(error))
    }
    throw InvalidInput(
      Finding(
        "no-form", "a thousand draws gave no form of \"\(id)\" that keeps the constraints",
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
    guard let node = root["work_sample"], !node.isNull, let parts = root["parts"] else { return [:] }
    var findings = Findings(in: source)
    let task = ReviewTask.shape.read(node, &findings)
    let texts = Shape.list(of: ExercisePart.shape).read(parts, &findings)
      .filter { task.artefact.contains($0.id) }.map(\.text)
    var filled: [String: String] = [:]
    for quote in task.quotes where quote.holds("{=") {
      guard let text = texts.first(where: { $0.holds(quote) }), let range = text.places(of: quote).first
      else { continue }
      let before = filling.text(String(text[..<range.lowerBound]), isCode: false)
      let whole = filling.text(String(text[..<range.upperBound]), isCode: false)
      filled[quote] = String(whole.dropFirst(before.count))
    }
    return filled
  }

  /// What made the form: the file, and all that fills its slots.
  private func fingerprint(of filling: SlotFilling, _ lines: [FigureLine]) -> String {
    var digest = SHA256()
    digest.update("\(self.digest ?? SHA256.hexadecimal(of: source.bytes))\n")
    for (word, text) in filling.values.words.sorted(by: { $0.key < $1.key }) {
      digest.update("\(word) \(text)\n")
    }
    for line in lines { digest.update("\(line.name) \(line.value)\n") }
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

extension Node {
  /// The text of a single value.
  fileprivate var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// A mapping without all other keys.
  fileprivate func holding(_ keys: [String]) -> Node {
    guard case .mapping(let entries) = content else { return self }
    return Node(.mapping(entries.filter { keys.contains($0.key) }), at: range)
  }
}

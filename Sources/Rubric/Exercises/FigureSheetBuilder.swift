internal import Diagnostics
internal import Figures
internal import YAML

/// Makes a `FigureSheet` of what an exercise declares, and notes what is wrong with it.
struct FigureSheetBuilder {
  private var units: UnitTable
  private var findings: Findings
  private var known: [String] = []
  private var sheet: FigureSheet

  /// Looks at the declarations of a file. The sheet is to be used only where nothing was found.
  static func sheet(
    of declarations: FigureDeclarations, units: UnitTable, in source: SourceText, findings: inout Findings
  ) -> FigureSheet {
    var builder = FigureSheetBuilder(units, declarations, findings)
    builder.takeCounts(declarations.counts)
    builder.build(declarations)
    findings = builder.findings
    return builder.sheet
  }

  private init(_ units: UnitTable, _ declarations: FigureDeclarations, _ findings: Findings) {
    // A word that the library has come to know since may stand here still.
    let known = Set(units.names)
    self.units = units.adding(counts: declarations.counts.map(\.value).filter { !known.contains($0) })
    self.findings = findings
    sheet = FigureSheet(rows: [], inputs: [], figures: [], constraints: [], units: self.units)
  }

  private mutating func build(_ declarations: FigureDeclarations) {
    takeNames(declarations.names)
    for input in declarations.inputs { take(input) }
    for figure in declarations.figures { take(figure) }
    for constraint in declarations.constraints {
      guard let formula = formula(constraint.formula) else { continue }
      sheet.constraints.append(
        FigureSheet.Constraint(
          formula: formula, because: constraint.because, place: constraint.formula.range))
    }
  }

  private mutating func takeCounts(_ counts: [Placed<String>]) {
    for count in counts where units.rejected.contains(count.value) {
      findings.add(
        "unknown-unit", "\"\(count.value)\" is no word for a unit, or stands there twice", at: count.range)
    }
  }

  private mutating func takeNames(_ rows: [[Keyed<String>]]) {
    let first = Set((rows.first ?? []).map(\.key))
    for word in rows.first ?? [] { note(word.key, at: word.range) }
    for row in rows {
      let keys = Set(row.map(\.key))
      if keys != first, let place = row.first?.range {
        let other = keys.symmetricDifference(first).sorted().map { "\"\($0)\"" }.joined(separator: ", ")
        findings.add("uneven-names", "the rows of names differ in \(other)", at: place)
      }
      sheet.rows.append(Dictionary(row.map { ($0.key, $0.value) }) { word, _ in word })
    }
  }

  private mutating func take(_ input: Keyed<FigureDeclarations.Input>) {
    note(input.key, at: input.range)
    let declared = input.value
    guard let unit = unit(declared.unit), let first = amount(declared.value, in: unit),
      let choices = choices(of: declared, in: unit)
    else { return }
    if !choices.hold(first) {
      findings.add(
        "input-range", "\(declared.value.value) is none of the values of its range", at: declared.value.range)
    }
    let written = [declared.value] + (declared.range.map { [$0.from, $0.step] } ?? []) + declared.among
    let decimals = unit.isClock ? 0 : written.map { Self.decimals($0.value) }.max() ?? 0
    sheet.inputs.append(
      FigureSheet.Input(
        name: input.key, what: declared.what, unit: unit, choices: choices, first: first, decimals: decimals))
  }

  /// The values that a form may take; nil where one of them cannot be read, which has been noted.
  private mutating func choices(
    of input: FigureDeclarations.Input, in unit: Unit
  ) -> FigureSheet.Choices? {
    if let range = input.range {
      guard let from = amount(range.from, in: unit), let end = amount(range.to, in: unit),
        let step = amount(range.step, in: unit)
      else { return nil }
      guard let count = FigureSheet.Choices.steps(from: from, to: end, by: step), (1...10_000).contains(count)
      else {
        findings.add(
          "input-range",
          "no whole number of steps, from 1 to 10,000, leads from \(range.from.value) to \(range.to.value)",
          at: range.step.range)
        return nil
      }
      return .steps(from: from, step: step, count: count + 1)
    }
    guard !input.among.isEmpty else { return .constant }
    let values = input.among.compactMap { amount($0, in: unit) }
    return values.count == input.among.count ? .list(values) : nil
  }

  private mutating func take(_ figure: Keyed<FigureDeclarations.Figure>) {
    let declared = figure.value
    let formula = formula(declared.formula)
    note(figure.key, at: figure.range)
    guard let formula, let unit = unit(declared.unit) else { return }
    let rounding = declared.rounding.flatMap { self.rounding($0, in: unit) }
    guard declared.rounding == nil || rounding != nil else { return }
    sheet.figures.append(
      FigureSheet.Figure(
        name: figure.key, what: declared.what, unit: unit, formula: formula, rounding: rounding))
  }

  private mutating func rounding(
    _ declared: FigureDeclarations.Rounding, in unit: Unit
  ) -> FigureSheet.FigureRounding? {
    guard let step = amount(declared.step, in: unit) else { return nil }
    guard step > Rational(0) else {
      findings.add("rounding", "the step of a rounding is more than nothing", at: declared.step.range)
      return nil
    }
    let direction: Rounding =
      switch declared.key {
      case .round: .nearest
      case .roundUp: .up
      case .roundDown: .down
      }
    let decimals = unit.isClock ? 0 : Self.decimals(declared.step.value)
    return FigureSheet.FigureRounding(direction: direction, step: step, decimals: decimals)
  }

  /// Words that other readers of YAML take for true, false or nothing (YAML 1.1).
  private static let truths = ["true", "false", "yes", "no", "on", "off", "null"]

  /// A name that later formulas and the texts may use.
  private mutating func note(_ name: String, at place: PlaceRange) {
    if !Formula.isName(name) || Self.truths.contains(name) {
      findings.add(
        "figure-name",
        "\"\(name)\" is no name of a figure; expected small letters, digits and \"_\", and no word of formulas",
        at: place)
    }
    if known.contains(name) {
      findings.add("figure-name", "two figures or words are called \"\(name)\"", at: place)
    }
    known.append(name)
  }

  private mutating func unit(_ text: Placed<String>) -> Unit? {
    do throws(FigureFault) { return try units.unit(text.value) } catch {
      note(error, in: text)
      return nil
    }
  }

  private mutating func amount(_ text: Placed<String>, in unit: Unit) -> Rational? {
    let amount = FigureSheet.amount(text.value, in: unit)
    if amount == nil {
      let expected =
        unit.isClock ? "a time of day such as \"14:05\", or minutes" : "a number such as 12 or 0.5"
      findings.add("wrong-type", "expected \(expected), found \"\(text.value)\"", at: text.range)
    }
    return amount
  }

  private mutating func formula(_ text: Placed<String>) -> Formula? {
    do throws(FigureFault) {
      let formula = try Formula(text.value, units: units)
      for name in formula.names where !sheet.has(name) {
        // One that is declared and could not be read has been noted.
        guard !known.contains(name) || sheet.rows.first?[name] != nil else { return nil }
        findings.add(
          "unknown-figure", "\"\(name)\" is no input, and no figure above", at: text.range,
          help: Suggestion.help(for: name, in: sheet.names))
        return nil
      }
      return formula
    } catch {
      note(error, in: text)
      return nil
    }
  }

  private mutating func note(_ fault: FigureFault, in text: Placed<String>) {
    let source = findings.source
    let help: String? =
      if case .unknownUnit(let word) = fault.kind { Suggestion.help(for: word, in: units.names) } else { nil }
    fault.report { rule in
      findings.add(rule, fault.message, at: fault.place(in: text.range, of: source), help: help)
    }
  }

  /// How many digits stand behind the point.
  private static func decimals(_ text: String) -> Int {
    text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
  }
}

extension FigureFault {
  /// Reports it under the rule that it breaks.
  func report<Result>(_ report: (_ rule: String) -> Result) -> Result {
    switch kind {
    case .unknownUnit: report("unknown-unit")
    case .unknownName: report("unknown-figure")
    case .dimensions: report("unit-mismatch")
    case .syntax: report("formula-syntax")
    default: report("formula-value")
    }
  }

  /// The place of the fault within the place of a formula; the formula where that is not known.
  func place(in range: PlaceRange, of source: SourceText) -> PlaceRange {
    guard let offset, range.start.line == range.end.line else { return range }
    let table = LineTable(source)
    let start = table.offset(of: range.start)
    let isQuoted = source.bytes.indices.contains(start) && "\"'".utf8.contains(source.bytes[start])
    let place = start + offset + (isQuoted ? 1 : 0)
    guard place < table.offset(of: range.end) else { return range }
    return table.range(place..<place + 1)
  }
}

extension FigureSheet {
  /// The names of all inputs and figures.
  var names: [String] { inputs.map(\.name) + figures.map(\.name) }

  /// Whether a formula may name something.
  func has(_ name: String) -> Bool {
    inputs.contains { $0.name == name } || figures.contains { $0.name == name }
  }
}

internal import YAML

/// What an exercise says of its figures, as it is written: nothing is computed yet.
struct FigureDeclarations: Sendable {
  /// The rows of words from which a form takes one.
  var names: [[Keyed<String>]]
  /// Further words for what is counted.
  var counts: [Placed<String>]
  /// What is given.
  var inputs: [Keyed<Input>]
  /// What is computed.
  var figures: [Keyed<Figure>]
  /// What holds in every form.
  var constraints: [Constraint]

  /// A given number, and the range from which forms draw it.
  struct Input: Sendable {
    /// A noun phrase.
    var what: String
    var unit: Placed<String>
    /// The value of the first form.
    var value: Placed<String>
    var range: Range?
    /// Values to choose from.
    var among: [Placed<String>]
  }

  /// The values from one to another, by a step.
  struct Range: Sendable {
    var from: Placed<String>
    var to: Placed<String>
    var step: Placed<String>
  }

  /// A number that is computed.
  struct Figure: Sendable {
    /// A noun phrase.
    var what: String
    var formula: Placed<String>
    var unit: Placed<String>
    /// How it is rounded; nil for a figure that is exact.
    var rounding: Rounding?
  }

  /// How a figure is rounded.
  struct Rounding: Sendable {
    /// Which way, by the key that says so.
    var key: RoundingKey
    /// The multiple to which it is rounded, in the figure's unit.
    var step: Placed<String>
  }

  /// What holds in every form.
  struct Constraint: Sendable {
    var formula: Placed<String>
    /// Why: the part of the lesson that it keeps.
    var because: String
  }

  /// The keys that say how a figure is rounded.
  enum RoundingKey: String, CaseIterable, Sendable {
    case round
    case roundUp = "round_up"
    case roundDown = "round_down"
  }

  /// The keys of an exercise that declare figures, and whose texts have no slots.
  static let keys = ["names", "counts", "inputs", "figures", "constraints"]

  /// The declarations alone.
  static let shape = Shape<FigureDeclarations>.mapping("the exercise") { FigureDeclarations(&$0) }

  /// Reads the keys of an exercise.
  init(_ fields: inout Fields) {
    let row = Shape<[Keyed<String>]>.dictionary(of: .text)
    names = fields.required("names", .list(of: row, atLeast: 1))
    counts = fields.optional("counts", .list(of: Shape<String>.text.placed), default: [])
    inputs = fields.required("inputs", .dictionary(of: Self.input))
    figures = fields.optional("figures", .dictionary(of: Self.figure), default: [])
    constraints = fields.optional("constraints", .list(of: Self.constraint), default: [])
  }

  private static let word = Shape<String>.text.placed

  private static let input = Shape<Input>.mapping("the input") { fields in
    let what = fields.required("what", .text)
    let value = fields.required("is", word)
    let unit = fields.required("unit", word)
    let ends = [fields.optional("from", word), fields.optional("to", word), fields.optional("step", word)]
    let among = fields.optional("among", .list(of: word, atLeast: 2), default: [])
    let given = ends.compactMap(\.self)
    if !given.isEmpty, given.count < 3 || !among.isEmpty {
      fields.report("input-range", "a range has \"from\", \"to\" and \"step\", and no \"among\"", at: "from")
    }
    let range = given.count == 3 ? Range(from: given[0], to: given[1], step: given[2]) : nil
    return Input(what: what, unit: unit, value: value, range: range, among: among)
  }

  private static let figure = Shape<Figure>.mapping("the figure") { fields in
    let what = fields.required("what", .text)
    let formula = fields.required("formula", word)
    let unit = fields.required("unit", word)
    let steps = RoundingKey.allCases.compactMap { key in
      fields.optional(key.rawValue, word).map { (key, $0) }
    }
    if steps.count > 1 {
      fields.report(
        "rounding", "a figure has at most one of \"round\", \"round_up\" and \"round_down\"", at: "formula")
    }
    let rounding = steps.first.map { Rounding(key: $0.0, step: $0.1) }
    return Figure(what: what, formula: formula, unit: unit, rounding: rounding)
  }

  private static let constraint = Shape<Constraint>.mapping("the constraint") { fields in
    Constraint(
      formula: fields.required("holds", word), because: fields.required("because", .text))
  }
}

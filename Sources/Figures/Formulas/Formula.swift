/// A formula over named quantities, read once and computed for any values.
///
/// The rules for people are in docs/exercises.md. From the loosest to the tightest: `or`, `and`, `not`, the
/// comparisons, `+ -`, `* /`, the minus sign, `^`. Whatever text it is made of, reading and computing end
/// with a value or a fault: lengths, depths and numbers are bounded.
public struct Formula: Sendable {
  /// What a formula gives.
  public enum Value: Sendable, Hashable {
    /// An amount with its dimension.
    case quantity(Quantity)
    /// Whether a condition holds.
    case truth(Bool)
  }

  /// The most bytes that a formula has.
  public static let longest = 4_000
  /// How deep brackets, functions, signs and `not` may stand in each other.
  public static let deepest = 64
  /// The words that are no names: `and`, `or`, `not`, `if` and the functions.
  public static let reservedWords =
    FormulaWord.allCases.map(\.rawValue) + FormulaFunction.allCases.map(\.rawValue)

  /// The formula as it is written.
  public let text: String
  /// The names used, in the order of their first use, each once.
  public let names: [String]
  private let instructions: [FormulaInstruction]

  /// Reads a formula. Throws `syntax`, `unknownUnit` and `tooLarge`, each with its offset.
  public init(_ text: String, units: UnitTable) throws(FigureFault) {
    guard text.utf8.count <= Self.longest else {
      throw FigureFault(.syntax, "a formula has at most \(Self.longest) characters", at: 0)
    }
    var lexer = FormulaLexer(text, units: units)
    var parser = FormulaParser(FormulaCursor(try lexer.tokens(), count: text.utf8.count))
    try parser.formula()
    instructions = parser.instructions
    names = parser.names
    self.text = text
  }

  /// Whether a text can be a name in a formula: a small letter, then small letters, digits and `_`; none of
  /// the reserved words.
  public static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, FormulaLexer.isSmallLetter(first) else { return false }
    return text.utf8.allSatisfy(FormulaLexer.isNamePart) && !reservedWords.contains(text)
  }

  /// What the formula gives for values of its names. All of it is checked for dimensions first, and then only
  /// what is needed is computed: one branch of an `if`, `and` and `or` up to where they are decided. Throws
  /// every kind of fault but `syntax` and `unknownUnit`, each with its offset.
  public func value(_ values: [String: Quantity]) throws(FigureFault) -> Value {
    var check = FormulaCheck(dimensions: values.mapValues(\.dimension))
    let kind = try check.kind(of: instructions)
    var evaluation = FormulaEvaluation(values: values)
    switch kind {
    case .condition: return .truth(try evaluation.truth(of: instructions))
    case .amount(let dimension):
      return .quantity(Quantity(inBase: try evaluation.amount(of: instructions), dimension))
    }
  }

  /// What the formula gives, in a unit. Throws as `value` does, and `dimensions` where the formula is of
  /// another dimension than the unit, `condition` where it is a condition.
  public func amount(_ values: [String: Quantity], in unit: Unit) throws(FigureFault) -> Rational {
    switch try value(values) {
    case .quantity(let quantity): return try quantity.amount(in: unit, of: "the formula")
    case .truth: throw FigureFault(.condition, "the formula is a condition, and the unit says \(unit.text)")
    }
  }

  /// Whether the condition that the formula is holds. Throws as `value` does, and `condition` where it is an
  /// amount.
  public func holds(_ values: [String: Quantity]) throws(FigureFault) -> Bool {
    switch try value(values) {
    case .quantity: throw FigureFault(.condition, "the formula is an amount, and no condition such as a < b")
    case .truth(let truth): return truth
    }
  }
}

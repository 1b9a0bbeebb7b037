/// Computes a formula that was checked. Computes what is needed, and no more.
struct FormulaEvaluation {
  /// The values of the names.
  private let values: [String: Quantity]
  /// Amounts in base units.
  private var amounts: [Rational] = []
  private var truths: [Bool] = []

  init(values: [String: Quantity]) { self.values = values }

  /// The amount that a formula gives, in base units.
  mutating func amount(of instructions: [FormulaInstruction]) throws(FigureFault) -> Rational {
    try run(instructions)
    return popAmount()
  }

  /// Whether a condition holds.
  mutating func truth(of instructions: [FormulaInstruction]) throws(FigureFault) -> Bool {
    try run(instructions)
    return popTruth()
  }

  private mutating func run(_ instructions: [FormulaInstruction]) throws(FigureFault) {
    var index = 0
    while index < instructions.count {
      let instruction = instructions[index]
      index += 1
      switch instruction.operation {
      case .decide(let junction, let end): if truths.last == junction.deciding { index = end }
      case .join:
        let second = popTruth()
        _ = popTruth()
        truths.append(second)
      case .choose(let otherwise): if !popTruth() { index = otherwise }
      case .skip(let end): index = end
      case .unite: break
      case .not: truths.append(!popTruth())
      case .compare(let comparison):
        let (second, first) = (popAmount(), popAmount())
        truths.append(comparison.holds(first, second))
      default:
        let amount = try located(at: instruction.offset) { () throws(FigureFault) in
          try compute(instruction.operation)
        }
        amounts.append(amount)
      }
    }
  }

  /// What an operation gives that gives an amount.
  private mutating func compute(
    _ operation: FormulaInstruction.Operation
  ) throws(FigureFault) -> Rational {
    switch operation {
    case .number(let quantity): return quantity.inBase
    case .name(let name): return values[name]?.inBase ?? .zero
    case .negate: return -popAmount()
    case .combine(let operation):
      let (second, first) = (popAmount(), popAmount())
      return try Self.combine(first, operation, second)
    case .power:
      let (exponent, base) = (popAmount(), popAmount())
      guard exponent.isWhole else {
        throw FigureFault(.notWhole, "the exponent \(exponent) is no whole number")
      }
      guard let whole = exponent.whole else { throw .tooLarge }
      return try base.power(whole)
    case .call(let function, let count):
      let arguments = Array(amounts.suffix(count))
      amounts.removeLast(arguments.count)
      return try Self.call(function, arguments)
    default: return .zero
    }
  }

  private static func combine(
    _ first: Rational, _ operation: FormulaOperation, _ second: Rational
  ) throws(FigureFault) -> Rational {
    switch operation {
    case .plus: try first.adding(second)
    case .minus: try first.subtracting(second)
    case .times: try first.multiplying(by: second)
    case .over: try first.dividing(by: second)
    }
  }

  private static func call(
    _ function: FormulaFunction, _ arguments: [Rational]
  ) throws(FigureFault) -> Rational {
    let first = arguments.first ?? .zero
    switch function {
    case .min: return arguments.min() ?? first
    case .max: return arguments.max() ?? first
    case .abs: return first.magnitude
    case .ceil, .floor, .round:
      let step = arguments.count > 1 ? arguments[1] : .one
      return try first.rounded(function.rounding ?? .nearest, toMultipleOf: step)
    }
  }

  private mutating func popAmount() -> Rational { amounts.popLast() ?? .zero }

  private mutating func popTruth() -> Bool { truths.popLast() ?? false }
}

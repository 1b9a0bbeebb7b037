/// Computes a formula that was checked. Computes what is needed, and no more.
struct FormulaEvaluation {
  /// The values of the names.
  let values: [String: Quantity]

  /// The amount of a node in base units.
  func amount(of node: FormulaNode) throws(FigureFault) -> Rational {
    switch node.content {
    case .number(let quantity): return quantity.inBase
    case .name(let name):
      guard let value = values[name] else {
        throw FigureFault(.unknownName(name), "unknown name \"\(name)\"", at: node.offset)
      }
      return value.inBase
    case .negated(let operand): return -(try amount(of: operand))
    case .chain(let first, let steps): return try chain(first, steps)
    case .power(let base, let exponent): return try power(base, exponent, at: node.offset)
    case .call(let function, let arguments): return try call(function, arguments, at: node.offset)
    case .choice(let condition, let first, let second):
      return try amount(of: try truth(of: condition) ? first : second)
    case .comparison, .any, .all, .not:
      throw FigureFault(.condition, "a condition stands where an amount is wanted", at: node.offset)
    }
  }

  /// Whether a node holds.
  func truth(of node: FormulaNode) throws(FigureFault) -> Bool {
    switch node.content {
    case .comparison(let comparison, let first, let second):
      return Self.compare(try amount(of: first), try amount(of: second), comparison)
    case .any(let operands):
      for operand in operands where try truth(of: operand) { return true }
      return false
    case .all(let operands):
      for operand in operands where try !truth(of: operand) { return false }
      return true
    case .not(let operand): return try !truth(of: operand)
    case .choice(let condition, let first, let second):
      return try truth(of: try truth(of: condition) ? first : second)
    case .number, .name, .negated, .chain, .power, .call:
      throw FigureFault(.condition, "an amount stands where a condition is wanted", at: node.offset)
    }
  }

  private func chain(_ first: FormulaNode, _ steps: [FormulaStep]) throws(FigureFault) -> Rational {
    var result = try amount(of: first)
    for step in steps {
      let operand = try amount(of: step.operand)
      result = try located(at: step.offset) { () throws(FigureFault) in
        switch step.operation {
        case .plus: try result.adding(operand)
        case .minus: try result.subtracting(operand)
        case .times: try result.multiplying(by: operand)
        case .over: try result.dividing(by: operand)
        }
      }
    }
    return result
  }

  private func power(
    _ base: FormulaNode, _ exponent: FormulaNode, at offset: Int
  ) throws(FigureFault) -> Rational {
    let (number, power) = (try amount(of: base), try amount(of: exponent))
    guard power.isWhole else {
      throw FigureFault(.notWhole, "the exponent \(power) is no whole number", at: exponent.offset)
    }
    guard let whole = power.whole else { throw FigureFault.tooLarge.at(exponent.offset) }
    return try located(at: offset) { () throws(FigureFault) in try number.power(whole) }
  }

  private func call(
    _ function: FormulaFunction, _ arguments: [FormulaNode], at offset: Int
  ) throws(FigureFault) -> Rational {
    var amounts: [Rational] = []
    for argument in arguments { amounts.append(try amount(of: argument)) }
    let first = amounts.first ?? .zero
    if let rounding = function.rounding {
      let step = amounts.count > 1 ? amounts[1] : .one
      return try located(at: offset) { () throws(FigureFault) in
        try first.rounded(rounding, toMultipleOf: step)
      }
    }
    switch function {
    case .abs: return first.magnitude
    case .min: return amounts.min() ?? first
    default: return amounts.max() ?? first
    }
  }

  private static func compare(_ first: Rational, _ second: Rational, _ comparison: FormulaComparison) -> Bool
  {
    switch comparison {
    case .less: first < second
    case .atMost: first <= second
    case .greater: first > second
    case .atLeast: first >= second
    case .equal: first == second
    case .unequal: first != second
    }
  }
}

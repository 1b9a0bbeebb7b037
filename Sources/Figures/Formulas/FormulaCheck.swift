/// Finds what each part of a formula is, and whether the parts go together. Looks at all of it, whatever the
/// amounts are.
struct FormulaCheck {
  /// What a part is.
  enum Kind {
    case amount(Dimension)
    case condition
  }

  /// The dimensions of the names.
  let dimensions: [String: Dimension]

  /// What a node is.
  func kind(of node: FormulaNode) throws(FigureFault) -> Kind {
    switch node.content {
    case .number(let quantity): return .amount(quantity.dimension)
    case .name(let name):
      guard let dimension = dimensions[name] else {
        throw FigureFault(.unknownName(name), "unknown name \"\(name)\"", at: node.offset)
      }
      return .amount(dimension)
    case .negated(let operand): return .amount(try dimension(of: operand))
    case .chain(let first, let steps): return .amount(try chain(first, steps))
    case .power(let base, let exponent): return .amount(try power(base, exponent, at: node.offset))
    case .comparison(_, let first, let second):
      try requireSame(first, second, "compares", "with", at: node.offset)
      return .condition
    case .any(let operands), .all(let operands):
      for operand in operands { try requireCondition(operand) }
      return .condition
    case .not(let operand):
      try requireCondition(operand)
      return .condition
    case .call(let function, let arguments): return .amount(try call(function, arguments))
    case .choice(let condition, let first, let second): return try choice(condition, first, second)
    }
  }

  /// The dimension of a node that has to be an amount.
  private func dimension(of node: FormulaNode) throws(FigureFault) -> Dimension {
    guard case .amount(let dimension) = try kind(of: node) else {
      throw FigureFault(.condition, "a condition stands where an amount is wanted", at: node.offset)
    }
    return dimension
  }

  private func requireCondition(_ node: FormulaNode) throws(FigureFault) {
    guard case .condition = try kind(of: node) else {
      throw FigureFault(.condition, "an amount stands where a condition is wanted", at: node.offset)
    }
  }

  private func requireSame(
    _ first: FormulaNode, _ second: FormulaNode, _ verb: String, _ preposition: String, at offset: Int
  ) throws(FigureFault) {
    let (one, other) = (try dimension(of: first), try dimension(of: second))
    try Self.require(one, other, "\(verb) \(one.text) \(preposition) \(other.text)", at: offset)
  }

  private static func require(
    _ one: Dimension, _ other: Dimension, _ message: @autoclosure () -> String, at offset: Int
  ) throws(FigureFault) {
    guard one == other else { throw FigureFault(.dimensions, message(), at: offset) }
  }

  private func chain(_ first: FormulaNode, _ steps: [FormulaStep]) throws(FigureFault) -> Dimension {
    var whole = try dimension(of: first)
    for step in steps {
      let part = try dimension(of: step.operand)
      switch step.operation {
      case .plus: try Self.require(whole, part, "adds \(part.text) to \(whole.text)", at: step.offset)
      case .minus: try Self.require(whole, part, "takes \(part.text) from \(whole.text)", at: step.offset)
      case .times, .over:
        whole = try located(at: step.offset) { () throws(FigureFault) in
          try whole.times(part, power: step.operation == .times ? 1 : -1)
        }
      }
    }
    return whole
  }

  private func power(
    _ base: FormulaNode, _ exponent: FormulaNode, at offset: Int
  ) throws(FigureFault) -> Dimension {
    let dimension = try dimension(of: base)
    let other = try self.dimension(of: exponent)
    try Self.require(
      other, .none, "an exponent is a number without unit, not \(other.text)", at: exponent.offset)
    guard !dimension.isNone else { return dimension }
    guard let number = Self.literal(exponent) else {
      let message = "the exponent of \(dimension.text) has to be a whole number in digits"
      throw FigureFault(.notWhole, message, at: exponent.offset)
    }
    return try located(at: offset) { () throws(FigureFault) in
      try Dimension.none.times(dimension, power: number)
    }
  }

  /// The whole number that is written, with a minus sign if it has one.
  private static func literal(_ node: FormulaNode) -> Int? {
    switch node.content {
    case .number(let quantity): quantity.inBase.whole
    case .negated(let operand):
      if case .number(let quantity) = operand.content { (-quantity.inBase).whole } else { nil }
    default: nil
    }
  }

  private func call(
    _ function: FormulaFunction, _ arguments: [FormulaNode]
  ) throws(FigureFault) -> Dimension {
    guard let first = arguments.first else { return .none }
    let dimension = try dimension(of: first)
    for argument in arguments.dropFirst() {
      let other = try self.dimension(of: argument)
      let message =
        function.rounding == nil
        ? "\(function.rawValue) of \(dimension.text) and \(other.text)"
        : "rounds \(dimension.text) to a multiple of \(other.text)"
      try Self.require(dimension, other, message, at: argument.offset)
    }
    if function.rounding != nil, arguments.count == 1, !dimension.isCounted {
      let message =
        "\(function.rawValue) of \(dimension.text): name a step, as in \(function.rawValue)(a, 1[...])"
      throw FigureFault(.step, message, at: first.offset)
    }
    return dimension
  }

  private func choice(
    _ condition: FormulaNode, _ first: FormulaNode, _ second: FormulaNode
  ) throws(FigureFault) -> Kind {
    try requireCondition(condition)
    switch (try kind(of: first), try kind(of: second)) {
    case (.condition, .condition): return .condition
    case (.amount(let one), .amount(let other)):
      try Self.require(one, other, "if gives \(one.text) or \(other.text)", at: second.offset)
      return .amount(one)
    default:
      throw FigureFault(.condition, "if gives a condition or an amount", at: second.offset)
    }
  }
}

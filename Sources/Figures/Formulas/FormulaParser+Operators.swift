extension FormulaParser {
  /// Reads closing brackets up to what asks for another operand; false at the end of the formula.
  mutating func goesOn() throws(FigureFault) -> Bool {
    while true {
      switch cursor.token.content {
      case .sign(")"): try close()
      case .sign(","):
        try separate()
        return true
      case .end:
        apply(downTo: .or)
        guard pending.isEmpty else { throw unexpected() }
        return false
      default:
        try infix()
        return true
      }
    }
  }

  // MARK: Operators between two operands

  private mutating func infix() throws(FigureFault) {
    guard var operation, let binding = operation.binding else { throw unexpected() }
    apply(above: binding)
    if pending.last?.binding == binding {
      switch binding {
      case .comparison: throw fault("comparisons are joined by \"and\": a < b and b < c")
      case .power: throw fault("a power of a power needs brackets: (a ^ 2) ^ 3")
      default: apply(downTo: binding)
      }
    }
    operation.instruction = instructions.count
    if case .join(let junction) = operation.kind {
      add(.decide(junction, end: 0), at: operation.token.offset)
    }
    try wait(operation)
  }

  /// The operator that comes next.
  private var operation: FormulaPending? {
    let token = cursor.token
    let (kind, binding): (FormulaPending.Kind, FormulaBinding)
    switch token.content {
    case .word(.or): (kind, binding) = (.join(.or), .or)
    case .word(.and): (kind, binding) = (.join(.and), .and)
    case .sign("^"): (kind, binding) = (.power, .power)
    case .sign(let sign):
      if let comparison = FormulaComparison(rawValue: sign) {
        (kind, binding) = (.compare(comparison), .comparison)
      } else if let operation = FormulaOperation(rawValue: sign) {
        (kind, binding) = (.combine(operation), [.plus, .minus].contains(operation) ? .sum : .product)
      } else {
        return nil
      }
    default: return nil
    }
    return FormulaPending(kind: kind, binding: binding, token: token)
  }

  /// Applies what waits and binds more tightly.
  private mutating func apply(above binding: FormulaBinding) {
    while let last = pending.last?.binding, last > binding { applyLast() }
  }

  /// Applies what waits and binds as tightly, or more.
  private mutating func apply(downTo binding: FormulaBinding) {
    while let last = pending.last?.binding, last >= binding { applyLast() }
  }

  private mutating func applyLast() {
    guard let last = takeLast() else { return }
    switch last.kind {
    case .combine(let operation): add(.combine(operation), at: last.token.offset)
    case .compare(let comparison): add(.compare(comparison), at: last.token.offset)
    case .power: add(.power(literal: literal(from: last.instruction)), at: last.token.offset)
    case .negate: add(.negate, at: last.token.offset)
    case .not: add(.not, at: last.token.offset)
    case .join(let junction):
      add(.join, at: last.token.offset)
      instructions[last.instruction].operation = .decide(junction, end: instructions.count)
    case .bracket, .call, .choice: break
    }
  }

  /// The whole number that the instructions from one on are, with a minus sign if it has one.
  private func literal(from start: Int) -> Int? {
    guard start < instructions.count, case .number(let quantity) = instructions[start].operation else {
      return nil
    }
    switch instructions.count - start {
    case 1: return quantity.inBase.whole
    case 2: return (-quantity.inBase).whole
    default: return nil
    }
  }

  // MARK: Brackets

  private mutating func separate() throws(FigureFault) {
    apply(downTo: .or)
    guard let function = pending.last, function.call != nil else { throw unexpected() }
    if case .choice = function.kind { branch(function) }
    pending[pending.count - 1].count += 1
    cursor.advance()
  }

  /// The jumps behind the condition of an `if` and behind its first value.
  private mutating func branch(_ choice: FormulaPending) {
    let here = instructions.count
    if choice.count == 1 { add(.choose(otherwise: 0), at: choice.token.offset) }
    if choice.count == 2 {
      add(.skip(end: 0), at: choice.token.offset)
      instructions[choice.instruction].operation = .choose(otherwise: instructions.count)
    }
    pending[pending.count - 1].instruction = here
  }

  private mutating func close() throws(FigureFault) {
    apply(downTo: .or)
    guard let bracket = takeLast() else { throw unexpected() }
    cursor.advance()
    guard let call = bracket.call else { return }
    let offset = bracket.token.offset
    guard call.counts.contains(bracket.count) else {
      let found = bracket.count == 1 ? "1 value" : "\(bracket.count) values"
      throw FigureFault(.syntax, "expected \(call.pattern), found \(found)", at: offset)
    }
    if case .call(let function) = bracket.kind {
      add(.call(function, count: bracket.count), at: offset)
    } else {
      add(.unite, at: offset)
      instructions[bracket.instruction].operation = .skip(end: instructions.count)
    }
  }

  // MARK: Faults

  /// The fault that no operand goes on like this.
  private func unexpected() -> FigureFault {
    let isInBrackets = pending.contains { $0.binding == nil }
    return cursor.unexpected(isInBrackets ? "an operator or \")\"" : "an operator")
  }

  private func fault(_ message: String) -> FigureFault {
    FigureFault(.syntax, message, at: cursor.token.offset)
  }
}

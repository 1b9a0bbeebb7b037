/// Reads tokens as a formula by precedence (the shunting yard; Dijkstra 1961): operands become instructions at
/// once, operators wait until one that binds no tighter follows.
struct FormulaParser {
  /// What has been read so far, in the order of the computation.
  var instructions: [FormulaInstruction] = []
  /// The names met, in order, each once.
  private(set) var names: [String] = []
  private var known: Set<String> = []
  var cursor: FormulaCursor
  /// What waits, the outermost first.
  var pending: [FormulaPending] = []
  private var depth = 0

  init(_ cursor: FormulaCursor) { self.cursor = cursor }

  /// Reads all tokens.
  mutating func formula() throws(FigureFault) {
    repeat { try operand() } while try goesOn()
  }

  // MARK: Operands

  /// Reads signs and opening brackets up to the number or name behind them.
  private mutating func operand() throws(FigureFault) {
    while true {
      let token = cursor.token
      switch token.content {
      case .number(let quantity):
        cursor.advance()
        return add(.number(quantity), at: token.offset)
      case .name(let name): return try self.name(name)
      case .sign("("): try wait(FormulaPending(kind: .bracket, token: token))
      case .function(let function): try open(.call(function))
      case .word(.if): try open(.choice)
      case .sign("-"): try minus()
      case .word(.not): try not()
      default: throw cursor.unexpected("a number, a name or \"(\"")
      }
    }
  }

  private mutating func name(_ name: String) throws(FigureFault) {
    let offset = cursor.token.offset
    cursor.advance()
    guard cursor.token.content != .sign("(") else {
      throw FigureFault(.syntax, "unknown function \"\(name)\"", at: offset)
    }
    if known.insert(name).inserted { names.append(name) }
    add(.name(name), at: offset)
  }

  /// The word of a function and the bracket behind it.
  private mutating func open(_ kind: FormulaPending.Kind) throws(FigureFault) {
    let function = FormulaPending(kind: kind, token: cursor.token)
    cursor.advance()
    guard cursor.token.content == .sign("(") else {
      let message = "\"\(function.token.text)\" is a function: \(function.call?.pattern ?? "")"
      throw FigureFault(.syntax, message, at: function.token.offset)
    }
    try wait(function)
  }

  private mutating func minus() throws(FigureFault) {
    guard pending.last?.binding != .sign else { throw cursor.unexpected("a number, a name or \"(\"") }
    let binding: FormulaBinding = pending.last?.binding == .power ? .sign : .negation
    try wait(FormulaPending(kind: .negate, binding: binding, token: cursor.token))
  }

  private mutating func not() throws(FigureFault) {
    guard pending.last?.binding ?? .or <= .not else {
      throw FigureFault(.syntax, "\"not\" needs brackets here: (not a < b)", at: cursor.token.offset)
    }
    try wait(FormulaPending(kind: .not, binding: .not, token: cursor.token))
  }

  // MARK: Waiting

  /// Lets an operator or bracket wait, and goes on behind it.
  mutating func wait(_ operation: FormulaPending) throws(FigureFault) {
    if operation.isDeeper {
      guard depth < Formula.deepest else {
        let message = "a formula is nested at most \(Formula.deepest) deep"
        throw FigureFault(.syntax, message, at: operation.token.offset)
      }
      depth += 1
    }
    pending.append(operation)
    cursor.advance()
  }

  /// Takes the last of what waits.
  mutating func takeLast() -> FormulaPending? {
    guard let last = pending.popLast() else { return nil }
    if last.isDeeper { depth -= 1 }
    return last
  }

  /// Notes an instruction.
  mutating func add(_ operation: FormulaInstruction.Operation, at offset: Int) {
    instructions.append(FormulaInstruction(operation: operation, offset: offset))
  }
}

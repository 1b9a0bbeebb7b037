/// Reads tokens as a formula, by precedence.
struct FormulaParser {
  /// How tightly operators bind, from the loosest.
  private enum Binding: Int, Comparable {
    case or, and, not, comparison, sum, product, negation, power

    static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }

    /// The next tighter one.
    var next: Binding { Binding(rawValue: rawValue + 1) ?? .power }
  }

  /// The names met, in order, each once.
  private(set) var names: [String] = []
  private var known: Set<String> = []
  private let tokens: [FormulaToken]
  private var index = 0
  private var depth = 0

  /// Tokens of which the last is `end`.
  init(_ tokens: [FormulaToken]) { self.tokens = tokens }

  /// The formula that all tokens make.
  mutating func formula() throws(FigureFault) -> FormulaNode {
    let node = try expression(.or)
    guard case .end = token.content else { throw unexpected("an operator") }
    return node
  }

  /// What binds at least as tightly as `least`.
  private mutating func expression(_ least: Binding) throws(FigureFault) -> FormulaNode {
    var node = try operand(least)
    while let (binding, token) = infix, binding >= least {
      switch binding {
      case .or: node = FormulaNode(offset: node.offset, content: .any(try row(node, .or, .or)))
      case .and: node = FormulaNode(offset: node.offset, content: .all(try row(node, .and, .and)))
      case .comparison: node = try comparison(node, token)
      case .power: node = try power(node, token)
      default: node = try chain(node, binding)
      }
    }
    return node
  }

  /// The operator at which the parser stands.
  private var infix: (Binding, FormulaToken)? {
    switch token.content {
    case .word(.or): (.or, token)
    case .word(.and): (.and, token)
    case .sign("+"), .sign("-"): (.sum, token)
    case .sign("*"), .sign("/"): (.product, token)
    case .sign("^"): (.power, token)
    case .sign(let sign) where FormulaComparison(rawValue: sign) != nil: (.comparison, token)
    default: nil
    }
  }

  // MARK: Operators

  /// Conditions joined by one word.
  private mutating func row(
    _ first: FormulaNode, _ word: FormulaWord, _ binding: Binding
  ) throws(FigureFault) -> [FormulaNode] {
    var nodes = [first]
    while token.content == .word(word) {
      index += 1
      nodes.append(try expression(binding.next))
    }
    return nodes
  }

  /// Terms or factors, from left to right.
  private mutating func chain(_ first: FormulaNode, _ binding: Binding) throws(FigureFault) -> FormulaNode {
    var steps: [FormulaStep] = []
    while let (other, token) = infix, other == binding,
      let operation = FormulaOperation(rawValue: token.text)
    {
      index += 1
      let operand = try expression(binding.next)
      steps.append(FormulaStep(operation: operation, offset: token.offset, operand: operand))
    }
    return FormulaNode(offset: first.offset, content: .chain(first, steps))
  }

  private mutating func comparison(
    _ first: FormulaNode, _ sign: FormulaToken
  ) throws(FigureFault) -> FormulaNode {
    guard let comparison = FormulaComparison(rawValue: sign.text) else { throw unexpected("a comparison") }
    index += 1
    let second = try expression(.sum)
    if case (.comparison, _)? = infix {
      throw FigureFault(.syntax, "comparisons are joined by \"and\": a < b and b < c", at: token.offset)
    }
    return FormulaNode(offset: sign.offset, content: .comparison(comparison, first, second))
  }

  private mutating func power(_ base: FormulaNode, _ sign: FormulaToken) throws(FigureFault) -> FormulaNode {
    index += 1
    let start = token.offset
    let isNegative = takes("-")
    var exponent = try operand(.power)
    if isNegative { exponent = FormulaNode(offset: start, content: .negated(exponent)) }
    if case (.power, _)? = infix {
      throw FigureFault(.syntax, "a power of a power needs brackets: (a ^ 2) ^ 3", at: token.offset)
    }
    return FormulaNode(offset: sign.offset, content: .power(base, exponent))
  }

  // MARK: Operands

  private mutating func operand(_ least: Binding) throws(FigureFault) -> FormulaNode {
    let start = token
    switch start.content {
    case .number(let quantity):
      index += 1
      return FormulaNode(offset: start.offset, content: .number(quantity))
    case .name(let name):
      index += 1
      if token.content == .sign("(") {
        throw FigureFault(.syntax, "unknown function \"\(name)\"", at: start.offset)
      }
      if known.insert(name).inserted { names.append(name) }
      return FormulaNode(offset: start.offset, content: .name(name))
    case .sign("("):
      return try nested { parser throws(FigureFault) in try parser.expression(.or) }
    case .sign("-") where least <= .negation:
      let node = try nested(closing: false) { parser throws(FigureFault) in
        try parser.expression(.negation)
      }
      return FormulaNode(offset: start.offset, content: .negated(node))
    case .word(.not) where least <= .not:
      let node = try nested(closing: false) { parser throws(FigureFault) in try parser.expression(.not) }
      return FormulaNode(offset: start.offset, content: .not(node))
    case .word(.not):
      throw FigureFault(.syntax, "\"not\" needs brackets here: (not a < b)", at: start.offset)
    case .word(let word) where word != .and && word != .or: return try call(word)
    default: throw unexpected("a number, a name or \"(\"")
    }
  }

  private mutating func call(_ word: FormulaWord) throws(FigureFault) -> FormulaNode {
    let start = token.offset
    let function = FormulaFunction(rawValue: word.rawValue)
    let pattern = function?.pattern ?? "if(condition, a, b)"
    index += 1
    guard token.content == .sign("(") else {
      throw FigureFault(.syntax, "\"\(word.rawValue)\" is a function: \(pattern)", at: start)
    }
    let arguments = try nested { parser throws(FigureFault) in try parser.arguments() }
    guard (function?.counts ?? 3...3).contains(arguments.count) else {
      throw FigureFault(.syntax, "\(pattern) does not take \(arguments.count) values", at: start)
    }
    guard let function else {
      let choice = FormulaNode.Content.choice(condition: arguments[0], arguments[1], arguments[2])
      return FormulaNode(offset: start, content: choice)
    }
    return FormulaNode(offset: start, content: .call(function, arguments))
  }

  private mutating func arguments() throws(FigureFault) -> [FormulaNode] {
    var arguments = [try expression(.or)]
    while takes(",") { arguments.append(try expression(.or)) }
    return arguments
  }

  /// Reads on one level deeper, behind the token that opens it and up to the bracket that closes it.
  private mutating func nested<Value>(
    closing: Bool = true, _ read: (inout FormulaParser) throws(FigureFault) -> Value
  ) throws(FigureFault) -> Value {
    let open = token.offset
    guard depth < Formula.deepest else {
      throw FigureFault(.syntax, "nested more than \(Formula.deepest) deep", at: open)
    }
    depth += 1
    defer { depth -= 1 }
    index += 1
    let value = try read(&self)
    if closing, !takes(")") { throw unexpected("an operator or \")\"") }
    return value
  }

  // MARK: Tokens

  private var token: FormulaToken { tokens[min(index, tokens.count - 1)] }

  private mutating func takes(_ sign: String) -> Bool {
    guard token.content == .sign(sign) else { return false }
    index += 1
    return true
  }

  private func unexpected(_ expected: String) -> FigureFault {
    let found = token.text.isEmpty ? "the end" : "\"\(token.text)\""
    return FigureFault(.syntax, "expected \(expected), found \(found)", at: token.offset)
  }
}

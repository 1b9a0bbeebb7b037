/// Finds what each part of a formula is, and whether the parts go together. Looks at all of it, whatever the
/// amounts are.
struct FormulaCheck {
  /// What a part is.
  enum Kind {
    case amount(Dimension)
    case condition
  }

  /// A part, and where it begins.
  private struct Part {
    var kind: Kind
    var start: Int
  }

  private typealias Amount = (dimension: Dimension, start: Int)

  /// The dimensions of the names.
  private let dimensions: [String: Dimension]
  private var stack: [Part] = []

  init(dimensions: [String: Dimension]) { self.dimensions = dimensions }

  /// What a formula is.
  mutating func kind(of instructions: [FormulaInstruction]) throws(FigureFault) -> Kind {
    for instruction in instructions { try take(instruction) }
    return pop().kind
  }

  private mutating func take(_ instruction: FormulaInstruction) throws(FigureFault) {
    let offset = instruction.offset
    switch instruction.operation {
    case .number(let quantity): push(.amount(quantity.dimension), offset)
    case .name(let name):
      guard let dimension = dimensions[name] else {
        throw FigureFault(.unknownName(name), "unknown name \"\(name)\"", at: offset)
      }
      push(.amount(dimension), offset)
    case .negate: push(.amount(try popAmount().dimension), offset)
    case .combine(let operation): try combine(operation, at: offset)
    case .power(let literal): try power(literal, at: offset)
    case .compare:
      let (first, second) = try popPair()
      let message = "compares \(first.dimension.text) with \(second.dimension.text)"
      try Self.require(first.dimension, second.dimension, message, at: offset)
      push(.condition, first.start)
    case .call(let function, let count): try call(function, count, at: offset)
    case .not:
      _ = try popCondition()
      push(.condition, offset)
    case .decide: push(.condition, try popCondition())
    case .join, .choose: _ = try popCondition()
    case .skip: break
    case .unite: try unite(at: offset)
    }
  }

  private mutating func combine(_ operation: FormulaOperation, at offset: Int) throws(FigureFault) {
    let (first, second) = try popPair()
    let (whole, part) = (first.dimension, second.dimension)
    switch operation {
    case .plus: try Self.require(whole, part, "adds \(part.text) to \(whole.text)", at: offset)
    case .minus: try Self.require(whole, part, "takes \(part.text) from \(whole.text)", at: offset)
    case .times, .over:
      let product = try located(at: offset) { () throws(FigureFault) in
        try whole.times(part, power: operation == .times ? 1 : -1)
      }
      return push(.amount(product), first.start)
    }
    push(.amount(whole), first.start)
  }

  private mutating func power(_ literal: Int?, at offset: Int) throws(FigureFault) {
    let (base, exponent) = try popPair()
    let message = "an exponent is a number without unit, not \(exponent.dimension.text)"
    try Self.require(exponent.dimension, .none, message, at: exponent.start)
    guard !base.dimension.isNone else { return push(.amount(.none), base.start) }
    guard let literal else {
      let message = "the exponent of \(base.dimension.text) has to be a whole number in digits"
      throw FigureFault(.notWhole, message, at: exponent.start)
    }
    let product = try located(at: offset) { () throws(FigureFault) in
      try Dimension.none.times(base.dimension, power: literal)
    }
    push(.amount(product), base.start)
  }

  private mutating func call(
    _ function: FormulaFunction, _ count: Int, at offset: Int
  ) throws(FigureFault) {
    var arguments: [Amount] = []
    for part in stack.suffix(count) { arguments.append(try Self.amount(part)) }
    stack.removeLast(arguments.count)
    guard let first = arguments.first else { return }
    let name = function.rawValue
    for argument in arguments.dropFirst() {
      let (one, other) = (first.dimension.text, argument.dimension.text)
      let isRounding = function.rounding != nil
      let message = isRounding ? "rounds \(one) to a multiple of \(other)" : "\(name) of \(one) and \(other)"
      try Self.require(first.dimension, argument.dimension, message, at: argument.start)
    }
    if function.rounding != nil, count == 1, !first.dimension.isCounted {
      let text = first.dimension.text
      let message = "\(name) of \(text): name a step, as in \(name)(a, 1[\(text)])"
      throw FigureFault(.step, message, at: first.start)
    }
    push(.amount(first.dimension), offset)
  }

  private mutating func unite(at offset: Int) throws(FigureFault) {
    let (second, first) = (pop(), pop())
    switch (first.kind, second.kind) {
    case (.condition, .condition): break
    case (.amount(let one), .amount(let other)):
      try Self.require(one, other, "if gives \(one.text) or \(other.text)", at: second.start)
    default: throw FigureFault(.condition, "if gives a condition or an amount", at: second.start)
    }
    push(first.kind, offset)
  }

  // MARK: The stack

  private static func require(
    _ one: Dimension, _ other: Dimension, _ message: @autoclosure () -> String, at offset: Int
  ) throws(FigureFault) {
    guard one == other else { throw FigureFault(.dimensions, message(), at: offset) }
  }

  private mutating func push(_ kind: Kind, _ start: Int) { stack.append(Part(kind: kind, start: start)) }

  /// The last part. The parser leaves as many as are taken.
  private mutating func pop() -> Part { stack.popLast() ?? Part(kind: .amount(.none), start: 0) }

  private mutating func popAmount() throws(FigureFault) -> Amount { try Self.amount(pop()) }

  /// Takes two amounts, in the order in which they are written.
  private mutating func popPair() throws(FigureFault) -> (first: Amount, second: Amount) {
    let second = pop()
    return (try popAmount(), try Self.amount(second))
  }

  private static func amount(_ part: Part) throws(FigureFault) -> Amount {
    guard case .amount(let dimension) = part.kind else {
      throw FigureFault(.condition, "a condition stands where an amount is wanted", at: part.start)
    }
    return (dimension, part.start)
  }

  /// Takes a condition, and says where it begins.
  private mutating func popCondition() throws(FigureFault) -> Int {
    let part = pop()
    guard case .condition = part.kind else {
      throw FigureFault(.condition, "an amount stands where a condition is wanted", at: part.start)
    }
    return part.start
  }
}

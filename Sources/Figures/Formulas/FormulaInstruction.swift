/// One step of the computation of a formula. Each takes what it needs from a stack and puts there what it gives;
/// jumps lead forwards only. Neither reading nor computing ever calls itself, so that a hostile formula cannot
/// use up the stack of the machine.
struct FormulaInstruction: Sendable {
  var operation: Operation
  /// Where the name, number, sign or word stands that says so.
  var offset: Int

  enum Operation: Sendable {
    case number(Quantity)
    case name(String)
    case negate
    case combine(FormulaOperation)
    /// A power, with the exponent if it is a whole number in digits.
    case power(literal: Int?)
    case compare(FormulaComparison)
    case not
    case call(FormulaFunction, count: Int)
    /// Behind the first condition of two: goes to `end` where it decides alone.
    case decide(FormulaJunction, end: Int)
    /// Behind the second condition of two.
    case join
    /// Behind the condition of an `if`: goes to `otherwise` where it does not hold.
    case choose(otherwise: Int)
    /// Between the two values of an `if`.
    case skip(end: Int)
    /// Behind the two values of an `if`.
    case unite
  }
}

/// The operations on two amounts that give a third.
enum FormulaOperation: String, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
}

/// The comparisons of two amounts.
enum FormulaComparison: String, Sendable {
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="
  case equal = "=="
  case unequal = "!="

  /// Whether it holds of two amounts.
  func holds(_ first: Rational, _ second: Rational) -> Bool {
    switch self {
    case .less: first < second
    case .atMost: first <= second
    case .greater: first > second
    case .atLeast: first >= second
    case .equal: first == second
    case .unequal: first != second
    }
  }
}

/// The words that join two conditions.
enum FormulaJunction: String, Sendable {
  case and
  case or

  /// What the first condition is when it decides alone.
  var deciding: Bool { self == .or }
}

/// The functions of amounts.
enum FormulaFunction: String, CaseIterable, Sendable {
  case min
  case max
  case abs
  case ceil
  case floor
  case round

  /// How many values it takes.
  var counts: ClosedRange<Int> {
    switch self {
    case .min, .max: 2...Formula.longest
    case .abs: 1...1
    case .ceil, .floor, .round: 1...2
    }
  }

  /// How it is called, for a message.
  var pattern: String {
    switch self {
    case .min, .max: "\(rawValue)(a, b, ...)"
    case .abs: "abs(a)"
    case .ceil, .floor, .round: "\(rawValue)(a, step)"
    }
  }

  /// How it rounds; nil where it does not.
  var rounding: Rounding? {
    switch self {
    case .min, .max, .abs: nil
    case .ceil: .up
    case .floor: .down
    case .round: .nearest
    }
  }
}

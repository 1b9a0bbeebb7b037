/// How tightly operators bind, from the loosest.
enum FormulaBinding: Int, Comparable {
  case or
  case and
  case not
  case comparison
  case sum
  case product
  case negation
  case power
  /// The minus sign of an exponent.
  case sign

  static func < (left: FormulaBinding, right: FormulaBinding) -> Bool { left.rawValue < right.rawValue }
}

/// An operator or bracket that was read, and still waits for what belongs to it.
struct FormulaPending {
  enum Kind {
    case combine(FormulaOperation)
    case compare(FormulaComparison)
    case join(FormulaJunction)
    case power
    case negate
    case not
    case bracket
    case call(FormulaFunction)
    case choice
  }

  var kind: Kind
  /// How tightly it binds; nil for brackets, behind which everything begins anew.
  var binding: FormulaBinding?
  var token: FormulaToken
  /// The instruction to come back to: where the exponent begins, or a jump that does not know its end yet.
  var instruction = 0
  /// How many values have begun in the brackets.
  var count = 1

  /// Whether what follows stands one level deeper.
  var isDeeper: Bool {
    switch kind {
    case .negate, .not, .bracket, .call, .choice: true
    case .combine, .compare, .join, .power: false
    }
  }

  /// How a function is called, and how many values it takes; nil of other brackets.
  var call: (pattern: String, counts: ClosedRange<Int>)? {
    switch kind {
    case .call(let function): (function.pattern, function.counts)
    case .choice: ("if(condition, a, b)", 3...3)
    default: nil
    }
  }
}

/// A part of a formula that has a value. What stands in a row, such as the terms of a sum, is one node, so that
/// the tree is no deeper than the formula is nested.
struct FormulaNode: Sendable {
  /// Where the part begins, or, of an operation on two, where its operator stands.
  var offset: Int
  var content: Content

  indirect enum Content: Sendable {
    case number(Quantity)
    case name(String)
    case negated(FormulaNode)
    /// Terms or factors, from left to right.
    case chain(FormulaNode, [FormulaStep])
    case power(FormulaNode, FormulaNode)
    case comparison(FormulaComparison, FormulaNode, FormulaNode)
    case any([FormulaNode])
    case all([FormulaNode])
    case not(FormulaNode)
    case call(FormulaFunction, [FormulaNode])
    case choice(condition: FormulaNode, FormulaNode, FormulaNode)
  }
}

/// An operator and what stands behind it.
struct FormulaStep: Sendable {
  var operation: FormulaOperation
  /// Where the operator stands.
  var offset: Int
  var operand: FormulaNode
}

/// The operations on two amounts that may stand in a row.
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
}

/// The functions of amounts.
enum FormulaFunction: String, CaseIterable, Sendable {
  case min
  case max
  case abs
  case ceil
  case floor
  case round

  /// How many arguments it takes.
  var counts: ClosedRange<Int> {
    switch self {
    case .min, .max: 2...FormulaFunction.most
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

  private static let most = Formula.longest
}

/// The words that are no names.
enum FormulaWord: String, CaseIterable, Sendable {
  case and
  case or
  case not
  case `if`
  case min
  case max
  case abs
  case ceil
  case floor
  case round
}

/// What kind of thing an amount is: a product of powers of base units.
public struct Dimension: Hashable, Sendable {
  /// One base unit in the product.
  struct Factor: Hashable, Sendable {
    /// The base unit's name, such as `s`.
    var base: String
    /// How often it stands in the product; negative below the line, never zero.
    var exponent: Int
    /// Whether the base unit is a count, such as `node`.
    var isCount: Bool
  }

  /// Sorted by base.
  private(set) var factors: [Factor]

  /// The dimension of a number without unit.
  public static let none = Dimension(factors: [])

  /// The highest power of a base unit that is of any use.
  private static let highest = 64

  /// The dimension of one base unit.
  init(base: String, isCount: Bool) {
    self.init(factors: [Factor(base: base, exponent: 1, isCount: isCount)])
  }

  private init(factors: [Factor]) { self.factors = factors }

  /// Whether it is that of a number without unit.
  public var isNone: Bool { factors.isEmpty }

  /// Whether all its base units are counts, or there are none: then one is a whole step.
  public var isCounted: Bool { factors.allSatisfy(\.isCount) }

  /// The product of base units, such as `B/node/s`, or "a number without unit".
  public var text: String {
    if isNone { return "a number without unit" }
    let above = factors.filter { $0.exponent > 0 }.map { Self.power($0.base, $0.exponent) }
    let below = factors.filter { $0.exponent < 0 }.map { "/" + Self.power($0.base, -$0.exponent) }
    return (above.isEmpty ? "1" : above.joined(separator: "*")) + below.joined()
  }

  private static func power(_ base: String, _ exponent: Int) -> String {
    exponent == 1 ? base : "\(base)^\(exponent)"
  }

  /// The product of one dimension and a power of another.
  func times(_ other: Dimension, power: Int = 1) throws(FigureFault) -> Dimension {
    var factors = factors
    for factor in other.factors {
      let (exponent, isOverflow) = factor.exponent.multipliedReportingOverflow(by: power)
      guard !isOverflow, exponent.magnitude <= Self.highest else { throw Self.tooHigh(factor.base) }
      let index = factors.firstIndex { $0.base >= factor.base } ?? factors.endIndex
      if index < factors.endIndex, factors[index].base == factor.base {
        factors[index].exponent += exponent
      } else {
        var factor = factor
        factor.exponent = exponent
        factors.insert(factor, at: index)
      }
      guard factors[index].exponent.magnitude <= Self.highest else { throw Self.tooHigh(factor.base) }
      if factors[index].exponent == 0 { factors.remove(at: index) }
    }
    return Dimension(factors: factors)
  }

  private static func tooHigh(_ base: String) -> FigureFault {
    FigureFault(.tooLarge, "the power of \(base) is beyond \(highest)")
  }
}

/// An exact fraction of two 128-bit whole numbers, always in lowest terms.
///
/// Arithmetic is checked: a result that does not fit is a fault and never another number
/// (docs/decisions/0017-exact-figures.md).
public struct Rational: Hashable, Comparable, Sendable {
  /// The number above the line, which bears the sign. Never the least of its type, so that it has a negative.
  let numerator: Int128
  /// The number below the line, greater than zero.
  let denominator: Int128

  /// Zero.
  public static let zero = Rational(0)
  /// One.
  public static let one = Rational(1)

  /// A whole number.
  public init(_ whole: Int) {
    self.init(lowest: Int128(whole), 1)
  }

  /// A fraction that is in lowest terms already.
  init(lowest numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether it is a whole number.
  public var isWhole: Bool { denominator == 1 }

  /// The whole number that it is; nil for a fraction, and for a number that `Int` does not hold.
  public var whole: Int? { isWhole ? Int(exactly: numerator) : nil }

  /// The number without its sign.
  public var magnitude: Rational { numerator < 0 ? -self : self }

  /// The number with the other sign.
  public static prefix func - (number: Rational) -> Rational {
    Rational(lowest: -number.numerator, number.denominator)
  }

  /// Whether one number is the lesser. Exact: the products are taken at twice the width.
  public static func < (left: Rational, right: Rational) -> Bool {
    let first = left.numerator.multipliedFullWidth(by: right.denominator)
    let second = right.numerator.multipliedFullWidth(by: left.denominator)
    return (first.high, first.low) < (second.high, second.low)
  }

  /// The greatest number that divides both (Euclid); 1 where both are zero.
  static func greatestDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (divisor, rest) = (first, second)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    return max(1, divisor)
  }
}

extension Rational: CustomStringConvertible {
  /// The number in digits where it has a finite decimal form, and as a fraction otherwise: `-0.25`, `1/3`.
  public var description: String {
    guard let decimals = decimalPlaces else { return "\(numerator)/\(denominator)" }
    return NumberStyle.text(self, decimals: decimals, isGrouped: false)
  }
}

extension Rational {
  /// The sum. Throws `tooLarge` where it does not fit.
  public func adding(_ other: Rational) throws(FigureFault) -> Rational {
    // Knuth, The Art of Computer Programming 2, 4.5.1: the least numbers on the way.
    let shared = Self.shared(denominator, other.denominator)
    let left = try Self.product(numerator, other.denominator / shared)
    let right = try Self.product(other.numerator, denominator / shared)
    let (sum, isOverflow) = left.addingReportingOverflow(right)
    guard !isOverflow, sum != .min else { throw .tooLarge }
    let common = Self.shared(sum, shared)
    return Rational(
      lowest: sum / common, try Self.product(denominator / shared, other.denominator / common))
  }

  /// The difference. Throws `tooLarge` where it does not fit.
  public func subtracting(_ other: Rational) throws(FigureFault) -> Rational { try adding(-other) }

  /// The product. Throws `tooLarge` where it does not fit.
  public func multiplying(by other: Rational) throws(FigureFault) -> Rational {
    let first = Self.shared(numerator, other.denominator)
    let second = Self.shared(other.numerator, denominator)
    return Rational(
      lowest: try Self.product(numerator / first, other.numerator / second),
      try Self.product(denominator / second, other.denominator / first))
  }

  /// The quotient. Throws `dividedByZero`, and `tooLarge` where it does not fit.
  public func dividing(by other: Rational) throws(FigureFault) -> Rational {
    try multiplying(by: try other.inverse())
  }

  /// A whole power; of a negative exponent, the power of the inverse. Throws `dividedByZero`, and `tooLarge`
  /// where it does not fit.
  public func power(_ exponent: Int) throws(FigureFault) -> Rational {
    var square = exponent < 0 ? try inverse() : self
    var result = Rational.one
    var rest = exponent.magnitude
    while rest > 0 {
      if rest & 1 == 1 { result = try result.multiplying(by: square) }
      rest >>= 1
      if rest > 0 { square = try square.multiplying(by: square) }
    }
    return result
  }

  private func inverse() throws(FigureFault) -> Rational {
    guard numerator != 0 else { throw .dividedByZero }
    return Rational(
      lowest: numerator < 0 ? -denominator : denominator, numerator < 0 ? -numerator : numerator)
  }

  private static func shared(_ first: Int128, _ second: Int128) -> Int128 {
    // One of the two is never `Int128.min`, and so the divisor fits.
    Int128(truncatingIfNeeded: greatestDivisor(first.magnitude, second.magnitude))
  }

  private static func product(_ first: Int128, _ second: Int128) throws(FigureFault) -> Int128 {
    let (product, isOverflow) = first.multipliedReportingOverflow(by: second)
    guard !isOverflow, product != .min else { throw .tooLarge }
    return product
  }
}

/// Which multiple of a step a number becomes.
public enum Rounding: String, CaseIterable, Sendable {
  /// The one that lies nearest; halfway between two, the one further from zero.
  case nearest
  /// The least that is not below.
  case up
  /// The greatest that is not above.
  case down
}

extension Rational {
  /// The nearest, next upper or next lower multiple of a step. Throws `step` unless the step is greater than
  /// zero, and `tooLarge` where the way there does not fit.
  public func rounded(_ rounding: Rounding, toMultipleOf step: Rational) throws(FigureFault) -> Rational {
    guard step > .zero else { throw FigureFault(.step, "a step has to be greater than zero") }
    let count = try dividing(by: step)
    return try Rational(lowest: count.rounded(rounding), 1).multiplying(by: step)
  }

  /// Decimal places needed to write it exactly; nil when it has no finite decimal form, or more than 9.
  public var decimalPlaces: Int? {
    var scale: Int128 = 1
    for places in 0...9 {
      if scale % denominator == 0 { return places }
      scale *= 10
    }
    return nil
  }

  private func rounded(_ rounding: Rounding) -> Int128 {
    let (toZero, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    let away: Int128 = numerator < 0 ? -1 : 1
    let isAway =
      switch rounding {
      case .nearest: rest.magnitude >= denominator.magnitude - rest.magnitude
      case .up: rest > 0
      case .down: rest < 0
      }
    // The step away from zero fits: where there is a rest, the quotient is at most half of the numerator.
    return isAway ? toZero + away : toZero
  }
}

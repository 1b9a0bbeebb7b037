/// An exact amount of something: a number with its dimension.
public struct Quantity: Hashable, Sendable {
  /// The amount in base units.
  let inBase: Rational
  /// What it is an amount of.
  public let dimension: Dimension

  /// So many of a unit; of a clock, seconds after midnight. Throws `tooLarge`.
  public init(_ value: Rational, _ unit: Unit) throws(FigureFault) {
    self.init(inBase: try value.multiplying(by: unit.scale), unit.dimension)
  }

  init(inBase: Rational, _ dimension: Dimension) {
    self.inBase = inBase
    self.dimension = dimension
  }

  /// The amount in a unit of the same dimension. Throws `dimensions` where it is of another, and `tooLarge`.
  public func amount(in unit: Unit) throws(FigureFault) -> Rational {
    try amount(in: unit, of: "the amount")
  }

  func amount(in unit: Unit, of subject: String) throws(FigureFault) -> Rational {
    guard dimension == unit.dimension else {
      let verb = dimension.isNone ? "is" : "is in"
      throw FigureFault(.dimensions, "\(subject) \(verb) \(dimension.text), and the unit says \(unit.text)")
    }
    return try inBase.dividing(by: unit.scale)
  }
}

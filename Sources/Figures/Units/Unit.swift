/// A unit as it is written, such as `USD/month`, and what it stands for.
public struct Unit: Hashable, Sendable {
  /// The unit as it is written.
  public var text: String
  /// The product of base units that it measures.
  public var dimension: Dimension
  /// How many base units one of it is: 60 for `min`, 0.01 for `%`. Greater than zero.
  public var scale: Rational
  /// Whether it is a time of day: seconds after midnight, written as HH:MM.
  public var isClock: Bool

  /// A unit of a dimension.
  init(text: String, dimension: Dimension, scale: Rational, isClock: Bool = false) {
    self.text = text
    self.dimension = dimension
    self.scale = scale
    self.isClock = isClock
  }

  /// The unit of a number without unit.
  public static let none = Unit(text: "1", dimension: .none, scale: .one)
}

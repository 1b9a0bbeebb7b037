internal import Diagnostics
internal import Figures
internal import YAML

/// The figures of an exercise, checked and ready to be computed for any form.
struct FigureSheet: Sendable {
  /// A given number.
  struct Input: Sendable {
    var name: String
    var what: String
    var unit: Unit
    /// The values that a form may take, in the unit; the first form's alone for a constant.
    var choices: Choices
    var first: Rational
    /// How many decimals it is written with.
    var decimals: Int
  }

  /// The values from which an input is drawn.
  enum Choices: Sendable {
    case constant
    case steps(from: Rational, step: Rational, count: Int)
    case list([Rational])

    /// Whether a number is one of them. A constant has no other.
    func hold(_ number: Rational) -> Bool {
      switch self {
      case .constant: true
      case .list(let values): values.contains(number)
      case .steps(let from, let step, let count):
        Self.steps(from: from, to: number, by: step).map { (0..<count).contains($0) } ?? false
      }
    }

    /// How many steps lead from one number to another; nil unless they are a whole number.
    static func steps(from: Rational, to: Rational, by step: Rational) -> Int? {
      guard step > .zero, let way = try? to.subtracting(from) else { return nil }
      return (try? way.dividing(by: step))?.whole
    }
  }

  /// A computed number.
  struct Figure: Sendable {
    var name: String
    var what: String
    var unit: Unit
    var formula: Formula
    /// How it is rounded; nil for a figure that is exact.
    var rounding: FigureRounding?
  }

  /// How a figure is rounded.
  struct FigureRounding: Sendable {
    var direction: Rounding
    /// The multiple to which it is rounded, in the figure's unit.
    var step: Rational
    /// How many decimals it is written with.
    var decimals: Int
  }

  /// The most decimals of a figure that states no rounding.
  static let exactDecimals = 3

  /// What holds in every form.
  struct Constraint: Sendable {
    var formula: Formula
    var because: String
    /// Where the formula stands.
    var place: PlaceRange
  }

  var rows: [[String: String]]
  var inputs: [Input]
  var figures: [Figure]
  var constraints: [Constraint]
  var units: UnitTable

  /// An amount as files write it: a number of the unit; of a clock a time of day, or a number of minutes.
  static func amount(_ text: String, in unit: Unit) -> Rational? {
    guard unit.isClock else { return Rational(decimal: text) }
    if let minutes = Int(text), (0...1_440).contains(minutes) { return Rational(minutes * 60) }
    return Rational(clock: text)
  }
}

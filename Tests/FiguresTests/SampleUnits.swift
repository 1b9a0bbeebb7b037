import Figures
import Testing

/// A table of units of the tests' own.
enum SampleUnits {
  static let table = UnitTable([
    .init(name: "min", factor: Rational(60), base: "s"), .init(name: "s"),
    .init(name: "h", factor: Rational(60), base: "min"), .init(name: "day", factor: Rational(24), base: "h"),
    .init(name: "ms", factor: fraction(1, 1000), base: "s"), .init(name: "month"),
    .init(name: "year", factor: Rational(12), base: "month"), .init(name: "B"),
    .init(name: "GB", factor: Rational(1_000_000_000), base: "B"),
    .init(name: "bit", factor: fraction(1, 8), base: "B"),
    .init(name: "Gbit", factor: Rational(125_000_000), base: "B"), .init(name: "USD"),
    .init(name: "mvCPU", factor: fraction(1, 1000), base: "vCPU"),
  ]).adding(counts: ["request", "node", "vCPU", "engineer"])

  /// Values for formulas, by name.
  static let values: [String: Quantity] = [
    "rate": quantity("400", "request/s"), "outage": quantity("50", "min"), "failing": quantity("40", "%"),
    "period": quantity("30", "day"), "objective": quantity("99.9", "%"), "price": quantity("0.25", "USD/h"),
    "size": quantity("3", "GB"), "zero": quantity("0", "1"), "two": quantity("2", "1"),
    "cpu": quantity("3100", "mvCPU"), "each": quantity("1.5", "vCPU/node"),
    "page": quantity("50700", "clock"),
    "half": quantity("0.5", "1"),
  ]

  /// A fraction of two whole numbers.
  static func fraction(_ above: Int, _ below: Int) -> Rational {
    expected { () throws(FigureFault) in try Rational(above).dividing(by: Rational(below)) }
  }

  /// A decimal number.
  static func number(_ text: String) -> Rational {
    guard let number = Rational(decimal: text) else {
      Issue.record("\(text) is no number")
      return .zero
    }
    return number
  }

  /// So many of a unit.
  static func quantity(_ amount: String, _ unit: String) -> Quantity {
    expected { () throws(FigureFault) in try Quantity(number(amount), try table.unit(unit)) }
  }

  /// What is computed without a fault.
  private static func expected<Value>(_ compute: () throws(FigureFault) -> Value) -> Value {
    do { return try compute() } catch { fatalError("\(error)") }
  }
}

/// The fault of what should have one, as a line; "" where there is none.
func fault<Value>(of compute: () throws(FigureFault) -> Value) -> String {
  do {
    _ = try compute()
    return ""
  } catch { return (error.offset.map { "\($0): " } ?? "") + error.message }
}

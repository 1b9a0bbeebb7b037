import Diagnostics

/// Figures of comparisons as people read them, rounded half away from zero. What lies within a billionth of the half
/// counts as the half, so that the order of a sum never shows.
enum ComparisonFigures {
  /// A difference with its sign and two decimals: `+0.40`, `−1.00`; `0.00` where it rounds to none.
  static func difference(_ difference: Double) -> String {
    let text = decimal(difference, places: 2)
    return difference > 0 && text != "0.00" ? "+" + text : text
  }

  /// A ratio with three decimals; with more where it lies so near to four fifths that it would be taken for them.
  static func ratio(_ ratio: Double) -> String {
    let places = (3...9).first { ratio == 0.8 || decimal(ratio, places: $0) != decimal(0.8, places: $0) }
    return decimal(ratio, places: abs(ratio - 0.8) < 1e-12 ? 3 : places ?? 9)
  }

  /// A number with so many decimals: `0.712`, `−0.100`.
  static func decimal(_ number: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let units = Int((abs(number) * Double(scale) + 0.5 + 1e-9).rounded(.down))
    let (whole, rest) = units.quotientAndRemainder(dividingBy: scale)
    let sign = number < 0 && units != 0 ? "\u{2212}" : ""
    return places == 0 ? sign + String(whole) : sign + "\(whole).\(String(scale + rest).dropFirst())"
  }

  /// A share as a whole percentage: `67`.
  static func percent(_ share: Double) -> String { decimal(share * 100, places: 0) }

  /// A share as a whole percentage that it reaches for certain: rounded down.
  static func percentReached(_ share: Double) -> Int { Int((share * 100 - 1e-9).rounded(.down)) }

  /// A probability with four decimals; `below 0.0001` where it has none of them.
  static func probability(_ probability: Double) -> String {
    probability < 0.0001 ? "below 0.0001" : decimal(probability, places: 4)
  }

  /// A text at the left of a column, with spaces behind it.
  static func column(_ text: String, width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  /// A text at the right of a column, with spaces before it.
  static func rightColumn(_ text: String, width: Int) -> String {
    String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
  }
}

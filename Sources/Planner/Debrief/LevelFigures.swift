/// Levels and shares as people read them. Everything is rounded half away from zero; what lies within a billionth of
/// the half counts as the half, so that the order of a sum never shows.
enum LevelFigures {
  /// A number in tenths.
  static func tenths(_ number: Double) -> Int { rounded(number * 10) }

  /// A level with one decimal: `3.4`.
  static func level(_ level: Double) -> String { decimal(tenths(level), places: 1) }

  /// A difference with its sign and one decimal: `+0.4`, `−1.0`, and `0.0` where it rounds to none.
  static func difference(_ difference: Double) -> String { signed(tenths(difference), places: 1) }

  /// What a part adds to a sum, with its sign and two decimals.
  static func part(_ part: Double) -> String { signed(rounded(part * 100), places: 2) }

  /// A share of the whole as a percentage without decimals.
  static func percent(_ share: Double) -> String { String(rounded(share * 100)) }

  /// A share as a percentage, with one decimal only where it would not be told from another without.
  static func percent(_ share: Double, besides other: Double) -> String {
    rounded(share * 100) == rounded(other * 100)
      ? decimal(rounded(share * 1000), places: 1) : percent(share)
  }

  /// Where a level stands on the way from 1 to 5, as a percentage with one decimal.
  static func position(_ level: Double) -> String {
    decimal(rounded(min(max((level - 1) / 4, 0), 1) * 1000), places: 1)
  }

  private static func rounded(_ number: Double) -> Int {
    let size = (abs(number) + 0.5 + 1e-9).rounded(.down)
    return Int(number < 0 ? -size : size)
  }

  private static func signed(_ units: Int, places: Int) -> String {
    let sign = units == 0 ? "" : units < 0 ? "\u{2212}" : "+"
    return sign + decimal(abs(units), places: places)
  }

  private static func decimal(_ units: Int, places: Int) -> String {
    let scale = places == 1 ? 10 : 100
    let (whole, rest) = abs(units).quotientAndRemainder(dividingBy: scale)
    let digits = String(scale + rest).dropFirst()
    return (units < 0 ? "\u{2212}" : "") + "\(whole).\(digits)"
  }
}

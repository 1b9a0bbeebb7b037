/// How a number is written.
public enum NumberStyle {
  /// The most decimals that are written.
  private static let mostDecimals = 30
  private static let day = Rational(86_400)

  /// Digits with so many decimals, at most 30, rounded to the nearest where there are more; grouped by ","
  /// from four digits on unless `isGrouped` is false: `1,036,800`, `-0.25`.
  public static func text(_ amount: Rational, decimals: Int, isGrouped: Bool) -> String {
    let (whole, places) = digits(of: amount, decimals: max(0, min(decimals, mostDecimals)))
    let isZero = whole == 0 && places.allSatisfy { $0 == 0 }
    let sign = amount < .zero && !isZero ? "-" : ""
    let digits = isGrouped ? grouped(String(whole)) : String(whole)
    return sign + digits + (places.isEmpty ? "" : "." + places.map(String.init).joined())
  }

  /// A time of day as HH:MM, from seconds after any midnight; nil when it is not on a whole minute.
  public static func clock(_ seconds: Rational) -> String? {
    guard let days = try? seconds.rounded(.down, toMultipleOf: day),
      let rest = try? seconds.subtracting(days).whole, rest % 60 == 0
    else { return nil }
    let twoDigits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return twoDigits(rest / 3600) + ":" + twoDigits(rest / 60 % 60)
  }

  /// The digits before and behind the point, of the magnitude, rounded. Long division: never too large.
  private static func digits(of amount: Rational, decimals: Int) -> (whole: UInt128, places: [Int]) {
    let divisor = amount.denominator.magnitude
    var (whole, rest) = amount.numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    var places: [Int] = []
    for _ in 0..<decimals {
      let (digit, next) = tenfold(rest, dividedBy: divisor)
      places.append(digit)
      rest = next
    }
    guard rest >= divisor - rest else { return (whole, places) }
    for index in places.indices.reversed() {
      places[index] = (places[index] + 1) % 10
      if places[index] != 0 { return (whole, places) }
    }
    whole += 1
    return (whole, places)
  }

  /// Ten times a number below a divisor, divided by it. Both are below 2^127, so that each sum fits.
  private static func tenfold(_ number: UInt128, dividedBy divisor: UInt128) -> (digit: Int, rest: UInt128) {
    var (digit, sum): (Int, UInt128) = (0, 0)
    for _ in 0..<10 {
      sum += number
      if sum >= divisor { (digit, sum) = (digit + 1, sum - divisor) }
    }
    return (digit, sum)
  }

  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}

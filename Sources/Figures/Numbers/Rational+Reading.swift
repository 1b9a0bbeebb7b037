extension Rational {
  /// The most digits that a number is written with.
  public static let longestDigits = 30

  /// A number in digits, with a point and a minus sign where it has them: "12", "0.25", "-3.5". Nil when the
  /// text is anything else ("1_000", "1e3", ".5", "5.", "+1"), or has more than 30 digits.
  public init?(decimal text: String) {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard bytes.count <= Self.longestDigits + 1,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) })
    else { return nil }
    let digits = parts.joined()
    guard digits.count <= Self.longestDigits else { return nil }
    let number = digits.reduce(Int128(0)) { $0 * 10 + Int128($1 - UInt8(ascii: "0")) }
    let scale = (0..<(parts.count == 2 ? parts[1].count : 0)).reduce(Int128(1)) { scale, _ in scale * 10 }
    let divisor = Int128(truncatingIfNeeded: Self.greatestDivisor(number.magnitude, scale.magnitude))
    self.init(lowest: (isNegative ? -number : number) / divisor, scale / divisor)
  }

  /// A time of day such as "14:05", in seconds after midnight. Nil when the text is anything else: two digits
  /// each, from 00:00 to 23:59.
  public init?(clock text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
      (bytes[..<2] + bytes[3...]).allSatisfy(Self.isDigit)
    else { return nil }
    let number = { (index: Int) in Int(bytes[index] - 0x30) * 10 + Int(bytes[index + 1] - 0x30) }
    let (hours, minutes) = (number(0), number(3))
    guard hours < 24, minutes < 60 else { return nil }
    self.init((hours * 60 + minutes) * 60)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// The text that a string of JSON stands for, to the character.
enum JSONString {
  /// The text behind the bytes between two quotation marks. A surrogate without its other half, and what is no
  /// escape, is U+FFFD; every other character is as it was written, controls and NUL included.
  static func text(_ input: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    var kept = range.lowerBound
    while let offset = input[kept..<range.upperBound].firstIndex(of: UInt8(ascii: "\\")) {
      bytes += input[kept..<offset]
      let (scalar, length) = escape(input, at: offset, end: range.upperBound)
      bytes += UTF8.encode(scalar) ?? .init()
      kept = min(offset + length, range.upperBound)
    }
    bytes += input[kept..<range.upperBound]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What an escape stands for, and how many bytes it takes.
  private static func escape(
    _ input: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    guard offset + 1 < end else { return ("\u{FFFD}", 1) }
    switch input[offset + 1] {
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "b"): return ("\u{8}", 2)
    case UInt8(ascii: "f"): return ("\u{C}", 2)
    case UInt8(ascii: "u"): return scalar(input, at: offset, end: end)
    case let byte where "\"\\/".utf8.contains(byte): return (Unicode.Scalar(byte), 2)
    default: return ("\u{FFFD}", 1)
    }
  }

  private static func scalar(
    _ input: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    guard let first = unit(input, at: offset, end: end) else { return ("\u{FFFD}", 2) }
    guard (0xD800..<0xDC00).contains(first), let second = unit(input, at: offset + 6, end: end),
      (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { return (Unicode.Scalar(first) ?? "\u{FFFD}", 6) }
    return (scalar, 12)
  }

  /// The number of `\uXXXX` at an offset.
  private static func unit(_ input: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> UInt32? {
    guard offset + 6 <= end, input[offset] == UInt8(ascii: "\\"), input[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = input[offset + 2..<offset + 6]
    guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

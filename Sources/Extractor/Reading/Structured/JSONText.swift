/// The text that a string of JSON stands for, mapped to the bytes of the file.
enum JSONText {
  /// The text behind the bytes between two quotation marks. A surrogate without its other half is
  /// U+FFFD, a control a space.
  static func decoded(_ input: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> MappedText {
    var text = MappedText()
    var kept = range.lowerBound
    while let offset = input[kept..<range.upperBound].firstIndex(of: UInt8(ascii: "\\")) {
      text.append(input, kept..<offset)
      let escape = escape(input, at: offset, end: range.upperBound)
      text.append(Array(String(Character(escape.scalar)).utf8), for: offset..<offset + escape.length)
      kept = offset + escape.length
    }
    text.append(input, kept..<range.upperBound)
    return text
  }

  private static func escape(
    _ input: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    guard offset + 1 < end else { return ("\\", 1) }
    switch input[offset + 1] {
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): return (" ", 2)
    case UInt8(ascii: "u"): return scalar(input, at: offset, end: end)
    case let byte where byte < 0x80: return (Unicode.Scalar(byte), 2)
    default: return ("\\", 1)
    }
  }

  private static func scalar(
    _ input: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    guard let first = unit(input, at: offset, end: end) else { return ("\u{FFFD}", 2) }
    if (0xD800..<0xDC00).contains(first), let second = unit(input, at: offset + 6, end: end),
      (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    {
      return (scalar, 12)
    }
    let isControl = first < 0x20 && !(0x09...0x0D).contains(first)
    return (isControl ? " " : Unicode.Scalar(first) ?? "\u{FFFD}", 6)
  }

  /// The number of `\uXXXX` at an offset.
  private static func unit(_ input: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> UInt32? {
    guard offset + 6 <= end, input[offset] == UInt8(ascii: "\\"), input[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt32(String(decoding: input[offset + 2..<offset + 6], as: UTF8.self), radix: 16)
  }
}

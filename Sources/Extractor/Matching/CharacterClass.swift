/// What bytes are, and which of them make up words.
enum CharacterClass {
  /// 0 to 9.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A to Z.
  @inline(__always)
  static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  /// a to z.
  @inline(__always)
  static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// A byte as it is, but for capital letters, which are made small.
  @inline(__always)
  static func small(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte | 0x20 : byte }

  /// ASCII letters.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { isSmall(byte | 0x20) }

  /// ASCII letters and digits.
  @inline(__always)
  static func isASCIIWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  /// How many bytes from an offset up to an end are ASCII letters and digits, with single spaces between them, counted
  /// up to eight, which are looked at together; 0 near the end of the input. A space before anything else is not among
  /// them.
  @inline(__always)
  static func countOfASCIIWords(_ input: UnsafeBufferPointer<UInt8>, _ offset: Int, upTo end: Int) -> Int {
    guard offset &+ 8 <= input.count else { return 0 }
    let raw = UnsafeRawBufferPointer(input)
    let bytes = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let (others, spaces) = (marksOfOthers(in: bytes), marksOfSpaces(in: bytes))
    let stops = others & ~spaces | spaces & others >> 8
    let count = min(stops.trailingZeroBitCount >> 3, end &- offset)
    // What follows a space at the end was not looked at.
    return count > 0 && input[offset &+ count &- 1] == 0x20 ? count &- 1 : count
  }

  /// The highest bit of each of eight bytes that is a space.
  @inline(__always)
  private static func marksOfSpaces(in bytes: UInt64) -> UInt64 {
    let differences = bytes ^ 0x2020_2020_2020_2020
    let carries = (differences & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F
    return ~(carries | differences) & 0x8080_8080_8080_8080
  }

  /// How many ASCII letters and digits stand at an offset, counted up to eight, which are looked at together; 0
  /// near the end.
  @inline(__always)
  static func countOfASCIIWord(_ input: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    guard offset &+ 8 <= input.count else { return 0 }
    let raw = UnsafeRawBufferPointer(input)
    let bytes = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    return marksOfOthers(in: bytes).trailingZeroBitCount >> 3
  }

  /// The highest bit of each of eight bytes that is no ASCII letter or digit.
  @inline(__always)
  static func marksOfOthers(in bytes: UInt64) -> UInt64 {
    // Without its highest bit, a byte plus 0x80 less a limit has it where the byte is no less than the limit.
    let plain = bytes & 0x7F7F_7F7F_7F7F_7F7F
    let small = plain | 0x2020_2020_2020_2020
    let letters = (small &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(small &+ 0x0505_0505_0505_0505)
    let digits = (plain &+ 0x5050_5050_5050_5050) & ~(plain &+ 0x4646_4646_4646_4646)
    return ~((letters | digits) & ~bytes) & 0x8080_8080_8080_8080
  }

  /// The bytes of a letter beyond ASCII at an offset; 0 for punctuation and symbols.
  ///
  /// By lead byte: the Latin, Greek, Cyrillic and further alphabets of two bytes and the scripts of
  /// three are letters; U+0080 to U+00BF, U+2000 to U+2FFF, the private use area and all of four
  /// bytes are not.
  static func letterWidth(_ input: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    switch input[offset] {
    case 0xC3:
      let next = offset + 1 < input.count ? input[offset + 1] : 0
      return next == 0x97 || next == 0xB7 ? 0 : 2
    case 0xC4...0xDF: return 2
    case 0xE0, 0xE1, 0xE3...0xED: return min(3, input.count - offset)
    default: return 0
    }
  }

  /// What a symbol beyond ASCII separates, and its width.
  static func symbol(_ input: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (Words.Gap, Int) {
    guard let (scalar, width) = UTF8Scalar.decode(input, at: offset) else { return (.soft, 1) }
    switch scalar {
    case 0xA0, 0x2010, 0x2011, 0x2018, 0x2019, 0x200B...0x200D, 0xFE0F, 0xAD: return (.soft, width)
    case 0x2013 where isBetweenDigits(input, offset, width): return (.soft, width)
    default: return (.hard, width)
    }
  }

  private static func isBetweenDigits(_ input: UnsafeBufferPointer<UInt8>, _ offset: Int, _ width: Int)
    -> Bool
  {
    offset > 0 && offset + width < input.count && isDigit(input[offset - 1]) && isDigit(input[offset + width])
  }
}

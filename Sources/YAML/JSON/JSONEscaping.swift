/// Escapes what a string of JSON may not hold, and what YAML would take for a line end or refuse in it: the output
/// must read back as YAML too. Marks of direction as well, which would turn what stands around them where it is
/// shown.
enum JSONEscaping {
  private typealias Input = UnsafeBufferPointer<UInt8>

  /// Adds a text in UTF-8. Stretches that need no escape are copied as they are.
  static func append(_ input: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var kept = 0
    var offset = plainEnd(input, from: 0)
    while offset < input.count {
      let (scalar, length) = scalar(input, at: offset)
      if isEscaped(scalar) {
        output.append(contentsOf: Input(rebasing: input[kept..<offset]))
        escape(scalar, to: &output)
        kept = offset + length
      }
      offset = plainEnd(input, from: offset + length)
    }
    output.append(contentsOf: Input(rebasing: input[kept...]))
  }

  /// The offset of the next byte that is not printable ASCII, a quotation mark or a backslash. Eight bytes are
  /// looked at together.
  @inline(__always)
  private static func plainEnd(_ input: Input, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highest: UInt64 = 0x8080_8080_8080_8080
    let raw = UnsafeRawBufferPointer(input)
    var offset = start
    while offset &+ 8 <= input.count {
      let bytes = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let (quotes, slashes) = (bytes ^ (ones &* 0x22), bytes ^ (ones &* 0x5C))
      // Borrows and carries only reach the bytes behind one that is marked itself.
      let marked =
        ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | (bytes &- (ones &* 0x20))
        | (bytes &+ ones) | bytes
      let found = marked & highest
      if found != 0 { return offset &+ found.trailingZeroBitCount >> 3 }
      offset &+= 8
    }
    while offset < input.count, isPlain(input[offset]) { offset &+= 1 }
    return offset
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// The scalar at an offset of sound UTF-8, and its length.
  private static func scalar(_ input: Input, at offset: Int) -> (UInt32, Int) {
    let lead = input[offset]
    let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, offset + length <= input.count else { return (UInt32(lead), 1) }
    let first = UInt32(lead) & (0x7F >> UInt32(length))
    return (input[offset + 1..<offset + length].reduce(first) { $0 << 6 | UInt32($1 & 0x3F) }, length)
  }

  private static func isEscaped(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x5C, 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFFFE, 0xFFFF:
      true
    default: false
    }
  }

  private static func escape(_ scalar: UInt32, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\\"))
    switch scalar {
    case 0x22, 0x5C: output.append(UInt8(truncatingIfNeeded: scalar))
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x0D: output.append(UInt8(ascii: "r"))
    case 0x09: output.append(UInt8(ascii: "t"))
    default:
      let digits = String(scalar, radix: 16)
      output += ("u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
    }
  }
}

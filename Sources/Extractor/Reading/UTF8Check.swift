internal import Diagnostics

/// Finds where bytes stop being UTF-8.
enum UTF8Check {
  /// The offset of the first byte that is no part of a well-formed sequence (Unicode, table 3-7).
  static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { input in
      var offset = 0
      while let foreign = input.firstForeignOffset(in: offset..<input.count) {
        guard let length = sequenceLength(at: foreign, in: input) else { return foreign }
        offset = foreign + length
      }
      return nil
    }
  }

  /// The length of the well-formed sequence at an offset; nil where none begins.
  static func sequenceLength(at offset: Int, in input: UnsafeBufferPointer<UInt8>) -> Int? {
    let lead = input[offset]
    if lead < 0x80 { return 1 }
    guard let (length, second) = sequence(ledBy: lead), offset + length <= input.count,
      second.contains(input[offset + 1])
    else { return nil }
    return (2..<length).allSatisfy { input[offset + $0] & 0xC0 == 0x80 } ? length : nil
  }

  /// How long a sequence is that a byte from 0x80 leads, and what may stand behind that byte; nil where it leads none.
  @inline(__always)
  static func sequence(ledBy lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}

/// A set of bytes that is looked into in a few instructions.
struct ByteSet: Sendable {
  private var low: (UInt64, UInt64) = (0, 0)
  private var high: (UInt64, UInt64) = (0, 0)

  /// The set of some bytes.
  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      let bit = 1 as UInt64 &<< UInt64(byte & 63)
      switch byte >> 6 {
      case 0: low.0 |= bit
      case 1: low.1 |= bit
      case 2: high.0 |= bit
      default: high.1 |= bit
      }
    }
  }

  /// Whether a byte is one of them.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let half = byte < 0x80 ? low : high
    return (byte & 0x40 == 0 ? half.0 : half.1) &>> UInt64(byte & 63) & 1 != 0
  }
}

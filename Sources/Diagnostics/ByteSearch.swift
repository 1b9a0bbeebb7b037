extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first byte of a value within a stretch; nil where there is none. Eight bytes are looked at
  /// together.
  @inlinable
  public func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
    let pattern = 0x0101_0101_0101_0101 &* UInt64(byte)
    return firstOffset(in: range) { bytes in
      let difference = bytes ^ pattern
      return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    }
  }

  /// The offset of the first byte within a stretch that is not ASCII; nil where there is none.
  @inlinable
  public func firstForeignOffset(in range: Range<Int>) -> Int? {
    firstOffset(in: range) { $0 & 0x8080_8080_8080_8080 }
  }

  /// The offset of the first byte for which a function sets the highest bit of its place among eight.
  @inlinable @inline(__always)
  func firstOffset(in range: Range<Int>, _ marks: (UInt64) -> UInt64) -> Int? {
    let bytes = UnsafeRawBufferPointer(self)
    var offset = range.lowerBound
    while offset &+ 8 <= range.upperBound {
      let found = marks(
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      if found != 0 { return offset &+ found.trailingZeroBitCount >> 3 }
      offset &+= 8
    }
    while offset < range.upperBound {
      if marks(UInt64(bytes[offset]) &* 0x0101_0101_0101_0101) != 0 { return offset }
      offset &+= 1
    }
    return nil
  }
}

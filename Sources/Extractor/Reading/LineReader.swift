internal import Diagnostics

/// Gives the lines of a text one after the other, without their LF. A text that ends in one has no empty
/// line behind it.
struct LineReader: Sequence, IteratorProtocol {
  private let input: UnsafeBufferPointer<UInt8>
  /// Where the next line begins.
  private(set) var offset: Int

  init(_ input: UnsafeBufferPointer<UInt8>, from offset: Int = 0) {
    self.input = input
    self.offset = offset
  }

  mutating func next() -> Range<Int>? {
    guard offset < input.count else { return nil }
    let end = input.firstOffset(of: UInt8(ascii: "\n"), in: offset..<input.count) ?? input.count
    defer { offset = end + 1 }
    return offset..<end
  }
}

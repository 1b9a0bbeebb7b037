internal import Diagnostics

/// The tags of a text that begin before an offset, one after the other. A `<` that begins none is passed
/// over.
struct HTMLTags: Sequence, IteratorProtocol {
  private let input: UnsafeBufferPointer<UInt8>
  private let limit: Int
  private var offset: Int

  init(_ input: UnsafeBufferPointer<UInt8>, from offset: Int = 0, before limit: Int = .max) {
    self.input = input
    self.offset = offset
    self.limit = Swift.min(limit, input.count)
  }

  mutating func next() -> HTMLTag? {
    while offset < limit, let open = input.firstOffset(of: UInt8(ascii: "<"), in: offset..<limit) {
      let tag = HTMLTag(input, at: open)
      offset = tag?.end ?? open + 1
      if let tag { return tag }
    }
    return nil
  }
}

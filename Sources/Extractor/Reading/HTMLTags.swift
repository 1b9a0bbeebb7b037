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
    while offset < limit, let open = input[offset..<limit].firstIndex(of: UInt8(ascii: "<")) {
      let tag = HTMLTag(input, at: open)
      offset = tag?.end ?? open + 1
      if let tag { return tag }
    }
    return nil
  }
}

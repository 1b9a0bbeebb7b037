/// Copies a line of Markdown into a block without its marks: emphasis, code ticks, links, images,
/// tags, escapes and character references.
struct InlineScanner {
  let input: UnsafeBufferPointer<UInt8>
  let end: Int

  /// Copies the bytes from an offset up to the scanner's end.
  func copy(from start: Int, into builder: inout BlockBuilder) {
    var offset = start
    var kept = start
    let marks = Self.marks
    while offset < end {
      // Most of a text is words, of which eight bytes are passed over together.
      if kept < offset || input[offset] != 0x20 {
        offset = CharacterClass.endOfRunningText(input, from: offset, upTo: end)
        guard offset < end else { break }
      }
      let isMark = marks.contains(input[offset])
      // Between two words of text, a single space is text too.
      let isText = isMark && input[offset] == 0x20 && kept < offset && offset + 1 < end
      if !isMark || (isText && !marks.contains(input[offset + 1])) {
        offset += 1
        continue
      }
      guard let mark = mark(at: offset) else {
        offset += 1
        continue
      }
      builder.append(input, kept..<offset)
      switch mark {
      case .drop(let length): offset += length
      case .space(let length):
        builder.space(offset..<offset + length)
        offset += length
      case .replace(let bytes, let length):
        builder.append(bytes, for: offset..<offset + length)
        offset += length
      case .link(let text, let length):
        InlineScanner(input: input, end: text.upperBound).copy(from: text.lowerBound, into: &builder)
        offset += length
      }
      kept = offset
    }
    builder.append(input, kept..<end)
  }

  /// The bytes with which something may begin that is not copied as it is.
  private static let marks = ByteSet(Array(" \t\r\n*_`\\![<&".utf8) + [0xC2, 0xE2])

  private enum Mark {
    case drop(Int)
    case space(Int)
    case replace([UInt8], Int)
    case link(Range<Int>, Int)
  }

  private func mark(at offset: Int) -> Mark? {
    switch input[offset] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): return .space(1)
    case 0xC2: return peek(offset + 1) == 0xA0 ? .space(2) : nil
    case 0xE2: return invisible(at: offset)
    case UInt8(ascii: "*"): return emphasis(at: offset)
    case UInt8(ascii: "_"): return underscore(at: offset)
    case UInt8(ascii: "`"): return .drop(1)
    case UInt8(ascii: "\\"): return isPunctuation(peek(offset + 1)) ? .replace([peek(offset + 1)], 2) : nil
    case UInt8(ascii: "!"):
      return peek(offset + 1) == UInt8(ascii: "[") ? link(at: offset + 1, isImage: true) : nil
    case UInt8(ascii: "["): return link(at: offset, isImage: false)
    case UInt8(ascii: "<"): return tag(at: offset)
    case UInt8(ascii: "&"): return reference(at: offset)
    default: return nil
    }
  }

  private func peek(_ offset: Int) -> UInt8 { offset < end ? input[offset] : 0 }

  private func invisible(at offset: Int) -> Mark? {
    ThinSpace.decode(input, at: offset, end: end).map { $0 == .space ? .space(3) : .drop(3) }
  }

  /// A star is a mark unless it stands by itself between spaces, as in `3 * 4`.
  private func emphasis(at offset: Int) -> Mark? {
    let before = offset > 0 ? input[offset - 1] : 0x20
    return isSpace(before) && isSpace(peek(offset + 1)) && peek(offset + 1) != 0 ? nil : .drop(1)
  }

  /// An underscore inside a word belongs to it.
  private func underscore(at offset: Int) -> Mark? {
    let before = offset > 0 ? input[offset - 1] : 0x20
    return isWord(before) && isWord(peek(offset + 1)) ? nil : .drop(1)
  }

  private func link(at offset: Int, isImage: Bool) -> Mark? {
    let start = isImage ? offset - 1 : offset
    guard let close = closing(UInt8(ascii: "["), UInt8(ascii: "]"), from: offset) else { return nil }
    guard peek(close + 1) == UInt8(ascii: "("),
      let last = closing(UInt8(ascii: "("), UInt8(ascii: ")"), from: close + 1)
    else { return nil }
    return isImage ? .drop(last + 1 - start) : .link(offset + 1..<close, last + 1 - start)
  }

  /// The offset of the bracket that closes the one at `offset`, within 2,000 bytes. Brackets nest no
  /// deeper than eight, so that a line of them costs little more than its length.
  private func closing(_ open: UInt8, _ close: UInt8, from offset: Int) -> Int? {
    var depth = 0
    for position in offset..<min(end, offset + 2_000) {
      if input[position] == open { depth += 1 }
      if input[position] == close { depth -= 1 }
      if depth == 0 { return position }
      if depth > 8 { return nil }
    }
    return nil
  }

  private func tag(at offset: Int) -> Mark? {
    let next = peek(offset + 1)
    guard CharacterClass.isLetter(next) || "/!".utf8.contains(next) else { return nil }
    let rest = offset + 1..<min(end, offset + 2_000)
    guard let close = rest.first(where: { "<>".utf8.contains(input[$0]) }), input[close] == UInt8(ascii: ">")
    else { return nil }
    return .space(close + 1 - offset)
  }

  private func reference(at offset: Int) -> Mark? {
    guard let (bytes, length) = CharacterReference.decode(input, at: offset, end: end) else { return nil }
    return CharacterReference.isSpace(bytes) ? .space(length) : .replace(bytes, length)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0 }
  private func isWord(_ byte: UInt8) -> Bool { CharacterClass.isASCIIWord(byte) || byte >= 0x80 }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}

internal import Diagnostics

/// One tag, comment or declaration of HTML.
struct HTMLTag {
  let name: HTMLName
  let isEnd: Bool
  /// The offset of its `<`.
  let start: Int
  /// The offset behind its name.
  let nameEnd: Int
  /// The offset behind its `>`.
  let end: Int

  /// The tag at an offset; nil when the `<` there begins none.
  init?(_ input: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard start + 2 < input.count, input[start] == UInt8(ascii: "<") else { return nil }
    self.start = start
    var offset = start + 1
    if input[offset] == UInt8(ascii: "!") || input[offset] == UInt8(ascii: "?") {
      name = .other
      isEnd = false
      nameEnd = offset + 1
      end = Self.endOfDeclaration(input, from: start)
      return
    }
    isEnd = input[offset] == UInt8(ascii: "/")
    if isEnd { offset += 1 }
    let nameStart = offset
    while offset < input.count, Self.isName(input[offset]), offset - nameStart < HTMLName.longest {
      offset += 1
    }
    guard offset > nameStart, CharacterClass.isLetter(input[nameStart]) else { return nil }
    guard let end = Self.endOfTag(input, from: offset) else { return nil }
    self.end = end
    name = HTMLName(input[nameStart..<offset])
    nameEnd = offset
  }

  /// The next end tag of a name.
  static func endTag(_ name: HTMLName, in input: UnsafeBufferPointer<UInt8>, from start: Int) -> HTMLTag? {
    var offset = start
    while let open = input.firstOffset(of: UInt8(ascii: "<"), in: min(offset, input.count)..<input.count) {
      if open + 1 < input.count, input[open + 1] == UInt8(ascii: "/"), let tag = HTMLTag(input, at: open),
        tag.name == name
      {
        return tag
      }
      offset = open + 1
    }
    return nil
  }

  /// The end tag of an element that begins before an offset, past elements of the same name inside it.
  static func endOfElement(
    _ name: HTMLName, in input: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> HTMLTag? {
    var depth = 1
    for tag in HTMLTags(input, from: start) where tag.name == name {
      depth += tag.isEnd ? -1 : 1
      if depth == 0 { return tag }
    }
    return nil
  }

  private static func isName(_ byte: UInt8) -> Bool {
    CharacterClass.isASCIIWord(byte) || byte == UInt8(ascii: "-")
  }

  /// Behind the `>` that is not inside a quoted value; at most 64 KiB away.
  private static func endOfTag(_ input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var quote: UInt8 = 0
    for offset in start..<min(input.count, start + 65_536) {
      let byte = input[offset]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return offset + 1
      } else if byte == UInt8(ascii: "<") {
        return nil
      }
    }
    return nil
  }

  private static func endOfDeclaration(_ input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let isComment = start + 3 < input.count && input[start + 2] == 0x2D && input[start + 3] == 0x2D
    var offset = start + (isComment ? 4 : 2)
    while offset < input.count {
      if input[offset] == UInt8(ascii: ">") {
        if !isComment || (input[offset - 1] == 0x2D && input[offset - 2] == 0x2D) { return offset + 1 }
      }
      offset += 1
    }
    return input.count
  }
}

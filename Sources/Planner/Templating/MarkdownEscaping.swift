/// Backslashes before whatever CommonMark, or GitHub on top of it, would take for markup. What is
/// harmless where it stands stays bare, so that the source reads well too.
enum MarkdownEscaping {
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    // Up to the next character that cannot stand as it is, all of it at once.
    var start = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: " ") || byte >= 0x80 || ASCII.isWord(byte) { continue }
      let isControl = byte < 0x20
      guard isControl || isMarkup(bytes, at: index) else { continue }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      output.append(isControl ? UInt8(ascii: " ") : UInt8(ascii: "\\"))
      start = isControl ? index + 1 : index
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// Whether a character that is neither a letter, a digit nor a space is markup.
  private static func isMarkup(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      return true
    case UInt8(ascii: "$"): return !isPrice(bytes, at: index)
    case UInt8(ascii: "_"): return !isInsideWord(bytes, at: index)
    case UInt8(ascii: "&"): return isEntity(bytes, at: index)
    case UInt8(ascii: ":"): return isFollowed(bytes, at: index, by: "//")
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="):
      return index == 0
    case UInt8(ascii: "."), UInt8(ascii: ")"): return isListMarker(bytes, endingAt: index)
    default: return false
    }
  }

  /// "1." opens a list only before a space or the end of the line: "99.95" does not.
  private static func isListMarker(_ bytes: UnsafeBufferPointer<UInt8>, endingAt index: Int) -> Bool {
    index > 0 && bytes[..<index].allSatisfy(ASCII.isDigit)
      && (index + 1 == bytes.count || ASCII.isSpace(bytes[index + 1]))
  }

  /// `snake_case` holds no emphasis.
  private static func isInsideWord(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index > 0 && index + 1 < bytes.count && ASCII.isWord(bytes[index - 1]) && ASCII.isWord(bytes[index + 1])
  }

  private static func isFollowed(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, by text: StaticString)
    -> Bool
  {
    text.withUTF8Buffer { bytes[(index + 1)...].starts(with: $0) }
  }

  /// `$300` behind a space opens a formula, as GitHub reads it, only where another sign ends it behind a word: that
  /// one is escaped.
  private static func isPrice(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    (index == 0 || bytes[index - 1] == UInt8(ascii: " ")) && index + 1 < bytes.count
      && ASCII.isDigit(bytes[index + 1])
  }

  /// `&amp;` is a character reference, `R&D` is not.
  private static func isEntity(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let name = bytes[(index + 1)...].prefix(40).prefix { ASCII.isWord($0) || $0 == UInt8(ascii: "#") }
    return !name.isEmpty && name.endIndex < bytes.count && bytes[name.endIndex] == UInt8(ascii: ";")
  }
}

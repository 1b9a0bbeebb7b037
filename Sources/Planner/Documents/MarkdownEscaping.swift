import Mustache

/// Backslashes before whatever CommonMark, or GitHub on top of it, would take for markup. What is
/// harmless where it stands stays bare, so that the source reads well too.
struct MarkdownEscaping: MustacheContentType {
  func escapeText(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      guard let marked = Self.firstMark(in: bytes) else { return String(decoding: bytes, as: UTF8.self) }
      var result = Array(bytes[..<marked])
      result.reserveCapacity(bytes.count + 16)
      for index in marked..<bytes.count {
        if bytes[index] < 0x20 {
          result.append(UInt8(ascii: " "))
        } else {
          if Self.isMarkup(bytes, at: index) { result.append(UInt8(ascii: "\\")) }
          result.append(bytes[index])
        }
      }
      return String(decoding: result, as: UTF8.self)
    }
  }

  private static func firstMark(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    bytes.indices.first { bytes[$0] < 0x20 || isMarkup(bytes, at: $0) }
  }

  private static func isMarkup(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let byte = bytes[index]
    guard byte < 0x80, !isWord(byte), byte != UInt8(ascii: " ") else { return false }
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "$"):
      return true
    case UInt8(ascii: "_"): return !isInsideWord(bytes, at: index)
    case UInt8(ascii: "&"): return isEntity(bytes, at: index)
    case UInt8(ascii: ":"): return isFollowed(bytes, at: index, by: "//")
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="):
      return index == 0
    case UInt8(ascii: "."), UInt8(ascii: ")"): return index > 0 && bytes[..<index].allSatisfy(isDigit)
    default: return false
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// `snake_case` holds no emphasis.
  private static func isInsideWord(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index > 0 && index + 1 < bytes.count && isWord(bytes[index - 1]) && isWord(bytes[index + 1])
  }

  private static func isFollowed(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, by text: StaticString)
    -> Bool
  {
    text.withUTF8Buffer { bytes[(index + 1)...].starts(with: $0) }
  }

  /// `&amp;` is a character reference, `R&D` is not.
  private static func isEntity(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let name = bytes[(index + 1)...].prefix(40).prefix { isWord($0) || $0 == UInt8(ascii: "#") }
    return !name.isEmpty && name.endIndex < bytes.count && bytes[name.endIndex] == UInt8(ascii: ";")
  }
}

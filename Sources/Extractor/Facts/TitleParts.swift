/// The parts of a title between dashes and bars: "Platform Engineer – Berlin | Full-time".
enum TitleParts {
  /// The parts that hold anything, in order.
  static func parts(of title: String) -> [String] {
    guard mayHaveParts(title) else { return [title] }
    let even = separators.reduce(Array(title.utf8)) { text, separator in
      let pieces = pieces(of: text, between: separator)
      return pieces.count > 1 ? Array(pieces.joined(separator: dash)) : text
    }
    return parts(of: even)
  }

  /// What stands before the first dash or bar behind a space; nil where there is none.
  static func head(of line: String) -> String? {
    var before: UInt8 = 0
    for (offset, byte) in line.utf8.enumerated() {
      // What "–" and "—" begin with, too.
      if before == 0x20, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "|") || byte == 0xE2 {
        return offset > 1 ? String(decoding: line.utf8.prefix(offset - 1), as: UTF8.self) : nil
      }
      before = byte
    }
    return nil
  }

  /// The parts of a text between plain dashes that hold anything, in order.
  static func parts(of text: [UInt8]) -> [String] {
    pieces(of: text, between: dash).filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a space stands behind a hyphen, a bar or what a dash ends with: most titles have no parts.
  private static func mayHaveParts(_ title: String) -> Bool {
    var before: UInt8 = 0
    for byte in title.utf8 {
      if byte == 0x20, before == UInt8(ascii: "-") || before == UInt8(ascii: "|") || before == 0x93 {
        return true
      }
      before = byte
    }
    return false
  }

  private static let dash = Array(" - ".utf8)

  /// What stands for a dash between spaces, in the order in which it is replaced.
  private static let separators = [" – ", " | ", "- ", "  - "].map { Array($0.utf8) }

  private static func pieces(of text: [UInt8], between separator: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var (start, offset) = (0, 0)
    var isInBrackets = false
    while offset + separator.count <= text.count {
      if text[offset] == UInt8(ascii: "(") { isInBrackets = text[offset...].contains(UInt8(ascii: ")")) }
      if text[offset] == UInt8(ascii: ")") { isInBrackets = false }
      guard text[offset] == separator[0], !isInBrackets, text[offset...].starts(with: separator) else {
        offset += 1
        continue
      }
      pieces.append(text[start..<offset])
      offset += separator.count
      start = offset
    }
    return pieces + [text[start...]]
  }
}

/// Makes texts fit to be printed: on one line, without control characters, single spaces.
///
/// A posting's text passes through here before it is escaped for a document, so that it can neither
/// end a line of Markdown or YAML nor turn the direction of the text around it.
enum PlainText {
  /// The text, cleaned.
  static func cleaned(_ text: String) -> String {
    isClean(text) ? text : withSingleSpaces(text)
  }

  /// A line of code or of a table: its spaces stay, a tab becomes four.
  static func cleaned(line: some StringProtocol) -> String {
    let isClean = line.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    return isClean ? String(line) : withSpacesKept(line)
  }

  /// The lines of a text. A return and a line feed are one character, at which nothing is cut.
  static func lines(of text: String) -> [Substring] {
    guard !text.utf8.contains(0x0D) else {
      return text.split(separator: "\n", omittingEmptySubsequences: false)
    }
    return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
  }

  /// The same, each cleaned, as bytes of UTF-8.
  static func cleanedLines(of text: String) -> [ArraySlice<UInt8>] {
    let bytes = Array(text.utf8)
    guard !bytes.contains(0x0D) else { return lines(of: text).map { Array(cleaned(line: $0).utf8)[...] } }
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      if line.allSatisfy({ (0x20..<0x7F).contains($0) }) { return line }
      return Array(withSpacesKept(String(decoding: line, as: UTF8.self)).utf8)[...]
    }
  }

  /// A program, or lines for one: tabs and line ends stay, and there is one line end at the end.
  static func cleaned(code: String) -> String {
    if code.utf8.allSatisfy(isHarmless) {
      let end = code.utf8.lastIndex { $0 != 0x0A }.map { code.utf8.index(after: $0) } ?? code.startIndex
      return code[..<end] + "\n"
    }
    var result = String.UnicodeScalarView()
    for scalar in code.unicodeScalars where !isForbidden(scalar.value) { result.append(scalar) }
    while result.last == "\n" { result.removeLast() }
    return String(result) + "\n"
  }

  /// Whether a byte of code stays as it is, whatever stands around it. Some that would stay are not among them.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) || (0x09...0x0D).contains(byte)
  }

  /// A quick look that may send a clean text to the slow path, never the other way round.
  private static func isClean(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var previous = UInt8(ascii: " ")
      for byte in bytes {
        if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF { return false }
        if byte == UInt8(ascii: " "), previous == byte { return false }
        previous = byte
      }
      return bytes.isEmpty || previous != UInt8(ascii: " ")
    }
  }

  private static func withSingleSpaces(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var pending = false
    for scalar in text.unicodeScalars where !isForbidden(scalar.value) {
      if isSpace(scalar.value) {
        pending = !result.isEmpty
      } else {
        if pending { result.append(" ") }
        pending = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func withSpacesKept(_ line: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in line.unicodeScalars where !isForbidden(scalar.value) {
      if scalar.value == 0x09 {
        result.append(contentsOf: "    ".unicodeScalars)
      } else {
        result.append(isSpace(scalar.value) ? " " : scalar)
      }
    }
    return String(result)
  }

  private static func isSpace(_ value: UInt32) -> Bool {
    value == 0x20 || (0x09...0x0D).contains(value) || value == 0x85 || value == 0x2028 || value == 0x2029
  }

  /// Controls, marks that change the direction of text, byte order marks and non-characters.
  private static func isForbidden(_ value: UInt32) -> Bool {
    if isSpace(value) { return false }
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF:
      return true
    default: return false
    }
  }
}

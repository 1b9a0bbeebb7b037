/// How many columns of a terminal a text takes.
public enum DisplayWidth {
  /// The columns of a text: 2 for East Asian wide characters and emoji, 0 for combining marks and
  /// controls, 1 for the rest (after Unicode Standard Annex 11).
  public static func of(_ text: some StringProtocol) -> Int {
    let plain = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? bytes.count : nil
    }
    return (plain ?? nil) ?? String(text).unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The columns of one scalar.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : 1 }
    if isNarrow(scalar) { return 1 }
    if wide.contains(where: { $0.contains(scalar.value) }) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  /// Whether a scalar is one of the letters of Europe, or of the dashes, quotation marks and dots that people write:
  /// a character of its own, of one column, as those of ASCII are. The soft hyphen is none of them.
  public static func isNarrow(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return (0xA0..<0x300).contains(value) && value != 0xAD || (0x2010...0x2027).contains(value)
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
  ]
}

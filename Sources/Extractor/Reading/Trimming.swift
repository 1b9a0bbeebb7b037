internal import Diagnostics

/// Cuts characters and words off the ends of texts.
enum Trimming {
  /// The text without any of the characters at its ends, none of which is a letter or a digit.
  static func trimmed(_ text: some StringProtocol, of characters: String) -> String {
    // Most texts begin and end with a letter, and none are cut off.
    let (unwanted, scalars) = (characters.unicodeScalars, text.unicodeScalars)
    if let first = scalars.first, let last = scalars.last, isWord(first), isWord(last) { return String(text) }
    guard let start = scalars.firstIndex(where: { !unwanted.contains($0) }),
      let last = scalars.lastIndex(where: { !unwanted.contains($0) })
    else { return "" }
    return String(text[start..<scalars.index(after: last)])
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    UInt8(exactly: scalar.value).map(CharacterClass.isASCIIWord) ?? false
  }

  /// Whether some words stand in a text, byte for byte.
  static func holds(_ words: String, _ text: String) -> Bool {
    var text = text
    return text.withUTF8 { $0.holds(words) }
  }

  /// The text without "a", "an" or "the" before it.
  static func withoutArticle<Text: StringProtocol>(_ text: Text) -> Text.SubSequence {
    let article = ["a ", "an ", "the "].first { text.lowercased().hasPrefix($0) } ?? ""
    return text.dropFirst(article.count)
  }
}

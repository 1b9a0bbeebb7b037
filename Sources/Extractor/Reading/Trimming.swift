/// Cuts characters and words off the ends of texts.
enum Trimming {
  /// The text without any of the characters at its ends.
  static func trimmed(_ text: some StringProtocol, of characters: String) -> String {
    let (unwanted, scalars) = (characters.unicodeScalars, text.unicodeScalars)
    guard let start = scalars.firstIndex(where: { !unwanted.contains($0) }),
      let last = scalars.lastIndex(where: { !unwanted.contains($0) })
    else { return "" }
    return String(text[start..<scalars.index(after: last)])
  }

  /// The text without "a", "an" or "the" before it.
  static func withoutArticle<Text: StringProtocol>(_ text: Text) -> Text.SubSequence {
    let article = ["a ", "an ", "the "].first { text.lowercased().hasPrefix($0) } ?? ""
    return text.dropFirst(article.count)
  }
}

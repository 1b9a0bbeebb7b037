/// Cuts characters and words off the ends of texts.
enum Trimming {
  /// The text without any of the characters at its ends.
  static func trimmed(_ text: some StringProtocol, of characters: String) -> String {
    let unwanted = Array(characters.unicodeScalars)
    var scalars = Array(text.unicodeScalars)[...]
    while let first = scalars.first, unwanted.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, unwanted.contains(last) { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The text without "a", "an" or "the" before it.
  static func withoutArticle<Text: StringProtocol>(_ text: Text) -> Text.SubSequence {
    let article = ["a ", "an ", "the "].first { text.lowercased().hasPrefix($0) } ?? ""
    return text.dropFirst(article.count)
  }
}

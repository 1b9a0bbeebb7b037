internal import Diagnostics

/// Cuts characters and words off the ends of texts.
enum Trimming {
  /// The text without any of the characters at its ends, none of which is a letter or a digit.
  static func trimmed(_ text: some StringProtocol, of characters: String) -> String {
    // Most texts begin and end with a letter or a bracket, and none are cut off.
    let (unwanted, scalars) = (characters.unicodeScalars, text.unicodeScalars)
    if let first = scalars.first, let last = scalars.last, isKept(first, unwanted), isKept(last, unwanted) {
      return String(text)
    }
    guard let start = scalars.firstIndex(where: { !unwanted.contains($0) }),
      let last = scalars.lastIndex(where: { !unwanted.contains($0) })
    else { return "" }
    return String(text[start..<scalars.index(after: last)])
  }

  private static func isKept(_ scalar: Unicode.Scalar, _ unwanted: String.UnicodeScalarView) -> Bool {
    UInt8(exactly: scalar.value).map(CharacterClass.isASCIIWord) ?? false || !unwanted.contains(scalar)
  }

  /// The text without "a", "an" or "the" before it.
  static func withoutArticle(_ text: Substring) -> Substring {
    // Few texts begin with a letter of an article, and fewer with one.
    guard let first = text.utf8.first, first | 0x20 == UInt8(ascii: "a") || first | 0x20 == UInt8(ascii: "t")
    else {
      return text
    }
    let article = ["a ", "an ", "the "].first { text.prefix(4).lowercased().hasPrefix($0) } ?? ""
    return text.dropFirst(article.count)
  }
}

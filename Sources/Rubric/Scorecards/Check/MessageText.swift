extension String {
  /// The most characters of a text that a message quotes.
  private static let mostQuoted = 40

  /// The text within a message: between quotes, and cut where the message would grow too long.
  var quoted: String { "\"\(brief)\"" }

  /// The text, cut where a message would grow too long.
  var brief: String {
    let start = unicodeScalars.prefix(Self.mostQuoted)
    return start.endIndex == unicodeScalars.endIndex ? self : String(start) + "…"
  }

  /// Whether there is nothing but space.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// Whether there is any letter or number: a dash alone says nothing.
  var hasWords: Bool { contains { $0.isLetter || $0.isNumber } }

  /// A name or a label as it is compared: without space around it, capitals aside.
  var compared: String { trimmed.lowercased() }
}

extension EvidenceView {
  /// As many columns as two lines of a terminal hold.
  private static let length = 132

  /// As many words as fit two lines of a terminal: the first, or those around the first product that they name.
  func clipped(around products: [String]) -> EvidenceView {
    guard quote.utf8.count > Self.length else { return self }
    let scalars = Array(quote.unicodeScalars)
    guard scalars.count > Self.length else { return self }
    let places = products.compactMap { Self.place(of: Array($0.unicodeScalars), in: scalars) }
    guard let named = places.min(by: { $0.lowerBound < $1.lowerBound }), named.upperBound > Self.length else {
      return with(quote: Self.words(scalars[..<Self.length]) + " …")
    }
    let space = scalars[(named.upperBound - Self.length)..<named.lowerBound].firstIndex(of: " ")
    let start = space.map { $0 + 1 } ?? named.lowerBound
    let rest = scalars[start...]
    let isWhole = rest.count <= Self.length
    let words = isWhole ? Self.text(rest) : Self.words(rest.prefix(Self.length)) + " …"
    return with(quote: "… " + words)
  }

  private func with(quote: String) -> EvidenceView {
    var view = self
    view.quote = quote
    return view
  }

  /// The first place of some words in others.
  private static func place(of words: [Unicode.Scalar], in scalars: [Unicode.Scalar]) -> Range<Int>? {
    guard !words.isEmpty, words.count <= length / 2 else { return nil }
    return (0...(scalars.count - words.count)).first { scalars[$0..<($0 + words.count)].elementsEqual(words) }
      .map { $0..<($0 + words.count) }
  }

  /// The words up to the last whole one.
  private static func words(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    let end = scalars.lastIndex(of: " ") ?? scalars.endIndex
    return text(scalars[..<end])
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}

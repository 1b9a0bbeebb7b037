/// A text as it is compared: how it is broken into lines does not matter.
struct ComparedText: Sendable, Equatable {
  /// The text on one line, a space between words.
  let text: String
  /// Its words without punctuation and capitals, sorted; of a very long text the first ones.
  private let words: [String]
  /// The same in their order, all of them.
  private let reading: String

  init(_ text: String) {
    let parts = text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
    self.text = parts.joined(separator: " ")
    let words = Self.words(of: self.text)
    reading = words.joined(separator: " ")
    self.words = words.prefix(Self.mostWords).sorted()
  }

  private static let mostWords = 400

  static func == (a: ComparedText, b: ComparedText) -> Bool {
    a.text.unicodeScalars.elementsEqual(b.text.unicodeScalars)
  }

  /// Whether the two differ in punctuation and capitals alone.
  func isNearly(_ other: ComparedText) -> Bool { self != other && reading == other.reading }

  /// The share of words in common, from 0 to 1 (Dice 1945), each counted as often as it stands.
  func likeness(to other: ComparedText) -> Double {
    let count = words.count + other.words.count
    guard count > 0 else { return 0 }
    let shared = words.countShared(with: other.words)
    return Double(2 * shared) / Double(count)
  }

  /// Marks end a word, unless a digit follows: 3.5 is not 35, and -1 is not 1.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isBeforeDigit = index + 1 < scalars.count && ("0"..."9").contains(scalars[index + 1])
      if scalar != " ", isBeforeDigit || !marks.contains(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word).lowercased())
        word = String.UnicodeScalarView()
      }
    }
    return word.isEmpty ? words : words + [String(word).lowercased()]
  }

  private static let marks = Set(
    ".,;:!?\"'()-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2018}\u{2019}\u{201C}\u{201D}\u{2026}"
      .unicodeScalars)
}

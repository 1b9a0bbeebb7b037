import Diagnostics
import Testing

@Suite("Findings in order")
struct FindingTests {
  @Test("by file, place, severity, rule and message; the file as a whole first")
  func order() {
    let ordered = [
      finding("a", "m", file: "a", at: nil),
      finding("a", "m", file: "a", at: Place(line: 1, column: 2)),
      finding("b", "m", file: "a", at: Place(line: 2, column: 1)),
      finding("a", "m", .warning, file: "a", at: Place(line: 2, column: 1)),
      finding("b", "m", .warning, file: "a", at: Place(line: 2, column: 1)),
      finding("b", "n", .warning, file: "a", at: Place(line: 2, column: 1)),
      finding("a", "m", .hint, file: "a", at: Place(line: 2, column: 1)),
      finding("a", "m", file: "a", at: Place(line: 10, column: 1)),
      finding("a", "m", file: "b", at: nil),
    ]
    #expect(InvalidInput(ordered.reversed()).findings == ordered)
    #expect(
      [ordered[4], ordered[0], ordered[8], ordered[2]].sorted() == [
        ordered[0], ordered[2], ordered[4], ordered[8],
      ])
  }

  @Test("only errors make an input unusable")
  func throwing() throws {
    let hints = [
      finding("a", "m", .hint, file: "a", at: nil), finding("a", "m", .warning, file: "a", at: nil),
    ]
    try hints.throwIfErrors()
    let error = #expect(throws: InvalidInput.self) {
      try (hints + [finding("e", "m", file: "a", at: nil)]).throwIfErrors()
    }
    #expect(error?.findings.count == 3)
  }

  private func finding(
    _ rule: String, _ message: String, _ severity: Severity = .error, file: String, at place: Place?
  ) -> Finding {
    let source = SourceText(name: file, bytes: [])
    return Finding(rule, message, severity: severity, in: source, at: place.map { PlaceRange(at: $0) })
  }
}

@Suite("Did you mean")
struct SuggestionTests {
  private let keys = ["anchors", "summary", "levels", "on-call", "go"]

  @Test(
    "the nearest spelling",
    arguments: [
      ("anchor", "anchors"), ("anhcors", "anchors"), ("SUMMARY", "summary"), ("sumary", "summary"),
      ("on_call", "on-call"), ("lvls", nil), ("kubernetes", nil), ("", nil),
    ] as [(String, String?)])
  func nearest(word: String, expected: String?) {
    #expect(Suggestion.nearest(to: word, in: keys) == expected)
  }

  @Test("the first of two that are as near")
  func ties() {
    #expect(Suggestion.nearest(to: "cart", in: ["card", "care"]) == "card")
    #expect(Suggestion.nearest(to: "cart", in: ["care", "card"]) == "care")
  }

  @Test("a very long word is compared with nothing")
  func long() {
    let word = String(repeating: "a", count: 100_000)
    #expect(Suggestion.nearest(to: word, in: keys + [word]) == nil)
  }
}

@Suite("Columns of a terminal")
struct DisplayWidthTests {
  @Test(
    "of a text",
    arguments: [
      ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("🚀", 2), ("\u{0}\u{1B}", 0), ("ﾊ", 1), ("한", 2), ("é", 1),
      ("“Zoë” – ł …", 11), ("co\u{AD}op", 4), ("\u{2028}\u{200D}", 1),
    ])
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }
}

import Diagnostics
import Testing

@Suite("Findings as text for people")
struct FindingPrinterTests {
  private let printer = FindingPrinter()

  @Test("a header that editors can jump to, the line, a caret, a note and a help")
  func whole() {
    let source = SourceText(name: "Rubrics/x.yaml", text: "a: 1\n  anchor: Leads\n")
    let finding = Finding(
      "unknown-key", "unknown key \"anchor\"", in: source, at: range(2, 3, 9), note: "first defined at 1:1",
      help: "did you mean \"anchors\"?")
    #expect(
      printer.text(finding) == """
        Rubrics/x.yaml:2:3: error: unknown key "anchor" [unknown-key]
          |
        2 |   anchor: Leads
          |   ^~~~~~
          = note: first defined at 1:1
          = help: did you mean "anchors"?

        """)
  }

  @Test("a finding about a whole file shows no line")
  func wholeFile() {
    let finding = Finding(
      "empty-file", "nothing in it", in: SourceText(name: "x", text: ""), at: nil, help: "write it")
    #expect(printer.text(finding) == "x: error: nothing in it [empty-file]\n   = help: write it\n")
  }

  @Test("the caret stands under wide characters")
  func wideCharacters() {
    let source = SourceText(name: "x", text: "日本: 🚀语 z")
    #expect(
      printer.snippet(of: source, at: range(1, 5, 7)) == [
        "  |",
        "1 | 日本: 🚀语 z",
        "  |       ^~~~",
      ])
  }

  @Test("combining marks take no room under the line")
  func combiningMarks() {
    let source = SourceText(name: "x", text: "e\u{301}e\u{301} bad")
    #expect(printer.snippet(of: source, at: range(1, 6, 9)).last == "  |    ^~~")
  }

  @Test("a tab becomes one space")
  func tab() {
    let source = SourceText(name: "x", text: "\tbad\there")
    let lines = printer.snippet(of: source, at: range(1, 2, 5))
    #expect(lines == ["  |", "1 |  bad here", "  |  ^~~"])
  }

  @Test("a stretch over several lines is marked to the end of the first")
  func severalLines() {
    let source = SourceText(name: "x", text: "ab cd\nef")
    let stretch = PlaceRange(start: Place(line: 1, column: 4), end: Place(line: 2, column: 2))
    #expect(printer.snippet(of: source, at: stretch).last == "  |    ^~")
  }

  @Test("a line of 10 MB is cut to a window around the caret")
  func longLine() {
    let text = String(repeating: "x", count: 5_000_000) + "HERE" + String(repeating: "y", count: 5_000_000)
    let lines = printer.snippet(of: SourceText(name: "x", text: text), at: range(1, 5_000_001, 5_000_005))
    let before = String(repeating: "x", count: 32)
    #expect(
      lines == [
        "  |",
        "1 | …\(before)HERE\(String(repeating: "y", count: 60))…",
        "  |  \(String(repeating: " ", count: 32))^~~~",
      ])
  }

  @Test("control characters and reversed writing never reach the terminal")
  func controlCharacters() {
    let hostile = "a\u{1B}[31m\u{0}\u{7}\u{202E}\u{9B}b"
    let finding = Finding(
      "rule", "found \(hostile)", in: SourceText(name: "x\u{1B}[2J", text: hostile), at: range(1, 1, 2),
      note: hostile, help: "two\nlines")
    let text = printer.text(finding)
    #expect(
      text == """
        x\u{FFFD}[2J:1:1: error: found a\u{FFFD}[31m\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}b [rule]
          |
        1 | a\u{FFFD}[31m\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}b
          | ^
          = note: a\u{FFFD}[31m\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}b
          = help: two\u{FFFD}lines

        """)
  }

  @Test("all findings are sorted and counted")
  func several() {
    let source = SourceText(name: "x", text: "a")
    let findings = [
      Finding("b", "second", severity: .hint, in: source, at: nil),
      Finding("a", "first", in: source, at: nil),
      Finding("a", "third", in: SourceText(name: "y", text: ""), at: nil),
    ]
    #expect(
      printer.text(findings) == """
        x: error: first [a]

        x: hint: second [b]

        y: error: third [a]

        2 errors, 1 hint

        """)
    #expect(printer.text([]) == "")
  }

  @Test("colours are escape sequences around the same words")
  func colours() {
    let finding = Finding("a", "m", severity: .warning, in: SourceText(name: "x", text: ""), at: nil)
    let text = FindingPrinter(style: Style(isColoured: true)).text(finding)
    #expect(text == "\u{1B}[1mx\u{1B}[0m: \u{1B}[33mwarning\u{1B}[0m: m\u{1B}[2m [a]\u{1B}[0m\n")
  }

  private func range(_ line: Int, _ start: Int, _ end: Int) -> PlaceRange {
    PlaceRange(start: Place(line: line, column: start), end: Place(line: line, column: end))
  }
}

import Diagnostics
import Rubric
import TestSupport
import Testing

@testable import Extractor

@Suite("Hostile files")
struct HostileInputTests {
  @Test("random bytes are read or refused", arguments: 0..<200)
  func bytes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<(random.next() % 600)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    try Self.run(bytes)
    try Self.run(bytes.map { $0 & 0x7F | 1 })
  }

  @Test("text cut anywhere is read or refused", arguments: 0..<100)
  func truncated(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let bytes = Array(RandomPosting.make(&random).utf8)
    for _ in 0..<5 { try Self.run(Array(bytes.prefix(Int(random.next() % UInt64(bytes.count + 1))))) }
  }

  @Test(
    "a hundred thousand of the same",
    arguments: [
      "<", "[", "(", "*", "&", "_", "`", "!", "[](", "![", "](", "<a", "<a ", "<a '\"", "</", "<!", "<!--",
      "<p",
      "<p>", "<br>", "<b>", "<script>", "<title>", "<li><ul>", "&#", "&amp;", "\\", "\n", "- ", "-\n", "#\n",
      "$",
      "$1 ", "1,000 ", "1 ", ". ", "; ", ", ", "/ ", "a.", "é", "â€™", "Ã", "\u{FEFF}", "\u{A0}", "|", "or ",
      "| a |",
    ])
  func many(part: String) throws {
    try Self.run(Array(String(repeating: part, count: 100_000).utf8))
  }

  @Test(
    "long lines of what is looked for",
    arguments: [
      "Kubernetes ", "Kubernetes. ", "Kubernetes or ", "Go, ", "escalation incident ", "you know ",
      "you know X. ",
      "at Acme is ", "5 years ", "interview, ", "30 minute call, ", "remote ", "preferred ", "is a plus; ",
      "Requirements: ", "must have ", "not required; ", "(Go ",
    ])
  func longLine(part: String) throws {
    let line = String(repeating: part, count: 30_000 / part.utf8.count)
    for head in ["# Requirements\n", "# Our hiring process\n", "- ", "# Engineer\n### "] {
      try Self.run(Array((head + line).utf8))
    }
  }

  @Test("a line of a megabyte")
  func megabyte() throws {
    let words = String(repeating: "words of the größte kind ", count: 100)
    let text = "# Requirements\n" + String(repeating: "\(words)and Kubernetes. ", count: 400)
    #expect(text.utf8.count > 1_000_000)
    try Self.run(Array(text.utf8))
  }

  @Test("lists and tags in each other a thousand deep")
  func nested() throws {
    let list = (0..<1_000).map { String(repeating: "  ", count: $0) + "- Kubernetes\n" }.joined()
    try Self.run(Array(list.utf8))
    try Self.run(Array((String(repeating: "<ul><li>Go", count: 1_000)).utf8))
    try Self.run(Array((String(repeating: "[", count: 1_000) + String(repeating: "](x)", count: 1_000)).utf8))
    try Self.run(Array(String(repeating: "<div><p>Kubernetes</p></div>", count: 1_000).utf8))
  }

  @Test("of what no competency covers, the first two hundred are quoted")
  func unmapped() throws {
    let items = (0..<300).map { "- Whittle \($0) wooden spoons\n" }.joined()
    let unmapped = try OwnLibrary.extract("# Requirements\n\n" + items).role.unmapped
    #expect(unmapped.map(\.quote) == (0..<200).map { "Whittle \($0) wooden spoons" })
  }

  @Test("text cannot drive the terminal")
  func controls() throws {
    let text = "# Engineer\n\n## Requirements\n\n- Kubernetes \u{1B}[31m and \u{9B}31m \u{202E}Go\u{7}\n"
    let shown = Explanation(try OwnLibrary.extract(text)).text(columns: 80, style: .plain)
    #expect(!shown.unicodeScalars.contains { [0x1B, 0x9B, 0x202E, 0x07].contains($0.value) })
    #expect(shown.contains("Kubernetes \u{FFFD}[31m"))
  }

  /// Reads bytes, and holds what comes of it to the file; a refusal is as good.
  private static func run(_ bytes: [UInt8]) throws {
    let source = SourceText(name: "x", bytes: bytes)
    guard let posting = try? PostingReader.read(source, OwnLibrary.fields) else { return }
    Quotations.check(try OwnLibrary.extractor().extract(from: posting))
  }
}

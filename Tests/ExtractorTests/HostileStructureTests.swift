import Diagnostics
import Rubric
import TestSupport
import Testing

@testable import Extractor

@Suite("Hostile JSON and pages")
struct HostileStructureTests {
  @Test(
    "is read or refused",
    arguments: [
      ("", "[", 500_000, ""), ("", "[{\"a\":", 200_000, ""), ("{\"title\":\"x\",\"text\":", "[", 100_000, ""),
      ("{\"title\":\"E\",\"text\":\"", "\\ud800 Linux ", 20_000, "\"}"),
      ("{\"title\":\"E\",\"text\":\"", "\\u0000\\udc00\\ud83d\\ude80", 20_000, "\"}"),
      ("{\"title\":\"E\",\"text\":\"", "\\", 100_001, "\"}"),
      ("{\"title\":\"E\",\"text\":\"", "&amp;amp;amp;lt;p&amp;amp;gt;", 20_000, "\"}"),
      ("{\"title\":\"E\",\"text\":\"", "&lt;p", 100_000, "\"}"),
      ("{\"title\":\"E\",\"text\":[", "\"Linux and Go\",", 50_000, "1]}"),
      ("{\"jobs\":[", "{\"title\":\"E\",\"text\":\"Go\"},", 20_000, "1]}"),
      ("{", "\"jobs\":[{", 100_000, ""), ("{", "\"k\":1,", 200_000, "\"k\":1}"),
      ("<html>", "<script type='application/ld+json'>", 50_000, "<p>Linux"),
      (
        "<html>", "<script type='application/ld+json'>{\"@type\":\"JobPosting\"}</script>", 10_000, "<p>Linux"
      ),
      ("<html>", "<script>x</script>", 10_000, "<p>Linux"),
      ("<html>", "<div hidden>", 100_000, "Linux</div>"), ("<p>", "<div role=dialog><p hidden>", 50_000, "x"),
      ("<p>", "<form>", 100_000, "</form>"), ("<p ", "a=b c='d' ", 6_000, "hidden>x</p><p>y"),
    ])
  func many(head: String, part: String, count: Int, tail: String) throws {
    let text = head + String(repeating: part, count: count) + tail
    try Self.run(SourceText(name: "x", text: text))
    try Self.run(SourceText(name: "x.json", text: text))
  }

  @Test("a hundred thousand keys")
  func keys() throws {
    let keys = (0..<100_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    try Self.run(SourceText(name: "x", text: "{\(keys)}"))
    try Self.run(SourceText(name: "x", text: "{\(keys),\"title\":\"E\",\"text\":\"Must have Linux.\"}"))
  }

  @Test(
    "postings cut anywhere are read or refused",
    arguments: [
      "lever.json", "greenhouse-twice.json", "page-shell.html", "saved-page.html", "utf16-big.txt",
      "windows-1252.md", "damage-twice.md",
    ])
  func truncated(name: String) throws {
    let bytes = try ProjectFiles.bytes("Tests/ExtractorTests/Golden/\(name)")
    for count in stride(from: 0, to: bytes.count, by: 97) {
      try Self.run(SourceText(name: "x", bytes: Array(bytes.prefix(count))))
      try Self.run(SourceText(name: "x", bytes: Array(bytes.dropFirst(count))))
    }
  }

  @Test("JSON with bytes changed is read or refused", arguments: 0..<30)
  func changed(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = try ProjectFiles.bytes("Tests/ExtractorTests/Golden/lever.json")
    for _ in 0..<8 {
      bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
    }
    try Self.run(SourceText(name: "x.json", bytes: bytes))
  }

  private static func run(_ source: SourceText) throws {
    guard let posting = try? PostingReader.read(source, OwnLibrary.fields) else { return }
    Quotations.check(try OwnLibrary.extractor().extract(from: posting))
  }
}

import Diagnostics
import TestSupport
import Testing
import YAML

@Suite("JSON of other programs")
struct JSONFileTests {
  @Test(
    "a string stands for its text, to the character",
    arguments: [
      (#"a\nb\r\t\b\f\/\"\\"#, "a\nb\r\t\u{8}\u{C}/\"\\"), (#"\u00e9\u00E9"#, "éé"), (#"\ud83d\ude80"#, "🚀"),
      (#"\u0000\u001b\u007f"#, "\u{0}\u{1B}\u{7F}"), (#"\ud83d x\ude80"#, "\u{FFFD} x\u{FFFD}"),
      (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\u12"#, "\u{FFFD}12"), (#"\u+123"#, "\u{FFFD}+123"),
      (#"\q"#, "\u{FFFD}q"), ("\u{2028}\u{85}é日本", "\u{2028}\u{85}é日本"), ("", ""),
    ])
  func strings(raw: String, text: String) throws {
    let file = try Self.file("{\"a\": \"\(raw)\"}")
    #expect(file.text("a", of: file.root) == text)
  }

  @Test("what is written reads back the same, whatever stands in it", arguments: 0..<300)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<6).map { _ in HostileText.make(&random) }
    let file = try Self.file(JSONWriter.text(.list(texts.map { .text($0) })))
    #expect(file.root.items.map { file.text($0) } == texts)
    for text in texts {
      let quoted = JSONWriter.quoted(text) + "\" rest"
      let read = try #require(JSONReader.string(leading: Substring(quoted).utf8))
      #expect(read.value == text && String(Substring(read.rest)) == "\" rest")
    }
  }

  @Test("numbers, truth values and nothing")
  func words() throws {
    let file = try Self.file(#"[12345678901234567890, -1.5e3, true, null, [1], {"a": 2}]"#)
    #expect(
      file.root.items.map { file.text($0) } == ["12345678901234567890", "-1.5e3", "true", nil, nil, nil])
  }

  @Test("a value knows its place, behind a byte order mark too")
  func places() throws {
    let source = SourceText(name: "x.json", bytes: [0xEF, 0xBB, 0xBF] + Array("{\n  \"é\": 12}".utf8))
    let file = try JSONFile(source)
    let value = try #require(file.root["é"]?.value)
    #expect(file.place(of: value).start == Place(line: 2, column: 8))
  }

  @Test(
    "what is no JSON is said at its place",
    arguments: [
      ("{\n \"a\" 1}", "json-syntax", 2, 6), ("[1,]", "json-syntax", 1, 4), ("", "json-syntax", 1, 1),
      ("\"a", "json-syntax", 1, 1), (String(repeating: "[", count: 100_000), "too-deep", 1, 65),
    ])
  func faults(text: String, rule: String, line: Int, column: Int) {
    let error = #expect(throws: InvalidInput.self) { try Self.file(text) }
    #expect(error?.findings.map(\.rule) == [rule])
    #expect(error?.findings.first?.range?.start == Place(line: line, column: column))
  }

  @Test("bytes that are no UTF-8 are refused")
  func encoding() {
    let source = SourceText(name: "x.json", bytes: Array("{\"a\": \"".utf8) + [0xFF] + Array("\"}".utf8))
    let error = #expect(throws: InvalidInput.self) { try JSONFile(source) }
    #expect(error?.findings.map(\.rule) == ["encoding"])
  }

  @Test("a string that does not end begins nothing", arguments: ["", "a", "\"", "\"a\\\"", "\"a\\"])
  func leading(text: String) {
    #expect(JSONReader.string(leading: Substring(text).utf8) == nil)
  }

  private static func file(_ text: String) throws -> JSONFile {
    try JSONFile(SourceText(name: "x.json", text: text))
  }
}

import Diagnostics
import Testing
import YAML

@Suite("Reading YAML")
struct ParserTests {
  @Test("a hundred thousand brackets are refused", arguments: ["[", "{", "- ", "{a: ", "? "])
  func manyBrackets(bracket: String) {
    let text = String(repeating: bracket, count: 100_000)
    let error = #expect(throws: InvalidInput.self) { try parse(text) }
    #expect(error?.findings.first?.rule == "too-deep" || error?.findings.first?.rule == "yaml-syntax")
  }

  @Test("nesting may be as deep as is said, and no deeper")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try parse(nested(YAMLParser.maximumDepth))
    let error = #expect(throws: InvalidInput.self) { try parse(nested(YAMLParser.maximumDepth + 1)) }
    #expect(error?.findings.map(\.rule) == ["too-deep"])
  }

  @Test("a section read by itself has the places of the whole text")
  func section() throws {
    let source = SourceText(name: "x", text: "a: 1\nb:\n  - {c: d}\n")
    let whole = try YAMLParser.parse(source)
    let part = try YAMLParser.parse(source, section: 5..<source.bytes.count, firstLine: 2)
    #expect(part["b"]?[0]?["c"]?.range == whole["b"]?[0]?["c"]?.range)
    #expect(
      part["b"]?[0]?.place(ofKey: "c")
        == PlaceRange(start: Place(line: 3, column: 6), end: Place(line: 3, column: 7)))
  }

  @Test("nodes are looked up by key and index, and answer nothing where there is nothing")
  func lookup() throws {
    let node = try parse("a: [x, {b: y}]")
    guard case .scalar("y", isPlain: true)? = node["a"]?[1]?["b"]?.content else {
      Issue.record("a[1].b is not y")
      return
    }
    #expect(node["z"] == nil && node[0] == nil && node["a"]?[2] == nil && node["a"]?[-1] == nil)
    #expect(node["a"]?["b"] == nil && node.place(ofKey: "z") == nil && node["a"]?.place(ofKey: "a") == nil)
  }

  @Test("pairs of surrogates in JSON are one character each", arguments: 0..<200)
  func surrogatePairs(seed: UInt64) throws {
    let text = HostileText.make(seed: seed)
    let escaped = text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: unit % 2 == 0)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
    let node = try parse(" [\"\(escaped)\", x]")
    #expect(scalar(node[0]) == text)
    #expect(node[1]?.range.start == Place(line: 1, column: escaped.unicodeScalars.count + 7))
  }

  @Test("a fault behind pairs of surrogates is placed in the text as it was")
  func encodingBehindPairs() throws {
    let bytes = Array("[\"\\uD83D\\uDE00\", \"".utf8) + [0xFF] + Array("\"]".utf8)
    let error = #expect(throws: InvalidInput.self) {
      try YAMLParser.parse(SourceText(name: "x", bytes: bytes))
    }
    #expect(error?.findings.first?.range?.start == Place(line: 1, column: 19))
  }

  private func parse(_ text: String) throws(InvalidInput) -> Node {
    try YAMLParser.parse(SourceText(name: "x", text: text))
  }

  private func scalar(_ node: Node?) -> String? {
    guard case .scalar(let text, _)? = node?.content else { return nil }
    return text
  }
}

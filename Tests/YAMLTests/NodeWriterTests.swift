import Diagnostics
import Testing

@testable import YAML

@Suite("Trees written anew")
struct NodeWriterTests {
  private static func node(_ text: String) throws -> Node {
    try YAMLParser.parse(SourceText(name: "a.yaml", text: text))
  }

  private static let same = [
    "a: 1\nb: \"1\"\nc: yes\nd: \"yes\"\n", "a: {b: 1, c: [x, y]}\nd:\n- {e: 0.12345}\n- f: g\n  h: i\n",
    "a: []\nb: {}\nc: null\n", "a:\n- - 1\n  - 2\n- [3, 4]\n", "a: \"\"\n\"no\": 1\nä: ö ü\n", "- a\n- b\n",
    "word\n",
  ]

  @Test("what is written as the writer writes stays so, to the byte", arguments: same)
  func identity(text: String) throws {
    #expect(NodeWriter.yaml(try Self.node(text)) == text)
  }

  private static let others = [
    "a: >\n  folded\n  text\n\n  more\nb: |\n  # kept\n", "a: 'it''s'\nb: x\n  y\n", "{a: 1,\n b: [c,\n d]}",
    "? a\n: b\n", "a:\nb: ~\n", "{\"a\": [1, -2.5e3, true, null, \"\\u2028 \\\"x\\\"\"]}",
    String(repeating: "[", count: 64) + String(repeating: "]", count: 64),
  ]

  @Test("whatever is written reads back the same, as YAML and as JSON", arguments: same + others)
  func reading(text: String) throws {
    let node = try Self.node(text)
    let merge = ThreeWayMerge(MergeRules())
    #expect(merge.isSame(node, try Self.node(NodeWriter.yaml(node))))
    let json = NodeWriter.json(node)
    #expect(merge.isSame(node, try Self.node(json)))
    #expect(throws: Never.self) { try JSONFile(SourceText(name: "a.json", text: json)) }
  }
}

@Suite("Merges by lines")
struct LineMergeTests {
  private static let cases:
    [(base: String, ours: String, theirs: String, merged: String, hasConflicts: Bool)] = [
      ("a\nb\nc\n", "a\nB\nc\n", "a\nb\nc\nd\n", "a\nB\nc\nd\n", false),
      ("a\nb\nc\n", "A\nb\nc\n", "a\nB\nc\n", "A\nB\nc\n", false),
      ("a\n", "a\nb\n", "a\nc\n", "a\nb\nc\n", false), ("a\nb\n", "b\n", "a\nb\n", "b\n", false),
      ("a\n", "b\n", "c\n", "b\n", true), ("", "", "", "", false), ("a", "a", "a\n", "a\n", false),
      ("a\nb\nc\n", "c\n", "a\nx\nc\n", "c\n", true),
    ]

  @Test("take what one side changed, and ours where both did", arguments: cases)
  func merge(base: String, ours: String, theirs: String, merged: String, hasConflicts: Bool) {
    let merge = LineMerge(
      base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8), taking: .ours)
    #expect(String(decoding: merge.bytes, as: UTF8.self) == merged)
    #expect(merge.hasConflicts == hasConflicts)
  }

  @Test("marks stand around what differs, and lines of ours are found behind them")
  func marks() {
    let marked = ConflictMarkers(
      Array("a\nb\nc".utf8), Array("a\nx\ny\nc\n".utf8), width: 3, names: ("o", "t\n"))
    #expect(String(decoding: marked.bytes, as: UTF8.self) == "a\n<<< o\nb\n===\nx\ny\n>>> t\nc\n")
    #expect(marked.count == 1)
    #expect([1, 2, 3].map(marked.line) == [1, 3, 8])
  }

  @Test("texts of many lines that are all different take no time worth the name")
  func large() {
    let sides = [("a", 60_000), ("b", 60_001), ("c", 59_999)].map { side, count in
      Array((0..<count).map { "\(side)\($0)\n" }.joined().utf8)
    }
    let merge = LineMerge(base: sides[0], ours: sides[1], theirs: sides[2], taking: .theirs)
    #expect(merge.hasConflicts)
  }
}

import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Rubric

@Suite("Nodes of a file, kept as offsets into it")
struct NodeSnapshotTests {
  static let files = [
    "id: a\n", "a: [1, \"2\", '3', null, ~, yes]\nb: {c: d}\n", "- \n- {}\n- []\n- ''\n",
    "# before\na: b  # behind\n\n# between\nc:   d\n", "folded: >-\n  one two\n  three\n\n  four\nnext: 1\n",
    "literal: |\n  one\n    two\n\n  three\n\nnext: |-\n  x\n",
    "deep:\n  - text: |2\n        indented\n      less\n",
    "quoted: \"a \\\"b\\\" \\u00e9 \\n c\"\nthen: 'it''s'\n",
    "plain: a text\n  of two lines\nkey with space: é – “x”\n",
    "\"a b\": 1\n'c': 2\n\"d\\te\": 3\n", "wide: 🦉 and\n  🦉\nafter: {x: 🦉, y: z}\n", "a\n",
    "{\"json\": [true, {\"b\": 1.5}]}",
    "long: \"two\n  lines\n\n  and more\"\n",
  ]

  @Test("are what the file says", arguments: files)
  func roundTrip(text: String) throws {
    let source = SourceText(name: "x.yaml", text: text)
    let root = try YAMLParser.parse(source)
    let read = try #require(Self.root(NodeWriter.bytes(of: root, in: source), of: source.bytes))
    #expect(Self.written(read) == Self.written(root))
  }

  @Test("of every file of the library are what it says, and those of exercises a quarter of its size at most")
  func size() throws {
    for path in ProjectFiles.list("Rubrics", ending: ".yaml") {
      let source = SourceText(name: path, text: try ProjectFiles.text("Rubrics/" + path))
      let root = try YAMLParser.parse(source)
      let bytes = NodeWriter.bytes(of: root, in: source)
      let read = try #require(Self.root(bytes, of: source.bytes), "\(path)")
      #expect(Self.written(read) == Self.written(root), "\(path)")
      if path.hasPrefix("exercises/") { #expect(bytes.count < source.bytes.count / 4, "\(path)") }
    }
  }

  @Test("are none where they are cut short, go on, or belong to another file", arguments: files)
  func broken(text: String) throws {
    let source = SourceText(name: "x.yaml", text: text)
    let bytes = NodeWriter.bytes(of: try YAMLParser.parse(source), in: source)
    for count in bytes.indices { #expect(Self.root(Array(bytes[..<count]), of: source.bytes) == nil) }
    #expect(Self.root(bytes + [0x30], of: source.bytes) == nil)
    #expect(Self.root(bytes, of: source.bytes + [0x0A]) == nil)
  }

  @Test("are nodes or none, and never a crash, where any byte is another", arguments: files)
  func changed(text: String) throws {
    let source = SourceText(name: "x.yaml", text: text)
    let bytes = NodeWriter.bytes(of: try YAMLParser.parse(source), in: source)
    var read = 0
    for index in bytes.indices {
      for byte in [UInt8(0), 0x2F, 0x30, 0x31, 0x4F, 0x50, 0x6F, 0xFF] {
        var other = bytes
        other[index] = byte
        read += Self.root(other, of: source.bytes) == nil ? 0 : 1
      }
    }
    #expect(read < bytes.count * 8)
  }

  private static func root(_ bytes: [UInt8], of source: [UInt8]) -> Node? {
    NodeReader.root(SnapshotBytes(bytes), of: source)
  }

  /// A node without its places.
  private static func written(_ node: Node) -> String {
    switch node.content {
    case .scalar(let text, let isPlain): "\(isPlain ? "plain" : "quoted") \(text.debugDescription)"
    case .sequence(let items): "[\(items.map(written).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.key.debugDescription): \(written($0.value))" }.joined(separator: ", "))}"
    }
  }
}

import Diagnostics
import TestSupport
import Testing
import YAML

/// Holds the scripts of the form to the reader of the command.
@Suite("YAML in the form's scripts", .enabled(if: Tool.node.isThere, "node is not installed"))
struct YAMLScriptTests {
  private struct Input: Encodable {
    var templates = ProjectFiles.root + "/Templates"
    var texts: [[UInt16]] = []
    var files: [[UInt16]] = []
  }

  private struct Output: Decodable {
    var written: [String]
    var read: [Reading]
  }

  private struct Reading: Decodable {
    var tree: Tree?
    var problem: String?
    var line: Int?
  }

  /// A document without its places.
  private final class Tree: Decodable, Equatable, CustomStringConvertible {
    let text: String?
    let isPlain: Bool?
    let keys: [String]?
    let items: [Tree]?

    init(_ node: Node) {
      switch node.content {
      case .scalar(let text, let isPlain): (self.text, self.isPlain, keys, items) = (text, isPlain, nil, nil)
      case .sequence(let nodes): (text, isPlain, keys, items) = (nil, nil, nil, nodes.map(Tree.init))
      case .mapping(let entries):
        (text, isPlain, keys, items) = (nil, nil, entries.map(\.key), entries.map { Tree($0.value) })
      }
    }

    static func == (a: Tree, b: Tree) -> Bool {
      a.text.map(ExactText.init) == b.text.map(ExactText.init) && a.isPlain == b.isPlain
        && a.keys?.map(ExactText.init) == b.keys?.map(ExactText.init) && a.items == b.items
    }

    var description: String {
      if let text { return text.debugDescription + (isPlain == true ? "" : "'") }
      let items = (items ?? []).map(\.description)
      guard let keys else { return "[\(items.joined(separator: ", "))]" }
      return "{" + zip(keys, items).map { "\($0.debugDescription): \($1)" }.joined(separator: ", ") + "}"
    }
  }

  private static func swiftTree(_ text: String) -> Tree? {
    (try? YAMLParser.parse(SourceText(name: "a.yaml", text: text))).map(Tree.init)
  }

  private static func run(_ input: Input) throws -> Output {
    try NodeScript.run("yaml.mjs", input, as: Output.self)
  }

  @Test("every text that is written is read as the same text, whatever is in it", arguments: [1, 2, 3])
  func written(seed: UInt64) throws {
    var random = HostileTexts(seed: seed)
    let texts = (0..<2000).map { _ in random.next() }
    let output = try Self.run(Input(texts: texts))
    #expect(output.written.count == texts.count)
    for (units, file) in zip(texts, output.written) {
      let node = try YAMLParser.parse(SourceText(name: "a.yaml", text: file))
      let found = [node["top"], node["list"]?[0]?["key"], node["list"]?[1]?[0]].map { node -> ExactText? in
        if case .scalar(let text, _)? = node?.content { ExactText(text) } else { nil }
      }
      #expect(found == Array(repeating: ExactText(units.repaired), count: 3), "\(file)")
      #expect(node["end"] != nil)
    }
  }

  @Test("a text of several lines stays readable")
  func readable() throws {
    let texts = [
      "Named the risk.\n  Then \"measured\": 40 %.", "ends\n", "one line", "two\n\n\n", " first\nsecond",
    ]
    let output = try Self.run(Input(texts: texts.map { Array($0.utf16) }))
    let first = output.written.compactMap { file in
      file.ranges(of: "list:").first.map { file[..<$0.lowerBound] }
    }
    #expect(
      first == [
        "top: |-\n  Named the risk.\n    Then \"measured\": 40 %.\n", "top: |\n  ends\n",
        "top: \"one line\"\n",
        "top: \"two\\n\\n\\n\"\n", "top: |2-\n   first\n  second\n",
      ])
  }

  @Test(
    "what the form reads the command reads alike, and what it refuses it refuses with a line",
    arguments: [1, 2])
  func mutations(seed: UInt64) throws {
    var random = HostileTexts(seed: seed)
    let card = try FormFixture().blank()
    let lines = card.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("#") }
    let inserted = [
      "  ", "    x", "- ", "k: ", "|\n  ", ">-\n    ", "\"", "'", "[", "]", "{", "}", ", ", "#", " # c",
      "---\n", "&a ",
      "*a", "\t", "\\", "? ", "\n", "\n\n", "%", "\u{1F600}", ": ", "\r\n", "\r", "\u{2028}", "\u{FEFF}",
    ]
    let files = (0..<1500).map { _ in
      var file = lines.joined(separator: "\n")
      for _ in 0..<random.pick([1, 1, 2, 3, 5]) {
        let place = file.index(file.startIndex, offsetBy: random.pick(Array(0..<file.count)))
        file.insert(contentsOf: random.pick(inserted), at: place)
      }
      return file
    }
    let output = try Self.run(Input(files: files.map { Array($0.utf16) }))
    var accepted = 0
    for (file, reading) in zip(files, output.read) {
      guard let tree = reading.tree else {
        #expect(reading.problem != nil && (reading.line ?? 0) > 0)
        continue
      }
      accepted += 1
      #expect(tree == Self.swiftTree(file), "\(file)")
    }
    #expect(accepted > 400)
  }

  @Test("files that this project writes are all read")
  func ownFiles() throws {
    let paths =
      ProjectFiles.list("Rubrics", ending: ".yaml").filter { !$0.hasPrefix("schemas") }.map {
        "Rubrics/\($0)"
      }
      + ["Tests/FormTests/Fixtures/assessment.yaml", "Tests/Golden/harbourline/scorecards/3-coding.yaml"]
    let files = try paths.map { try ProjectFiles.text($0) }
    let output = try Self.run(Input(files: files.map { Array($0.utf16) }))
    for (index, reading) in output.read.enumerated() {
      #expect(
        reading.tree == Self.swiftTree(files[index]), "\(paths[index]): \(reading.problem ?? "another tree")")
    }
  }

  private static let refusals: [(file: String, problem: String, line: Int)] = [
    ("a: &x 1\nb: *x\n", "anchor", 1), ("a: 1\nb: *x\n", "anchor", 2), ("a: !!str 1\n", "anchor", 1),
    ("a: 1\n\tb: 2\n", "tab", 2), ("a: 1\n  b: 2\n", "colon", 2), ("a:\n    b: 2\n  c: 3\n", "indent", 3),
    ("a: 1\na: 2\n", "twice", 2), ("{a: 1, a: 2}", "twice", 1), ("a: \"x\n\nb: 1\n", "open", 1),
    ("a: [1, 2\n", "open", 1), ("a: \"\\q\"\n", "escape", 1), ("a: \"\\uD800\"\n", "escape", 1),
    ("? a\n: b\n", "key", 1),
    ("a: 1\n---\nb: 2\n", "second", 2), ("a: @x\n", "quote", 1), ("a: b: c\n", "colon", 1), ("", "empty", 1),
    ("# only\n", "empty", 2), ("a: \u{1}\n", "character", 1), ("a: b\u{2028}c\n", "character", 1),
    ("%YAML 1.2\n", "syntax", 1),
    (String(repeating: "[", count: 100_000), "deep", 1),
    (String(repeating: "- ", count: 70) + "x", "deep", 1),
    ("a: 'x' y\n", "syntax", 1), ("a:\n- 1\nb\n", "syntax", 3),
  ]

  @Test("what cannot be read is refused with its line")
  func refusals() throws {
    let output = try Self.run(Input(files: Self.refusals.map { Array($0.file.utf16) }))
    for (expected, reading) in zip(Self.refusals, output.read) {
      #expect(
        reading.problem == expected.problem && reading.line == expected.line,
        "\(expected.file.prefix(40).debugDescription): \(reading.problem ?? "read") in line \(reading.line ?? 0)"
      )
    }
  }
}

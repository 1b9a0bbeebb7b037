import Diagnostics
import TestSupport
import Testing
import YAML

@Suite("Writing YAML and JSON")
struct WriterTests {
  @Test("what is written reads back the same", arguments: 0..<400)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let document = document(&random, depth: 0)
    for text in [YAMLWriter.text(document), JSONWriter.text(document)] {
      let node = try YAMLParser.parse(SourceText(name: "x", text: text))
      #expect(agrees(node, document), "\(text)")
    }
  }

  @Test(
    "a text stays a text for readers that resolve YAML 1.1",
    arguments: ["no", "Null", "1.10", "2024-01-31", "", "~"])
  func quoted(text: String) {
    #expect(YAMLWriter.text(.text(text)) == "\"\(text)\"\n")
  }

  @Test("YAML, word for word")
  func yaml() {
    #expect(
      YAMLWriter.text(Self.sample) == #"""
        title: Site Reliability Engineer
        level: "no"
        years: 5
        weight: 0.0909
        whole: 2
        remote: true
        company: null
        odd key: "two\nlines"
        empty: []
        nothing: {}
        pay: {currency: EUR, min: null}
        technologies: [Go, C++, 'a, b', "1.10"]
        evidence:
        - {line: 3, quote: '5+ years: "Go"'}
        - nested:
          - 1
          - 'leading: colon'

        """#)
  }

  @Test("JSON, word for word")
  func json() {
    #expect(
      JSONWriter.text(Self.sample) == #"""
        {
          "title": "Site Reliability Engineer",
          "level": "no",
          "years": 5,
          "weight": 0.0909,
          "whole": 2,
          "remote": true,
          "company": null,
          "odd key": "two\nlines",
          "empty": [],
          "nothing": {},
          "pay": {"currency": "EUR", "min": null},
          "technologies": ["Go", "C++", "a, b", "1.10"],
          "evidence": [
            {"line": 3, "quote": "5+ years: \"Go\""},
            {
              "nested": [
                1,
                "leading: colon"
              ]
            }
          ]
        }

        """#)
  }

  @Test("in JSON, what YAML would read otherwise is escaped")
  func jsonEscapes() {
    let text = "\u{0}\u{1B}\u{7F}\u{85}\u{2028}\u{FEFF}\"\\\r\t/é🚀"
    #expect(JSONWriter.text(.text(text)) == #""\u0000\u001b\u007f\u0085\u2028\ufeff\"\\\r\t/é🚀""# + "\n")
    #expect(
      JSONWriter.text(.text("\u{202E}\u{2066}\u{200F}\u{61C}")) == #""\u202e\u2066\u200f\u061c""# + "\n")
  }

  @Test(
    "numbers have at most four decimals",
    arguments: [
      (0.5, "0.5"), (1.0 / 3, "0.3333"), (2, "2"), (0.00005, "0.0001"), (0.00004, "0"), (-0.25, "-0.25"),
      (1234.56789, "1234.5679"),
    ])
  func decimals(number: Double, text: String) {
    #expect(YAMLWriter.text(.number(number)) == text + "\n")
    #expect(JSONWriter.text(.number(number)) == text + "\n")
  }

  private static let sample = Document.mapping([
    .init("title", .text("Site Reliability Engineer")),
    .init("level", .text("no")),
    .init("years", .integer(5)),
    .init("weight", .number(1.0 / 11)),
    .init("whole", .number(2)),
    .init("remote", .boolean(true)),
    .init("company", .null),
    .init("odd key", .text("two\nlines")),
    .init("empty", .list([])),
    .init("nothing", .mapping([])),
    .init("pay", .mapping([.init("currency", .text("EUR")), .init("min", .null)], inline: true)),
    .init("technologies", .inline(["Go", "C++", "a, b", "1.10"])),
    .init(
      "evidence",
      .list([
        .mapping([.init("line", .integer(3)), .init("quote", .text("5+ years: \"Go\""))], inline: true),
        .mapping([.init("nested", .list([.integer(1), .text("leading: colon")]))]),
      ])),
  ])

  private func document(_ random: inout SeededGenerator, depth: Int) -> Document {
    let inline = random.once(in: 3)
    switch random.next() % (depth < 3 ? 8 : 4) {
    case 0: return .integer(Int(truncatingIfNeeded: random.next()))
    case 1: return random.pick([.null, .boolean(true), .boolean(false), .number(0.25)])
    case 2, 3: return .text(HostileText.make(&random))
    case 4, 5:
      return .list((0..<(random.next() % 4)).map { _ in document(&random, depth: depth + 1) }, inline: inline)
    default:
      var keys: Set<String> = []
      let pairs = (0..<(random.next() % 4)).map { _ in
        Document.Pair(HostileText.make(&random), document(&random, depth: depth + 1))
      }
      return .mapping(pairs.filter { keys.insert($0.key).inserted }, inline: inline)
    }
  }

  private func agrees(_ node: Node, _ document: Document) -> Bool {
    switch (node.content, document) {
    case (.scalar(let read, let isPlain), .text(let text)):
      scalars(read) == scalars(text) && (!isPlain || !node.isNull)
    case (.scalar(let read, isPlain: true), .integer(let number)): read == String(number)
    case (.scalar(let read, isPlain: true), .number(let number)): Double(read) == number
    case (.scalar(let read, isPlain: true), .boolean(let flag)): read == String(flag)
    case (.scalar, .null): node.isNull
    case (.sequence(let items), .list(let list, _)):
      items.count == list.count && zip(items, list).allSatisfy { agrees($0, $1) }
    case (.mapping(let entries), .mapping(let pairs, _)):
      entries.count == pairs.count
        && zip(entries, pairs).allSatisfy { scalars($0.key) == scalars($1.key) && agrees($0.value, $1.value) }
    default: false
    }
  }

  /// Texts are compared by scalars: Swift's own comparison takes canonical equivalents for the same.
  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}

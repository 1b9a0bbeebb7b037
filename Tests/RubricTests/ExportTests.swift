import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Rubric

@Suite("Exports")
struct ExportTests {
  /// The identifier of names that are domains (RFC 9562, section 6.6).
  private static let domains = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"

  @Test("SHA-1 gives the digests of FIPS 180-4 and its examples")
  func sha1() {
    func hexadecimal(_ text: String) -> String {
      SHA1.digest(of: Array(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    #expect(hexadecimal("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
    #expect(hexadecimal("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d")
    #expect(
      hexadecimal("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "84983e441c3bd26ebaae4aa1f95129e5e54670f1")
    #expect(
      hexadecimal(String(repeating: "a", count: 1_000_000)) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f")
  }

  @Test("a name in a namespace has the identifier of RFC 9562, appendix A.4")
  func uniqueID() throws {
    let domains = try #require(UniqueID(Self.domains))
    #expect(domains.text == Self.domains)
    #expect(UniqueID("www.example.com", in: domains).text == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
  }

  @Test(
    "what is no UUID is none",
    arguments: [
      "", "6ba7b810", "6ba7b8109dad11d180b400c04fd430c8", "6ba7b810-9dad-11d1-80b4-00c04fd430cg",
      "6ba7b810-9dad-11d1-80b400-c04fd430c8", "6ba7b810-9dad-11d1-80b4-00c04fd430c8a",
      "+ba7b810-9dad-11d1-80b4-00c04fd430c8", "6bä7b810-9dad-11d1-80b4-00c04fd430c",
    ])
  func noUUID(text: String) { #expect(UniqueID(text) == nil) }

  @Test("a cell of CSV is quoted where it must be, and is never a formula")
  func csv() {
    #expect(CSVWriter.text([]) == "")
    #expect(CSVWriter.text([["a", "b c", ""], ["1"]]) == "a,b c,\r\n1\r\n")
    #expect(
      CSVWriter.text([["a,b", "say \"x\"", "two\nlines"]])
        == "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n")
    for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"] {
      #expect(CSVWriter.text([[formula]]) == "'" + formula + "\r\n")
    }
    #expect(CSVWriter.text([["\r=1"]]) == "\"'\r=1\"\r\n")
  }

  @Test("the framework and the tables of a small library", arguments: ["framework.json"] + LibraryTable.names)
  func exported(name: String) throws {
    let library = RubricLibrary(SmallLibrary.files + [SmallLibrary.file("library.yaml", Self.edition)])
    let competencies = try library.allCompetencies()
    let text =
      if let table = LibraryTable(rawValue: name.replacing(".csv", with: "")) {
        CSVWriter.text(table.rows(of: competencies))
      } else {
        JSONWriter.text(
          CompetencyFramework(competencies: competencies, about: try library.edition()).document)
      }
    let path = "Tests/RubricTests/Golden/exports/\(name)"
    #expect(text == (try Golden.expected(path, recording: text)))
  }

  @Test("in the framework of the whole library every identifier is one thing's, and every link leads to one")
  func framework() throws {
    let library = RubricLibrary(try OwnRubrics.files())
    let document = CompetencyFramework(
      competencies: try library.allCompetencies(), about: try library.edition()
    ).document
    let root = try YAMLParser.parse(SourceText(name: "framework.json", text: JSONWriter.text(document)))
    let things = Self.mappings(of: root).filter { $0["lastChangeDateTime"] != nil }
    let ids = things.compactMap { $0["identifier"]?.text }
    #expect(ids.count == things.count && ids.count > 400)
    #expect(Set(ids).count == ids.count)
    let nodes = Self.mappings(of: root).filter { $0["associationType"] != nil }
    #expect(nodes.count > 46)
    for node in nodes {
      for end in ["originNodeURI", "destinationNodeURI"] {
        #expect(ids.contains(try #require(node[end]?["identifier"]?.text)))
      }
    }
    for level in Self.mappings(of: root) where level["rubricCriterionId"] != nil {
      #expect(ids.contains(try #require(level["rubricCriterionId"]?.text)))
    }
  }

  @Test(
    "a day and an identifier are looked at",
    arguments: [
      ("2026-11-21", "2026-02-29"), ("2026-11-21", "2026-13-01"), ("2026-11-21", "21.11.2026"),
      ("2026-11-21", "2026-11-00"), (Self.domains, "one-of-a-kind"),
    ])
  func editions(good: String, bad: String) throws {
    let text = Self.edition.replacing(good, with: bad)
    #expect(text != Self.edition)
    let error = #expect(throws: InvalidInput.self) {
      try RubricLibrary([SmallLibrary.file("library.yaml", text)]).edition()
    }
    #expect(error?.findings.map(\.rule) == [good == Self.domains ? "wrong-type" : "calendar-date"])
  }

  private static let edition = """
    title: A small library
    creator: Nobody in particular
    language: en-GB
    version: "1"
    date: 2026-11-21
    identifier: \(domains)

    """

  /// Every mapping within a node.
  private static func mappings(of node: Node) -> [Node] {
    switch node.content {
    case .mapping(let entries): [node] + entries.flatMap { mappings(of: $0.value) }
    case .sequence(let items): items.flatMap(mappings)
    case .scalar: []
    }
  }
}

extension LibraryTable {
  /// The names of the files.
  fileprivate static var names: [String] { allCases.map { "\($0.rawValue).csv" } }
}

extension Node {
  /// The text of a scalar.
  fileprivate var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }
}

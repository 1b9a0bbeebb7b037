import Diagnostics
import Rubric
import Testing
import YAML

@Suite("The text of a role file, with its parts marked")
struct SideTextTests {
  private static let yaml = """
    title: Engineer   # as advertised
    min_years: 3
    competencies:
      - id: go
        importance: required

        target: 3
        evidence:
          - {line: 4, column: 1, section: required, quote: "Writes Go"}
      - {id: linux, importance: duty}
    unmapped:
      - line: 9
        column: 3
        section: required
        quote: A degree
    """

  private static let json = """
    {"title": "Ingenieur für Größeres", "min_years": 3, "competencies": [{"id": "go", "importance": "required", \
    "target": 3, "evidence": [{"line": 4, "column": 1, "section": "required", "quote": "Writes Go"}]}, \
    {"id": "linux", "importance": "duty"}],
     "unmapped": [{"line": 9, "column": 3, "section": "required", "quote": "A degree"}]}
    """

  private static func marks(_ text: String) throws -> [String] {
    let source = SourceText(name: "role.yaml", text: text)
    let side = SideText(roleFile: source, of: try RoleDefinition(from: source))
    #expect(
      side.passages.map(\.text)
        == text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    return side.passages.flatMap { passage in
      passage.marks.map { mark in
        let words = String(decoding: Array(passage.text.utf8)[mark.range], as: UTF8.self)
        return "\(passage.line)\(mark.isFirst ? " " : "+")\(name(mark.part)): \(words)"
      }
    }
  }

  private static func name(_ part: SideText.Part) -> String {
    switch part {
    case .words(let evidence): "(\(evidence.quote))"
    case .competency(let id): id
    case .fact(let fact): fact.rawValue
    }
  }

  @Test("of YAML: facts, competencies without their evidence, and what no competency covers")
  func block() throws {
    let marks = try Self.marks(Self.yaml)
    #expect(
      marks == [
        "1 title: title: Engineer", "2 min_years: min_years: 3", "4 go: id: go",
        "5+go: importance: required", "7+go: target: 3",
        "10 linux: {id: linux, importance: duty", "12 (A degree): line: 9", "13+(A degree): column: 3",
        "14+(A degree): section: required", "15+(A degree): quote: A degree",
      ])
  }

  @Test("of JSON on few lines: the same")
  func flow() throws {
    #expect(
      try Self.marks(Self.json) == [
        "1 title: \"title\": \"Ingenieur für Größeres\"", "1 min_years: \"min_years\": 3",
        "1 go: {\"id\": \"go\", \"importance\": \"required\", \"target\": 3",
        "1 linux: {\"id\": \"linux\", \"importance\": \"duty\"",
        "2 (A degree): {\"line\": 9, \"column\": 3, \"section\": \"required\", \"quote\": \"A degree\"}",
      ])
  }

  @Test(
    "of any role as it is written: each competency once, and nothing that it does not say", arguments: 0..<100
  )
  func random(seed: UInt64) throws {
    var generator = RandomRole(seed: seed)
    let role = generator.role()
    for text in [YAMLWriter.text(role.document), JSONWriter.text(role.document)] {
      let side = SideText(roleFile: SourceText(name: "role.yaml", text: text), of: role)
      let marks = side.passages.flatMap(\.marks)
      let ids = marks.filter(\.isFirst).compactMap { mark -> String? in
        if case .competency(let id) = mark.part { id } else { nil }
      }
      #expect(ids == role.competencies.map(\.id))
      for passage in side.passages {
        for mark in passage.marks { #expect(mark.range.upperBound <= passage.text.utf8.count) }
      }
    }
  }
}

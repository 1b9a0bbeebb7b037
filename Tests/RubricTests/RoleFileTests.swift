import Diagnostics
import Rubric
import Testing
import YAML

@Suite("Role files")
struct RoleFileTests {
  @Test("YAML and JSON read back lossless", arguments: 0..<200)
  func lossless(seed: UInt64) throws {
    var generator = RandomRole(seed: seed)
    let role = generator.role()
    for text in [YAMLWriter.text(role.document), JSONWriter.text(role.document)] {
      #expect(try read(text) == role, "\(text)")
    }
  }

  @Test("a role as it is written by hand, with the least")
  func least() throws {
    let role = try read("title: SRE\ncompetencies:\n  - {id: go, importance: required}\n")
    #expect(
      role
        == RoleDefinition(
          title: "SRE", competencies: [RoleCompetency(id: "go", importance: .required, weight: 1)]))
  }

  @Test("weights that are left out are shared by importance, a group as one")
  func sharedWeights() throws {
    let role = try read(
      """
      title: SRE
      competencies:
        - {id: a, importance: required}
        - {id: b, importance: required, any_of: x}
        - {id: c, importance: required, any_of: x}
        - {id: d, importance: preferred}
        - {id: e, importance: duty}
        - {id: f, importance: duty}
      """)
    #expect(role.competencies.map(\.weight) == [0.3333, 0.1667, 0.1667, 0.1667, 0.0833, 0.0833])
  }

  @Test("weights that are given stay, and leave the rest to the others")
  func givenWeights() throws {
    let role = try read(
      """
      title: SRE
      competencies:
        - {id: a, importance: required, weight: 0.4}
        - {id: b, importance: required}
        - {id: c, importance: preferred}
      """)
    #expect(role.competencies.map(\.weight) == [0.4, 0.4, 0.2])
  }

  @Test("a role with faults, word for word")
  func faults() throws {
    let text = """
      title: SRE
      levle: senior
      competencies:
        - id: go
          importance: requierd
          target: 6
        - id: go
          importance: duty
          evidence: [{line: 0, column: 1, section: required, quote: x}]
      """
    let error = #expect(throws: InvalidInput.self) { try read(text) }
    #expect(
      FindingPrinter().text(error?.findings ?? []) == """
        role.yaml:2:1: error: unknown key "levle" of the role; expected one of "title", "company", "level", "min_years", "pay", "location", "remote", "interview_process", "competencies", "unmapped", "ruled_out", "open", "headings", "source" [unknown-key]
          |
        2 | levle: senior
          | ^~~~~
          = help: did you mean "level"?

        role.yaml:5:17: error: unknown importance "requierd"; expected one of "required", "preferred", "duty" [unknown-value]
          |
        5 |     importance: requierd
          |                 ^~~~~~~~
          = help: did you mean "required"?

        role.yaml:6:13: error: expected a whole number from 1 to 5, found "6" [wrong-type]
          |
        6 |     target: 6
          |             ^

        role.yaml:7:9: error: competency "go" is listed twice [duplicate-competency]
          |
        7 |   - id: go
          |         ^~

        role.yaml:9:23: error: expected a whole number from 1 to 2147483647, found "0" [wrong-type]
          |
        9 |     evidence: [{line: 0, column: 1, section: required, quote: x}]
          |                       ^

        5 errors

        """)
  }

  private func read(_ text: String) throws(InvalidInput) -> RoleDefinition {
    try RoleDefinition(from: SourceText(name: "role.yaml", text: text))
  }
}

import Testing
import YAML

@testable import Rubric

@Suite("The words behind a change")
struct RoleDiffEvidenceTests {
  private func role(_ technologies: [String], _ quotes: [String]) -> RoleDefinition {
    let evidence = quotes.enumerated().map { line, quote in
      Evidence(line: line + 1, column: 1, section: "required", quote: quote)
    }
    return RoleDefinition(
      title: "T",
      competencies: [
        .init(id: "cloud", importance: .required, technologies: technologies, evidence: evidence)
      ])
  }

  @Test("of products, words that name what came or went stand first")
  func products() throws {
    let before = role(["AWS"], ["Builds in a cloud", "Runs AWS (and likes it)", "Pays for AWS"])
    let after = role(["Google Cloud"], ["Saws wood", "A cloud", "On google-cloud, in two regions"])
    let change = try #require(RoleDiff(from: before, to: after).changes.first)
    #expect(change.kind == .technologies)
    #expect(change.evidenceBefore.map(\.line) == [2, 3, 1])
    #expect(change.evidenceAfter.map(\.line) == [3, 1, 2])
    #expect(change.reversed.evidenceBefore.map(\.line) == [3, 1, 2])
  }

  @Test("words that name no product stay in their order")
  func unnamed() throws {
    let before = role([], ["A cloud", "Another cloud"])
    let after = role(["Google Cloud"], ["GCP by choice", "A cloud"])
    let change = try #require(RoleDiff(from: before, to: after).changes.first)
    #expect(change.evidenceBefore.map(\.line) == [1, 2] && change.evidenceAfter.map(\.line) == [1, 2])
  }

  @Test("what became of the stages is data too")
  func stages() throws {
    func role(_ stages: [ProcessStage]) -> RoleDefinition {
      RoleDefinition(title: "T", interviewProcess: stages)
    }
    let diff = RoleDiff(
      from: role([.init(name: "Call", minutes: 30), .init(name: "Test")]),
      to: role([.init(name: "Call", minutes: 45), .init(name: "Lunch")]))
    let text = JSONWriter.text(try #require(diff.changes.first).document)
    for part in [
      #""added":[{"name":"Lunch","minutes":null}]"#, #""removed":[{"name":"Test","minutes":null}]"#,
      #""lengths":[{"name":"Call","from":30,"to":45}]"#, #""reordered":false"#,
    ] {
      #expect(text.filter { $0 != " " && $0 != "\n" }.contains(part))
    }
  }
}

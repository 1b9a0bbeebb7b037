import Rubric
import Testing

@testable import Extractor

@Suite("What a person is, and what stands in brackets")
struct TraitTests {
  private func role(_ text: String) throws -> RoleDefinition { try OwnLibrary.extract(text).role }

  private func ownership(_ text: String) throws -> Importance? {
    try role(text).competencies.first { $0.id == "ownership" }?.importance
  }

  @Test("running text about the person demands a trait, and leaves the rest of the sentence as it is")
  func prose() throws {
    let text = "# Engineer\n\n## The role\n\nYou work on Kubernetes as a self-starter.\n"
    #expect(try ownership(text) == .required)
    #expect(try role(text).competencies.first { $0.id == "kubernetes" }?.importance == .duty)
  }

  @Test("in a list of duties a trait is a duty, and a team that has it asks for nothing")
  func elsewhere() throws {
    #expect(try ownership("# Engineer\n\n## Responsibilities\n\n- Act as a self-starter\n") == .duty)
    #expect(try ownership("# Engineer\n\n## The team\n\nWe are all self-driven here.\n") == .duty)
  }

  @Test("beside a list of demands, one under no heading that says anything demands traits")
  func headless() throws {
    let text = "# Engineer\n\n## Requirements\n\n- Go\n\n# The harbour\n\n- Self-starter\n"
    #expect(try ownership(text) == .required)
  }

  @Test(
    "what is not required, but wished for",
    arguments: [
      "Kafka is not required, but is a plus", "Knowing Kafka is not required, though it is an advantage",
    ])
  func wished(line: String) throws {
    let competencies = try role("# Engineer\n\n## Requirements\n\n- Go\n- \(line)\n").competencies
    #expect(competencies.first { $0.id == "messaging-streaming" }?.importance == .preferred)
  }

  @Test("what is not required, and no more")
  func notRequired() throws {
    let text = "# Engineer\n\n## Requirements\n\n- Go\n- Kafka is not required\n"
    #expect(try role(text).competencies.map(\.id) == ["go"])
  }

  @Test("a bracket that offers a choice of its own binds nothing in front of it")
  func bracket() throws {
    let text = "# Engineer\n\n## Requirements\n\n- Linux and networking (Go or Rust)\n"
    let groups = try role(text).competencies.map { "\($0.id) \($0.anyOf ?? "-")" }
    #expect(Set(groups) == ["linux -", "networking -", "go A", "rust A"])
  }

  @Test("what lies far before an \"or\" is none of its alternatives")
  func far() throws {
    let line = "Kubernetes in a culture of ships and of ropes and of quays and of sails and of a VM or Go"
    let groups = try role("# Engineer\n\n## Requirements\n\n- \(line)\n").competencies.compactMap(\.anyOf)
    #expect(groups.isEmpty)
  }

  @Test("languages in a bracket behind their kind are a choice, and the kind is none of it")
  func kind() throws {
    let text = "# Engineer\n\n## Requirements\n\n- A backend programming language (Python, Go, Java, etc.)\n"
    let groups = try role(text).competencies.map { "\($0.id) \($0.anyOf ?? "-")" }
    #expect(Set(groups) == ["programming -", "python A", "go A", "jvm A"])
  }

  @Test(
    "a bracket that goes on with the choice belongs to it", arguments: ["Go (or Rust)", "Go (Gin) or Rust"])
  func continued(line: String) throws {
    let competencies = try role("# Engineer\n\n## Requirements\n\n- \(line)\n").competencies
    #expect(competencies.filter { $0.anyOf == "A" }.map(\.id).sorted() == ["go", "rust"])
  }
}

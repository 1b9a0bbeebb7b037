import Rubric
import Testing

@testable import Extractor

@Suite("Where a demand ends and the work begins, and whose work it is")
struct WorkTests {
  private func importance(of id: String, in sentence: String) throws -> Importance? {
    let text = "# Engineer\n\n## The role\n\nWe are in Aarhus. \(sentence)\n\n## Requirements\n\n- Go\n"
    return try OwnLibrary.importance(of: id, in: text)
  }

  @Test(
    "a sentence that goes on to the work demands nothing of it",
    arguments: [
      "You have solid experience with Linux and will run our Kafka.",
      "You bring strong Linux skills to help grow our Kafka clusters.",
      "Your expertise in Linux is required and will contribute to our Kafka.",
    ])
  func work(sentence: String) throws {
    #expect(try importance(of: "linux", in: sentence) == .required)
    #expect(try importance(of: "messaging-streaming", in: sentence) == .duty)
  }

  @Test("what somebody has to be driven to do is demanded")
  func object() throws {
    #expect(
      try importance(
        of: "customer-focus", in: "You will need to have a drive to deliver outcomes for our clients.")
        == .required)
  }

  @Test(
    "what other teams do is not asked for",
    arguments: [
      "You work closely with the data team who look after Kafka.", "You work with partners who run Kafka.",
      "Companies come to us when their Kafka fails.",
    ])
  func others(sentence: String) throws {
    #expect(try importance(of: "messaging-streaming", in: sentence) == nil)
  }

  @Test(
    "what the person's own team does is",
    arguments: [
      "You will work with a team that runs Kafka.",
      "You work with the data team who are slow, and you run Kafka.",
    ])
  func own(sentence: String) throws {
    #expect(try importance(of: "messaging-streaming", in: sentence) == .duty)
  }

  @Test("what an address names is not asked for")
  func address() throws {
    #expect(
      try importance(of: "messaging-streaming", in: "You read https://tidewater.example/jobs/kafka-engineer.")
        == nil)
  }

  @Test("the name of the employer is no tool")
  func employer() throws {
    let text =
      "---\ncompany: Grafana Labs\n---\n# Engineer\n\n## The role\n\nYou are on the team that runs Linux at Grafana Labs.\n"
    let more =
      "\n## How to apply\n\nTell us why you would like to work at Grafana Labs; that would be great.\n"
    let ids = try OwnLibrary.extract(text + more).role.competencies.map(\.id)
    #expect(ids == ["linux"])
    let asked = try OwnLibrary.extract(text + "\n## Requirements\n\n- Experience with Grafana\n").role
    #expect(asked.competencies.contains { $0.id == "observability" && $0.importance == .required })
  }

  @Test("\"would be helpful\" is a wish, and \"be helpful to others\" is none")
  func helpful() throws {
    let text =
      "# Engineer\n\n## Requirements\n\n- Kafka would be helpful\n- Linux, and to be helpful to others\n"
    let role = try OwnLibrary.extract(text).role
    #expect(role.competencies.first { $0.id == "messaging-streaming" }?.importance == .preferred)
    #expect(role.competencies.first { $0.id == "linux" }?.importance == .required)
  }
}

@Suite("Where choices end")
struct ChoiceBoundTests {
  private func groups(in item: String) throws -> [String: String?] {
    let role = try OwnLibrary.extract("# Engineer\n\n## Requirements\n\n- \(item)\n").role
    return Dictionary(uniqueKeysWithValues: role.competencies.map { ($0.id, $0.anyOf) })
  }

  @Test("slashes make a choice of what they join alone")
  func slashes() throws {
    let groups = try groups(in: "Linux, Kubernetes, PostgreSQL and Go/Rust")
    #expect(groups["go"] == "A" && groups["rust"] == "A")
    #expect(
      groups["linux"] == .some(nil) && groups["kubernetes"] == .some(nil) && groups["databases"] == .some(nil)
    )
  }

  @Test("a bracket with examples holds all of its choice, and what they are examples of")
  func brackets() throws {
    let groups = try groups(in: "Container technologies (e.g. Docker, Kubernetes) and Linux")
    #expect(groups["containers"] == "A" && groups["kubernetes"] == "A")
    #expect(groups["linux"] == .some(nil))
  }

  @Test("a colon leads to a choice from words that name nothing")
  func colon() throws {
    let groups = try groups(
      in: "Some of the following would be fine, you need not bring all of them: Kafka, Kubernetes, Go")
    #expect(groups["kubernetes"] == "A" && groups["go"] == "A")
  }
}

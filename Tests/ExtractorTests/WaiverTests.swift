import Rubric
import Testing

@testable import Extractor

@Suite("What a posting says is not needed")
struct WaiverTests {
  private func importance(of id: String, in text: String) throws -> Importance? {
    try OwnLibrary.importance(of: id, in: "# Engineer\n\n\(text)\n")
  }

  @Test(
    "is not asked for, and what else its sentence names is",
    arguments: [
      "You don't have to know Kafka, but Kubernetes is required",
      "You don't need to know Kafka, Spark or Flink, but you know Kubernetes",
      "Experience with Kubernetes, although Kafka is not required",
      "Kubernetes is required, Kafka is not required",
      "Knowledge of Kubernetes. Direct experience with Kafka is not required.",
      "Kubernetes (Kafka is not required)",
      "No previous knowledge of Kafka is necessary; Kubernetes is required",
      "Kubernetes, and we will teach you Kafka",
    ])
  func object(item: String) throws {
    let text = "## Requirements\n\n- \(item)\n"
    #expect(try importance(of: "messaging-streaming", in: text) == nil)
    #expect(try importance(of: "kubernetes", in: text) == .required)
  }

  @Test(
    "is nothing that a competency has to cover",
    arguments: [
      "Prior harbour knowledge is not required", "We don't expect you to know harbours",
      "No harbour experience needed", "No prior knowledge of harbours is necessary",
      "Eligible to work in Norway",
    ])
  func uncovered(item: String) throws {
    let role = try OwnLibrary.extract("# Engineer\n\n## Requirements\n\n- Kubernetes\n- \(item)\n").role
    #expect(role.unmapped.isEmpty)
  }

  @Test("is wished for where a wish stands beside it")
  func wish() throws {
    let text = "## Requirements\n\n- Kafka is not required, but a plus\n"
    #expect(try importance(of: "messaging-streaming", in: text) == .preferred)
  }

  @Test(
    "before a list, makes it one of what is worked with",
    arguments: [
      "- Kafka\n- Kubernetes\n", "Kafka for our events\n\nKubernetes for all that runs\n",
    ])
  func list(lines: String) throws {
    let lead = "We rely on these tools, and experience with them is not required:"
    let text =
      "## Requirements\n\n- Go\n\n## Tools\n\n\(lead)\n\n\(lines)\nWe'd love to hear from you if:\n\n- Linux\n"
    #expect(try importance(of: "messaging-streaming", in: text) == .duty)
    #expect(try importance(of: "kubernetes", in: text) == .duty)
    #expect(try importance(of: "linux", in: text) == .required)
  }

  @Test(
    "before a list, and wished for: a list of wishes",
    arguments: [
      "It's a bonus, not a requirement, if you have experience with:",
      "It is not required, but great if you know:",
    ])
  func wishes(lead: String) throws {
    let text = "## Requirements\n\n- Go\n\n## More\n\n\(lead)\n\n- Kafka\n"
    #expect(try importance(of: "messaging-streaming", in: text) == .preferred)
  }
}

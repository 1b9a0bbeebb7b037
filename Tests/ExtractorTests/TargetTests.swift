import Rubric
import Testing

@testable import Extractor

/// The proficiency level asked for where the posting's words say none.
@Suite("Targets by the level of the role") struct TargetTests {
  private func targets(_ title: String, _ lines: [String]) throws -> [String: Int] {
    let text = "# \(title)\n\n## Requirements\n\n" + lines.map { "- \($0)\n" }.joined()
    let role = try OwnLibrary.extract(text).role
    return Dictionary(uniqueKeysWithValues: role.competencies.map { ($0.id, $0.target.rawValue) })
  }

  private static let lines = [
    "You have run Kubernetes in production", "You have run PostgreSQL in production", "You know Terraform",
    "You know Terraform modules", "You have worked with Kafka",
  ]

  @Test("what one sentence states and the posting does not put first is asked for at the limit of the policy")
  func oneLine() throws {
    let targets = try targets("Senior Platform Engineer", Self.lines)
    #expect(targets["infrastructure-as-code"] == 4)
    #expect(targets["messaging-streaming"] == 3)
  }

  @Test("the words of the sentence go before that")
  func worded() throws {
    let targets = try targets(
      "Senior Platform Engineer", Self.lines + ["You have deep knowledge of observability"])
    #expect(targets["observability"] == 4)
  }

  @Test(
    "to be aware of something is no less than the basics where more is asked for elsewhere",
    arguments: [("Senior Platform Engineer", 2), ("Platform Engineering Intern", 1)])
  func aware(title: String, target: Int) throws {
    let targets = try targets(title, Self.lines + ["You are aware of networking concepts"])
    #expect(targets["networking"] == target)
  }

  @Test(
    "a level is for what stands on its side of a but, and of two the lower is enough",
    arguments: [
      ("You have deep knowledge of Kafka, but know networking too", "networking", 3),
      ("You have deep knowledge of Kafka, but know networking too", "messaging-streaming", 4),
      ("Expertise or interest in Kafka", "messaging-streaming", 2),
      ("Expertise in Kafka or networking", "networking", 4),
      ("You work with subject matter experts on networking", "networking", 3),
      ("Networking is part of your area of expertise", "networking", 3),
    ])
  func scope(words: String, id: String, target: Int) throws {
    #expect(try targets("Platform Engineer", [words])[id] == target)
  }

  @Test(
    "a level is for what stands behind it, up to the next",
    arguments: [
      ("Expertise in Kafka and familiarity with networking", 4, 2),
      ("Familiarity with Kafka, and expertise in networking", 2, 4),
      ("Kafka and networking, both at expert-level", 4, 4),
      ("Kafka basics, and deep knowledge of networking", 2, 4),
      ("Deep knowledge of Kafka, and networking basics", 4, 2),
      ("Familiarity with, and expertise in, Kafka and networking", 4, 4),
      ("Expertise in Kafka. Familiarity with networking", 4, 2),
    ])
  func reach(words: String, kafka: Int, networking: Int) throws {
    let targets = try targets("Platform Engineer", [words])
    #expect(targets["messaging-streaming"] == kafka)
    #expect(targets["networking"] == networking)
  }

  @Test(
    "a level in what leads to a list is for its entries, as deep as the first of them, that state none",
    arguments: [
      ("Some level of experience with the following:\n\n- Kafka\n- Deep knowledge of networking", 2, 4, 3),
      ("- Familiarity with:\n  - Kafka\n- Networking\n- Observability", 2, 3, 3),
      ("- Familiarity with:\n- Kafka\n- Networking\n\nYou know:\n\n- Observability", 2, 2, 3),
      ("Expert in all of these:\n\n- Kafka\n\nNetworking, and observability", 4, 3, 3),
    ])
  func led(list: String, kafka: Int, networking: Int, observability: Int) throws {
    let rest = list.contains("bservability") ? "" : "\n\nYou know observability"
    let role = try OwnLibrary.extract("# Platform Engineer\n\n## Requirements\n\n\(list)\(rest)\n").role
    let targets = ["messaging-streaming", "networking", "observability"].map { id in
      role.competencies.first { $0.id == id }?.target.rawValue
    }
    #expect(targets == [kafka, networking, observability])
  }

  @Test("what a team says of itself asks nobody for a level")
  func ofTeam() throws {
    let text = """
      # Platform Engineer

      ## Our team

      - Our engineers have deep knowledge of PostgreSQL
      - We operate PostgreSQL

      """
    let role = try OwnLibrary.extract(text).role
    #expect(role.competencies.first { $0.id == "databases" }?.target == .intermediate)
  }

  @Test(
    "a role that states neither level nor years and is open to people without experience asks for the basics",
    arguments: [
      ("Platform Engineer", "Early-career candidates are welcome.", 2),
      ("Platform Engineer", "You mentor early-career engineers.", 3),
      ("Platform Engineer", "This job is not open to graduates.", 3),
      ("Senior Platform Engineer", "Early-career candidates are welcome.", 4),
      ("Platform Engineer", "Early-career candidates are welcome. You have four years of experience.", 3),
    ])
  func beginners(title: String, words: String, target: Int) throws {
    let text = "# \(title)\n\n\(words)\n\n## Requirements\n\n- You know Kafka\n"
    let role = try OwnLibrary.extract(text).role
    #expect(role.competencies.first { $0.id == "messaging-streaming" }?.target.rawValue == target)
  }

  @Test(
    "what the level in the title asks for has the target of the level",
    arguments: [("Senior Platform Engineer", 3), ("Staff Platform Engineer", 4)])
  func ofLevel(title: String, target: Int) throws {
    let targets = try targets(title, Self.lines + ["Lead technical projects across several teams"])
    #expect(targets["technical-leadership"] == target)
  }
}

import Rubric
import Testing

@testable import Extractor

@Suite("How strongly wording asks, in lists of demands and of duties")
struct DemandWordingTests {
  private func importance(_ heading: String, _ line: String) throws -> Importance? {
    let text = "# Engineer\n\n## Requirements\n\n- PostgreSQL\n\n## \(heading)\n\n- \(line)\n"
    return try OwnLibrary.extract(text).role.competencies.first { $0.id == "kubernetes" }?.importance
  }

  @Test(
    "wishes",
    arguments: [
      "Kubernetes is a huge plus", "It's a plus if you know Kubernetes", "Kubernetes, ideally",
      "Kubernetes (ideally)",
      "Experience with Kubernetes helps", "It helps if you know Kubernetes", "We'd love to see Kubernetes",
      "Extra points for Kubernetes", "If you know Kubernetes, even better",
      "Familiarity with Kubernetes is useful",
      "You may have experience with Kubernetes", "Kubernetes is recommended",
      "Experience with Kubernetes gives you an edge", "Kubernetes is prefered",
      "Experience with the following is a plus: Kubernetes, Kafka",
      "Kubernetes is highly regarded", "Extra consideration is given to those who know Kubernetes",
      "Some of these would be useful, but you don't need all of them: Kubernetes, Kafka",
    ])
  func wishes(line: String) throws {
    #expect(try importance("Skills", line) == .preferred)
    #expect(try importance("Responsibilities", line) == .preferred)
  }

  @Test(
    "demands, a qualification among the duties included",
    arguments: [
      "Experience with Kubernetes", "Solid understanding of Kubernetes", "Proficiency in Kubernetes",
      "Strong Kubernetes skills", "You have run Kubernetes in production", "You know Kubernetes well",
      "Ability to run Kubernetes", "Kubernetes is essential", "Should know Kubernetes",
      "Good command of Kubernetes", "Be able to run Kubernetes", "Experienced in Kubernetes",
      "You enjoy running Kubernetes", "Three years working on Kubernetes", "Skilled with Kubernetes",
      "Are you someone who enjoys Kubernetes", "If you like to run Kubernetes, read on",
      "The key to success here is knowing Kubernetes", "An engineer with strong experience in Kubernetes",
    ])
  func demands(line: String) throws {
    #expect(try importance("Skills", line) == .required)
    #expect(try importance("Responsibilities", line) == .required)
  }

  @Test(
    "duties that hold words of demands and of wishes",
    arguments: [
      "Keep Kubernetes in its desired state", "Build the tools required to run Kubernetes",
      "Improve the experience with Kubernetes", "Write useful guides to Kubernetes for all",
      "Help the teams, who run Kubernetes, as required", "Ask the teams on Kubernetes what helps",
      "Take advantage of Kubernetes", "Make our clusters of Kubernetes even better",
      "You are welcome to bring ideas for Kubernetes", "Add features required on Kubernetes",
      "The candidate will be responsible for Kubernetes", "Run Kubernetes where it is needed",
      "You would be required to work on Kubernetes", "Build expertise in Kubernetes among the teams",
    ])
  func duties(line: String) throws { #expect(try importance("Responsibilities", line) == .duty) }

  @Test("a demand that points back at what the sentence before names")
  func pointer() throws {
    let text = """
      # Engineer

      ## The role

      We use Go, Rust and Python. You must be fluent in two of those languages.
      """
    let role = try OwnLibrary.extract(text).role
    #expect(role.competencies.map(\.id).sorted() == ["go", "python", "rust"])
    #expect(role.competencies.allSatisfy { $0.importance == .required && $0.anyOf == "A" })
  }

  @Test("a qualification under no heading is the person's")
  func underNoHeading() throws {
    let role = try OwnLibrary.extract("# Engineer\n\n- Experience with Kubernetes\n- Kafka moves our data\n")
      .role
    #expect(role.competencies.map(\.id) == ["kubernetes", "messaging-streaming"])
    #expect(role.competencies.map(\.importance) == [.required, .duty])
  }
}

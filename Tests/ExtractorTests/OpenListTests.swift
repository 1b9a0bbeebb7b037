import Diagnostics
import Rubric
import Testing

@testable import Extractor

@Suite("What stands among demands and is none")
struct OpenListTests {
  @Test(
    "what others lead, and what is offered",
    arguments: [
      ("databases", "Manage the leads of security, databases and storage.", false),
      ("databases", "Manage security, databases and storage.", true),
      (
        "collaboration", "Apply even if you do not meet all of it, we offer a collaborative environment.",
        false
      ),
      ("kubernetes", "Even if you don't have a degree, you must know Kubernetes.", true),
      ("distributed-systems", "Experience with distributed Linux systems administration.", false),
      ("testing", "Grow people by creating training and testing materials.", false),
    ])
  func asked(id: String, line: String, isAsked: Bool) throws {
    let text = "# Platform Engineer\n\n## Requirements\n\n- Terraform\n- \(line)\n"
    #expect(try (OwnLibrary.importance(of: id, in: text) != nil) == isAsked)
  }

  @Test("products under a heading on keywords are what is worked with")
  func keywords() throws {
    let text = "# Engineer\n\n## Keywords\n\nDocker, Linux, PostgreSQL\n\n## Requirements\n\n- Terraform\n"
    #expect(try OwnLibrary.importance(of: "databases", in: text) == .duty)
  }

  @Test("why tells of the employer's own name, which is left out")
  func ownName() throws {
    let text =
      "---\ncompany: Kafka Harbour\n---\n\n# Engineer\n\n## Responsibilities\n\n- Run Terraform at Kafka Harbour.\n"
    let library = try OwnLibrary.library()
    let competency = try #require(try library.competencies(["messaging-streaming"])["messaging-streaming"])
    let source = SourceText(name: "a.md", text: text)
    let reasons = try OwnLibrary.extractor().reasons(for: competency, in: source, library: library)
    #expect(reasons?.reasoning.misses.map(\.rejection) == [Reasoning.Rejection.ownName])
  }
}

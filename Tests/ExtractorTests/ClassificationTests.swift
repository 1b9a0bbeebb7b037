import Rubric
import Testing

@testable import Extractor

/// Postings that tell of the person by the title alone, as classifications of civil services do.
@Suite("Demands and duties of the title, and headings that speak to the reader")
struct ClassificationTests {
  private func importance(_ text: String) throws -> Importance? {
    try OwnLibrary.importance(in: text)
  }

  @Test("a sentence about the title is one about the person hired")
  func title() throws {
    let text =
      "# Platform Engineer\n\nThe Platform Engineer will run Kubernetes.\n\n## Experience\n\nFive years.\n"
    #expect(try importance(text) == .duty)
  }

  @Test("what those of a title possess is required")
  func possess() throws {
    let text =
      "# Platform Engineer\n\nPlatform Engineers will possess knowledge and experience in Kubernetes.\n\n## Education\n\nA degree.\n"
    #expect(try importance(text) == .required)
  }

  @Test("what a person needs and is versed in is required")
  func needs() throws {
    let text =
      "# Engineer\n\nWe seek a platform engineer versed in Kubernetes.\n\nResponsibilities:\n\n- PostgreSQL\n"
    #expect(try importance(text) == .required)
    let other =
      "# Engineer\n\nHe or she needs good skills of Kubernetes.\n\nResponsibilities:\n\n- PostgreSQL\n"
    #expect(try importance(other) == .required)
  }

  @Test(
    "headings of demands",
    arguments: [
      "You might be", "We get excited about engineers who have...", "Qualifikation", "Why we might like you",
    ])
  func demands(heading: String) throws {
    let text =
      "# Engineer\n\n## \(heading)\n\n- A friend of Kubernetes\n\n## Responsibilities\n\n- PostgreSQL\n"
    #expect(try importance(text) == .required)
  }

  @Test("headings of duties", arguments: ["Things your team might do on a given day", "Aufgaben"])
  func duties(heading: String) throws {
    let text = "# Engineer\n\n## \(heading)\n\n- Run Kubernetes\n\n## Requirements\n\n- PostgreSQL\n"
    #expect(try importance(text) == .duty)
  }

  @Test("a process below a long heading asks for nothing")
  func process() throws {
    let text =
      "# Engineer\n\n## Requirements\n\n- Linux\n\n#### What to expect in the hiring process (all video interviews unless rooms are needed):\n\n- Interview with a recruiter\n- Kubernetes interview with the hiring manager\n"
    #expect(try importance(text) == nil)
    #expect(try OwnLibrary.extract(text).role.interviewProcess.count == 2)
  }
}

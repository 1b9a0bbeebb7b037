import Rubric
import Testing

@testable import Extractor

@Suite("Lists under headings that do not say what they list")
struct QualificationListTests {
  private let list = """
    - 4+ years of experience with Linux
    - Strong knowledge of Kubernetes
    - Terraform, Ansible
    - Experience with AWS
    """

  @Test(
    "most entries of which are qualifications are demands",
    arguments: [
      "## Nuts and bolts", "Tidewater is looking for a systems engineer.", "## The role", "## Our team",
    ])
  func demands(heading: String) throws {
    #expect(
      try OwnLibrary.importance(of: "infrastructure-as-code", in: "# Engineer\n\n\(heading)\n\n\(list)\n")
        == .required)
  }

  @Test("the entries of another list, and of duties, stay what they are")
  func duties() throws {
    let text =
      "# Engineer\n\n## The role\n\n- Run Kafka\n- Write Go\n- Linux knowledge\n\n## Duties\n\n\(list)\n"
    #expect(try OwnLibrary.importance(of: "messaging-streaming", in: text) == .duty)
    #expect(try OwnLibrary.importance(of: "infrastructure-as-code", in: text) == .duty)
  }
}

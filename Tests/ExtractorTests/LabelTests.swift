import Rubric
import Testing

@testable import Extractor

@Suite("Headings within a line, and what stands behind lists")
struct LabelTests {
  @Test("a label within a paragraph heads what follows it there")
  func paragraph() throws {
    let text = """
      # Engineer

      Requirements: Kubernetes, and some of it. Nice to have: Kafka. Responsibilities: running Terraform.
      """
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == .required)
    #expect(try OwnLibrary.importance(of: "messaging-streaming", in: text) == .preferred)
    #expect(try OwnLibrary.importance(of: "infrastructure-as-code", in: text) == .duty)
  }

  @Test(
    "the label of a paragraph",
    arguments: [
      ("You:", Importance.required), ("Us:", nil), ("About Tidewater Systems:", nil), ("Bonus:", .preferred),
      ("Your stack:", .duty), ("What we're looking for:", .required),
    ])
  func labels(label: String, expected: Importance?) throws {
    let text =
      "# Engineer\n\n\(label) a lot of Kubernetes.\n\n## Requirements\n\n- Go\n\n## Duties\n\n- Write Rust\n"
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == expected)
  }

  @Test("the label of an item wishes for what it names, and heads it under no heading that says anything")
  func items() throws {
    let text = """
      # Engineer

      ## The harbour

      - Nice to have: Rust
      - Perks: a Terraform course

      ## What we look for

      - Linux
      - Plus: Kafka
      - Environment: Kubernetes
      """
    #expect(try OwnLibrary.importance(of: "messaging-streaming", in: text) == .preferred)
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == .required)
    #expect(try OwnLibrary.importance(of: "rust", in: text) == .preferred)
    #expect(try OwnLibrary.importance(of: "infrastructure-as-code", in: text) == nil)
  }

  @Test(
    "a paragraph behind a list of demands that speaks of nobody who is hired states nothing",
    arguments: [
      ("Tidewater is the home of Kafka in the north, and has been there for sixty long years.", nil),
      (
        "You will look after Kafka in the north, as has been done there for sixty long years.",
        Importance.required
      ),
      ("Kafka and its friends.", .required),
    ])
  func behind(paragraph: String, expected: Importance?) throws {
    let text = "# Engineer\n\n## Requirements\n\n- Go\n- Linux\n\n\(paragraph)\n"
    #expect(try OwnLibrary.importance(of: "messaging-streaming", in: text) == expected)
  }

  @Test("behind a list that a paragraph led to, text is the heading's again")
  func led() throws {
    let text = """
      # Engineer

      ## The job

      You will look after our buoys, day by day, in all of the harbours that we have. To do that you must know:

      - Kubernetes
      - Linux

      You will report to the harbour master and take part in the on-call rotation.
      """
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == .required)
    #expect(try OwnLibrary.importance(of: "on-call", in: text) == .duty)
  }

  @Test("what a paragraph wishes for and lists is no demand")
  func wishes() throws {
    let text = """
      # Engineer

      ## About you

      You have run Linux for years. The following would help, but nobody knows them all, and nobody has to:

      - Kubernetes
      - Kafka

      You are fluent in Python.
      """
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == .preferred)
    #expect(try OwnLibrary.importance(of: "messaging-streaming", in: text) == .preferred)
    #expect(try OwnLibrary.importance(of: "python", in: text) == .required)
  }

  @Test("a line capitalised as headings are is one, where most of it is a heading's phrase")
  func titled() throws {
    let text = """
      Engineer

      Skills You'll Need
      Linux.

      Skills That Will Help You Excel
      Kubernetes.
      """
    #expect(try OwnLibrary.importance(of: "linux", in: text) == .required)
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == .preferred)
  }
}

import Rubric
import Testing

@testable import Extractor

/// What tells the part of a posting where no phrase of headings covers the heading.
@Suite("Headings told by the words that mark them")
struct HeadingMarkTests {
  @Test(
    "the heading of the only list besides duties",
    arguments: [
      ("## What skills and talents a harbour needs", Importance.required),
      ("**Examples of desirable skills, knowledge and experience**", .required),
      ("## You're a good candidate if you...", .required),
      ("## In your role as a Platform Engineer, you will", .duty),
      ("## Those responsibilities that nobody else has", .duty),
      ("## Our ferries", .duty),
    ])
  func alone(heading: String, expected: Importance) throws {
    let text = "# Platform Engineer\n\n## What you'll do\n\n- Run servers\n\n\(heading)\n\n- Kubernetes\n"
    #expect(try OwnLibrary.importance(in: text) == expected)
  }

  @Test(
    "the heading of a list behind one of demands",
    arguments: [
      ("## Desirable skills, knowledge and experience of ferries", Importance.preferred),
      ("## Preferred skills and experience", .preferred), ("## It will be nice if", .preferred),
      ("## Experience that puts you ahead of the curve", .preferred),
      ("## Our commitment to diversity and skills", nil), ("## Benefits of our harbour for you", nil),
      ("## Some of the things you'll do in a harbour", .duty),
    ])
  func beside(heading: String, expected: Importance?) throws {
    let text = "# Platform Engineer\n\n## Requirements\n\n- Go\n\n\(heading)\n\n- Kubernetes\n"
    #expect(try OwnLibrary.importance(in: text) == expected)
    #expect(try OwnLibrary.importance(of: "go", in: text) == .required)
  }

  @Test("a heading within duties that names a competency opens no part of its own")
  func competency() throws {
    let text = """
      # Platform Engineer

      ## What you'll do

      ### The communication skills of it

      - Kubernetes
      """
    #expect(try OwnLibrary.importance(in: text) == .duty)
  }

  @Test(
    "an item that ends in a colon leads to the deeper ones behind it",
    arguments: [
      ("Bonus:", Importance.preferred), ("The following are desirable:", .preferred), ("Tools:", .required),
    ])
  func inner(item: String, expected: Importance) throws {
    let text = """
      # Platform Engineer

      ## Qualifications

      - Go
      - \(item)
        - Kubernetes
      - Terraform
      """
    #expect(try OwnLibrary.importance(in: text) == expected)
    #expect(try OwnLibrary.importance(of: "infrastructure-as-code", in: text) == .required)
  }

  @Test("an unknown heading among the benefits behind the demands asks for nothing")
  func benefits() throws {
    let text = """
      # Platform Engineer

      ## Requirements

      - Go

      ## Benefits

      - Tea

      ## A focus on growing

      - Run with us to a Kubernetes course
      """
    #expect(try OwnLibrary.importance(in: text) == nil)
  }

  @Test(
    "demands in prose",
    arguments: [
      ("You should understand Kubernetes.", Importance.required),
      ("We are looking for an engineer with Kubernetes behind them.", .required),
      ("The successful candidate will have Kubernetes at their fingers' ends.", .required),
      ("You have to know Kubernetes.", .required), ("You will run Kubernetes.", .duty),
    ])
  func prose(line: String, expected: Importance) throws {
    #expect(try OwnLibrary.importance(in: "# Platform Engineer\n\n## The role\n\n\(line)\n") == expected)
  }
}

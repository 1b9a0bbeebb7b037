import Rubric
import Testing

@testable import Extractor

@Suite("What the words before a list make of it")
struct LeadInTests {
  private let ideal = "Broadly, an ideal candidate would have:\n\n- Kubernetes\n- Kafka\n"

  @Test(
    "the ideal candidate's list is the demands where it is the only one, whatever heading it stands under")
  func onlyList() throws {
    #expect(
      try OwnLibrary.importance(of: "kubernetes", in: "# Engineer\n\n## Qualifications\n\n\(ideal)")
        == .required)
  }

  @Test("beside a list of demands, the ideal candidate's list is one of wishes")
  func secondList() throws {
    let text = "# Engineer\n\n## Requirements\n\n- Go\n\n## More\n\n\(ideal)"
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == .preferred)
    #expect(try OwnLibrary.importance(of: "go", in: text) == .required)
  }

  @Test(
    "a paragraph that demands leads to a list of demands",
    arguments: [
      "You are an excellent developer skilled in Java, with interest in topics such as",
      "You are experienced in several of the fields below:",
    ])
  func demands(lead: String) throws {
    let text = "# Engineer\n\nTidewater is seeking an engineer.\n\n\(lead)\n\n- Kubernetes\n- Kafka\n"
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == .required)
  }

  @Test(
    "a list of what is worked with is demanded where the words before it demand it",
    arguments: [
      ("You must have strong skills in our current technology stack:", Importance.required),
      ("Have a look at our current technology stack:", .duty),
    ])
  func stack(lead: String, expected: Importance) throws {
    let text = "# Engineer\n\n## Description\n\nYou keep Tidewater afloat.\n\n\(lead)\n\n- Kubernetes\n"
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == expected)
  }

  @Test("below a heading that is about the whole posting, only what is said of the person counts")
  func description() throws {
    let text =
      "# Engineer\n\n## Description\n\nTidewater runs Kafka for harbours.\n\nYou run Kubernetes.\n\n## You will\n\n- Sail\n"
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == .duty)
    #expect(try OwnLibrary.importance(of: "messaging-streaming", in: text) == nil)
  }

  @Test("a paragraph that demands nothing leaves a list of duties what it is")
  func duties() throws {
    let text = "# Engineer\n\n## Responsibilities\n\nOn an ordinary day you look after:\n\n- Kubernetes\n"
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == .duty)
  }

  @Test("only the last sentence before a list leads to it")
  func lastSentence() throws {
    let text = """
      # Engineer

      ## Requirements

      - Go

      ## Who we are

      Tidewater wants better research and education. We strive to:

      - Bring Kubernetes to every island
      """
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == nil)
  }
}

import Rubric
import Testing

@testable import Extractor

@Suite("Of whom a sentence speaks")
struct SubjectTests {
  @Test(
    "customers, other teams and the employer as such",
    arguments: [
      ("Our customers run Kubernetes all over the north.", nil),
      ("Our customers run Kubernetes, and you help them with it.", Importance.duty),
      ("Tidewater Systems helps companies move to Kubernetes.", nil),
      ("Help customers move to Kubernetes.", .duty),
      ("Take care of our clients' Kubernetes clusters.", .duty),
      ("We have raised money for a better Kubernetes.", nil),
      ("Instead of Kubernetes we use a shell script.", nil), ("Unlike others, we don't run Kubernetes.", nil),
      ("No prior Kubernetes experience necessary.", nil),
    ])
  func role(sentence: String, expected: Importance?) throws {
    let text = "# Engineer\n\n## The role\n\nWe are in Aarhus. \(sentence)\n\n## Requirements\n\n- Go\n"
    #expect(try OwnLibrary.importance(in: text) == expected)
  }

  @Test(
    "what the employer has is no demand, in a list of demands either",
    arguments: [
      "Our platform runs on Kubernetes, so experience with Docker is needed",
      "Whilst our backend is built on Kubernetes, and our frontend is not, you know Docker",
      "At least one container runtime such as Docker (Kubernetes and Helm are what we use)",
    ])
  func ours(item: String) throws {
    let text = "# Engineer\n\n## Requirements\n\n- \(item)\n"
    #expect(try OwnLibrary.importance(in: text) == .duty)
    #expect(try OwnLibrary.importance(of: "containers", in: text) == .required)
  }

  @Test(
    "what somebody is looked for is the work, and what they are like is demanded",
    arguments: [
      (
        "We are looking for an engineer with strong Linux skills to run our Kubernetes clusters.",
        Importance.duty
      ),
      ("We need someone who knows Linux well to help us move to Kubernetes.", .duty),
      ("We need someone who knows how to run Linux and Kubernetes.", .required),
    ])
  func purpose(sentence: String, expected: Importance) throws {
    let text = "# Engineer\n\n## The role\n\n\(sentence)\n\n## Requirements\n\n- Go\n"
    #expect(try OwnLibrary.importance(of: "linux", in: text) == .required)
    #expect(try OwnLibrary.importance(in: text) == expected)
  }

  @Test(
    "experts",
    arguments: [
      ("We need a Linux and Kubernetes expert.", Importance.required),
      ("You will work with a Kubernetes expert.", .duty), ("You become a Kubernetes expert.", .duty),
      ("You join our Kubernetes experts.", .duty),
    ])
  func experts(sentence: String, expected: Importance) throws {
    let text = "# Engineer\n\n## The role\n\n\(sentence)\n\n## Requirements\n\n- Go\n"
    #expect(try OwnLibrary.importance(in: text) == expected)
  }

  @Test(
    "what is said of the person is demanded, and not what they use",
    arguments: [
      ("The post holder will have experience of Kubernetes.", Importance.required),
      ("You demonstrate deep knowledge of Kubernetes.", .required),
      ("You will use your knowledge of Kubernetes.", .duty),
      ("You will help people familiar with Kubernetes.", .duty),
      ("5+ years of Kubernetes.", .required),
    ])
  func qualities(sentence: String, expected: Importance) throws {
    let text = "# Engineer\n\n## The role\n\n\(sentence)\n\n## Requirements\n\n- Go\n"
    #expect(try OwnLibrary.importance(in: text) == expected)
  }
}

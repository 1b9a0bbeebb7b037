import Rubric
import Testing

@testable import Extractor

@Suite("How far a wish reaches")
struct WishReachTests {
  private func importance(of id: String, in item: String, heading: String = "Requirements") throws
    -> Importance?
  {
    try OwnLibrary.importance(of: id, in: "# Engineer\n\n## \(heading)\n\n- \(item)\n")
  }

  @Test("to the last entry, where nothing joins it to a demand before it")
  func lastEntry() throws {
    let item = "Experience with Kubernetes, Kafka a plus"
    #expect(try importance(of: "kubernetes", in: item) == .required)
    #expect(try importance(of: "messaging-streaming", in: item) == .preferred)
    #expect(try importance(of: "kubernetes", in: "Kubernetes, Kafka and Redis a plus") == .preferred)
  }

  @Test("to no demand before an entry that begins anew and names nothing")
  func namelessEntry() throws {
    let item = "Strong knowledge of Kubernetes, familiarity with its history is a plus"
    #expect(try importance(of: "kubernetes", in: item) == .required)
  }

  @Test("words that ask for more or less than their section says so, and only those")
  func evidence() throws {
    let text = """
      # Engineer

      We need somebody who must know Kafka.

      ## Requirements

      - Kubernetes would be a plus
      - Linux
      """
    let competencies = try OwnLibrary.extract(text).role.competencies
    let importances = Dictionary(
      uniqueKeysWithValues: competencies.map { ($0.id, $0.evidence.map(\.importance)) })
    #expect(importances["messaging-streaming"] == [.required])
    #expect(importances["kubernetes"] == [.preferred])
    #expect(importances["linux"] == [nil])
  }

  @Test("ahead, where what stands before it in the clause names nothing")
  func ahead() throws {
    let item = "You must know Kubernetes, and it would be desirable for you to know Kafka"
    #expect(try importance(of: "kubernetes", in: item) == .required)
    #expect(try importance(of: "messaging-streaming", in: item) == .preferred)
  }

  @Test("in brackets that name nothing, to the entry before them")
  func brackets() throws {
    let item = "Run Linux, work with Kafka (experience preferred), and Kubernetes"
    #expect(try importance(of: "messaging-streaming", in: item, heading: "Duties") == .preferred)
    #expect(try importance(of: "kubernetes", in: item, heading: "Duties") == .duty)
    #expect(try importance(of: "python", in: "Python (preferred) or Go") == .required)
  }

  @Test(
    "words of wishes that wish for nothing",
    arguments: [
      "You may also be asked to help with Kafka", "You may also be required to run Kafka",
      "You would help us run Kafka", "Your work will help us move to Kafka",
    ])
  func none(item: String) throws {
    #expect(try importance(of: "messaging-streaming", in: item, heading: "Duties") == .duty)
  }

  @Test(
    "words of wishes at the end of a clause",
    arguments: [
      "Some Kafka would help, but nobody has all of it", "A bit of Kafka wouldn't hurt", "Kafka, even better",
    ])
  func ends(item: String) throws {
    #expect(try importance(of: "messaging-streaming", in: item) == .preferred)
  }
}

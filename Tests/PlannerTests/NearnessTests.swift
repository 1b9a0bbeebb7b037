import Rubric
import Testing

@testable import Planner

@Suite("What a posting says of exercises") struct NearnessTests {
  /// What topics count in a posting with one sentence behind each competency, by their importance.
  private func worth(_ about: [String], title: String = "Engineer", _ asked: (Importance, String)...) -> Int {
    let competencies = asked.enumerated().map { line, asked in
      RoleCompetency(
        id: "c\(line)", importance: asked.0,
        evidence: [Evidence(line: line + 1, column: 1, section: "s", quote: asked.1)])
    }
    let role = RoleDefinition(title: title, competencies: competencies)
    return TopicNearness(PostingSentences(of: role), exercises: [], showing: []).worth(of: [about])[0]
  }

  @Test func aWishDecidesNothing() {
    #expect(worth(["consistent hashing"], (.required, "Consistent hashing at scale")) == 6)
    #expect(worth(["consistent hashing"], (.duty, "Consistent hashing at scale")) == 6)
    #expect(worth(["consistent hashing"], (.preferred, "Consistent hashing is a plus")) == 1)
    #expect(worth(["consistent hashing"], title: "Consistent hashing engineer") == 12)
  }

  @Test func aSentenceBehindMoreThanAWishCountsInFull() {
    let evidence = [Evidence(line: 1, column: 1, section: "s", quote: "Kafka and consistent hashing")]
    let role = RoleDefinition(
      title: "Engineer",
      competencies: [
        RoleCompetency(id: "wish", importance: .preferred, evidence: evidence),
        RoleCompetency(id: "duty", importance: .duty, evidence: evidence),
      ])
    let nearness = TopicNearness(PostingSentences(of: role), exercises: [], showing: [])
    #expect(nearness.worth(of: [["consistent hashing"]]) == [6])
  }

  @Test func aSentenceCountsOnceInALoop() {
    let one = CoverageProblem.Exercise(
      minutes: 45, shows: [0], base: 7,
      mentions: [.init(sentence: 3, worth: 6), .init(sentence: 5, worth: 2)])
    let other = CoverageProblem.Exercise(
      minutes: 45, shows: [1], base: 4, mentions: [.init(sentence: 3, worth: 5)])
    #expect(one.worth(beside: []) == 15)
    #expect(one.worth(beside: [other]) == 9)
    #expect(other.worth(beside: [one]) == 4)
  }

  @Test func exercisesAreOnOneSubjectThatShareThreeFifthsOfTheTopicsOfOne() {
    let shared = SharedTopics([
      ["Kafka", "consumer lag", "backlog", "partitions", "offsets"],
      ["kafka", "Consumer lag", "backlog", "retention", "schemas", "brokers"],
      ["Kafka", "consumer lag", "rebalancing", "retention", "quorum"], [], ["Terraform", "terraform"],
    ])
    #expect(shared.areOneSubject(1, 0))
    #expect(!shared.areOneSubject(2, 0))
    #expect(shared.areOneSubject(2, 1))
    #expect(!shared.areOneSubject(3, 0) && !shared.areOneSubject(4, 3))
  }
}

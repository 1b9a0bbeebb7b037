import Diagnostics
import Rubric
import Testing

@testable import Planner

@Suite struct ConflictTests {
  private let people = ["communication", "collaboration", "ownership"]

  /// A loop of at most one interview with two ratings, and formats beside it.
  private func library(ratings: Int = 2) -> SmallLibrary {
    var small = SmallLibrary()
    for id in ["linux", "cloud"] { small.competency(id) }
    for id in people {
      small.competency(id, family: "people", questions: [.init(name: "case", kind: "behavioural")])
    }
    small.format("deep-dive", families: "platform")
    small.format("talk", minutes: 45, kinds: "behavioural", families: "people")
    small.format("long-talk", minutes: 75, kinds: "behavioural", families: "people")
    small.policy(formats: "deep-dive, talk", interviews: 2, ratings: ratings)
    return small
  }

  private func plan(_ small: SmallLibrary, _ role: RoleDefinition) throws -> InterviewLoop {
    let library = small.library
    return try LoopPlanner(library: library, policy: try library.policy()).plan(role)
  }

  @Test func theConflictHoldsOnlyThoseThatCompete() throws {
    let loop = try plan(
      library(), role(required("linux", "communication", "collaboration", "cloud", "ownership")))
    #expect(loop.optimality.required == (4, 5))
    let conflict = try #require(loop.conflict)
    #expect(conflict.demands.map(\.id) == ["communication", "collaboration", "ownership"])
    #expect(conflict.places == 2)
  }

  @Test func remediesAreTriedAndCheapestFirst() throws {
    let loop = try plan(library(), role(required("communication", "collaboration", "ownership")))
    let out = try #require(loop.coverage.first { $0.omission == .noPlace }).demand.name
    #expect(
      loop.conflict?.remedies == [
        .makePreferred([out]), .addInterview(formatName: "The talk", minutes: 45, covers: [out]),
      ])
  }

  @Test func moreRatingsInAnInterviewHelpWhereItsMinutesAllow() throws {
    var small = library()
    small.policy(formats: "deep-dive, long-talk", interviews: 2, ratings: 2)
    let loop = try plan(small, role(required("communication", "collaboration", "ownership")))
    #expect(loop.conflict?.remedies.first == .raiseRatings(to: 3))
  }

  @Test func aDemandWithoutAQuestionIsAConflictByItself() throws {
    var small = library()
    small.competency("ownership", family: "people", questions: [])
    let loop = try plan(small, role(required("linux", "communication", "ownership")))
    let conflict = try #require(loop.conflict)
    #expect(conflict.demands.map(\.id) == ["ownership"])
    #expect(conflict.places == 0)
    #expect(conflict.remedies == [.addQuestion("The ownership"), .makePreferred(["The ownership"])])
    #expect(loop.coverage.map(\.omission) == [nil, nil, .noQuestion])
  }

  @Test func aStatedProcessThatRatesNoPeopleWantsAnotherInterview() throws {
    var small = library()
    small.add("postings/stages.yaml", "deep-dive: [technical]")
    let process = [ProcessStage(name: "Technical interview", minutes: 60), ProcessStage(name: "Decision")]
    let loop = try plan(small, role(required("linux", "ownership"), process: process))
    #expect(
      loop.conflict?.remedies == [
        .makePreferred(["The ownership"]),
        .addInterview(formatName: "The talk", minutes: 45, covers: ["The ownership"]),
      ])
  }

  @Test func thereIsNoConflictWhenAllAreRated() throws {
    #expect(try plan(library(), role(required("linux", "communication"))).conflict == nil)
  }
}

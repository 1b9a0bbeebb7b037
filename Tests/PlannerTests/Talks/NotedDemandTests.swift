import Rubric
import Testing

@testable import Planner

/// What no interview rates, and one shows all the same.
@Suite("What is noted and not rated") struct NotedDemandTests {
  /// A loop that rates two things by an exercise, with a third of which it has no place.
  private func loop(leavingOut id: String) throws -> InterviewLoop {
    let library = try RealRubrics.library()
    let competencies = ["troubleshooting", "reliability"].enumerated().map { index, id in
      RoleCompetency(
        id: id, importance: .required, target: .intermediate,
        evidence: [Evidence(line: index + 1, column: 1, section: "required", quote: "Experience with \(id)")])
    }
    let role = RoleDefinition(title: "Engineer", level: .mid, competencies: competencies).withWeights()
    var loop = try LoopPlanner(library: library, policy: try library.policy()).plan(role)
    let competency = try #require(try library.competency(id))
    let wanted = RoleCompetency(id: id, importance: .duty, target: .intermediate)
    loop.coverage.append(
      Coverage(
        demand: Demand(alternatives: [wanted], competencies: [competency], along: []), interviews: [],
        omission: .noPlace))
    return loop
  }

  private func place(of loop: InterviewLoop) throws -> Int {
    try #require(loop.interviews.firstIndex { $0.exercise != nil })
  }

  @Test("what the exercise of an interview is made for, or shows besides, is noted there")
  func shown() throws {
    var loop = try loop(leavingOut: "networking")
    for index in loop.interviews.indices {
      loop.interviews[index].exercise?.rates = []
      loop.interviews[index].exercise?.also = []
      loop.interviews[index].ratings = []
    }
    let place = try place(of: loop)
    #expect(loop.interviews.allSatisfy { loop.noted(in: $0).isEmpty })
    loop.interviews[place].exercise?.also = ["networking"]
    #expect(loop.noted(in: loop.interviews[place]).map(\.id) == ["networking"])
    #expect(loop.withNotes().coverage.map(\.noted) == [[], [], [loop.interviews[place].number]])
    loop.interviews[place].format?.isAlone = true
    #expect(loop.noted(in: loop.interviews[place]).isEmpty)
    loop.interviews[place].exercise?.rates = ["networking"]
    #expect(loop.noted(in: loop.interviews[place]).map(\.id) == ["networking"])
  }

  @Test("a language is noted where programming is shown, and nothing is that an interview rates")
  func inherited() throws {
    var loop = try loop(leavingOut: "go")
    let place = try place(of: loop)
    loop.interviews[place].exercise?.rates = ["programming", "troubleshooting"]
    #expect(loop.noted(in: loop.interviews[place]).map(\.id) == ["go"])
    loop.coverage[2].interviews = [1]
    #expect(loop.noted(in: loop.interviews[place]).isEmpty)
  }
}

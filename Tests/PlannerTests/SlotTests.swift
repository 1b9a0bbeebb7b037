import Rubric
import Testing

@testable import Planner

@Suite struct SlotTests {
  private func ask(_ wanted: [RoleCompetency], along: Bool = false) throws -> PlannedQuestion {
    var small = SmallLibrary()
    let slot = "technology: {default: a public cloud, from: [AWS, Google Cloud]}"
    let question = SmallLibrary.Ask(
      name: "one", text: "Why {technology}, and not without {technology}?", slot: slot)
    small.competency("cloud", questions: [question])
    small.competency("aws-cloud", extends: "cloud", questions: [])
    small.competency("gcp-cloud", extends: "cloud", questions: [])
    small.format("first")
    small.policy(formats: "first")
    let library = small.library
    let loop = try LoopPlanner(library: library, policy: try library.policy()).plan(role(wanted))
    return try #require(loop.interviews.first?.ratings.first?.question)
  }

  private func cloud(_ technologies: String...) -> RoleCompetency {
    RoleCompetency(id: "cloud", importance: .required, technologies: technologies)
  }

  @Test func theFirstProductThatTheRoleNamesFillsTheSlot() throws {
    let question = try ask([cloud("Heroku", "google cloud", "AWS")])
    #expect(question.ask == "Why Google Cloud, and not without Google Cloud?")
    #expect(question.question.ask == question.ask)
    #expect(question.question.probes.map(\.text) == ["And with Google Cloud?"])
  }

  @Test func theStandardFillsItOtherwise() throws {
    #expect(try ask([cloud("Heroku")]).ask == "Why a public cloud, and not without a public cloud?")
    #expect(try ask([cloud()]).question.slots.isEmpty)
  }

  @Test func alternativesGetTheSameWordsWhicheverIsChosen() throws {
    let wanted = [("aws-cloud", "AWS"), ("gcp-cloud", "Google Cloud")].map { id, technology in
      RoleCompetency(id: id, importance: .required, anyOf: "a", technologies: [technology])
    }
    #expect(try ask(wanted).ask.hasPrefix("Why a public cloud,"))
  }
}

import Rubric
import Testing

@testable import Planner

@Suite("What candidates do alone")
struct AloneTests {
  private static func loop() throws -> InterviewLoop {
    let library = try RealRubrics.library()
    let role = RoleDefinition(
      title: "Engineer",
      interviewProcess: [
        ProcessStage(name: "Take-home", minutes: 120, isAsynchronous: true),
        ProcessStage(name: "Behavioural interview", minutes: 60),
      ],
      competencies: ["go", "testing", "collaboration"].map {
        RoleCompetency(id: $0, importance: .required)
      })
    return try LoopPlanner(library: library, policy: try library.policy()).plan(role.withWeights())
  }

  @Test("it is an exercise that takes half of its minutes with somebody beside")
  func exercise() throws {
    let alone = try #require(try Self.loop().interviews.first)
    #expect(alone.isAlone)
    let exercise = try #require(alone.exercise)
    #expect(exercise.kind == .coding && exercise.minutes <= 60)
    #expect(alone.ratings.flatMap(\.questions).map(\.minutes).reduce(exercise.minutes, +) <= 60)
  }

  @Test("its kit has no clock, no words to say and no hints to give", arguments: ["md", "html"])
  func kit(ending: String) throws {
    let library = try RealRubrics.library()
    let loop = try Self.loop()
    let id = try #require(loop.interviews.first?.exercise?.id)
    let form = try #require(try library.exercise(id)?.form(seed: nil))
    let documents = try DocumentRenderer(templates: Repository.templates())
      .documents(of: loop, forms: [id: form], loopFile: "")
    let kit = try #require(documents.first { $0.path == "kits/1-take-home.\(ending)" }).text
    for words in ["Clock", "Read aloud", "Minute ", "after two minutes", "has cost two minutes"] {
      #expect(!kit.contains(words), "\(words)")
    }
    #expect(kit.contains("about twice that alone"))
  }
}

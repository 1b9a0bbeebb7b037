import Rubric
import Testing

@testable import Planner

@Suite("Formats that a loop is expected to hold")
struct ExpectedFormatTests {
  /// So many required competencies that no loop has a place for all, none of them about programming.
  private static let many = [
    "kubernetes", "cloud", "linux", "networking", "observability", "on-call", "reliability", "ci-cd",
    "security",
    "databases", "system-design", "api-design", "distributed-systems", "performance", "containers",
    "communication", "collaboration", "mentorship", "ownership", "delivery",
  ]

  private func formats(_ competencies: [RoleCompetency], level: RoleLevel = .senior) throws -> [String] {
    let library = try RealRubrics.library()
    let role = RoleDefinition(title: "T", level: level, competencies: competencies).withWeights()
    let loop = try LoopPlanner(library: library, policy: try library.policy()).plan(role)
    return loop.interviews.compactMap(\.format?.id)
  }

  private func required(_ ids: [String], anyOf: String? = nil) -> [RoleCompetency] {
    ids.map { RoleCompetency(id: $0, importance: .required, anyOf: anyOf, target: .advanced) }
  }

  @Test("who must program writes code, also where there is no place for all that is required")
  func programming() throws {
    #expect(try formats(required(Self.many + ["go"])).contains("coding"))
    #expect(try formats(required(Self.many) + required(["go", "python"], anyOf: "a")).contains("coding"))
    #expect(try formats(required(["kubernetes", "cloud", "networking", "python"])).contains("coding"))
  }

  @Test("who need not program does not")
  func others() throws {
    #expect(try !formats(required(Self.many)).contains("coding"))
    let wished = RoleCompetency(id: "go", importance: .preferred, target: .advanced)
    #expect(try !formats(required(Self.many) + [wished]).contains("coding"))
  }

  @Test("who leads people gets a case of it, and nobody else does")
  func leadership() throws {
    #expect(try formats(required(Self.many + ["people-management"])).contains("leadership-case"))
    #expect(try !formats(required(Self.many)).contains("leadership-case"))
    let library = try RealRubrics.library()
    let format = Session(try #require(try library.format("leadership-case")))
    #expect(!format.isWorthwhile(for: []))
    #expect(Session(try #require(try library.format("system-design"))).isWorthwhile(for: []))
  }

  @Test(
    "who is required to lead people writes no code, nor who is to by level; who leads some beside the work does"
  )
  func yielding() throws {
    let few = ["kubernetes", "go", "communication"]
    #expect(try formats(required(few)).contains("coding"))
    #expect(try !formats(required(few + ["people-management"])).contains("coding"))
    for importance in [Importance.preferred, .duty] {
      let beside = RoleCompetency(id: "people-management", importance: importance, target: .advanced)
      #expect(try formats(required(few) + [beside]).contains("coding"))
      #expect(try !formats(required(few) + [beside], level: .director).contains("coding"))
    }
    #expect(
      try formats(required(few) + required(["people-management", "on-call"], anyOf: "a")).contains("coding"))
  }

  @Test("where nothing is asked for that the manager rates, the manager asks for a case of something else")
  func otherwise() throws {
    let library = try RealRubrics.library()
    func rated(_ ids: [String]) throws -> [String] {
      let role = RoleDefinition(title: "T", level: .senior, competencies: required(ids)).withWeights()
      let loop = try LoopPlanner(library: library, policy: try library.policy()).plan(role)
      let manager = loop.interviews.first { $0.format?.id == "hiring-manager" }
      return try #require(manager).ratings.map(\.demand.id)
    }
    #expect(try !rated(["kubernetes", "on-call"]).isEmpty)
    #expect(try rated(["kubernetes", "on-call", "ownership"]) == ["kubernetes", "ownership"])
  }

  @Test("a screen that finds nothing to rate is not held")
  func idle() throws {
    #expect(try !formats(required(["collaboration", "ownership"])).contains("technical-screen"))
    #expect(try formats(required(["collaboration", "linux"])).contains("technical-screen"))
  }

  @Test("alternatives that are not all about programming ask for no code, nor does what nobody knows")
  func alternatives() throws {
    let library = try RealRubrics.library()
    let coding = Session(try #require(try library.format("coding")))
    func isAsked(_ ids: [String]) throws -> Bool {
      let known = try library.competencies(ids)
      let demand = Demand(alternatives: [], competencies: ids.compactMap { known[$0] }, along: [])
      return coding.isAsked(by: [demand])
    }
    #expect(try isAsked(["programming"]) && isAsked(["go", "python"]) && isAsked(["python", "linux"]))
    #expect(try !isAsked(["python", "containers"]) && !isAsked(["linux"]) && !isAsked([]))
    let talk = Session(try #require(try library.format("hiring-manager")))
    #expect(talk.isAsked(by: []))
  }
}

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

  private func formats(_ competencies: [RoleCompetency]) throws -> [String] {
    let library = try RealRubrics.library()
    let role = RoleDefinition(title: "T", level: .senior, competencies: competencies).withWeights()
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

  @Test("alternatives that are not all about programming ask for no code, nor does what nobody knows")
  func alternatives() throws {
    let library = try RealRubrics.library()
    let coding = Session(try #require(try library.format("coding")))
    func isAsked(_ ids: [String]) throws -> Bool {
      let known = try library.competencies(ids)
      let demand = Demand(alternatives: [], competencies: ids.compactMap { known[$0] }, along: [])
      return coding.isAsked(by: [demand])
    }
    #expect(try isAsked(["programming"]) && isAsked(["go", "python"]))
    #expect(try !isAsked(["python", "linux"]) && !isAsked([]))
    let talk = Session(try #require(try library.format("hiring-manager")))
    #expect(talk.isAsked(by: []))
  }
}

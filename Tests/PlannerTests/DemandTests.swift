import Diagnostics
import Rubric
import Testing

@testable import Planner

@Suite struct DemandTests {
  private let library: RubricLibrary

  init() {
    var small = SmallLibrary()
    small.competency(
      "programming", family: "languages", questions: [.init(name: "any"), .init(name: "other")])
    small.competency("go", family: "languages", extends: "programming", questions: [.init(name: "channels")])
    small.competency(
      "python", family: "languages", extends: "programming", questions: [.init(name: "threads")])
    small.competency("ruby", family: "languages", extends: "programming", questions: [.init(name: "blocks")])
    small.competency("linux")
    small.competency("cloud")
    library = small.library
  }

  private func demands(_ competencies: [RoleCompetency]) throws -> [Demand] {
    DemandBuilder(role(competencies), try library.competencies(competencies.map(\.id))).demands()
  }

  private func alternative(_ id: String, weight: Double = 0) -> RoleCompetency {
    RoleCompetency(id: id, importance: .required, anyOf: "a", weight: weight)
  }

  @Test func alternativesMakeOneDemandAtTheFirstPlace() throws {
    let demands = try demands([alternative("go")] + required("linux") + [alternative("python")])
    #expect(demands.map(\.id) == ["go|python", "linux"])
    #expect(demands.first?.competencies.map(\.id) == ["go", "python"])
  }

  @Test(
    "beside languages the shell is a way to write a program, and by itself it is none",
    arguments: [
      (["python", "linux"], "programming", true), (["linux", "go", "python"], "programming", true),
      (["linux"], "programming", false), (["python", "linux"], "python", false),
      (["python", "linux"], "linux", false), (["python", "linux", "cloud"], "programming", false),
      (["linux"], "linux", true),
    ])
  func shell(ids: [String], id: String, goes: Bool) throws {
    let known = try RealRubrics.library().competencies(ids)
    let demands = DemandBuilder(role(ids.map { alternative($0) }), known).demands()
    #expect(demands.map { $0.goes(by: id) } == [goes])
  }

  @Test("among languages the shell goes by what one writes in it")
  func shellName() throws {
    func name(_ ids: [String]) throws -> [String] {
      let known = try RealRubrics.library().competencies(ids)
      return DemandBuilder(role(ids.map { alternative($0) }), known).demands().map(\.name)
    }
    #expect(try name(["python", "linux"]) == ["Python or Bash"])
    #expect(try name(["linux"]) == ["Linux and the shell"])
    #expect(try name(["linux", "containers"]) == ["Linux and the shell or Containers"])
  }

  @Test(
    "of a choice that names the shell one may write in it, though the shell is asked for apart",
    arguments: [("Go, Bash or Python", ["Bash"]), ("Go or Python", [])])
  func shellBesideChoice(line: String, shells: [String]) throws {
    let known = try RealRubrics.library().competencies(["go", "python", "linux"])
    let choice = Evidence(line: 1, column: 1, section: "required", quote: line)
    var wanted = ["go", "python"].map { alternative($0) } + required("linux")
    for index in wanted.indices { wanted[index].evidence = [choice] }
    wanted[2].evidence.append(Evidence(line: 2, column: 1, section: "required", quote: "Linux"))
    #expect(DemandBuilder(role(wanted), known).demands().map(\.alsoWrittenIn) == [shells, []])
  }

  @Test func whatIsExtendedGoesAlongWithTheHeaviest() throws {
    var wanted = required("programming", "go", "python")
    wanted[2].weight = 0.9
    let demands = try demands(wanted)
    #expect(demands.map(\.id) == ["go", "python"])
    #expect(demands.map { $0.along.map(\.id) } == [[], ["programming"]])
  }

  @Test func whatIsExtendedGoesAlongWithTheFirstOfEquals() throws {
    let demands = try demands(required("linux", "go", "programming", "python"))
    #expect(demands.map(\.id) == ["linux", "go", "python"])
    #expect(demands.map { $0.along.map(\.id) } == [[], ["programming"], []])
  }

  @Test func whatIsAskedForMoreStronglyGoesAlongWithNothing() throws {
    let demands = try demands([RoleCompetency(id: "go", importance: .duty)] + required("programming"))
    #expect(demands.map(\.id) == ["go", "programming"])
    #expect(demands.map(\.importance) == [.duty, .required])
  }

  @Test(
    "of three languages that one sentence requires the candidate chooses one",
    arguments: [([4, 4, 4], ["go|python|ruby"]), ([4, 4, 5], ["go", "python", "ruby"])])
  func crowdedLanguages(lines: [Int], ids: [String]) throws {
    let wanted = zip(["go", "python", "ruby"], lines).map { id, line in
      let words = Evidence(line: line, column: 3, section: "required", quote: "Go, Python, Ruby")
      return RoleCompetency(id: id, importance: .required, evidence: [words])
    }
    let demands = try demands(wanted)
    #expect(demands.map(\.id) == ids)
    #expect(demands.allSatisfy { !$0.isStatedChoice })
  }

  @Test func alternativesGetTheQuestionsThatAllInherit() throws {
    let demand = try #require(try demands([alternative("go"), alternative("python")]).first)
    let pool = QuestionPool(of: demand)
    #expect(pool.questions.map(\.id) == ["programming/any", "programming/other"])
    #expect(pool.shownAs == ["programming"])
  }

  @Test func alternativesWithNothingInCommonGetTheHeaviestsQuestions() throws {
    let demand = try #require(try demands([alternative("linux"), alternative("cloud", weight: 0.8)]).first)
    #expect(QuestionPool(of: demand).questions.map(\.id) == ["cloud/one"])
  }

  @Test func aSingleLanguageAsksItsOwnQuestionsFirst() throws {
    let demand = try #require(try demands(required("go")).first)
    #expect(
      QuestionPool(of: demand).questions.map(\.id) == ["go/channels", "programming/any", "programming/other"])
  }

  @Test func unknownCompetenciesAreDemandsWithoutCompetencies() throws {
    let demands = try demands(required("linux", "basketry") + [alternative("cloud"), alternative("weaving")])
    #expect(demands.map(\.id) == ["linux", "basketry", "cloud", "weaving"])
    #expect(demands.map(\.isInLibrary) == [true, false, true, false])
    #expect(demands.map(\.name) == ["The linux", "basketry", "The cloud", "weaving"])
  }

  @Test func emphasisCountsLinesUpToNine() throws {
    func lines(_ lines: [Int]) -> Demand {
      var competency = RoleCompetency(id: "linux", importance: .required)
      competency.evidence = lines.map { Evidence(line: $0, column: 1, section: "required", quote: "Linux") }
      return Demand(alternatives: [competency], competencies: [], along: [])
    }
    #expect(lines([4, 4, 7]).emphasis == 2)
    #expect(lines(Array(1...20)).emphasis == 9)
  }
}

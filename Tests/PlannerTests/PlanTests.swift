import Diagnostics
import Rubric
import Testing

@testable import Planner

@Suite struct PlanTests {
  private func plan(_ small: SmallLibrary, _ role: RoleDefinition) throws -> InterviewLoop {
    let library = small.library
    return try LoopPlanner(library: library, policy: try library.policy()).plan(role)
  }

  /// Four platform competencies with three questions each, and two formats.
  private func library(interviews: Int = 2, readings: Int = 2) -> SmallLibrary {
    var small = SmallLibrary()
    for id in ["linux", "cloud", "networking", "containers"] {
      small.competency(id, questions: [.init(name: "one"), .init(name: "two"), .init(name: "three")])
    }
    small.format("first")
    small.format("second", minutes: 45)
    small.policy(formats: "first, second", interviews: interviews, readings: readings)
    return small
  }

  @Test func everyRequiredDemandIsRatedThenTwice() throws {
    let loop = try plan(library(), role(required("linux", "cloud")))
    #expect(loop.interviews.map(\.ratings.count) == [2, 2])
    #expect(loop.coverage.map(\.interviews) == [[1, 2], [1, 2]])
    #expect(loop.interviews.map { $0.ratings.map(\.isFirstReading) } == [[true, true], [false, false]])
    #expect(loop.optimality.requiredTwice == 2)
    #expect(loop.optimality.isProven)
  }

  @Test func preferredDemandsAreRatedOnce() throws {
    let preferred = ["cloud", "networking"].map { RoleCompetency(id: $0, importance: .preferred) }
    let loop = try plan(library(), role(required("linux") + preferred))
    #expect(loop.coverage.map(\.interviews.count) == [2, 1, 1])
  }

  @Test func whatIsAskedForMostStronglyIsRatedTwiceWhereNothingIsDemanded() throws {
    let asked = [
      RoleCompetency(id: "linux", importance: .preferred), RoleCompetency(id: "cloud", importance: .duty),
    ]
    let loop = try plan(library(), role(asked))
    #expect(loop.coverage.map(\.interviews.count) == [2, 1])
    #expect(loop.optimality.required == (0, 0) && loop.optimality.requiredTwice == 0)
    #expect(loop.optimality.preferred == (1, 1) && loop.optimality.duties == (1, 1))
  }

  @Test func noMoreReadingsThanThePolicySays() throws {
    let loop = try plan(library(readings: 1), role(required("linux")))
    #expect(loop.interviews.map(\.name) == ["The second"])
    #expect(loop.coverage.map(\.interviews) == [[1]])
  }

  /// Words on so many lines.
  private func evidence(lines: Int) -> [Evidence] {
    (0..<lines).map { Evidence(line: $0 + 1, column: 1, section: "duties", quote: "words") }
  }

  /// Two interviews with a place each: what is required, and whether it is rated twice or a duty once.
  private func interviewsOfOnePlace(
    required lines: Int, duty: Int, family: String = "platform", dutyFamily: String = "platform"
  ) throws -> [Int] {
    var small = SmallLibrary()
    for id in ["linux", "cloud"] {
      small.competency(
        id, family: id == "linux" ? family : dutyFamily,
        questions: [.init(name: "one"), .init(name: "two")])
    }
    small.format("first", ratings: 1)
    small.format("second", ratings: 1)
    small.policy(formats: "first, second", interviews: 2)
    let wanted = [
      RoleCompetency(id: "linux", importance: .required, evidence: evidence(lines: lines)),
      RoleCompetency(id: "cloud", importance: .duty, evidence: evidence(lines: duty)),
    ]
    return try plan(small, role(wanted)).coverage.map(\.interviews.count)
  }

  @Test func aDutyGoesBeforeASecondReading() throws {
    #expect(try interviewsOfOnePlace(required: 1, duty: 2) == [1, 1])
    #expect(try interviewsOfOnePlace(required: 2, duty: 2) == [1, 1])
    #expect(try interviewsOfOnePlace(required: 2, duty: 1) == [1, 1])
  }

  @Test func aDutyOfHowSomebodyWorksWithOthersGoesBehindASecondReadingOfManyLines() throws {
    #expect(try interviewsOfOnePlace(required: 1, duty: 1, dutyFamily: "people") == [1, 1])
    #expect(try interviewsOfOnePlace(required: 2, duty: 1, dutyFamily: "people") == [2, 0])
  }

  @Test func aDutyGoesBeforeASecondReadingOfWhatIsExpectedOfEverybody() throws {
    #expect(try interviewsOfOnePlace(required: 3, duty: 3, family: "people") == [1, 1])
  }

  @Test func requiredDemandsGoBeforePreferredOnes() throws {
    let wanted = RoleCompetency(id: "containers", importance: .preferred, weight: 0.9)
    let loop = try plan(library(interviews: 1), role([wanted] + required("linux", "cloud", "networking")))
    #expect(loop.coverage.map(\.interviews) == [[], [1], [1], [1]])
    #expect(loop.coverage.map(\.omission) == [.noPlace, nil, nil, nil])
    #expect(loop.conflict == nil)
  }

  @Test func whatThePostingSpeaksOfMoreTakesTheLastPlace() throws {
    var wanted = ["linux", "cloud", "networking", "containers"].map {
      RoleCompetency(id: $0, importance: .preferred)
    }
    for index in 1...3 {
      wanted[index].evidence = [Evidence(line: index, column: 1, section: "preferred", quote: "words")]
    }
    let loop = try plan(library(interviews: 1), role(wanted))
    #expect(loop.coverage.map(\.omission) == [.noPlace, nil, nil, nil])
  }

  @Test func noQuestionIsAskedTwice() throws {
    var small = SmallLibrary()
    small.competency("linux", questions: [.init(name: "only")])
    small.competency("cloud", questions: [.init(name: "one"), .init(name: "two")])
    small.format("first")
    small.format("second")
    small.policy(formats: "first, second")
    let loop = try plan(small, role(required("linux", "cloud")))
    let asked = loop.interviews.flatMap(\.ratings).compactMap(\.question?.question.id)
    #expect(asked.sorted() == ["cloud/one", "cloud/two", "linux/only"])
    #expect(loop.optimality.requiredTwice == 1)
    #expect(loop.optimality.isProven)
    #expect(loop.optimality.bound.once == 2 && loop.optimality.bound.twice == 1)
  }

  @Test func aQuestionShowsASecondDemandWhereTimeIsShort() throws {
    var small = SmallLibrary()
    small.competency("linux", questions: [.init(name: "long", minutes: 30)])
    small.competency("cloud", questions: [.init(name: "wide", minutes: 30, also: "linux")])
    small.format("first")
    small.policy(formats: "first")
    let loop = try plan(small, role(required("linux", "cloud")))
    let ratings = try #require(loop.interviews.first?.ratings)
    #expect(ratings.map(\.demand.id) == ["cloud", "linux"])
    #expect(ratings.map(\.question?.question.id) == ["cloud/wide", nil])
    #expect(ratings.map(\.shownBy) == [nil, "cloud/wide"])
  }

  @Test func theMinutesOfASessionAreKept() throws {
    var small = SmallLibrary()
    for id in ["linux", "cloud", "networking"] {
      small.competency(id, questions: [.init(name: "long", minutes: 20)])
    }
    small.format("first")
    small.policy(formats: "first")
    let loop = try plan(small, role(required("linux", "cloud", "networking")))
    #expect(loop.interviews.map { $0.ratings.compactMap(\.question?.minutes) } == [[20, 20]])
    #expect(loop.optimality.required == (2, 3))
  }

  @Test func anOddTargetTakesTheNearestQuestions() throws {
    var small = SmallLibrary()
    small.competency(
      "linux", questions: [.init(name: "hard", levels: "4-5"), .init(name: "easy", levels: "2-3")])
    small.format("first")
    small.policy(formats: "first")
    let wanted = RoleCompetency(id: "linux", importance: .required, target: .awareness)
    let loop = try plan(small, role([wanted]))
    #expect(loop.interviews.first?.ratings.first?.question?.question.id == "linux/easy")
  }

  @Test func questionsSuitTheLevelThenTheFormatThenThePosting() throws {
    var small = SmallLibrary()
    let asks: [SmallLibrary.Ask] = [
      .init(name: "low", levels: "1-3", text: "How do you trace system calls?"),
      .init(name: "drill", kind: "drill", text: "How do you trace system calls?"),
      .init(name: "plain"), .init(name: "near", text: "How do you trace system calls?"),
    ]
    small.competency("linux", questions: asks)
    small.format("first")
    small.policy(formats: "first", readings: 1)
    var wanted = RoleCompetency(id: "linux", importance: .required)
    wanted.evidence = [
      Evidence(line: 1, column: 1, section: "required", quote: "Can TRACE a program's calls")
    ]
    let loop = try plan(small, role([wanted]))
    #expect(loop.interviews.first?.ratings.first?.question?.question.id == "linux/near")
  }

  @Test func screensAreHeldAndOptionalFormatsOnlyWhenTheyRate() throws {
    var small = library()
    small.format("call", minutes: 30, ratings: 0, kinds: "", families: "")
    small.policy(screens: "call, nowhere", formats: "first, second", interviews: 2, readings: 1)
    let loop = try plan(small, role([RoleCompetency(id: "linux", importance: .duty)]))
    #expect(loop.interviews.map(\.name) == ["The call", "The second"])
    #expect(loop.interviews.map(\.isScreen) == [true, false])
    #expect(loop.interviews.map(\.number) == [1, 2])
    #expect(loop.candidateMinutes == 75)
  }

  @Test func unknownCompetenciesAreReportedAndNoConflict() throws {
    let loop = try plan(library(), role(required("linux", "basketry")))
    #expect(loop.coverage.map(\.omission) == [nil, .notInLibrary])
    #expect(loop.optimality.required == (1, 2))
    #expect(loop.conflict == nil)
  }
}

import Rubric
import Testing

@testable import Planner

@Suite("What a hiring manager asks")
struct TalkTests {
  private static let library = Result { try RealRubrics.library() }

  private static func role(
    _ demands: [(String, Importance, lines: Int)], level: RoleLevel = .senior,
    target: ProficiencyLevel = .advanced, open: [OpenWording] = [], stages: [ProcessStage] = []
  ) -> RoleDefinition {
    var line = 0
    let competencies = demands.map { id, importance, count in
      let evidence = (0..<count).map { _ in
        line += 1
        return Evidence(line: line, column: 3, section: "required", quote: "Whole words of line \(line)")
      }
      return RoleCompetency(id: id, importance: importance, target: target, evidence: evidence)
    }
    return RoleDefinition(
      title: "Engineer", level: level, interviewProcess: stages, competencies: competencies, open: open
    ).withWeights()
  }

  private static func loop(_ role: RoleDefinition) throws -> InterviewLoop {
    let library = try library.get()
    return try LoopPlanner(library: library, policy: try library.policy()).plan(role)
  }

  private static func manager(_ loop: InterviewLoop) throws -> Interview {
    try #require(loop.interviews.first { $0.format?.id == "hiring-manager" })
  }

  private static func uncovered(_ count: Int) -> [OpenWording] {
    (1...max(1, count)).prefix(count).map { number in
      OpenWording(
        .uncovered,
        Evidence(line: 40 + number, column: 3, section: "required", quote: "Has kept a ferry's log \(number)")
      )
    }
  }

  @Test(
    "the first question is on the largest piece of work in the heaviest technical demand, and is a reading")
  func largest() throws {
    let loop = try Self.loop(
      Self.role([
        ("linux", .required, 1), ("databases", .required, 3), ("ownership", .required, 4),
        ("communication", .required, 1),
      ]))
    let manager = try Self.manager(loop)
    let first = try #require(manager.ratings.first)
    #expect(first.demand.id == "databases" && first.question?.question.id == "databases/largest-fleet")
    #expect(!first.isFirstReading)
    let coverage = try #require(loop.coverage.first { $0.demand.id == "databases" })
    #expect(coverage.interviews.contains(manager.number) && coverage.interviews.count > 1)
    let asked = loop.interviews.flatMap(\.ratings).flatMap(\.questions).map(\.question.id)
    #expect(Set(asked).count == asked.count)
    #expect(loop.optimality.requiredTwice <= loop.optimality.bound.twice)
  }

  @Test("who leads people is asked for the largest team")
  func leading() throws {
    let loop = try Self.loop(
      Self.role(
        [("people-management", .required, 2), ("cloud", .required, 4)], level: .manager, target: .intermediate
      ))
    let first = try Self.manager(loop).ratings.first
    #expect(first?.question?.question.id == "people-management/largest-team")
  }

  @Test(
    "the first question is on what nothing rates: what the level asks for, then a technical duty that comes back",
    arguments: [
      (RoleLevel.staff, "technical-leadership", 1, "technical-leadership/largest-direction"),
      (.senior, "technical-leadership", 2, "databases/largest-fleet"),
      (.senior, "cloud", 2, "cloud/largest-account"), (.senior, "cloud", 1, "databases/largest-fleet"),
    ])
  func unrated(level: RoleLevel, duty: String, lines: Int, asked: String) throws {
    var loop = try Self.loop(
      Self.role([("databases", .required, 3), ("linux", .required, 2), (duty, .duty, lines)], level: level))
    for index in loop.interviews.indices {
      let isManagers = loop.interviews[index].format?.id == "hiring-manager"
      loop.interviews[index].ratings.removeAll { isManagers || $0.demand.id == duty }
    }
    for index in loop.coverage.indices where loop.coverage[index].demand.id == duty {
      loop.coverage[index].interviews = []
    }
    var questions = LargestWorkQuestions(loop, core: loop.core.filter(\.isRated), most: 3)
    questions.add(to: &loop.interviews)
    #expect(try Self.manager(loop).ratings.first?.question?.question.id == asked)
  }

  @Test("of duties that come back, the one that the posting calls by its name goes first")
  func named() throws {
    func evidence(_ line: Int, _ words: String) -> Evidence {
      Evidence(line: line, column: 3, section: "duties", quote: words)
    }
    let required = Self.role([("databases", .required, 3), ("linux", .required, 2)]).competencies
    let scale = (11...14).map { evidence($0, "Makes it scale, step \($0)") }
    let named = (21...22).map { evidence($0, "Sets a standard of reliability \($0)") }
    let role = RoleDefinition(
      title: "Engineer", level: .senior,
      competencies: required + [
        RoleCompetency(id: "distributed-systems", importance: .duty, target: .advanced, evidence: scale),
        RoleCompetency(id: "reliability", importance: .duty, target: .advanced, evidence: named),
      ])
    var loop = try Self.loop(role.withWeights())
    let duties = ["distributed-systems", "reliability"]
    for index in loop.interviews.indices {
      let isManagers = loop.interviews[index].format?.id == "hiring-manager"
      loop.interviews[index].ratings.removeAll { isManagers || duties.contains($0.demand.id) }
    }
    for index in loop.coverage.indices where duties.contains(loop.coverage[index].demand.id) {
      loop.coverage[index].interviews = []
    }
    var questions = LargestWorkQuestions(loop, core: loop.core.filter(\.isRated), most: 3)
    questions.add(to: &loop.interviews)
    #expect(try Self.manager(loop).ratings.first?.question?.question.id == "reliability/largest-service")
  }

  @Test("what a talk rates that the plan had no place for is rated, on every page")
  func ratedByTalk() throws {
    let planned = try Self.loop(
      Self.role([("databases", .required, 3), ("linux", .required, 2), ("cloud", .duty, 2)]))
    var loop = planned
    for index in loop.interviews.indices {
      let isManagers = loop.interviews[index].format?.id == "hiring-manager"
      loop.interviews[index].ratings.removeAll { isManagers || $0.demand.id == "cloud" }
    }
    let place = try #require(loop.coverage.firstIndex { $0.demand.id == "cloud" })
    loop.coverage[place] = Coverage(
      demand: loop.coverage[place].demand, interviews: [], omission: .noPlace, noted: [2])
    loop.optimality.duties.rated = 0
    loop = loop.withTalks(most: 3)
    let manager = try Self.manager(loop)
    #expect(loop.coverage[place].interviews == [manager.number])
    #expect(loop.coverage[place].omission == nil && loop.coverage[place].noted.isEmpty)
    #expect(loop.optimality.duties == (1, 1))
  }

  @Test("where there is nothing else to rate, it asks for two such pieces of work and is shorter")
  func nothingElse() throws {
    let loop = try Self.loop(Self.role([("kubernetes", .required, 3), ("linux", .required, 2)]))
    let manager = try Self.manager(loop)
    let asked = manager.ratings.flatMap(\.questions).map(\.question.id)
    #expect(asked.first == "kubernetes/largest-platform")
    #expect(asked.count > 1 && manager.unusedMinutes < 10)
  }

  @Test("no interview keeps five minutes or more without a question, but where the posting states its length")
  func minutes() throws {
    for level in [RoleLevel.intern, .junior, .mid, .senior, .staff, .manager, .director] {
      let target = ProficiencyLevel(rawValue: [.intern: 1, .junior: 2, .mid: 3][level] ?? 4) ?? .intermediate
      let loop = try Self.loop(
        Self.role(
          [("kubernetes", .required, 2), ("programming", .required, 1)], level: level, target: target))
      for interview in loop.interviews where interview.format?.ratings ?? 0 > 0 && !interview.isAlone {
        #expect(!interview.ratings.isEmpty, "\(level) \(interview.name)")
        #expect(0..<5 ~= interview.unusedMinutes, "\(level) \(interview.name)")
      }
    }
  }

  @Test(
    "what no competency covers gets a question that is not scored, and is no open point",
    arguments: [1, 3, 5])
  func uncovered(count: Int) throws {
    let open = Self.uncovered(count)
    var role = Self.role([("linux", .required, 2), ("ownership", .required, 1)], open: open)
    role.unmapped = open.map(\.evidence)
    let loop = try Self.loop(role)
    let manager = try Self.manager(loop)
    #expect(manager.uncovered.count == min(count, 2))
    #expect(manager.uncovered.flatMap(\.evidence) == open.prefix(3).map(\.evidence))
    #expect(
      manager.uncovered.allSatisfy { $0.ask.contains("'Has kept a ferry's log ") && !$0.ask.contains("{") })
    #expect(manager.unusedMinutes >= 0)
    #expect(loop.openPoints.contains { $0.kind == .uncovered } == (count > 3))
    #expect(loop.ledger.left.count == max(0, count - 3))
    let questions = AssessmentPlan(of: loop, library: nil).interviews.flatMap(\.questions).map(\.id)
    #expect(questions.contains("uncovered/1"))
    let clock = ClockView.views(of: manager)
    #expect(clock.last?.end == manager.minutes)
  }

  @Test("nobody asks for what a posting tells of the work and does not demand", arguments: [true, false])
  func told(isPosting: Bool) throws {
    var role = Self.role([("linux", .required, 2), ("ownership", .required, 1)])
    role.unmapped = Self.uncovered(1).map(\.evidence)
    if isPosting { role.source = RoleSource(file: "posting.md", sha256: String(repeating: "0", count: 64)) }
    #expect(try Self.manager(try Self.loop(role)).uncovered.isEmpty == isPosting)
  }

  @Test("where no interview of the process asks, it stays an open point")
  func nobodyAsks() throws {
    let stages = ["Phone screen", "Coding interview"].map { ProcessStage(name: $0, minutes: 60) }
    let open = Self.uncovered(1)
    var role = Self.role([("programming", .required, 2)], open: open, stages: stages)
    role.unmapped = open.map(\.evidence)
    let loop = try Self.loop(role)
    try #require(!loop.interviews.contains { $0.format?.uncovered != nil })
    #expect(loop.openPoints.contains { $0.kind == .uncovered } && loop.ledger.left.count == 1)
  }

  @Test("a stated length is kept: one question, and the closing gives the minutes")
  func statedLength() throws {
    let stages = [
      ProcessStage(name: "Technical interview", minutes: 60),
      ProcessStage(name: "Hiring manager interview", minutes: 30),
    ]
    let role = Self.role(
      [("linux", .required, 2), ("ownership", .required, 2)], open: Self.uncovered(2), stages: stages)
    let manager = try Self.manager(try Self.loop(role))
    #expect(manager.minutes == 30 && manager.uncovered.count == 1)
    #expect(ClockView.views(of: manager).last?.end == 30)
  }
}

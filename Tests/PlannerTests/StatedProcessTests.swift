import Diagnostics
import Rubric
import Testing

@testable import Planner

@Suite struct StatedProcessTests {
  /// A library whose formats have the names of the built-in ones, and the built-in cues.
  private func library() throws -> RubricLibrary {
    var small = SmallLibrary()
    for id in ["linux", "cloud", "networking", "containers"] {
      small.competency(id, questions: [.init(name: "one"), .init(name: "two"), .init(name: "three")])
    }
    for id in ["coding", "take-home", "system-design", "technical-deep-dive"] { small.format(id) }
    for id in ["behavioural", "hiring-manager", "leadership-talk"] {
      small.format(id, minutes: 45, ratings: 2, families: "people")
    }
    small.format("recruiter-screen", minutes: 30, ratings: 0, kinds: "", families: "")
    small.policy(screens: "recruiter-screen", formats: "coding")
    let cues = try #require(RealRubrics.files().first { $0.path == "postings/stages.yaml" })
    return RubricLibrary(small.files + [cues])
  }

  private func plan(_ process: [ProcessStage], _ ids: [RoleCompetency]) throws -> InterviewLoop {
    let library = try library()
    return try LoopPlanner(library: library, policy: try library.policy()).plan(role(ids, process: process))
  }

  private let process = [
    ProcessStage(name: "Intro call with our people team", minutes: 20),
    ProcessStage(name: "Take-home exercise", minutes: 120),
    ProcessStage(name: "Remote interviews", minutes: 200, parts: ["Architecture", "Past work", "CEO/CTO"]),
    ProcessStage(name: "Reference check"),
  ]

  @Test func theLoopFollowsTheStagesAndTheirParts() throws {
    let loop = try plan(process, required("linux", "cloud"))
    let names = [
      "Intro call with our people team", "Take-home exercise", "Architecture", "Past work", "CEO/CTO",
    ]
    #expect(loop.interviews.map(\.name) == names + ["Reference check"])
    let formats = [
      "recruiter-screen", "take-home", "system-design", "technical-deep-dive", "leadership-talk", nil,
    ]
    #expect(loop.interviews.map(\.format?.id) == formats)
    #expect(loop.interviews.map(\.minutes) == [20, 120, 65, 65, 65, 0])
    #expect(loop.interviews.map(\.stage?.name).suffix(2) == ["Remote interviews", "Reference check"])
  }

  @Test(
    "a plain interview of no stated length is held as two where there are too few places",
    arguments: [nil, 60])
  func widened(minutes: Int?) throws {
    let process = [
      ProcessStage(name: "Call"), ProcessStage(name: "Interview with the team", minutes: minutes),
    ]
    let two = ["Call", "Interview with the team 1", "Interview with the team 2"]
    let one = ["Call", "Interview with the team"]
    let many = required("linux", "cloud", "networking", "containers")
    #expect(try plan(process, many).interviews.map(\.name) == (minutes == nil ? two : one))
    #expect(try plan(process, required("linux", "cloud")).interviews.map(\.name) == one)
  }

  @Test func stagesRateWithinTheirMinutes() throws {
    let process = [ProcessStage(name: "Intro call"), ProcessStage(name: "Coding", minutes: 30)]
    let loop = try plan(process, required("linux", "cloud"))
    #expect(loop.interviews.map(\.ratings.count) == [0, 1])
  }

  @Test func oneFormatMayServeTwoStages() throws {
    let process = ["Coding", "Pairing"].map { ProcessStage(name: $0, minutes: 45) }
    let loop = try plan(process, required("linux", "cloud"))
    #expect(loop.interviews.map(\.format?.id) == ["coding", "coding"])
    #expect(loop.coverage.map(\.interviews) == [[1, 2], [1, 2]])
  }

  @Test func stagesBeforeTheFirstLongOneAreScreens() throws {
    let loop = try plan(process, required("linux", "cloud"))
    #expect(loop.interviews.map(\.isScreen) == [true, false, false, false, false, false])
    let short = ["Intro call", "Coding", "Values"].map { ProcessStage(name: $0, minutes: 45) }
    #expect(try plan(short, required("linux", "cloud")).interviews.map(\.isScreen) == [true, false, false])
  }

  @Test func aStageWithoutMinutesTakesThoseOfItsFormat() throws {
    let process = [
      ProcessStage(name: "Coding"), ProcessStage(name: "Finale"), ProcessStage(name: "Finale", minutes: 40),
    ]
    let loop = try plan(process, required("linux"))
    #expect(loop.interviews.map(\.minutes) == [60, 60, 40])
    #expect(loop.interviews.map(\.format?.id) == ["coding", "technical-deep-dive", "technical-deep-dive"])
    #expect(loop.interviews.map(\.isPlain) == [false, true, true])
  }

  @Test("one call on facts is held, and a further one is an interview")
  func furtherCalls() throws {
    let process = ["Screen", "Chat", "Recruiter call", "Video call"].map { ProcessStage(name: $0) }
    let policy = try RealRubrics.library().policy()
    let sessions = try StatedProcess(for: [], library: try library(), policy: policy).sessions(of: process)
    #expect(sessions.map(\.isPlain) == [false, true, false, true])
  }

  @Test(
    "a process without a place for what decides is kept as far as it rates, and the policy gives the rest")
  func shortProcess() throws {
    let process = ["Intro call", "Final chat", "Coding"].map { ProcessStage(name: $0, minutes: 30) }
    let wanted = required("go", "kubernetes", "cloud", "system-design", "on-call")
    let library = try RealRubrics.library()
    let loop = try LoopPlanner(library: library, policy: try library.policy()).plan(
      role(wanted, process: process))
    #expect(loop.optimality.required == (5, 5))
    let names = loop.interviews.filter { $0.stage != nil }.map(\.name)
    #expect(names.contains("Intro call") && names.contains("Coding"))
    let point = try #require(loop.openPoints.first)
    #expect(point.kind == .processShort && !point.interviews.isEmpty)
    #expect(loop.openPoints.allSatisfy { $0.kind != .process })
  }

  @Test("stages that the policy does not have stand behind the screens, and move no other out of its place")
  func keptStages() throws {
    let library = try RealRubrics.library()
    let stages = try ["leadership-talk", "hiring-manager"].map {
      Session(try #require(try library.format($0)))
    }
    let list = try SessionList(keeping: stages, for: [], library: library, policy: try library.policy())
    #expect(list.sessions.last?.format?.id == "hiring-manager" && list.sessions.last?.isScreen == false)
    #expect(list.sessions.count { $0.format?.id == "leadership-talk" } == 1)
  }

  @Test("a process that has places for what decides is held as it is stated")
  func wholeProcess() throws {
    let process = ["Intro call", "Coding", "Technical interview"].map { ProcessStage(name: $0) }
    let library = try RealRubrics.library()
    let loop = try LoopPlanner(library: library, policy: try library.policy()).plan(
      role(required("go", "kubernetes", "cloud"), process: process))
    #expect(loop.interviews.map(\.stage) == process)
    #expect(loop.openPoints.allSatisfy { $0.kind != .processShort })
  }

  @Test("rounds that say no more than that take the formats that no other stage takes")
  func rounds() throws {
    let process = [
      ProcessStage(name: "System design"),
      ProcessStage(name: "Onsite", parts: ["Round 1", "Round 2", "Round 3"]),
    ]
    let loop = try plan(process, required("linux", "cloud"))
    #expect(loop.interviews.map(\.isPlain) == [false, true, true, true])
    let formats = ["system-design", "technical-deep-dive", "coding", "technical-deep-dive"]
    #expect(loop.interviews.map(\.format?.id) == formats)
  }

  @Test(
    "a stage that is several interviews, and says no more, is as many as it has hours or the policy holds",
    arguments: [
      ("Schedule multiple remote interviews", nil, 3), ("Virtual Onsite", 240, 4),
      ("Company SuperDay", nil, 4),
      ("Rounds of interviews", 130, 2), ("Onsite interview", 60, 1), ("Phone interviews", nil, 1),
      ("Interview with the team", nil, 1),
    ])
  func several(name: String, minutes: Int?, count: Int) throws {
    let process = [ProcessStage(name: "Coding", minutes: 60), ProcessStage(name: name, minutes: minutes)]
    let policy = try RealRubrics.library().policy()
    let sessions = try StatedProcess(for: [], library: try library(), policy: policy).sessions(of: process)
    #expect(sessions.count == count + 1)
    let numbered = count == 1 ? [name] : (1...count).map { "\(name) \($0)" }
    #expect(sessions.dropFirst().map(\.name) == numbered)
    if let minutes, count > 1 {
      #expect(sessions.dropFirst().allSatisfy { $0.minutes == minutes / count / 5 * 5 })
    }
    #expect(sessions.allSatisfy { $0.minutes > 0 && $0.format != nil })
  }

  @Test(
    "a stage that says how many interviews it is has so many, with its minutes for each or shared among them",
    arguments: [
      ("Three interviews with the team", 60, 3, 60), ("2 interviews", 90, 2, 45), ("Two rounds", nil, 2, 60),
      ("Two technical interviews", 60, 2, 60),
    ])
  func counted(name: String, minutes: Int?, count: Int, each: Int) throws {
    let process = [ProcessStage(name: "Coding", minutes: 60), ProcessStage(name: name, minutes: minutes)]
    let policy = try RealRubrics.library().policy()
    let sessions = try StatedProcess(for: [], library: try library(), policy: policy).sessions(of: process)
    #expect(sessions.dropFirst().map(\.name) == (1...count).map { "\(name) \($0)" })
    #expect(sessions.dropFirst().allSatisfy { $0.minutes == each && $0.isPlain })
  }

  @Test("interviews of which no more is told take the formats made for what the role asks for")
  func unnamed() throws {
    let process = [
      ProcessStage(name: "Intro call"), ProcessStage(name: "Three interviews with the team", minutes: 60),
    ]
    #expect(
      try realFormats(process, required("people-management", "kubernetes", "cloud", "system-design"))
        == ["technical-deep-dive", "system-design", "leadership-case"])
    #expect(
      try realFormats(process, required("go", "kubernetes", "cloud", "linux", "on-call", "reliability"))
        == ["incident-drill", "coding", "technical-deep-dive"])
  }

  @Test("technical interviews are technical, also for who leads people")
  func technical() throws {
    let process = [
      ProcessStage(name: "Intro call"), ProcessStage(name: "Two technical interviews", minutes: 60),
    ]
    #expect(
      try realFormats(process, required("people-management", "mentorship", "kubernetes", "system-design"))
        == ["system-design", "work-sample"])
  }

  @Test("what is told twice in the same words is not the same interview twice")
  func repeated() throws {
    let process = ["Intro call", "Technical interview", "Technical interview"].map { ProcessStage(name: $0) }
    let formats = try realFormats(process, required("kubernetes", "cloud", "go", "system-design"))
    #expect(formats.count == 2 && formats.first == "technical-deep-dive" && Set(formats).count == 2)
  }

  /// The formats of the stages behind the first, by the built-in rubrics.
  private func realFormats(_ process: [ProcessStage], _ ids: [RoleCompetency]) throws -> [String] {
    let library = try RealRubrics.library()
    let loop = try LoopPlanner(library: library, policy: try library.policy()).plan(
      role(ids, process: process))
    return loop.interviews.dropFirst().compactMap(\.format?.id)
  }

  @Test("a single stage of several interviews leaves all to the policy but its name")
  func severalAlone() throws {
    let loop = try plan([ProcessStage(name: "Virtual onsite")], required("linux", "cloud"))
    #expect(loop.interviews.filter { $0.stage != nil }.map(\.name) == ["Virtual onsite"])
  }

  @Test("what is done alone takes the format for it, whatever it is called, and nobody's time")
  func alone() throws {
    let process = [
      ProcessStage(name: "Intro call"),
      ProcessStage(name: "Coding exercise", minutes: 120, isAsynchronous: true),
    ]
    var loop = try plan(process, required("linux", "cloud"))
    #expect(loop.interviews.map(\.format?.id) == ["recruiter-screen", "take-home"])
    let held = loop.teamMinutes
    loop.interviews[1].format?.isAlone = true
    #expect(loop.teamMinutes == held - 120)
    #expect(loop.candidateMinutes == 150)
  }

  @Test(
    "a single stage is no process: the policy gives the rest",
    arguments: [
      ("Live coding", ["recruiter-screen", "coding"]),
      ("Whiteboard", ["recruiter-screen", "system-design", "coding"]),
      ("Intro call", ["recruiter-screen", "coding"]),
    ])
  func singleStage(name: String, formats: [String]) throws {
    let loop = try plan([ProcessStage(name: name)], required("linux", "cloud"))
    #expect(loop.interviews.map(\.format?.id) == formats)
    #expect(loop.interviews.filter { $0.stage != nil }.map(\.name) == [name])
    #expect(loop.interviews.map(\.isScreen) == [true] + formats.dropFirst().map { _ in false })
  }

  @Test func tooManyStagesAreRefused() throws {
    let process = (1...60).map { ProcessStage(name: "Stage \($0)") }
    #expect(throws: InvalidInput.self) { try plan(process, required("linux")) }
  }

  @Test(arguments: [
    ("Recruiter call", "recruiter-screen"), ("Hiring manager video call", "hiring-manager"),
    ("Technical interview with the hiring manager", "technical-screen"),
    ("Coding interview", "coding"), ("Virtual onsite (three 45-60 minute rounds)", "any"),
    ("Technical phone screen", "technical-screen"), ("Phone screen", "recruiter-screen"),
    ("Collaborative design exercise", "system-design"), ("Online assessment", "take-home"),
    ("Team collaboration", "behavioural"), ("Meet the teams", "behavioural"), ("CEO/CTO", "leadership-talk"),
    ("Take-home exercise", "take-home"), ("VP of Engineering", "hiring-manager"),
    ("Founder chat", "leadership-talk"),
    ("Final interview", "any"),
    ("Debugging session", "incident-drill"), ("Pairing session", "coding"),
    ("Technical interview", "technical-deep-dive"),
    ("System Design Interview", "system-design"), ("Introductory call", "recruiter-screen"),
    ("Platform conversation", "technical-deep-dive"),
  ])
  func namesSuggestFormats(name: String, format: String) throws {
    #expect(StageMatcher(try library().stageCues()).match(name) == .format(format))
  }

  @Test func namesWithoutCuesSuggestNothing() throws {
    let matcher = StageMatcher(try library().stageCues())
    #expect(matcher.match("References") == .noInterview)
    #expect(matcher.match("Job offer") == .noInterview)
    #expect(matcher.match("Finale") == .nothing)
    #expect(matcher.match("") == .nothing)
  }
}

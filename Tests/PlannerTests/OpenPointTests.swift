import Rubric
import Testing

@testable import Planner

@Suite("What the panel has to settle")
struct OpenPointTests {
  private static let library = Result { try RealRubrics.library() }

  /// A role that leaves nothing open but assistants, which every role does.
  private static func settled() -> RoleDefinition {
    RoleDefinition(
      title: "Senior Engineer", level: .senior, minYears: 5,
      pay: Pay(currency: "EUR", min: 70_000, max: 90_000, period: .year), location: "Berlin", remote: true,
      competencies: [RoleCompetency(id: "linux", importance: .required, evidence: [words(7)])])
  }

  private static func words(_ line: Int) -> Evidence {
    Evidence(line: line, column: 3, section: "required", quote: "Words of line \(line)")
  }

  private static func points(_ change: (inout RoleDefinition) -> Void) throws -> [OpenPoint] {
    var role = settled()
    change(&role)
    let library = try library.get()
    return try LoopPlanner(library: library, policy: try library.policy()).plan(role.withWeights()).openPoints
  }

  private static func kinds(_ change: (inout RoleDefinition) -> Void) throws -> [OpenPoint.Kind] {
    let kinds = try points(change).map(\.kind)
    #expect(kinds.last == .assistants)
    return kinds.dropLast()
  }

  @Test("a posting that says everything leaves assistants to settle")
  func nothing() throws { #expect(try Self.kinds { _ in } == []) }

  @Test(
    "facts that are missing or do not go together",
    arguments: [
      (RoleLevel.unspecified, nil, .level), (.senior, 2, .titleAndYears),
      (.junior, 5, .titleAndYears),
      (.principal, 3, .titleAndYears), (.mid, 8, .titleAndYears), (.senior, 3, nil), (.senior, nil, nil),
      (.staff, 5, nil), (.junior, 3, nil), (.intern, 4, .titleAndYears),
    ] as [(RoleLevel, Int?, OpenPoint.Kind?)])
  func level(level: RoleLevel, years: Int?, kind: OpenPoint.Kind?) throws {
    let kinds = try Self.kinds { ($0.level, $0.minYears) = (level, years) }
    #expect(kinds == (kind.map { [$0] } ?? []))
  }

  @Test(
    "pay that is missing, half stated or wide",
    arguments: [
      (nil, nil, .payEnd), (70_000, nil, .payEnd), (nil, 70_000, .payEnd),
      (60_000, 96_000, nil),
      (60_000, 96_001, .payRange), (0, 1, .payRange), (1_000_000_000, 1_000_000_000, nil),
    ] as [(Int?, Int?, OpenPoint.Kind?)])
  func pay(least: Int?, most: Int?, kind: OpenPoint.Kind?) throws {
    let kinds = try Self.kinds { $0.pay = Pay(currency: "EUR", min: least, max: most, period: .year) }
    #expect(kinds == (kind.map { [$0] } ?? []))
    #expect(try Self.kinds { $0.pay = nil } == [.pay])
  }

  @Test(
    "a place that is missing",
    arguments: [
      (nil, nil, .place), (nil, false, .place), (nil, true, .residence),
      ("Berlin", nil, .remote),
      ("Berlin", false, nil),
    ] as [(String?, Bool?, OpenPoint.Kind?)])
  func place(location: String?, remote: Bool?, kind: OpenPoint.Kind?) throws {
    let kinds = try Self.kinds { ($0.location, $0.remote) = (location, remote) }
    #expect(kinds == (kind.map { [$0] } ?? []))
  }

  @Test("words on where the person may live or work settle what a missing place leaves open")
  func told() throws {
    func kinds(_ kind: OpenWording.Kind) throws -> [OpenPoint.Kind] {
      try Self.kinds { ($0.location, $0.open) = (nil, [OpenWording(kind, Self.words(3))]) }
    }
    #expect(try kinds(.anywhere) == [])
    #expect(try kinds(.residence) == [.residence])
    #expect(try kinds(.office) == [.office])
    let both = try Self.kinds { role in
      role.open = [OpenWording.Kind.residence, .office].map { OpenWording($0, Self.words(3)) }
    }
    #expect(both == [.residence])
  }

  @Test("on-call that is asked for as a skill, stated, denied or not mentioned")
  func onCall() throws {
    func kinds(_ id: String, _ open: OpenWording.Kind...) throws -> [OpenPoint.Kind] {
      try Self.kinds { role in
        role.competencies = [RoleCompetency(id: id, importance: .required, evidence: [Self.words(9)])]
        role.open = open.map { OpenWording($0, Self.words(4)) }
      }
    }
    #expect(try kinds("on-call") == [.onCallSkill])
    #expect(try kinds("on-call", .onCall) == [.onCall])
    #expect(try kinds("on-call", .onCall, .noOnCall) == [])
    #expect(try kinds("on-call", .onCall, .hours) == [.hours])
    #expect(try kinds("observability") == [.onCallUnstated])
    #expect(try kinds("linux") == [])
  }

  @Test("the words of the posting, each kind a point of its own, the most pressing first")
  func wordings() throws {
    let kinds: [OpenWording.Kind] = [
      .trait, .certificate, .spokenLanguage, .degree, .degreeOrEquivalent, .similar, .contract, .travel,
      .citizenship, .clearance, .authorisation, .timeZone, .payByPlace, .yearsRepeated, .yearsDiffer,
      .severalTeams, .backgroundCheck, .closed,
    ]
    let points = try Self.points { role in
      role.open = kinds.enumerated().map { OpenWording($1, Self.words($0 + 1)) }
    }
    #expect(
      points.map(\.kind.rawValue) == [
        "closed", "several-teams", "years-differ", "years-repeated", "pay-by-place", "time-zone",
        "authorisation",
        "clearance", "background-check",
        "citizenship", "travel", "contract", "similar", "degree", "degree-or-equivalent", "spoken-language",
        "certificate", "trait", "assistants",
      ])
    #expect(points.dropLast().map { $0.evidence.map(\.line) }.reduce([], +).sorted() == Array(1...18))
  }

  @Test("three languages that one sentence requires are the panel's to choose from, and no stated choice")
  func languages() throws {
    let kinds = try Self.kinds { role in
      role.competencies = ["go", "python", "rust"].map {
        RoleCompetency(id: $0, importance: .required, evidence: [Self.words(9)])
      }
    }
    #expect(kinds == [.severalLanguages])
  }

  @Test("words on a clearance that are on a background check too are about the check")
  func backgroundCheck() throws {
    let kinds = try Self.kinds { role in
      role.open = [OpenWording.Kind.clearance, .backgroundCheck].map { OpenWording($0, Self.words(3)) }
    }
    #expect(kinds == [.backgroundCheck])
  }

  @Test("what the posting says or contradicts itself goes before what it is silent on, as most are")
  func ranks() throws {
    var role = Self.settled()
    (role.pay, role.level, role.minYears, role.location) = (nil, .unspecified, nil, nil)
    role.open = [
      OpenWording(.similar, Self.words(2)), OpenWording(.residence, Self.words(3)),
      OpenWording(.travel, Self.words(4)), OpenWording(.yearsDiffer, Self.words(5)),
      OpenWording(.closed, Self.words(6)),
    ]
    let library = try Self.library.get()
    let loop = try LoopPlanner(library: library, policy: try library.policy()).plan(role.withWeights())
    let text = try DocumentRenderer(templates: try Repository.templates()).loop(loop, as: .markdown)
    let points = text.split(separator: "\n").filter { $0.contains("*Until you decide:*") }
      .compactMap { $0.split(separator: "**").dropFirst().first.map(String.init) }
    #expect(
      points == [
        "Closed.", "Years.", "Where the person may live.", "Travel.", "Level.", "Pay.",
        "What counts as similar.", "AI assistants in interviews.",
      ])
  }

  @Test("a demand that nothing covers is no point where an interview asks for it")
  func uncovered() throws {
    let points = try Self.points { role in
      role.open = [
        OpenWording(.degree, Self.words(3)), OpenWording(.uncovered, Self.words(3)),
        OpenWording(.uncovered, Self.words(4)),
      ]
    }
    #expect(points.map(\.kind) == [.degree, .assistants])
  }

  @Test("required alternatives are named, wished ones are not")
  func alternatives() throws {
    func names(_ importance: Importance) throws -> [[String]] {
      try Self.points { role in
        role.competencies = ["go", "ruby", "python"].map {
          RoleCompetency(id: $0, importance: importance, anyOf: "A", evidence: [Self.words(5)])
        }
      }.filter { $0.kind == .alternatives }.map(\.names)
    }
    #expect(try names(.required) == [["Go, Ruby or Python"]])
    #expect(try names(.preferred) == [])
  }

  @Test("a posting that only wishes is asked what must be there", arguments: [Importance.preferred, .duty])
  func nothingRequired(importance: Importance) throws {
    #expect(try Self.kinds { $0.competencies[0].importance = importance } == [.nothingRequired])
  }

  @Test("what a stated process leaves open")
  func process() throws {
    let points = try Self.points { role in
      role.interviewProcess = [
        ProcessStage(name: "Recruiter call"), ProcessStage(name: "Take-home", isAsynchronous: true),
        ProcessStage(name: "Coding test", minutes: 90, isAsynchronous: true),
        ProcessStage(name: "Afternoon", minutes: 120, parts: ["Architecture", "Round 1"]),
        ProcessStage(name: "Reference check"),
      ]
    }
    let found = points.filter { !$0.interviews.isEmpty }.map { "\($0.kind.rawValue) \($0.interviews)" }
    #expect(
      found == [
        "stage-plain [5]", "stage-unheld [6]", "stage-minutes [1]", "stage-shares [4, 5]", "stage-idle [4]",
        "take-home-minutes [2]", "take-home [3]",
      ])
    let kinds = try Self.kinds { role in
      role.competencies.append(RoleCompetency(id: "go", importance: .required, evidence: [Self.words(8)]))
      role.interviewProcess = [ProcessStage(name: "Coding", minutes: 75)]
    }
    #expect(kinds == [.process])
  }
}

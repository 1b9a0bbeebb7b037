import Rubric
import Testing

@testable import Planner

@Suite("What decides")
struct CoreDemandTests {
  private static let library = Result { try RealRubrics.library() }

  private static func loop(
    _ demands: [(String, Importance, lines: Int)], title: String = "Engineer", level: RoleLevel = .senior,
    open: [OpenWording] = []
  ) throws -> InterviewLoop {
    var line = 0
    let competencies = demands.map { id, importance, count in
      let evidence = (0..<count).map { _ in
        line += 1
        return Evidence(line: line, column: 3, section: "required", quote: "Words of line \(line)")
      }
      return RoleCompetency(id: id, importance: importance, evidence: evidence)
    }
    let role = RoleDefinition(title: title, level: level, competencies: competencies, open: open)
    let library = try library.get()
    return try LoopPlanner(library: library, policy: try library.policy()).plan(role.withWeights())
  }

  @Test("what is required goes before duties, and what the posting speaks of more before what it names once")
  func order() throws {
    let loop = try Self.loop([
      ("observability", .duty, 1), ("linux", .required, 1), ("kubernetes", .required, 3),
      ("databases", .duty, 4),
    ])
    #expect(loop.core.map(\.demand.id) == ["kubernetes", "databases", "linux"])
  }

  @Test("the title's own demand leads, and traits come last where leading people is not the work")
  func titles() throws {
    let demands: [(String, Importance, lines: Int)] = [
      ("ownership", .required, 2), ("linux", .required, 2), ("databases", .required, 1),
    ]
    let core = try Self.loop(demands, title: "Database Engineer").core.map(\.demand.id)
    #expect(core == ["databases", "linux", "ownership"])
    let traits = try Self.loop([
      ("ownership", .required, 2), ("collaboration", .required, 2), ("linux", .required, 1),
    ])
    #expect(traits.core.map(\.demand.id) == ["linux", "ownership"])
    let led = try Self.loop([("people-management", .required, 2), ("linux", .required, 1)], level: .manager)
    #expect(led.core.first?.demand.id == "people-management")
    let managed = try Self.loop(
      [("collaboration", .required, 3), ("people-management", .required, 1)], level: .director)
    #expect(managed.core.first?.demand.id == "people-management")
  }

  @Test("what is only stated as a feeling, or in one line, is no core, and another trait takes its place")
  func felt() throws {
    let words = Evidence(line: 1, column: 3, section: "required", quote: "Words of line 1")
    let loop = try Self.loop(
      [
        ("adaptability", .required, 1), ("linux", .required, 1), ("collaboration", .required, 1),
        ("ownership", .required, 2),
      ],
      open: [OpenWording(.trait, words)])
    #expect(loop.core.map(\.demand.id) == ["linux", "ownership"])
    let led = try Self.loop(
      [("adaptability", .required, 1), ("delivery", .required, 1), ("linux", .required, 1)], level: .manager,
      open: [OpenWording(.trait, words)])
    #expect(led.core.map(\.demand.id) == ["delivery", "adaptability", "linux"])
  }

  @Test(
    "of one alone that is required besides none may be below its target",
    arguments: [(0, 0), (1, 0), (2, 1), (9, 3)])
  func misses(count: Int, misses: Int) {
    #expect(DecisionRule(othersPerMiss: 4).misses(of: count) == misses)
  }

  @Test(
    "a title is about what its words say, and about nothing that merely begins like them",
    arguments: [
      ("DBA", "databases", true), ("Machine Learning Engineer", "ml-infrastructure", true),
      ("Machine Learning Engineer", "adaptability", false), ("Systems Administrator", "system-design", false),
      ("Infrastructure Engineer", "infrastructure-as-code", false), ("Network Engineer", "networking", true),
      ("Technical Support Engineer", "technical-leadership", false), ("Cloud Engineer", "cloud", true),
    ])
  func words(title: String, id: String, isAbout: Bool) throws {
    let loop = try Self.loop([(id, .duty, 1)], title: title)
    let demand = try #require(loop.coverage.first?.demand)
    #expect(Heaviness(loop.role).isInTitle(demand) == isAbout)
  }

  @Test("what is said only where the posting tells of itself comes after what it lists")
  func aside() throws {
    var loop = try Self.loop([("data-platform", .required, 3), ("linux", .required, 1)])
    #expect(loop.core.map(\.demand.id) == ["data-platform", "linux"])
    for competency in loop.role.competencies.indices where loop.role.competencies[competency].id != "linux" {
      for place in loop.role.competencies[competency].evidence.indices {
        loop.role.competencies[competency].evidence[place].section = "intro"
      }
    }
    let library = try Self.library.get()
    let told = try LoopPlanner(library: library, policy: try library.policy()).plan(loop.role)
    #expect(told.core.map(\.demand.id) == ["linux", "data-platform"])
  }

  @Test("for each demand the line is shown that names it, and says little else, and is no trait")
  func shown() throws {
    let lines = [
      ("required", "A passion for networks, Linux and databases"), ("duties", "You keep our networks fast"),
      ("required", "Linux, networks, databases, and whatever else runs"),
      ("required", "Self-motivated with Linux"),
    ]
    let evidence = lines.enumerated().map { number, line in
      Evidence(line: number + 1, column: 1, section: line.0, quote: line.1)
    }
    let competencies = [("linux", [0, 2, 3]), ("networking", [0, 1, 2]), ("databases", [0, 2])].map {
      id, lines in
      RoleCompetency(id: id, importance: .required, evidence: lines.map { evidence[$0] })
    }
    let role = RoleDefinition(
      title: "Engineer", level: .senior, competencies: competencies, open: [OpenWording(.trait, evidence[0])])
    let library = try Self.library.get()
    let loop = try LoopPlanner(library: library, policy: try library.policy()).plan(role.withWeights())
    let demands = ["linux", "networking", "databases"].compactMap { id in
      loop.coverage.first { $0.demand.id == id }?.demand
    }
    let shown = ShownWords(role, demands)
    #expect(demands.map { shown[$0]?.lines } == [[4], [2], [3]])
  }

  @Test(
    "what the title is about is shown by the work that says it, and anything else by the wish that names it",
    arguments: [("Linux Engineer", 2), ("Engineer", 1)])
  func shownWork(title: String, line: Int) throws {
    let evidence = [
      Evidence(line: 1, column: 1, section: "preferred", quote: "Some Linux at home"),
      Evidence(line: 2, column: 1, section: "role", quote: "You keep Linux running"),
    ]
    let wanted = RoleCompetency(id: "linux", importance: .preferred, evidence: evidence)
    let demand = try Self.demand(wanted)
    let role = RoleDefinition(title: title, level: .senior, competencies: [wanted])
    #expect(ShownWords(role, [demand])[demand]?.lines == [line])
  }

  @Test("what is required is shown by a demand, and by no wish that stands among demands")
  func shownDemand() throws {
    let evidence = [
      Evidence(
        line: 1, column: 1, section: "required", quote: "Some Linux would be a plus", importance: .preferred),
      Evidence(line: 2, column: 1, section: "required", quote: "Keeps hosts, files and their shell scripts"),
    ]
    let demanded = RoleCompetency(id: "linux", importance: .required, evidence: evidence)
    let demand = try Self.demand(demanded)
    let role = RoleDefinition(title: "Engineer", level: .senior, competencies: [demanded])
    #expect(ShownWords(role, [demand])[demand]?.lines == [2])
  }

  @Test(
    "who is called staff leads technically, where the posting says so at all",
    arguments: [
      (RoleLevel.senior, false), (.staff, true), (.principal, true),
    ])
  func levels(level: RoleLevel, isCore: Bool) throws {
    let core = try Self.loop(
      [
        ("databases", .required, 3), ("linux", .required, 2), ("python", .required, 2),
        ("networking", .required, 2), ("observability", .required, 2), ("technical-leadership", .duty, 1),
      ], level: level
    ).core.map(\.demand.id)
    #expect(core.contains("technical-leadership") == isCore)
  }

  private static func demand(_ wanted: RoleCompetency) throws -> Demand {
    let competency = try #require(try library.get().competency(wanted.id))
    return Demand(alternatives: [wanted], competencies: [competency], along: [])
  }

  @Test("a sentence that states three things counts half for each, alternatives as one")
  func lists() throws {
    func weights(_ groups: [String?]) throws -> [Int] {
      let ids = ["linux", "kubernetes", "databases"]
      let line = Evidence(line: 7, column: 3, section: "required", quote: "Words of line 7")
      let competencies = zip(ids, groups).map {
        RoleCompetency(id: $0, importance: .required, anyOf: $1, evidence: [line])
      }
      let role = RoleDefinition(title: "Engineer", level: .senior, competencies: competencies)
      return try competencies.map { Heaviness(role).of(try Self.demand($0)) }
    }
    #expect(try weights([nil, nil, nil]) == [9, 9, 9])
    #expect(try weights([nil, "a", "a"]) == [10, 10, 10])
  }

  @Test(
    "what is a plus beforehand and the work all the same weighs as the work",
    arguments: [
      (["preferred", "preferred"], 6), (["preferred", "duties"], 8), (["preferred", "company"], 6),
    ])
  func wishedWork(sections: [String], weight: Int) throws {
    let lines = sections.enumerated().map {
      Evidence(line: $0 + 1, column: 3, section: $1, quote: "Words of line \($0)")
    }
    let wanted = RoleCompetency(id: "linux", importance: .preferred, evidence: lines)
    let role = RoleDefinition(title: "Engineer", level: .senior, competencies: [wanted])
    #expect(Heaviness(role).of(try Self.demand(wanted)) == weight)
  }

  @Test("what is asked for above the level of most weighs a line more")
  func above() throws {
    let competencies = [("linux", 3), ("kubernetes", 3), ("databases", 4)].map { id, target in
      RoleCompetency(id: id, importance: .required, target: ProficiencyLevel(clamping: target))
    }
    let role = RoleDefinition(title: "Engineer", level: .senior, competencies: competencies)
    #expect(try competencies.map { Heaviness(role).of(try Self.demand($0)) } == [8, 8, 10])
  }

  @Test("where nothing is required, wishes and duties decide by their weight")
  func nothingRequired() throws {
    let loop = try Self.loop([("containers", .preferred, 3), ("observability", .duty, 1)])
    #expect(loop.core.map(\.demand.id) == ["containers", "observability"])
  }

  @Test("no wish is of the core, however much the posting says of it, unless the title is about it")
  func heavyWish() throws {
    let demands: [(String, Importance, lines: Int)] = [
      ("linux", .required, 2), ("containers", .preferred, 6), ("cloud", .preferred, 4),
    ]
    #expect(try Self.loop(demands).core.map(\.demand.id) == ["linux"])
    #expect(
      try Self.loop(demands, title: "Containers Engineer").core.map(\.demand.id) == ["containers", "linux"])
  }

  @Test("what is asked for as familiarity is not of the core, unless no more is asked for anywhere")
  func familiarity() throws {
    func core(_ targets: [ProficiencyLevel]) throws -> [String] {
      var loop = try Self.loop([("linux", .required, 1), ("kubernetes", .required, 3)])
      for index in loop.coverage.indices {
        loop.coverage[index].demand.alternatives[0].target = targets[index]
      }
      return loop.core.map(\.demand.id)
    }
    #expect(try core([.advanced, .basic]) == ["linux"])
    #expect(try core([.basic, .basic]) == ["kubernetes", "linux"])
  }

  @Test("of who leads people, what is about people goes before what the people work on")
  func leaders() throws {
    let loop = try Self.loop(
      [("kubernetes", .required, 3), ("people-management", .required, 2), ("mentorship", .required, 1)],
      level: .manager)
    #expect(loop.core.map(\.demand.id) == ["people-management", "mentorship", "kubernetes"])
  }

  @Test("as many as the policy says, no light wishes, and no duty that is named once or rated by nobody")
  func count() throws {
    var loop = try Self.loop([
      ("linux", .required, 1), ("kubernetes", .required, 1), ("containers", .preferred, 4),
      ("databases", .duty, 4), ("observability", .duty, 1), ("ferry-timetables", .required, 9),
    ])
    #expect(!loop.core.contains { $0.demand.id == "ferry-timetables" })
    loop.coverage = loop.coverage.map { entry in
      var entry = entry
      if entry.demand.id == "databases" { entry.interviews = [] }
      return entry
    }
    #expect(Set(loop.core.map(\.demand.id)) == ["linux", "kubernetes"])
    loop.decision.coreDemands = 1
    #expect(loop.core.count == 1)
  }

  private static func facts(of loop: InterviewLoop) throws -> [FactCheckView] {
    let format = try #require(try library.get().format("recruiter-screen"))
    let core = loop.core.map(\.demand)
    return FactCheckView.views(of: format.checks, for: loop.role, core: core, ShownWords(loop.role, core))
  }

  @Test(
    "a recruiter asks about the two heaviest required demands but traits, by their products or the posting's words"
  )
  func knockOuts() throws {
    var loop = try Self.loop([
      ("linux", .required, 1), ("kubernetes", .required, 3), ("networking", .required, 2),
      ("databases", .duty, 6), ("ownership", .required, 6),
    ])
    for index in loop.coverage.indices where loop.coverage[index].demand.id == "kubernetes" {
      loop.coverage[index].demand.alternatives[0].technologies = ["Kestrel", "SQL", "SQL Server"]
    }
    loop.role.company = "Kestrel Ferries"
    let asked = try Self.facts(of: loop).filter { $0.check.topic == .core }
    #expect(asked.map { $0.demand?.demand.id } == ["kubernetes", "networking"])
    #expect(
      asked[0].ask.hasPrefix("Where have you used SQL Server in production")
        && asked[1].ask.contains("'Words of line "))
    #expect(asked[0].answers.goOn != asked[1].answers.goOn)
    #expect(asked.allSatisfy { !$0.ask.contains("{") })
  }

  @Test("a recruiter names a second product only if the posting speaks of it half as often as of the first")
  func products() throws {
    var loop = try Self.loop([("databases", .required, 3)])
    let quotes = ["PostgreSQL", "PostgreSQL and Redis", "PostgreSQL"]
    let evidence = quotes.enumerated().map {
      Evidence(line: $0 + 1, column: 1, section: "required", quote: $1)
    }
    loop.coverage[0].demand.alternatives[0].evidence = evidence
    loop.coverage[0].demand.alternatives[0].technologies = ["PostgreSQL", "Redis"]
    let asked = try Self.facts(of: loop).first { $0.check.topic == .core }?.ask
    #expect(asked?.hasPrefix("Where have you used PostgreSQL in production") == true)
  }

  @Test(
    "a recruiter asks for no product that only a wish names, and quotes the line that names the one asked for"
  )
  func firmProducts() throws {
    var loop = try Self.loop([("databases", .required, 3)])
    let lines = [
      ("required", "Databases of ferries"), ("required", "Backups of MongoDB"), ("preferred", "PostgreSQL"),
      ("preferred", "PostgreSQL at sea"),
    ]
    loop.coverage[0].demand.alternatives[0].evidence = lines.enumerated().map {
      Evidence(line: $0 + 1, column: 1, section: $1.0, quote: $1.1)
    }
    loop.role.competencies = loop.coverage[0].demand.alternatives
    func asked(_ products: [String]) throws -> FactCheckView? {
      loop.coverage[0].demand.alternatives[0].technologies = products
      return try Self.facts(of: loop).first { $0.check.topic == .core }
    }
    let firm = try asked(["PostgreSQL", "MongoDB"])
    #expect(firm?.ask.hasPrefix("Where have you used MongoDB in production") == true)
    #expect(firm?.evidence.map(\.quote) == ["Backups of MongoDB"])
    #expect(try asked(["PostgreSQL"])?.ask.contains("PostgreSQL") == false)
  }

  @Test("of alternatives a recruiter names one product each")
  func choice() throws {
    var loop = try Self.loop([("go", .required, 1)])
    let evidence = [Evidence(line: 1, column: 1, section: "required", quote: "Go, Ruby, or Java; Clojure")]
    loop.coverage[0].demand.alternatives = [
      ("go", ["Go"]), ("jvm", ["Java", "Clojure"]), ("ruby", ["Ruby"]),
    ].map {
      RoleCompetency(
        id: $0, importance: .required, anyOf: "A", target: .intermediate, technologies: $1, evidence: evidence
      )
    }
    let asked = try Self.facts(of: loop).first { $0.check.topic == .core }?.ask
    #expect(asked?.hasPrefix("Where have you used Go, Java or Ruby in production") == true)
  }

  @Test("on-call is asked about once, and not as hours too")
  func hours() throws {
    var loop = try Self.loop([("linux", .required, 1)])
    let line = Evidence(line: 3, column: 9, section: "duties", quote: "a follow-the-sun rotation")
    let whole = Evidence(
      line: 3, column: 1, section: "duties", quote: "Take part in a follow-the-sun rotation")
    let zone = Evidence(line: 5, column: 1, section: "other", quote: "Within three hours of UTC")
    loop.role.open = [OpenWording(.hours, line), OpenWording(.onCall, whole)]
    #expect(try Self.facts(of: loop).map(\.check.topic).contains(.hours) == false)
    loop.role.open.append(OpenWording(.timeZone, zone))
    let hours = try Self.facts(of: loop).first { $0.check.topic == .hours }
    #expect(hours?.evidence.map(\.quote) == ["Within three hours of UTC"])
  }

  @Test("what the posting makes a condition is asked in its words")
  func conditions() throws {
    var loop = try Self.loop([("linux", .required, 1)])
    let silent = try Self.facts(of: loop).map(\.check.topic)
    for topic in [
      FactCheck.Topic.years, .degree, .citizenship, .clearance, .languages, .certificate, .leading,
    ] {
      #expect(!silent.contains(topic))
    }
    let kinds: [(OpenWording.Kind, FactCheck.Topic)] = [
      (.degree, .degree), (.degreeOrEquivalent, .degree), (.citizenship, .citizenship),
      (.clearance, .clearance),
      (.spokenLanguage, .languages), (.certificate, .certificate), (.authorisation, .authorisation),
      (.residence, .location),
    ]
    for (kind, topic) in kinds {
      let words = Evidence(line: 3, column: 1, section: "required", quote: "A licence for ferries")
      loop.role.open = [OpenWording(kind, words)]
      let fact = try #require(try Self.facts(of: loop).first { $0.check.topic == topic })
      #expect(fact.evidence.map(\.quote) == ["A licence for ferries"])
      if [.authorisation, .location].contains(topic) {
        #expect(fact.answers.stop == fact.check.whereStated?.stop)
      } else {
        #expect(fact.ask.contains("'A licence for ferries'"))
      }
    }
  }

  @Test("a line that ends in \"or\" is read out with the next one")
  func openEnd() throws {
    var loop = try Self.loop([("linux", .required, 1)])
    let open = Evidence(line: 3, column: 1, section: "required", quote: "A degree in ferries OR")
    loop.role.open = [OpenWording(.degree, open)]
    loop.role.unmapped = [
      Evidence(line: 2, column: 1, section: "required", quote: "Sailing"),
      Evidence(line: 4, column: 1, section: "required", quote: "A year at a school of ferries"),
    ]
    let fact = try Self.facts(of: loop).first { $0.check.topic == .degree }
    #expect(fact?.ask.contains("'A degree in ferries OR A year at a school of ferries'") == true)
  }

  @Test("years are asked for in the words that hold their number")
  func years() throws {
    var loop = try Self.loop([("linux", .required, 1)])
    func ask() throws -> String? { try Self.facts(of: loop).first { $0.check.topic == .years }?.ask }
    loop.role.minYears = 5
    #expect(try ask()?.contains("5 years or more") == true)
    loop.role.unmapped = [
      Evidence(line: 3, column: 1, section: "required", quote: "15 ferries"),
      Evidence(line: 2, column: 1, section: "required", quote: "A crew of 5 on ferries that sail for years"),
      Evidence(line: 4, column: 1, section: "required", quote: "5+ years at sea"),
    ]
    #expect(try ask()?.contains("'5+ years at sea'") == true)
    loop.role.unmapped[2].quote = "5 to 7 (seven) years at sea"
    #expect(try ask()?.contains("'5 to 7 (seven) years at sea'") == true)
  }

  @Test(
    "a law on pay in postings is told where the place is one of its own and the pay is not stated in full")
  func payLaws() throws {
    var loop = try Self.loop([("linux", .required, 1)])
    func laws() -> [String] { PayLaws(loop).laws.map(\.source) }
    #expect(laws().isEmpty)
    loop.role.location = "Hybrid (Chicago)"
    #expect(laws() == ["820 ILCS 112/10"])
    loop.role.location = "Denver, Colorado, US"
    #expect(laws() == ["Colorado Revised Statutes 8-5-201"])
    loop.role.location = "Remote, Aus"
    #expect(laws().isEmpty)
    loop.role.open = [
      OpenWording(
        .residence, Evidence(line: 3, column: 1, section: "other", quote: "Must live in Germany or Spain"))
    ]
    #expect(laws() == ["Directive (EU) 2023/970, Articles 5 and 34"])
  }

  @Test(
    "pay, place and words of the posting are filled in, and what it is silent on is asked otherwise or not at all"
  )
  func filling() throws {
    var loop = try Self.loop([("linux", .required, 1)])
    func ask(_ topic: FactCheck.Topic) throws -> String? {
      try Self.facts(of: loop).first { $0.check.topic == topic }?.ask
    }
    #expect(try ask(.pay)?.contains("no pay range") == true && ask(.travel) == nil && ask(.hours) == nil)
    loop.role.pay = Pay(currency: "GBP", min: 25_000, max: 35_000, period: .year)
    loop.role.location = "Falmouth"
    let words = Evidence(line: 3, column: 1, section: "other", quote: "Travel to Plymouth each quarter")
    loop.role.open = [OpenWording(.travel, words)]
    #expect(try ask(.pay)?.contains("GBP 25,000 to 35,000 a year") == true)
    #expect(try ask(.location)?.contains("Falmouth") == true)
    #expect(try ask(.travel)?.contains("'Travel to Plymouth each quarter'") == true)
    loop.role.open = [OpenWording(.noOnCall, words)]
    #expect(try ask(.onCall) == nil)
    for check in try Self.facts(of: loop) { #expect(!check.ask.contains("{"), "\(check.ask)") }
  }

  @Test(
    "pay is written with what is known of it",
    arguments: [
      (25_000, 35_000, "GBP 25,000–35,000/year"), (25_000, nil, "GBP ≥ 25,000/year"),
      (nil, 35_000, "GBP ≤ 35,000/year"), (25_000, 25_000, "GBP 25,000/year"),
    ] as [(Int?, Int?, String)])
  func pay(least: Int?, most: Int?, text: String) {
    #expect(Figures.range(Pay(currency: "GBP", min: least, max: most, period: .year)) == text)
  }

  @Test(
    "and said aloud in words",
    arguments: [
      (25_000, 35_000, "GBP 25,000 to 35,000 a year"), (25_000, nil, "GBP 25,000 or more a year"),
      (nil, 35_000, "GBP up to 35,000 a year"), (25_000, 25_000, "GBP 25,000 a year"),
    ] as [(Int?, Int?, String)])
  func spokenPay(least: Int?, most: Int?, text: String) {
    #expect(Figures.spoken(Pay(currency: "GBP", min: least, max: most, period: .year)) == text)
  }
}

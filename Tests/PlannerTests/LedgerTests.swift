@testable import Rubric
import TestSupport
import Testing

@testable import Planner

@Suite("The ledger of a loop")
struct LedgerTests {
  private static let library = Result { try RealRubrics.library() }

  /// A loop of a role that differs in everything, the same for each seed.
  private static func loop(seed: UInt64) throws -> InterviewLoop {
    var random = SeededGenerator(seed: seed)
    let library = try library.get()
    let role = LedgerRole(&random).role
    return try LoopPlanner(library: library, policy: try library.policy()).plan(role)
  }

  @Test(
    "every line of the role and every unmapped one stands in it exactly once",
    arguments: 0..<30 as Range<UInt64>)
  func lines(seed: UInt64) throws {
    let loop = try Self.loop(seed: seed)
    let role = loop.role
    let stated = role.competencies.flatMap(\.evidence) + role.unmapped + role.ruledOut.flatMap(\.evidence)
    let lines = loop.ledger.lines.map(\.evidence)
    #expect(lines.count == Set(lines).count)
    #expect(Set(lines) == Set(stated))
    for line in loop.ledger.lines {
      let ids = role.competencies.filter { $0.evidence.contains(line.evidence) }.map(\.id)
      #expect(line.entries.map(\.competency.id) == ids)
    }
    let places = lines.map { [$0.line, $0.column] }
    #expect(places == places.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test("every rating is reached from a line, or listed as not asked for", arguments: 0..<30 as Range<UInt64>)
  func ratings(seed: UInt64) throws {
    let loop = try Self.loop(seed: seed)
    let ledger = loop.ledger
    let reached = ledger.lines.flatMap(\.entries).flatMap(\.readings) + ledger.unasked.flatMap(\.readings)
    let places = Set(reached.map { "\($0.interview) \($0.row)" })
    for interview in loop.interviews {
      for rating in interview.ratings { #expect(places.contains("\(interview.number) \(rating.demand.id)")) }
      let asked = Set(loop.role.competencies.map(\.id))
      for id in interview.exercise?.rates ?? [] where !asked.contains(id) {
        #expect(
          ledger.unasked.contains { $0.id == id && $0.readings.contains { $0.interview == interview.number } }
        )
      }
    }
  }

  @Test(
    "what a line leads to is there: the interview, the row and what shows it",
    arguments: 0..<30 as Range<UInt64>)
  func readings(seed: UInt64) throws {
    let loop = try Self.loop(seed: seed)
    for entry in loop.ledger.lines.flatMap(\.entries) {
      #expect(entry.readings.isEmpty == (entry.coverage.omission != nil))
      #expect(entry.readings.map(\.interview) == entry.coverage.interviews)
      for reading in entry.readings {
        let interview = try #require(loop.interviews.first { $0.number == reading.interview })
        let rating = try #require(interview.ratings.first { $0.demand.id == reading.row })
        let demanded = rating.demand.alternatives + rating.demand.along
        #expect(demanded.contains { $0.id == entry.competency.id })
        let asked =
          interview.ratings.flatMap(\.questions).map(\.question.id)
          + [interview.exercise?.id].compactMap { $0 }
        #expect(!reading.shownBy.isEmpty)
        #expect(reading.shownBy.filter { !asked.contains($0) } == [])
      }
    }
  }

  @Test("what nothing states is listed as not asked for")
  func unasked() throws {
    let library = try Self.library.get()
    let bare = RoleDefinition(
      title: "Engineer", competencies: [RoleCompetency(id: "linux", importance: .required)]
    ).withWeights()
    let loop = try LoopPlanner(library: library, policy: try library.policy()).plan(bare)
    #expect(loop.ledger.lines.isEmpty)
    // Behind it stands what the loop's exercises show besides.
    #expect(loop.ledger.unasked.first?.id == "linux")
    #expect(loop.ledger.unasked[0].readings.map(\.interview) == loop.coverage[0].interviews)
  }

  /// A loop whose one line on databases names PostgreSQL and MongoDB, with facts besides.
  private static func named() throws -> InterviewLoop {
    func words(_ line: Int, _ quote: String) -> Evidence {
      Evidence(line: line, column: 3, section: "required", quote: quote)
    }
    let role = RoleDefinition(
      title: "Database engineer", level: .senior,
      competencies: [
        RoleCompetency(
          id: "databases", importance: .required, technologies: ["PostgreSQL", "MongoDB", "Riak"],
          evidence: [words(3, "You run PostgreSQL and Riak"), words(4, "or a cluster of MongoDB")])
      ],
      unmapped: [words(8, "a driving licence")],
      open: [
        OpenWording(.travel, words(5, "some travel")),
        OpenWording(.backgroundCheck, words(6, "a background check")),
        OpenWording(.trait, words(7, "passion")), OpenWording(.anywhere, words(9, "from anywhere")),
      ]
    ).withWeights()
    let library = try library.get()
    return try LoopPlanner(library: library, policy: try library.policy()).plan(role)
  }

  @Test("a line is rated on what it names only where the question or the exercise is about that")
  func names() throws {
    let loop = try Self.named()
    let ledger = loop.ledger
    var about: [String] = []
    for question in loop.interviews.flatMap(\.ratings).flatMap(\.questions) {
      about.append(question.ask)
      about += question.question.strong
      about += question.question.meets
      about += question.question.weak
      about += question.question.probes.map(\.text)
    }
    for exercise in loop.interviews.compactMap(\.exercise) {
      about.append(exercise.title)
      about += exercise.links.flatMap(\.words)
    }
    let entries = ledger.lines.filter { $0.evidence.line < 5 }.flatMap(\.entries)
    #expect(entries.count == 2)
    for (names, entry) in zip([["PostgreSQL", "Riak"], ["MongoDB"]], entries) {
      for name in names {
        let isMet = about.contains { WrittenName(name).stands(in: $0) }
        #expect(entry.unmet.contains(name) == !isMet, "\(name)")
        #expect(entry.readings.contains { $0.words.contains(name) } == isMet, "\(name)")
      }
    }
    #expect(Set(ledger.unmet.flatMap(\.names)) == Set(entries.flatMap(\.unmet)))
    let text = try DocumentRenderer(templates: try Repository.templates()).loop(loop, as: .markdown)
    #expect(
      text.contains(
        "\n- \(Figures.listed(ledger.unmet.flatMap(\.names))): Databases and storage (required)\n"))
  }

  @Test("a line names what a question is about by another of its names, or by a part of one")
  func otherNames() throws {
    var loop = try Self.named()
    let evidence = Evidence(line: 3, column: 3, section: "required", quote: "GCP or AWS RDS")
    loop.role.competencies[0].evidence = [evidence]
    loop.role.competencies[0].technologies = ["Google Cloud", "AWS"]
    let place = try #require(loop.interviews.firstIndex { $0.ratings.contains { $0.question != nil } })
    let rating = try #require(loop.interviews[place].ratings.firstIndex { $0.question != nil })
    var question = try #require(loop.interviews[place].ratings[rating].question)
    question.question.about = ["GCP", "Google Cloud", "Amazon AWS"]
    loop.interviews[place].ratings[rating].question = question
    let entry = try #require(
      LedgerBuilder(loop).ledger().lines.first { $0.evidence == evidence }?.entries.first)
    let reading = try #require(entry.readings.first { $0.interview == loop.interviews[place].number })
    #expect(reading.words == ["AWS", "GCP"])
    #expect(entry.unmet.isEmpty)
  }

  @Test("the years that the recruiter asks for are settled there")
  func years() throws {
    var loop = try Self.named()
    let evidence = Evidence(line: 11, column: 3, section: "required", quote: "5+ years in such a role")
    loop.role.unmapped.append(evidence)
    func line() throws -> Ledger.Line {
      try #require(LedgerBuilder(loop).ledger().lines.first { $0.evidence == evidence })
    }
    #expect(try line().isLeft)
    loop.role.minYears = 5
    #expect(try line().settledIn == 1 && !line().isLeft)
  }

  @Test("what an exercise only suits is nothing that it is about")
  func suited() throws {
    let outline = ExerciseOutline(
      id: "e", kind: .drill, title: "E", minutes: 30, rates: [], also: [], about: ["RDS", "replicas"],
      unseen: ["RDS"])
    #expect(PlannedExercise(outline).about == ["replicas"])
  }

  @Test("a fact that a line asks for is settled by an interview, or by hand; a trait and the rest are left")
  func facts() throws {
    let lines = try Self.named().ledger.lines.filter { $0.evidence.line > 4 }
    #expect(lines.map(\.evidence.line) == [5, 6, 7, 8])
    #expect(lines.map(\.settledIn) == [1, nil, nil, nil])
    #expect(lines.map(\.isToSettle) == [false, true, false, false])
    #expect(lines.map(\.isLeft) == [false, false, true, true])
  }

  @Test(
    "a name stands in a text as it is written, or by its abbreviation",
    arguments: [
      ("Chef", "a Chef recipe", true), ("Chef", "the chef", false), ("Chef", "Chefs", false),
      ("C++", "in C++, or C", true), ("C", "C++ code", true), ("Amazon EKS", "on EKS nodes", true),
      ("GitHub Actions", "Actions were taken", false), (".NET", "on .NET 8", true), ("", "x", false),
      ("Istio", "Ist", false),
    ])
  func written(name: String, text: String, isThere: Bool) {
    #expect(WrittenName(name).stands(in: text) == isThere)
  }

  @Test(
    "quotations that overlap are one row",
    arguments: [
      ("we run Linux and", "Linux and Kubernetes", "we run Linux and Kubernetes"),
      ("we run Linux and Kubernetes", "Linux and Kubernetes", "we run Linux and Kubernetes"),
      ("we run Linux", "Linux", "we run Linux"), ("we run Linux", "we walk", nil), ("a", "b", nil),
      ("", "a", nil),
      ("Kubernetes e", "every day", nil),
    ] as [(String, String, String?)])
  func overlap(first: String, second: String, joined: String?) {
    #expect(Overlap.joined(first, second) == joined)
  }
}

/// A role for a ledger: several competencies to a line, lines without a competency, alternatives, ids that the
/// library does not have, and competencies that no words state.
private struct LedgerRole {
  var role: RoleDefinition

  init(_ random: inout SeededGenerator) {
    let ids = [
      "go", "python", "programming", "kubernetes", "linux", "cloud", "databases", "ci-cd", "on-call",
      "ferries",
      "observability", "collaboration", "ownership",
    ].shuffled(using: &random).prefix(2 + Int(random.next() % 9))
    let lines = (1...12).map { Evidence(line: $0, column: 3, section: "required", quote: "Words \($0)") }
    let competencies = ids.map { id in
      let words = (0..<Int(random.next() % 4)).map { _ in random.pick(lines) }
      return RoleCompetency(
        id: id, importance: random.pick(Importance.allCases),
        anyOf: random.once(in: 4) ? random.pick(["A", "B"]) : nil,
        evidence: Array(Set(words)).sorted { $0.line < $1.line })
    }
    role = RoleDefinition(
      title: "Engineer",
      interviewProcess: random.once(in: 3)
        ? [
          ProcessStage(name: "Call"), ProcessStage(name: "Coding", minutes: 60), ProcessStage(name: "Offer"),
        ] : [],
      competencies: competencies, unmapped: random.once(in: 2) ? [lines[0], lines[11]] : [],
      ruledOut: random.once(in: 3) ? [RuledOut(id: "rust", reason: "Gone.", evidence: [lines[5]])] : []
    ).withWeights()
  }
}

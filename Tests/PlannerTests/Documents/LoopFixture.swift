import Diagnostics
import Foundation
import Rubric

@testable import Planner

/// A loop written by hand over the built-in rubrics: seven interviews, fourteen ratings, three of the
/// interviews around an exercise, an any-of demand, a competency shown by another's question, second
/// readings, omissions of each kind, requirements that nothing covers, a stage without a format, and a
/// conflict.
struct LoopFixture {
  private static let library = Result { try RealRubrics.library() }
  private let library: RubricLibrary
  private var demands: [String: Demand] = [:]
  private var asked: Set<String> = []
  private var hasExercises = true

  /// The loop. `quote` stands for the posting's words about Kubernetes, and for its title and stage; without
  /// exercises each interview is held around questions.
  static func loop(quote: String? = nil, hasExercises: Bool = true) throws -> InterviewLoop {
    var fixture = try LoopFixture()
    fixture.hasExercises = hasExercises
    return try fixture.build(quote: quote)
  }

  /// The forms of a loop's exercises, by id.
  static func forms(of loop: InterviewLoop) throws -> [String: ExerciseForm] {
    let library = try library.get()
    var forms: [String: ExerciseForm] = [:]
    for planned in loop.interviews.compactMap(\.exercise) {
      forms[planned.id] = try library.exercise(planned.id)?.form(seed: planned.seed)
    }
    return forms
  }

  private init() throws { library = try Self.library.get() }

  private mutating func build(quote: String?) throws -> InterviewLoop {
    let role = Self.role(quote: quote)
    let order = try readDemands(of: role)
    let stage = ProcessStage(name: quote ?? "Reference check", parts: quote.map { [$0] } ?? [])
    let interviews = [
      try interview(1, "recruiter-screen"),
      try interview(2, "technical-screen", rates: ["kubernetes", "linux", "networking"]),
      try interview(
        3, "coding", around: "config-diff", rates: ["go|python", "infrastructure-as-code"],
        name: quote ?? "Pairing session"),
      try interview(
        4, "incident-drill", around: "slow-checkout", rates: ["on-call", "observability", "linux"],
        second: ["linux"]),
      try interview(
        5, "system-design", around: "key-value-store", rates: ["reliability", "kubernetes", "databases"],
        second: ["kubernetes"]),
      try interview(
        6, "behavioural", rates: ["communication", "on-call", "collaboration"], second: ["on-call"]),
      Interview(
        number: 7, name: stage.name, format: nil, minutes: 0, stage: stage, isScreen: false, ratings: []),
    ]
    let coverage = order.map { demand in
      let numbers = interviews.filter { $0.ratings.contains { $0.demand.id == demand.id } }.map(\.number)
      return Coverage(
        demand: demand, interviews: numbers, omission: numbers.isEmpty ? Self.omission(of: demand) : nil)
    }
    let conflict = CoverageConflict(
      demands: order.filter { ["ci-cd", "linux", "on-call"].contains($0.id) }, places: 2, remedies: .sample)
    return InterviewLoop(
      role: role, interviews: interviews, coverage: coverage, conflict: conflict,
      optimality: Optimality(
        isProven: true, required: (8, 9), requiredApt: 7, requiredTwice: 3, bound: (8, 7, 3),
        preferred: (2, 4), duties: (1, 1)),
      debriefMinutes: 45, preparationMinutes: 30, fingerprint: "5f0c1d2e9a7b",
      economics: LoopEconomics(agreement: 0.44, limit: 4, isFurtherKnown: true))
  }

  private static func omission(of demand: Demand) -> Coverage.Omission {
    switch demand.id {
    case "ci-cd": .noPlace
    case "distributed-systems": .noQuestion
    default: .notInLibrary
    }
  }
}

extension LoopFixture {
  private static func role(quote: String?) -> RoleDefinition {
    let demands: [(String, Importance, String?, Int, String)] = [
      ("kubernetes", .required, nil, 27, quote ?? "Working knowledge of Kubernetes"),
      ("go", .required, "a", 26, "in Go or Python"), ("python", .required, "a", 26, "in Go or Python"),
      ("programming", .required, nil, 26, "You write code that other people maintain"),
      (
        "infrastructure-as-code", .required, nil, 28,
        "Terraform in anger, including state that somebody else broke"
      ),
      ("linux", .required, nil, 29, "Comfortable on a Linux box"),
      ("observability", .required, nil, 30, "Experience with Prometheus or a comparable monitoring system"),
      (
        "on-call", .required, nil, 31,
        "You've been on call, and you have opinions about what should wake a person up"
      ),
      ("communication", .required, nil, 32, "Clear written English"),
      (
        "ci-cd", .required, nil, 19,
        "the manual steps out of timetable imports, certificate changes and failovers"
      ),
      ("databases", .preferred, nil, 36, "Run PostgreSQL or Kafka beyond the defaults"),
      ("networking", .preferred, nil, 38, "Some networking: DNS, TLS, why a CDN caches the wrong thing"),
      ("distributed-systems", .preferred, nil, 37, "load testing ahead of a seasonal peak"),
      ("ferry-timetables", .preferred, nil, 39, "Patience with operators' booking systems"),
      ("reliability", .duty, nil, 18, "Agree SLOs with product teams"),
      ("collaboration", .duty, nil, 11, "help nine product teams run what they build"),
    ]
    return RoleDefinition(
      title: quote ?? "Site Reliability Engineer", company: "Harbourline Crossings", level: .mid,
      pay: Pay(currency: "GBP", min: 56_000, max: 71_000, period: .year), location: "UK or Ireland",
      remote: true,
      competencies: demands.map { id, importance, group, line, words in
        RoleCompetency(
          id: id, importance: importance, anyOf: group, weight: 0.0625,
          technologies: id == "infrastructure-as-code" ? ["Terraform"] : [],
          evidence: evidence(for: id, line: line, section: importance.rawValue, words: words))
      },
      unmapped: [
        Evidence(line: 25, column: 5, section: "required", quote: quote ?? "Around 3 years of running")
      ],
      ruledOut: [RuledOut(id: "rust", reason: "Written off.", evidence: [words("rust or go", 40)])],
      open: [
        OpenWording(.similar, words("a comparable monitoring system", 30)),
        OpenWording(.spokenLanguage, words(quote ?? "Clear written English", 32)),
      ],
      headings: [words("What you bring", 24), words("Company benefits", 42, in: "benefits")],
      source: RoleSource(file: "harbourline-sre.md", sha256: "00"))
  }

  private static func words(_ quote: String, _ line: Int, in section: String = "required") -> Evidence {
    Evidence(line: line, column: 5, section: section, quote: quote)
  }

  private static func evidence(for id: String, line: Int, section: String, words: String) -> [Evidence] {
    let column = ["go", "python"].contains(id) ? 46 : 5
    let first = Evidence(line: line, column: column, section: section, quote: words)
    guard id == "kubernetes" else { return [first] }
    return [first]
      + [17, 11].map { Evidence(line: $0, column: 50, section: "duty", quote: "Kubernetes clusters") }
  }

  /// The demands of the role in its order, `go` and `python` as one with `programming` along.
  private mutating func readDemands(of role: RoleDefinition) throws -> [Demand] {
    var order: [Demand] = []
    for competency in role.competencies where competency.id != "python" && competency.id != "programming" {
      let alternatives = competency.anyOf.map { role.alternatives(in: $0) } ?? [competency]
      let demand = Demand(
        alternatives: alternatives,
        competencies: try alternatives.compactMap { try library.competency($0.id) },
        along: competency.id == "go" ? role.competencies.filter { $0.id == "programming" } : [])
      demands[demand.id] = demand
      order.append(demand)
    }
    return order
  }

  private mutating func interview(
    _ number: Int, _ format: String, around exercise: String? = nil, rates: [String] = [],
    second: [String] = [], name: String? = nil
  ) throws -> Interview {
    guard let format = try library.format(format) else { throw FixtureFailure(missing: format) }
    let exercise = hasExercises ? try exercise.map(planned) : nil
    var ratings: [PlannedRating] = []
    for id in rates {
      guard let demand = demands[id] else { throw FixtureFailure(missing: id) }
      let ids = demand.competencies.map(\.id) + demand.along.map(\.id)
      // The question on communication shows collaboration too.
      let shownBy =
        exercise.flatMap { $0.rates.contains(where: ids.contains) ? $0.id : nil }
        ?? (id == "collaboration" ? ratings.first?.question?.question.id : nil)
      ratings.append(
        PlannedRating(
          demand: demand, question: shownBy == nil ? ask(demand, in: format) : nil, shownBy: shownBy,
          isFirstReading: !second.contains(id)))
    }
    let asked = ratings.flatMap(\.questions).map(\.minutes).reduce(exercise?.minutes ?? 0, +)
    return Interview(
      number: number, name: name ?? format.name, format: format,
      minutes: max(format.minutes, format.opening + asked + format.closing), stage: nil,
      isScreen: number < 3, ratings: ratings, exercise: exercise)
  }

  /// An exercise of the library, chosen for the words about Kubernetes.
  private func planned(_ id: String) throws -> PlannedExercise {
    guard let exercise = try library.exercise(id)?.exercise else { throw FixtureFailure(missing: id) }
    return PlannedExercise(
      id: id, kind: exercise.kind, title: exercise.title, minutes: exercise.minutes, seed: nil,
      rates: exercise.rates.map(\.id) + exercise.also, links: links)
  }

  private var links: [Nearness] {
    (demands["kubernetes"]?.evidence ?? []).prefix(2).map {
      Nearness(evidence: $0, words: ["Kubernetes", "knowledge"])
    }
  }

  /// The first question of the demand that suits the format and has not been asked, with its slots filled.
  private mutating func ask(_ demand: Demand, in format: InterviewFormat) -> PlannedQuestion? {
    let questions = demand.competencies.flatMap(\.questions).filter { !asked.contains($0.id) }
    guard let question = questions.first(where: { format.kinds.contains($0.kind) }) ?? questions.first else {
      return nil
    }
    asked.insert(question.id)
    let words = question.slots.reduce(question.ask) { $0.replacing("{\($1.name)}", with: $1.standard) }
    return PlannedQuestion(
      question: question, ask: words, minutes: 15, nearness: demand.id == "kubernetes" ? links.first : nil)
  }
}

/// Something the fixture needs and does not find.
struct FixtureFailure: Error {
  let missing: String
}

extension [CoverageRemedy] {
  /// One remedy of each kind.
  static var sample: [CoverageRemedy] {
    [
      CoverageRemedy(
        change: .raiseRatings(to: 4),
        cost: .init(onceOnly: ["Linux"], minutesEach: .init(before: 20, after: 15))),
      CoverageRemedy(change: .makePreferred(["CI/CD", "Linux"]), cost: .init(unrated: ["CI/CD", "Linux"])),
      CoverageRemedy(change: .addQuestion("Linux"), cost: .init(unrated: ["Databases"])),
      CoverageRemedy(
        change: .allowMinutes(to: 240), cost: .init(candidateMinutes: 30, teamMinutes: 105)),
      CoverageRemedy(
        change: .lengthenStage(name: "Pairing", from: 45, to: 60, covers: ["CI/CD"]),
        cost: .init(candidateMinutes: 15, teamMinutes: 15)),
      CoverageRemedy(
        change: .addInterview(formatName: "Technical deep dive", minutes: 60, covers: ["CI/CD"]),
        cost: .init(candidateMinutes: 60, teamMinutes: 135)),
    ]
  }
}

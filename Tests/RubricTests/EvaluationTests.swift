import Diagnostics
import Rubric
import Testing
import YAML

@Suite("Held to labels")
struct EvaluationTests {
  /// A label of three competencies.
  private static let label = """
    file: posting.md
    title: Engineer
    level: senior
    min_years: 3
    competencies:
      - {id: go, importance: required, any_of: A, quote: "Go or Rust"}
      - {id: rust, importance: required, any_of: A, quote: "Go or Rust"}
      - {id: on-call, importance: duty, quote: "share the\\n  pager"}
    """

  private static let posting = "# Engineer\n\nGo or Rust, and you share\nthe   pager.\n"

  private static let role = RoleDefinition(
    title: " ENGINEER", level: .senior, minYears: 3,
    competencies: [
      RoleCompetency(id: "go", importance: .required, anyOf: "C", evidence: [evidence(3, 1, "Go or Rust")]),
      RoleCompetency(id: "rust", importance: .required, anyOf: "C"),
      RoleCompetency(id: "on-call", importance: .duty, evidence: [evidence(3, 24, "re\nthe pager")]),
    ])

  private static func evidence(_ line: Int, _ column: Int, _ quote: String) -> Evidence {
    Evidence(line: line, column: column, section: "required", quote: quote)
  }

  private func measure(
    _ label: String = label, _ role: RoleDefinition? = role, name: String = "posting", text: String = posting
  ) throws -> PostingEvaluation {
    let source = SourceText(name: "labels/\(name).yaml", text: label)
    let posting = SourceText(name: "posting.md", text: text)
    let label = try PostingLabel(from: source)
    let places = QuotePlaces(label, in: posting)
    return PostingEvaluation(label, from: source, posting: posting, places: places, role: role)
  }

  @Test("what people read is right, whatever the letter, the capitals and the space")
  func right() throws {
    let result = try measure()
    #expect(result.errors == [])
    #expect(result.name == "posting" && result.file == "posting.md")
    #expect(result.counts.competencies == Hits(right: 3))
    #expect(result.counts.required == Hits(right: 2))
    #expect(result.counts.quotes == Share(right: 2, all: 2))
    #expect(LabelledFact.allCases.allSatisfy { result.counts.facts[$0] == Share(right: 1, all: 1) })
  }

  /// A change to the role, and what is then said to be wrong.
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout RoleDefinition) -> Void

    init(_ expected: String, _ change: @escaping @Sendable (inout RoleDefinition) -> Void) {
      testDescription = expected
      self.change = change
    }
  }

  private static let possibleFaults: [Fault] = [
    Fault("missed on-call duty - 3:21 share the\n  pager") { $0.competencies.removeLast() },
    Fault("false cpp - duty 3:4 or Rust") {
      let words = evidence(3, 4, "or Rust")
      $0.competencies.append(RoleCompetency(id: "cpp", importance: .duty, evidence: [words]))
    },
    Fault("importance rust required preferred 3:1 Go or Rust") { $0.competencies[1].importance = .preferred },
    Fault("any_of go A - 3:1 Go or Rust") { $0.competencies[0].anyOf = nil },
    Fault("any_of on-call - B 3:21 share the\n  pager") { $0.competencies[2].anyOf = "B" },
    Fault("quote rust - - 3:4 or Go") { $0.competencies[1].evidence = [evidence(3, 4, "or Go")] },
    Fault("fact title Engineer Engineers -") { $0.title = "Engineers" },
    Fault("fact min_years 3 - -") { $0.minYears = nil },
    Fault("fact remote - false -") { $0.remote = false },
    Fault("fact pay - EUR 1-? / year -") { $0.pay = Pay(currency: "EUR", min: 1, max: nil, period: .year) },
    Fault("fact interview_process - 30, ? -") {
      $0.interviewProcess = [ProcessStage(name: "a", minutes: 30), ProcessStage(name: "b")]
    },
  ]

  @Test("each way of being wrong, with its place", arguments: possibleFaults)
  func wrong(_ fault: Fault) throws {
    var role = Self.role
    fault.change(&role)
    #expect(try measure(Self.label, role).errors.map(Self.text) == [fault.testDescription])
  }

  private static func text(_ error: AccuracyError) -> String {
    let place = error.place.map { "\($0.line):\($0.column)" } ?? "-"
    let parts = [error.expected ?? "-", error.found ?? "-", place] + (error.quote.map { [$0] } ?? [])
    return ([error.kind.rawValue, error.subject] + parts).joined(separator: " ")
  }

  @Test(
    "words are found where they stand by themselves, rather than within others",
    arguments: [
      ("Go", "Going on, go. Use Go.", "1:19"), ("Go", "Going", "1:1"), ("aab", "aaaab", "1:3"),
      ("a a b", "\u{FEFF}a a a\r\n b", "1:4"), ("é", "x\u{A0}\u{E9}\u{E9} (é)", "1:7"),
      ("C++", "C C++", "1:3"),
    ])
  func places(quote: String, text: String, place: String) throws {
    let label = "file: a\nlevel: mid\ncompetencies: [{id: go, importance: duty, quote: \"\(quote)\"}]"
    let result = try measure(label, nil, text: text)
    #expect(result.errors.first.map(Self.text)?.contains(" \(place) ") == true, "\(result.errors)")
  }

  @Test("what readers did not agree on is neither right nor wrong")
  func open() throws {
    let label = Self.label.replacing("any_of: A", with: "any_of: \"?\"")
      .replacing("importance: duty", with: "importance: duty, or_importance: required")
    var role = Self.role
    role.title = "Other"
    role.competencies[0].anyOf = nil
    role.competencies[2].importance = .required
    role.competencies.append(RoleCompetency(id: "cloud", importance: .required))
    let result = try measure(label + "\noptional: [cloud]\nunsure: [title]\n", role)
    #expect(result.errors == [])
    #expect(result.counts.competencies == Hits(right: 3))
    #expect(result.counts.required == Hits(right: 2))
    #expect(result.counts.facts[.title] == nil)
  }

  @Test("all that a posting asks for is missed where it could not be read")
  func failed() throws {
    let result = try measure(Self.label, nil)
    #expect(result.counts.failed == 1 && result.counts.competencies == Hits(missed: 3))
    #expect(result.counts.facts[.level] == Share(right: 0, all: 1))
    #expect(result.counts.facts[.remote] == Share(right: 1, all: 1))
  }

  @Test("shares are rounded as their exact value has it, ties to even")
  func rounding() {
    for (value, thousandths) in [
      (0.0625, 62), (0.1875, 188), (0.9415, 942), (0.0005, 1), (2.0 / 3, 667), (0, 0), (1, 1000),
    ] {
      #expect(AccuracyFigure.units(value, scale: 1000) == thousandths, "\(value)")
    }
    #expect(AccuracyFigure.units(0.03125, scale: 10_000) == 312)
    #expect(AccuracyFigure.units(0.1 + 0.2 - 0.3, scale: 10_000) == 0)
  }

  @Test("an evaluation that is written and read again is the same")
  func lossless() throws {
    var role = Self.role
    role.competencies[0].importance = .duty
    role.competencies[1].id = "cpp"
    role.title = "\"Other\"\n\u{7}"
    for halves in [nil, LabelHalves(seed: 7, shown: .first), LabelHalves(seed: 7, shown: .second)] {
      let evaluation = Evaluation([try measure(Self.label, role)], halves: halves)
      let text = JSONWriter.text(evaluation.document)
      #expect(try Evaluation(from: SourceText(name: "run.json", text: text)) == evaluation, "\(text)")
    }
  }

  @Test("errors of one half only, figures of both, and halves that stay when labels are added")
  func halves() throws {
    let halves = LabelHalves(seed: 1, shown: .first)
    let names = (0..<40).map { "label-\($0)" }
    let postings = try names.map { try measure(name: $0, text: "") }
    let evaluation = Evaluation(postings, halves: halves)
    let first = names.filter { halves.half(of: $0) == .first }
    #expect((12...28).contains(first.count))
    #expect(evaluation.postings.map(\.name) == first.sorted())
    #expect(evaluation.parts.map(\.counts.postings) == [40, first.count, 40 - first.count])
    #expect(evaluation.parts[1].counts.quotes == Share(right: 0, all: 2 * first.count))
    let fewer = Evaluation(Array(postings.dropLast(20)), halves: halves)
    #expect(Set(fewer.postings.map(\.name)).isSubset(of: first))
    #expect(names.contains { halves.half(of: $0) != LabelHalves(seed: 2, shown: .first).half(of: $0) })
  }

  @Test("a comparison tells what became right, what became wrong, and what cannot be compared")
  func comparison() throws {
    var (old, new) = (Self.role, Self.role)
    old.competencies[0].importance = .duty
    new.competencies[1].id = "cpp"
    let runs = (Evaluation([try measure(Self.label, old)]), Evaluation([try measure(Self.label, new)]))
    let comparison = EvaluationComparison(from: runs.0, to: runs.1)
    #expect(comparison.gains.map { Self.text($0.error) } == ["importance go required duty 3:1 Go or Rust"])
    #expect(comparison.losses.map(\.error.kind) == [.missed, .wrong])
    #expect(comparison.losses.allSatisfy { $0.file == "posting.md" } && comparison.incomparable == [])
    let f1 = try #require(comparison.figures.first { $0.figure == .f1 })
    #expect(f1.part == .all && f1.before == 1 && f1.after == 2.0 / 3)
    #expect(EvaluationComparison(from: runs.0, to: runs.0).figures == [])
    let relabelled = Evaluation([try measure(Self.label + "\n", new)])
    let other = EvaluationComparison(from: runs.0, to: relabelled)
    #expect(other.incomparable == ["posting"] && other.gains == [] && other.losses == [])
  }

  @Test("every fault of a label is found, each in its place")
  func faultyLabel() {
    let text = """
      file: a.md
      titel: SRE
      competencies:
        - {id: go, importance: must}
        - {id: go, importance: duty, any-of: A}
      unsure: [salary]
      """
    let error = #expect(throws: InvalidInput.self) {
      try PostingLabel(from: SourceText(name: "a.json", text: text))
    }
    let found = error?.findings.map { finding in
      "\(finding.range?.start.line ?? 0):\(finding.range?.start.column ?? 0) \(finding.rule)"
    }
    #expect(
      found == [
        "1:1 missing-key", "2:1 unknown-key", "4:26 unknown-value", "5:10 duplicate-competency",
        "5:32 unknown-key", "6:10 unknown-value",
      ])
    #expect(error?.findings[1].help == "did you mean \"title\"?")
  }

  @Test("a label of very many competencies is refused")
  func longLabel() {
    let list = (0...200).map { "{id: a\($0), importance: duty}" }.joined(separator: ", ")
    let error = #expect(throws: InvalidInput.self) {
      try PostingLabel(
        from: SourceText(name: "a.yaml", text: "file: a\nlevel: mid\ncompetencies: [\(list)]"))
    }
    #expect(error?.findings.map(\.rule) == ["too-many-competencies"])
  }

  @Test("names that the library does not have, and words that the posting does not have, are told")
  func findings() throws {
    let text = Self.label.replacing("id: rust", with: "id: rsut").replacing("pager", with: "pagers")
    let source = SourceText(name: "posting.yaml", text: text)
    let label = try PostingLabel(from: source)
    let places = QuotePlaces(label, in: SourceText(name: "posting.md", text: Self.posting))
    let findings = label.findings(in: source, places: places, known: ["go", "on-call", "rust"])
    #expect(findings.map(\.rule) == ["unknown-competency", "quote-not-found"])
    #expect(findings.map(\.severity) == [.warning, .warning])
    #expect(findings[0].range?.start == Place(line: 7, column: 10))
    #expect(findings[0].help == "did you mean \"rust\"?")
  }
}

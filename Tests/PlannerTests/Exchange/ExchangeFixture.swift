import Diagnostics
import Rubric
import TestSupport
import YAML

@testable import Planner

/// A small loop, and scorecards of it with whatever text.
enum ExchangeFixture {
  static let tables = Result { try RealRubrics.library().exchangeTables() }

  /// Two interviews; a choice of two languages in the first.
  static func plan(names: [String] = ["Linux and the shell", "Kubernetes"]) throws -> AssessmentPlan {
    try AssessmentPlan(
      from: SourceText(
        name: "assessment.yaml",
        text: YAMLWriter.text(
          .mapping([
            .init("fingerprint", .text("rw2-0123456789abcdef")), .init("title", .text("SRE")),
            .init(
              "competencies",
              .list([
                competency("go|python", "Go or Python", 3, [("go", "Go"), ("python", "Python")]),
                competency("linux", names[0], 3, [("linux", names[0])]),
                competency("kubernetes", names[1], 2, [("kubernetes", names[1])]),
              ])),
            .init(
              "interviews",
              .list([
                interview(2, "Technical screen", ["go|python", "linux"], ["linux/full-disk", "go/leak"]),
                interview(3, "Deep dive", ["kubernetes"], ["kubernetes/drain"]),
              ])),
          ]))))
  }

  private static func competency(
    _ id: String, _ name: String, _ target: Int, _ alternatives: [(id: String, name: String)]
  ) -> Document {
    let level = Document.mapping([
      .init("summary", .text("Does it.")), .init("anchors", .list([.text("Did it.")])),
    ])
    let levels = Document.mapping((1...5).map { .init(String($0), level) })
    return .mapping([
      .init("id", .text(id)), .init("name", .text(name)), .init("importance", .text("required")),
      .init("target", .integer(target)), .init("weight", .number(0.3333)),
      .init(
        "alternatives",
        .list(
          alternatives.map { alternative in
            .mapping([
              .init("id", .text(alternative.id)), .init("name", .text(alternative.name)),
              .init("target", .integer(target)), .init("levels", levels),
            ])
          })),
    ])
  }

  private static func interview(
    _ number: Int, _ name: String, _ rates: [String], _ questions: [String]
  ) -> Document {
    .mapping([
      .init("number", .integer(number)), .init("name", .text(name)),
      .init("format", .text("technical-screen")),
      .init("minutes", .integer(60)), .init("rates", .inline(rates)),
      .init(
        "questions",
        .list(
          questions.map { id in
            .mapping([.init("id", .text(id)), .init("ask", .text("What of \(id)?"))])
          })),
    ])
  }

  /// A scorecard of the second interview, as a file.
  static func file(_ scorecard: Scorecard, of plan: AssessmentPlan) throws -> CandidateRecord.ScorecardFile {
    let record = try CandidateRecord(
      plan: SourceText(name: "assessment.yaml", text: YAMLWriter.text(plan.document)),
      scorecards: [SourceText(name: "2.yaml", text: YAMLWriter.text(scorecard.document))], decision: nil)
    return record.scorecards[0]
  }

  static func placed<Value: Sendable>(_ value: Value) -> Placed<Value> {
    Placed(value, at: PlaceRange(at: .start))
  }

  /// A scorecard with random ratings and hostile texts.
  static func scorecard(_ random: inout SeededGenerator, of plan: AssessmentPlan) -> Scorecard {
    func text() -> Placed<String> { placed(self.text(&random)) }
    let interview = plan.interviews[0]
    return Scorecard(
      fingerprint: placed(plan.fingerprint),
      interview: ScorecardInterview(
        number: placed(interview.number), name: interview.name, format: interview.format),
      candidate: text(), interviewer: text(),
      date: random.once(in: 2) ? placed("2027-03-09") : text(),
      competencies: interview.rates.map { competency($0, &random) },
      questions: interview.questions.map { QuestionEvidence(id: placed($0.id), notes: text()) },
      overall: random.once(in: 4) ? nil : placed(random.pick(OverallRecommendation.allCases)), summary: text()
    )
  }

  private static func competency(_ id: String, _ random: inout SeededGenerator) -> RatedCompetency {
    let ratings: [Rating?] = ProficiencyLevel.allCases.map { .level($0) } + [.notObserved, nil]
    let rating = random.pick(ratings)
    let chosen = text(&random)
    return RatedCompetency(
      id: placed(id),
      chosen: id.contains("|") && !chosen.isEmpty ? placed(random.once(in: 2) ? "python" : chosen) : nil,
      target: random.pick(ProficiencyLevel.allCases), rating: rating.map { placed($0) },
      evidence: placed(text(&random)))
  }

  /// Parts of texts that a careless writer or reader gets wrong, those of the notes' own words among them.
  static func text(_ random: inout SeededGenerator) -> String {
    (0..<(random.next() % 5)).map { _ in random.pick(parts) }.joined()
  }

  private static let parts = [
    "Level 3 of 5; the role asks for 3.", "Not observed; the role asks for 2.",
    "Not rated; the role asks for 1.",
    " The candidate chose go.", "The candidate chose \"x\".", "\n\n", "\r\n\r\n", "\n", "\r", "\t", " ", "  ",
    "Rolewright scorecard of interview 3, \"x\". Candidate a, interviewer b, date c, recommendation yes, loop rw2-0123456789abcdef.",
    "On \"x\":", "<b>", "</p>", "&amp;", "&lt;", "&", "<", ">", "<script>alert(1)</script>", "=1+1", "\"",
    "\\", "'",
    "{", "}", "{level}", "null", "yes", "\u{0}", "\u{1B}[31m", "\u{202E}", "\u{2028}", "\u{85}", "\u{FEFF}",
    "e\u{301}", "\u{301}", "👩‍🚀", "日本", "\u{FFFD}", "\u{10FFFF}", "word", "a longer run of words", "-", "# no",
    "%",
  ]

  /// A mapping with ids of its own; now and then a field is not there.
  static func mapping(
    _ platform: ExchangePlatform, _ random: inout SeededGenerator, of plan: AssessmentPlan,
    for scorecard: Scorecard
  ) -> ExchangeMapping {
    var mapping = ExchangeMapping(of: plan, to: platform, for: [scorecard])
    var count = 1_000
    func id(canLack: Bool = true) -> String? {
      count += 1
      return canLack && random.once(in: 4) ? nil : String(count)
    }
    for (number, form) in mapping.interviews.enumerated() {
      mapping.interviews[number].form = id(canLack: false)
      if platform != .greenhouse {
        mapping.interviews[number].overall = id()
        mapping.interviews[number].summary = id(canLack: false)
      }
      if platform == .lever, random.once(in: 2) { mapping.interviews[number].skills = id(canLack: false) }
      mapping.interviews[number].isPlainText = platform == .ashby && random.once(in: 2)
      for index in form.competencies.indices {
        mapping.interviews[number].competencies[index].rating = id(canLack: platform != .greenhouse)
        if platform != .greenhouse { mapping.interviews[number].competencies[index].note = id() }
      }
      for index in form.questions.indices { mapping.interviews[number].questions[index].notes = id() }
    }
    for index in mapping.candidates.indices { mapping.candidates[index].application = id() }
    for index in mapping.people.indices { mapping.people[index].id = id() }
    return mapping
  }
}

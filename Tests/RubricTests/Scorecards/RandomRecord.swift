import Diagnostics
import TestSupport
import YAML

@testable import Rubric

/// Random files of a candidate, with texts that careless writers get wrong, the same for each seed.
enum RandomRecord {
  /// Texts that a writer or a reader may spoil.
  static let texts = [
    "", " ", "\n", "\n\n", "\t", " leading", "trailing ", "two\nlines", "ends in a line\n", "ends in two\n\n",
    "a\r\nb",
    "a\rb", "\u{0}", "a\u{0}b", "\u{1}\u{2}\u{1F}", "\u{7F}", "\u{80}\u{9F}", "\u{1B}[2J", "\u{85}",
    "\u{2028}\u{2029}",
    "\u{FEFF}bom", "\u{202E}gnidaer\u{202C}", "\u{200B}", "e\u{301}", "👩🏽‍🚒", "日本語", "\u{FFFD}",
    "\u{FFFE}\u{FFFF}",
    "\u{10FFFF}", "null", "~", "no", "yes", "true", "1", "03", "1e3", "0x1F", "2027-03-09", "12:30", "- item",
    "? key",
    "key: value", "# comment", "text # comment", "&anchor", "*alias", "!tag", "%directive", "@at", "`tick`",
    "|", ">",
    "|\n  block", "---", "...", "--- text", "'", "\"", "''", "\"\"", "\\", "\\n", "\\u0041", "{", "[1, 2]",
    "{{slot}}",
    "{{{raw}}}", "<script>alert(1)</script>", "</textarea>", "=1+1", "@SUM(A1)",
    "  indented\n    more\n  less",
    String(repeating: "long ", count: 20_000), String(repeating: "\n", count: 300), "not_observed",
  ]

  /// A scorecard.
  static func scorecard(_ random: inout SeededGenerator) -> Scorecard {
    let competencies = (0..<Int(random.next() % 4)).map { index in
      let isChoice = random.once(in: 2)
      return RatedCompetency(
        id: placed(isChoice ? "a\(index)|b" : "a\(index)"),
        chosen: isChoice && random.once(in: 2) ? placed(random.pick(texts.filter { !$0.isEmpty })) : nil,
        target: random.pick(ProficiencyLevel.allCases),
        rating: random.once(in: 4) ? nil : placed(rating(&random)), evidence: text(&random))
    }
    return Scorecard(
      fingerprint: placed("f\(random.next())"),
      interview: ScorecardInterview(
        number: placed(Int(random.next() % 999) + 1), name: random.pick(texts.filter { !$0.isEmpty }),
        format: random.once(in: 2) ? "coding" : nil),
      candidate: text(&random), interviewer: text(&random), date: text(&random), competencies: competencies,
      questions: (0..<Int(random.next() % 3)).map {
        QuestionEvidence(id: placed("q\($0)"), notes: text(&random))
      },
      overall: random.once(in: 4) ? nil : placed(random.pick(OverallRecommendation.allCases)),
      summary: text(&random))
  }

  /// A decision.
  static func decision(_ random: inout SeededGenerator) -> DecisionRecord {
    let changes = (0..<Int(random.next() % 3)).map { _ in
      RatingChange(
        interview: placed(Int(random.next() % 999) + 1), interviewer: text(&random),
        competency: placed("a|b"),
        from: placed(rating(&random)), to: placed(rating(&random)),
        reason: placed(random.pick(texts.filter { !$0.isEmpty })))
    }
    return DecisionRecord(
      fingerprint: placed("f"), candidate: text(&random), decision: text(&random), reason: text(&random),
      decidedBy: text(&random), date: text(&random), retainUntil: text(&random), changes: changes)
  }

  /// An assessment.
  static func assessment(_ random: inout SeededGenerator) -> AssessmentPlan {
    let some = texts.filter { !$0.isEmpty }
    let ids = (0..<Int(random.next() % 4)).map { "c\($0)" }
    let competencies = ids.map { id in
      let levels = ProficiencyLevel.allCases.map { level in
        LevelDescription(
          level: level, summary: random.pick(some), anchors: [BehaviouralAnchor(text: random.pick(some))])
      }
      return AssessedCompetency(
        id: id, name: random.pick(some), importance: random.pick(Importance.allCases),
        target: random.pick(ProficiencyLevel.allCases), weight: Double(random.next() % 10_001) / 10_000,
        alternatives: [AssessedAlternative(id: id, name: random.pick(some), target: .basic, levels: levels)])
    }
    return AssessmentPlan(
      fingerprint: "f", library: random.once(in: 2) ? nil : random.pick(some), title: random.pick(some),
      company: random.once(in: 2) ? nil : random.pick(some), level: random.pick(RoleLevel.allCases),
      competencies: competencies,
      interviews: (1...3).map { number in
        let rates = ids.filter { _ in random.once(in: 2) }
        return AssessedInterview(
          number: number, name: random.pick(some), format: random.once(in: 2) ? nil : "coding",
          minutes: Int(random.next() % 90), rates: rates,
          questions: [
            AssessedQuestion(id: "q", ask: random.pick(some), form: random.once(in: 2) ? nil : "2027")
          ], signs: rates.filter { _ in random.once(in: 2) }.map { signs(of: $0, some, &random) })
      },
      unmapped: random.once(in: 2) ? [] : [random.pick(some)])
  }

  private static func signs(
    of id: String, _ some: [String], _ random: inout SeededGenerator
  ) -> AssessedSigns {
    AssessedSigns(
      competency: id, question: "q", chosen: random.once(in: 2) ? nil : id,
      levels: random.pick([.basic ... .advanced, .intermediate ... .intermediate]),
      strong: random.once(in: 4) ? [] : [random.pick(some), random.pick(some)],
      meets: random.once(in: 4) ? [] : [random.pick(some)],
      below: random.once(in: 4) ? [] : [random.pick(some)])
  }

  private static func text(_ random: inout SeededGenerator) -> Placed<String> { placed(random.pick(texts)) }

  private static func rating(_ random: inout SeededGenerator) -> Rating {
    random.once(in: 5) ? .notObserved : .level(random.pick(ProficiencyLevel.allCases))
  }

  private static func placed<Value>(_ value: Value) -> Placed<Value> {
    Placed(value, at: PlaceRange(at: .start))
  }
}

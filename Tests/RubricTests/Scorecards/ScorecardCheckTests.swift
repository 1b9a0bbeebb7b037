import Diagnostics
import Rubric
import TestSupport
import Testing

/// What is found in faulty scorecards and decisions stands in `Golden/scorecard-check/<name>.out`, carets and all.
@Suite("The check of scorecards")
struct ScorecardCheckTests {
  @Test("nothing is found where nothing is wrong")
  func sound() throws {
    #expect(try found(Case("sound")) == "")
    #expect(try found(Case("sound", decision: ScorecardSamples.decision)) == "")
    let silent = ScorecardSamples.scorecard.replacing("overall: yes", with: "overall: no_decision")
    #expect(try found(Case("sound", card: silent)) == "")
  }

  @Test("every fault is found at its place, word for word", arguments: Case.all)
  func faults(of case: Case) throws {
    let text = try found(`case`)
    #expect(text != "")
    let path = "Tests/RubricTests/Golden/scorecard-check/\(`case`.name).out"
    #expect(text == (try Golden.expected(path, recording: text)), "\(`case`.name)")
  }

  @Test("no golden file is left over")
  func leftOver() {
    let files = ProjectFiles.list("Tests/RubricTests/Golden/scorecard-check", ending: ".out")
    #expect(files == Case.all.map { "\($0.name).out" }.sorted())
  }

  @Test("a faulty file does not hide what is found in the others")
  func faultyAmongGood() throws {
    let files = [
      SourceText(name: "1.yaml", text: "fingerprint: ["),
      SourceText(
        name: "2.yaml", text: ScorecardSamples.scorecard.replacing("rating: 4", with: "rating: null")),
      SourceText(name: "3.yaml", text: ""),
      SourceText(name: "4.yaml", text: ScorecardSamples.scorecard.replacing("rating: 4", with: "rating: 6")),
    ]
    let findings = try check().findings(in: .init(scorecards: files))
    #expect(findings.map(\.source.name) == ["1.yaml", "2.yaml", "3.yaml", "4.yaml"])
    #expect(
      findings.map(\.rule) == ["yaml-syntax", "evidence-without-rating", "empty-file", "rating-off-scale"])
  }

  @Test("a change of a scorecard that cannot be read is not called unknown")
  func unreadableChange() throws {
    let card = SourceText(name: "2.yaml", text: "fingerprint: [")
    let decision = SourceText(name: "decision.yaml", text: ScorecardSamples.decision)
    let findings = try check().findings(in: .init(scorecards: [card], decision: decision))
    #expect(findings.map(\.rule) == ["yaml-syntax"])
    let others = try check().findings(in: .init(scorecards: [], decision: decision, others: [card]))
    #expect(others.map(\.rule) == [])
  }

  @Test("without a plan, what files say by themselves is looked at all the same")
  func withoutPlan() throws {
    let text = ScorecardSamples.scorecard.replacing("f1", with: "f2").replacing(
      "rating: 4", with: "rating: null")
    let check = ScorecardCheck(plan: nil, rules: NoteRules())
    let findings = check.findings(in: .init(scorecards: [SourceText(name: "2.yaml", text: text)]))
    #expect(findings.map(\.rule) == ["evidence-without-rating"])
  }

  @Test("a rule matters as much as a company says", arguments: FindingRule.Level.allCases)
  func levels(level: FindingRule.Level) throws {
    let rule = "id: no-recommendation\nmeaning: M.\nremedy: R.\nseverity: \(level.rawValue)\n"
    let rules = try NoteRules(of: RubricLibrary([SmallLibrary.file("rules/no-recommendation.yaml", rule)]))
    let text = ScorecardSamples.scorecard.replacing("overall: yes", with: "overall: null")
    let findings = ScorecardCheck(plan: try ScorecardSamples.plan(), rules: rules)
      .findings(in: .init(scorecards: [SourceText(name: "2.yaml", text: text)]))
    #expect(findings.map(\.severity) == [Severity(rawValue: level.rawValue)].compactMap { $0 })
  }

  @Test("what is missing of a whole folder is a hint at the plan")
  func missing() throws {
    let plan = SourceText(name: "assessment.yaml", text: ScorecardSamples.assessment)
    let card = SourceText(name: "2.yaml", text: ScorecardSamples.scorecard)
    let findings = try check().findings(in: .init(scorecards: [card], whole: plan))
    #expect(
      FindingPrinter().text(findings) == """
        assessment.yaml:17:14: hint: there is no scorecard of interview 3, Behavioural [no-scorecard]
           |
        17 |   - {number: 3, name: Behavioural, format: behavioural, minutes: 60, rates: [mentorship]}
           |              ^

        1 hint

        """)
  }

  private func check() throws -> ScorecardCheck {
    ScorecardCheck(plan: try ScorecardSamples.plan(), rules: try ScorecardSamples.rules.get())
  }

  private func found(_ case: Case) throws -> String {
    let cards = `case`.cards.enumerated().map { index, text in
      SourceText(name: index == 0 ? "2-incident-drill.yaml" : "other-\(index).yaml", text: text)
    }
    let decision = `case`.decision.map { SourceText(name: "decision.yaml", text: $0) }
    return FindingPrinter().text(try check().findings(in: .init(scorecards: cards, decision: decision)))
  }
}

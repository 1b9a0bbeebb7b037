import Diagnostics
import Rubric
import TestSupport
import Testing
import YAML

@testable import Planner

@Suite("Scorecards to a platform and back")
struct ExchangeRoundTripTests {
  @Test(
    "what the list does not name comes back the same, whatever is written",
    arguments: ExchangePlatform.allCases, 0..<80)
  func roundTrip(platform: ExchangePlatform, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let plan = try ExchangeFixture.plan()
    let scorecard = ExchangeFixture.scorecard(&random, of: plan)
    let mapping =
      random.once(in: 2) ? nil : ExchangeFixture.mapping(platform, &random, of: plan, for: scorecard)
    let tables = try ExchangeFixture.tables.get()
    let export = ScorecardExport(
      try ExchangeFixture.file(scorecard, of: plan), plan: plan, to: platform, tables, mapping: mapping)
    let text = JSONWriter.text(export.document)
    let back = try ScorecardImport(
      SourceText(name: "x.json", text: text), from: platform, tables, plan: plan, mapping: mapping)
    // A value whose note went elsewhere is read by the table alone, and that is said.
    let alone = export.losses.filter { $0.fate == .inSummary }.contains { loss in
      if case .rating = loss.part { true } else { false }
    }
    #expect(alone || back.findings.map(\.message) == [])
    let read = try #require(back.scorecards.first?.scorecard)
    try Self.compare(scorecard, read, export)
  }

  /// Holds a scorecard that came back to the one that was sent.
  private static func compare(_ sent: Scorecard, _ read: Scorecard, _ export: ScorecardExport) throws {
    let fates = Dictionary(export.losses.map { ($0.part, $0.fate) }) { first, _ in first }
    let keepsPlace = { (part: ExchangeLoss.Part) in fates[part] == nil || fates[part] == .inNote }
    #expect(!export.losses.contains { $0.fate == .nowhere })
    #expect(read.fingerprint.value == sent.fingerprint.value)
    #expect(read.interview.number.value == sent.interview.number.value)
    #expect(read.candidate.value == sent.candidate.value)
    #expect(read.interviewer.value == sent.interviewer.value)
    #expect(read.date.value == sent.date.value)
    #expect(read.overall?.value == sent.overall?.value)
    for (a, b) in zip(sent.competencies, read.competencies) {
      let id = a.id.value
      if keepsPlace(.rating(id)) { #expect(b.rating?.value == a.rating?.value, "\(id)") }
      if keepsPlace(.rating(id)), keepsPlace(.evidence(id)) {
        #expect(Array(b.evidence.value.utf8) == Array(a.evidence.value.utf8))
      }
      if keepsPlace(.rating(id)), keepsPlace(.evidence(id)), a.rating != nil || !a.evidence.value.isEmpty {
        #expect(b.chosen?.value == a.chosen?.value)
        #expect(b.target == a.target)
      } else {
        #expect(Self.holds(read.summary.value, a.evidence.value))
      }
    }
    for (a, b) in zip(sent.questions, read.questions) {
      if keepsPlace(.notes(a.id.value)) {
        #expect(Array(b.notes.value.utf8) == Array(a.notes.value.utf8))
      } else {
        #expect(Self.holds(read.summary.value, a.notes.value))
      }
    }
    if export.losses.allSatisfy({ $0.fate == .inNote }), sent.competencies.allSatisfy({ $0.chosen == nil }) {
      #expect(Array(read.summary.value.utf8) == Array(sent.summary.value.utf8))
    } else {
      #expect(Self.holds(read.summary.value, sent.summary.value))
    }
  }

  private static func holds(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    return part.isEmpty || text.indices.contains { text[$0...].starts(with: part) }
  }

  @Test("a scorecard reads back from every seed with another table too", arguments: 0..<15)
  func levels(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let plan = try ExchangeFixture.plan()
    let scorecard = ExchangeFixture.scorecard(&random, of: plan)
    let text = try ProjectFiles.text("Rubrics/exchange.yaml").replacing(
      try Regex(#"against_target: \{"-4": "1".*\}"#),
      with: #"by_level: {"1": "1", "2": "2", "3": "3", "4": "3", "5": "4"}"#)
    #expect(text.contains("by_level: {"))
    let tables = try RubricLibrary([("exchange.yaml", SourceText(name: "exchange.yaml", text: text))])
      .exchangeTables()
    for platform in ExchangePlatform.allCases {
      let export = ScorecardExport(
        try ExchangeFixture.file(scorecard, of: plan), plan: plan, to: platform, tables, mapping: nil)
      let json = SourceText(name: "x.json", text: JSONWriter.text(export.document))
      let back = try ScorecardImport(json, from: platform, tables, plan: plan, mapping: nil)
      try Self.compare(scorecard, try #require(back.scorecards.first?.scorecard), export)
    }
  }
}

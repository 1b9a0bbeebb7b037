import Diagnostics
import Rubric
import TestSupport
import Testing
import YAML

@Suite("The files of scorecards and decisions")
struct ScorecardFileTests {
  @Test("a scorecard reads back as it was written, whatever stands in it", arguments: 0..<200)
  func scorecards(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let card = RandomRecord.scorecard(&random)
    for text in [YAMLWriter.text(card.document), JSONWriter.text(card.document)] {
      let read = try Scorecard(from: SourceText(name: "2.yaml", text: text))
      #expect(read.document == card.document, "\(text)")
      #expect(YAMLWriter.text(read.document) == YAMLWriter.text(card.document))
      #expect(read.progress == card.progress)
    }
  }

  @Test("so does a decision", arguments: 0..<100)
  func decisions(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let decision = RandomRecord.decision(&random)
    for text in [YAMLWriter.text(decision.document), JSONWriter.text(decision.document)] {
      let read = try DecisionRecord(from: SourceText(name: "decision.yaml", text: text))
      #expect(read.document == decision.document, "\(text)")
      #expect(read.isBlank == decision.isBlank)
    }
  }

  @Test("so does an assessment", arguments: 0..<100)
  func assessments(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let plan = RandomRecord.assessment(&random)
    for text in [YAMLWriter.text(plan.document), JSONWriter.text(plan.document)] {
      #expect(try AssessmentPlan(from: SourceText(name: "assessment.yaml", text: text)) == plan, "\(text)")
    }
  }

  @Test("texts keep each character", arguments: RandomRecord.texts)
  func texts(text: String) throws {
    var card = try Scorecard(from: SourceText(name: "2.yaml", text: ScorecardSamples.scorecard))
    card.summary = Placed(text, at: card.summary.range)
    card.competencies[0].evidence = Placed(text, at: card.competencies[0].evidence.range)
    for written in [YAMLWriter.text(card.document), JSONWriter.text(card.document)] {
      let read = try Scorecard(from: SourceText(name: "2.yaml", text: written))
      #expect(Array(read.summary.value.utf8) == Array(text.utf8))
      #expect(Array(read.competencies[0].evidence.value.utf8) == Array(text.utf8))
    }
  }

  @Test("values know where they stand")
  func places() throws {
    let card = try Scorecard(from: SourceText(name: "2.yaml", text: ScorecardSamples.scorecard))
    func start(_ range: PlaceRange) -> [Int] { [range.start.line, range.start.column] }
    #expect(start(card.fingerprint.range) == [1, 14])
    #expect(start(card.interview.number.range) == [3, 11])
    #expect(start(card.candidate.range) == [6, 12])
    #expect(start(card.competencies[0].id.range) == [10, 9])
    #expect(try start(#require(card.competencies[0].rating).range) == [12, 13])
    #expect(start(card.competencies[0].evidence.range) == [13, 15])
    #expect(try start(#require(card.competencies[1].chosen).range) == [15, 13])
    #expect(start(card.questions[0].notes.range) == [21, 12])
    #expect(try start(#require(card.overall).range) == [24, 10])
    #expect(start(card.summary.range) == [25, 10])
    let decision = try DecisionRecord(from: SourceText(name: "d.yaml", text: ScorecardSamples.decision))
    #expect(start(decision.retainUntil.range) == [7, 15])
    #expect(start(decision.changes[0].interview.range) == [9, 16])
    #expect(start(decision.changes[0].reason.range) == [14, 13])
  }

  @Test("what a file may leave out is empty, and what it may not is named")
  func least() throws {
    let card = try Scorecard(
      from: SourceText(
        name: "2.yaml", text: "fingerprint: f\ninterview: {number: 1, name: Drill}\ncompetencies: []\n"))
    #expect(card.progress == .blank && card.questions.isEmpty && card.overall == nil)
    #expect([card.candidate, card.interviewer, card.date, card.summary].map(\.value) == ["", "", "", ""])
    let decision = try DecisionRecord(from: SourceText(name: "d.yaml", text: "fingerprint: f\n"))
    #expect(decision.isBlank)
  }

  @Test("a number, a truth value or a date is the text that was written")
  func plain() throws {
    let text = ScorecardSamples.scorecard.replacing("C-17", with: "0017").replacing("Ada", with: "no")
    let card = try Scorecard(from: SourceText(name: "2.yaml", text: text))
    #expect(
      card.candidate.value == "0017" && card.interviewer.value == "no" && card.date.value == "2027-03-09")
  }

  @Test(
    "a rating is on the scale as it is written",
    arguments: [
      ("1", true), ("5", true), ("not_observed", true), ("\"3\"", true), ("0", false), ("6", false),
      ("03", false),
      ("+3", false), ("3.0", false), ("not observed", false), ("NOT_OBSERVED", false), ("three", false),
      ("-1", false),
      ("99999999999999999999", false), ("٣", false),
    ])
  func ratings(written: String, isRating: Bool) {
    let text = ScorecardSamples.scorecard.replacing("rating: 4", with: "rating: \(written)")
    let source = SourceText(name: "2.yaml", text: text)
    guard !isRating else {
      #expect(throws: Never.self) { try Scorecard(from: source) }
      return
    }
    let error = #expect(throws: InvalidInput.self) { try Scorecard(from: source) }
    #expect(error?.findings.map(\.rule) == ["rating-off-scale"])
  }

  @Test(
    "faults of files, word for word",
    arguments: [
      "scorecard-keys", "scorecard-twice", "scorecard-list", "decision", "assessment", "seal",
    ])
  func faults(name: String) throws {
    let source = SourceText(name: "\(name).yaml", text: try Self.text(of: name))
    let error = #expect(throws: InvalidInput.self) {
      switch name {
      case "decision": _ = try DecisionRecord(from: source)
      case "assessment": _ = try AssessmentPlan(from: source)
      case "seal": _ = try Seal(from: source)
      default: _ = try Scorecard(from: source)
      }
    }
    let text = FindingPrinter().text(error?.findings ?? [])
    #expect(
      text == (try Golden.expected("Tests/RubricTests/Golden/scorecard-files/\(name).out", recording: text)))
  }

  private static func text(of name: String) throws -> String {
    try ProjectFiles.text("Tests/RubricTests/Golden/scorecard-files/\(name).yaml")
  }

  @Test("more competencies, questions or changes than anybody rates are refused")
  func tooMany() {
    let entry = "  - {id: a, target: 3, rating: 3, evidence: x}\n"
    let head = "fingerprint: f\ninterview: {number: 1, name: Drill}\ncompetencies:\n"
    let text = head + String(repeating: entry, count: 5000)
    let error = #expect(throws: InvalidInput.self) {
      try Scorecard(from: SourceText(name: "2.yaml", text: text))
    }
    #expect(error?.findings.map(\.message) == ["expected at most 96 in this list, found 5000"])
    #expect(error?.findings.first?.range?.start == Place(line: 4, column: 3))
  }

  @Test("a text of a megabyte, and a file of ten, are read")
  func huge() throws {
    let long = String(repeating: "Said that the queue was full. ", count: 350_000)
    let text = ScorecardSamples.scorecard.replacing("Led the drill to its end.", with: "\"\(long)\"")
    let card = try Scorecard(from: SourceText(name: "2.yaml", text: text))
    #expect(card.summary.value == long)
    let check = ScorecardCheck(plan: try ScorecardSamples.plan(), rules: try ScorecardSamples.rules.get())
    #expect(check.findings(in: .init(scorecards: [SourceText(name: "2.yaml", text: text)])) == [])
  }

  @Test(
    "deep nesting, NUL and other bytes are refused with their place",
    arguments: [
      (Array("a: ".utf8) + Array(repeating: UInt8(ascii: "["), count: 100_000), "too-deep"),
      (Array("fingerprint: a\0b\n".utf8), "encoding"), ([0xFF, 0xFE, 0x61], "encoding"),
      (Array("fingerprint: &a f\n".utf8), "yaml-property"), (Array("candidate: *a\n".utf8), "alias"),
      (Array("a: 1\n---\nb: 2\n".utf8), "second-document"), ([], "empty-file"),
      (Array("- 1\n".utf8), "wrong-type"),
    ])
  func hostile(bytes: [UInt8], rule: String) {
    let source = SourceText(name: "2.yaml", bytes: bytes)
    for read in [{ _ = try Scorecard(from: source) }, { _ = try DecisionRecord(from: source) }] {
      let error = #expect(throws: InvalidInput.self) { try read() }
      #expect(error?.findings.map(\.rule) == [rule])
    }
  }

  @Test("how far a scorecard is filled in")
  func progress() throws {
    func progress(_ old: String, _ new: String) throws -> Scorecard.Progress {
      let text = ScorecardSamples.scorecard.replacing(old, with: new)
      return try Scorecard(from: SourceText(name: "2.yaml", text: text)).progress
    }
    #expect(try progress("", "") == .complete)
    #expect(try progress("rating: 4", "rating: null") == .begun)
    #expect(try progress("overall: yes", "overall: null") == .begun)
    #expect(try Scorecard(from: SourceText(name: "b", text: ScorecardSamples.blank)).progress == .blank)
    let made = ScorecardSamples.blank.replacing("candidate: \"\"", with: "candidate: C-17")
    #expect(try Scorecard(from: SourceText(name: "b", text: made)).progress == .blank)
  }
}

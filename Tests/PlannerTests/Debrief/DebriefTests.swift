import Diagnostics
import Rubric
import TestSupport
import Testing
import YAML

@testable import Planner

@Suite("The debrief of a candidate")
struct DebriefTests {
  @Test("rows: the widest disagreement first; columns: by interview and interviewer")
  func table() throws {
    let debrief = Debrief(of: try DebriefFixture.record())
    #expect(debrief.isComplete && !debrief.isMixed && debrief.candidate == "C-1")
    #expect(
      debrief.cards.map { "\($0.label) \($0.number) \($0.interviewer ?? "")" } == [
        "A 2 Ana", "B 2 Ben", "C 3 Cleo",
      ])
    #expect(debrief.competencies.map(\.id) == ["b", "a", "c"])
    #expect(debrief.competencies.map(\.spread) == [2, 1, 0])
    #expect(debrief.competencies.map(\.levels) == [[2, 4], [4, 3, 3], []])
    #expect(debrief.competencies[0].readings.map(\.standing) == [.below, .at])
    #expect(debrief.competencies[0].standing == .below && debrief.competencies[2].standing == nil)
  }

  @Test("what is to be talked about")
  func lists() throws {
    let debrief = Debrief(of: try DebriefFixture.record())
    #expect(debrief.disagreements.map(\.id) == ["b", "a"])
    #expect(debrief.single.isEmpty && debrief.unseen.isEmpty && debrief.changed.isEmpty)
    #expect(
      debrief.withoutEvidence.map(\.competency.id) == ["a"] && debrief.withoutEvidence[0].reading.card == 1)
    #expect(debrief.notObserved.map(\.competency.id) == ["c"])
    #expect(debrief.plan.unrated.map(\.id) == ["d"] && debrief.plan.unmapped == ["A degree"])
    let fewer = Array(DebriefFixture.cards.dropFirst())
    let other = Debrief(of: try DebriefFixture.record(cards: fewer))
    #expect(other.single.map(\.id) == ["b"] && other.disagreements.isEmpty)
    let unseen = DebriefFixture.card(2, by: "Ana", [("a", "3", "x"), ("b", "not_observed", "")])
    let third = Debrief(of: try DebriefFixture.record(cards: [("2.yaml", unseen), DebriefFixture.cards[2]]))
    #expect(third.unseen.map(\.id) == ["b"])
  }

  @Test(
    "a changed rating keeps the original and the reason; where an interview has one scorecard, no name is needed"
  )
  func changes() throws {
    let decision = DebriefFixture.decision([
      (2, " ben", "b", "4", "2", "first"), (3, "", "c", "not_observed", "3", "second"),
    ])
    let record = try DebriefFixture.record(decision: decision)
    #expect(DebriefCheck.findings(of: record).isEmpty)
    let debrief = Debrief(of: record)
    #expect(debrief.changed.map(\.competency.id) == ["b", "c"])
    let reading = try #require(debrief.competencies.first { $0.id == "b" }?.readings.last)
    #expect(reading.original?.written == "4" && reading.rating?.written == "2")
    #expect(reading.changes.map(\.reason.value) == ["first"])
    #expect(debrief.competencies.map(\.id) == ["a", "b", "c"])
  }

  @Test("neither the order nor the folder of the files matters", arguments: 0..<6)
  func permutations(index: Int) throws {
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    let record = try DebriefFixture.record(cards: orders[index].map { DebriefFixture.cards[$0] })
    let debrief = Debrief(of: record)
    let expected = Debrief(of: try DebriefFixture.record())
    #expect(debrief.document == expected.document && debrief.rows == expected.rows)
  }

  @Test("it says which scorecards were sealed, and which were changed since")
  func seals() throws {
    let seals = ["2-coding-ana.yaml": true, "3-drill.yaml": false]
    let debrief = Debrief(of: try DebriefFixture.record(), seals: seals)
    #expect(debrief.cards.map(\.isIntact) == [true, nil, false] && debrief.broken.map(\.label) == ["C"])
    let renderer = try DebriefRenderer(templates: try Repository.templates())
    for format in PageFormat.allCases {
      let text = renderer.text(debrief, as: format).lowercased()
      #expect(text.ranges(of: "changed after it was sealed").count == 2, "\(format)")
      #expect(text.contains(format == .html ? ", sealed" : "(sealed)"), "\(format)")
    }
  }

  @Test("alternatives are held to the target of the one that was chosen")
  func alternatives() throws {
    let levels = (1...5).map { "\"\($0)\": {summary: s, anchors: [x]}" }.joined(separator: ", ")
    let plan = """
      fingerprint: \(DebriefFixture.fingerprint)
      title: x
      competencies:
      - id: go|python
        name: Go or Python
        importance: required
        target: 4
        weight: 1
        alternatives:
        - {id: go, name: Go, target: 4, levels: {\(levels)}}
        - {id: python, name: Python, target: 2, levels: {\(levels)}}
      interviews:
      - {number: 2, name: Coding, minutes: 60, rates: [go|python]}

      """
    let card = DebriefFixture.card(2, by: "Ana", [("go|python", "3", "x")])
    for (chosen, standing) in [("go", Standing.below), ("python", .above)] {
      let text = card.replacing("target: 3, rating", with: "chosen: \(chosen), target: 4, rating")
      let debrief = Debrief(of: try DebriefFixture.record(plan: plan, cards: [("2.yaml", text)]))
      #expect(debrief.combined?.all.standing == standing, "\(chosen)")
    }
  }

  @Test("scorecards bear letters, and after Z two of them")
  func labels() {
    #expect(
      [0, 1, 25, 26, 27, 51, 52, 199].map(DebriefCard.label) == ["A", "B", "Z", "AA", "AB", "AZ", "BA", "GR"])
  }

  @Test("a competency that the assessment does not know is shown and counts for nothing")
  func unknown() throws {
    let more = DebriefFixture.card(3, by: "Dan", [("a", "3", "x"), ("c", "2", "x"), ("z", "5", "Seen.")])
    let debrief = Debrief(of: try DebriefFixture.record(cards: DebriefFixture.cards + [("3-dan.yaml", more)]))
    #expect(debrief.competencies.last?.id == "z" && debrief.competencies.last?.levels == [5])
    #expect(debrief.combined?.all.parts.map(\.competency.id).contains("z") == false)
  }
}

@Suite("What keeps a debrief shut")
struct DebriefCheckTests {
  private func findings(
    cards: [(name: String, text: String)] = DebriefFixture.cards, decision: String? = nil,
    isPartial: Bool = false, isMixed: Bool = false
  ) throws -> [String] {
    let record = try DebriefFixture.record(cards: cards, decision: decision)
    return DebriefCheck.findings(of: record, isPartial: isPartial, isMixed: isMixed).map { finding in
      let place = finding.range.map { ":\($0.start.line)" } ?? ""
      return "\(finding.source.name)\(place) \(finding.rule): \(finding.message)"
    }
  }

  private let cards = DebriefFixture.cards

  @Test("nothing, where all are in")
  func whole() throws {
    #expect(try findings() == [])
    #expect(try findings(decision: DebriefFixture.decision()) == [])
  }

  @Test("scorecards that are missing, blank or begun, by name and without a rating")
  func missing() throws {
    #expect(
      try findings(cards: Array(cards.dropLast()))
        == ["C-1/assessment.yaml missing-scorecard: there is no scorecard of interview 3, Drill"])
    let begun = DebriefFixture.card(3, by: "Cleo", [("c", "null", "Half a")], overall: "null")
    #expect(
      try findings(cards: [cards[0], ("3.yaml", begun)])
        == [
          "C-1/3.yaml missing-scorecard: the scorecard of interview 3, Drill, by \"Cleo\", lacks a rating of Competency a, a rating of Competency c and the recommendation"
        ])
    let blank = DebriefFixture.card(3, by: "", [("a", "null", ""), ("c", "null", "")], overall: "null")
    #expect(
      try findings(cards: [cards[0], ("3.yaml", blank)])
        == ["C-1/3.yaml missing-scorecard: the scorecard of interview 3, Drill is blank"])
    #expect(try findings(cards: [cards[0], ("3.yaml", blank)], isPartial: true) == [])
  }

  @Test("a blank scorecard beside a whole one counts only where it is made out to somebody else")
  func blanks() throws {
    func blank(_ interviewer: String) -> (name: String, text: String) {
      let text = DebriefFixture.card(
        3, by: interviewer, [("a", "null", ""), ("c", "null", "")], overall: "null")
      return ("3-blank.yaml", text)
    }
    #expect(try findings(cards: cards + [blank("")]) == [])
    #expect(try findings(cards: cards + [blank("Cleo")]) == [])
    #expect(
      try findings(cards: cards + [blank("Dan")])
        == ["C-1/3-blank.yaml missing-scorecard: the scorecard of interview 3, Drill, by \"Dan\", is blank"])
  }

  @Test("another's begun scorecard keeps it shut, whatever else is in")
  func second() throws {
    let begun = DebriefFixture.card(3, by: "Dan", [("a", "2", "x"), ("c", "null", "")])
    #expect(
      try findings(cards: cards + [("3-dan.yaml", begun)])
        == [
          "C-1/3-dan.yaml missing-scorecard: the scorecard of interview 3, Drill, by \"Dan\", lacks a rating of Competency c"
        ])
  }

  @Test("other loops, unless they are asked for")
  func fingerprints() throws {
    let other = DebriefFixture.card(3, by: "Cleo", fingerprint: "rw2-2", [("a", "3", "x")])
    let all = cards + [("old.yaml", other)]
    let message = "this scorecard is of the loop rw2-2, and the assessment of \(DebriefFixture.fingerprint)"
    #expect(try findings(cards: all) == ["C-1/old.yaml:1 fingerprint-differs: \(message)"])
    #expect(try findings(cards: all, isMixed: true) == [])
    let decision = DebriefFixture.decision(fingerprint: "rw2-3")
    #expect(
      try findings(decision: decision)
        == [
          "C-1/decision.yaml:1 fingerprint-differs: this decision is of the loop rw2-3, and the assessment of \(DebriefFixture.fingerprint)"
        ])
  }

  @Test("another candidate, whatever is asked for")
  func candidates() throws {
    let other = DebriefFixture.card(3, by: "Dan", candidate: "C-2", [("a", "3", "x"), ("c", "3", "x")])
    #expect(
      try findings(cards: cards + [("z.yaml", other)], isPartial: true, isMixed: true)
        == ["C-1/z.yaml:3 candidate-differs: this scorecard is of \"C-2\", and another of \"C-1\""])
    #expect(
      try findings(decision: DebriefFixture.decision(candidate: "C-2"))
        == [
          "C-1/decision.yaml:2 candidate-differs: this decision is about \"C-2\", and the scorecards about \"C-1\""
        ])
    let unnamed = DebriefFixture.card(3, by: "Dan", candidate: "", [("a", "3", "x"), ("c", "3", "x")])
    #expect(try findings(cards: cards + [("z.yaml", unnamed)]) == [])
  }

  @Test("copies, and ratings that stand twice")
  func copies() throws {
    #expect(
      try findings(cards: cards + [("3-drill copy.yaml", cards[2].text)])
        == [
          "C-1/3-drill.yaml:4 duplicate-scorecard: interview 3 has two scorecards of \"Cleo\"; the other is 3-drill copy.yaml"
        ])
    let nobody = DebriefFixture.card(3, by: "", [("a", "3", "x"), ("c", "3", "x")])
    #expect(
      try findings(cards: Array(cards.dropLast()) + [("3a.yaml", nobody), ("3b.yaml", nobody)])
        == [
          "C-1/3b.yaml:2 duplicate-scorecard: interview 3 has two scorecards of nobody by name; the other is 3a.yaml"
        ])
    let twice = DebriefFixture.card(3, by: "Dan", [("a", "3", "x"), ("c", "3", "x"), ("a", "4", "x")])
    #expect(
      try findings(cards: cards + [("3-dan.yaml", twice)])
        == ["C-1/3-dan.yaml:9 duplicate-competency: this scorecard rates \"a\" twice"])
  }

  @Test("changes of ratings that are not there, or are others, or are changed already")
  func changes() throws {
    let unknown = "there is no rating of"
    for (rule, change, line, message) in [
      (
        "unknown-change", (2, "Dan", "a", "3", "4", "x"), 7,
        "\(unknown) \"a\" by \"Dan\" in interview 2 to change"
      ),
      (
        "unknown-change", (2, "", "a", "3", "4", "x"), 7,
        "\(unknown) \"a\" by nobody by name in interview 2 to change"
      ),
      (
        "unknown-change", (2, "Ben", "c", "3", "4", "x"), 7,
        "\(unknown) \"c\" by \"Ben\" in interview 2 to change"
      ),
      (
        "change-differs", (2, "Ben", "b", "3", "5", "x"), 8,
        "the rating of \"b\" by \"Ben\" in interview 2 is not 3"
      ),
    ] {
      #expect(
        try findings(decision: DebriefFixture.decision([change]))
          == ["C-1/decision.yaml:\(line) \(rule): \(message)"])
    }
    let twice = DebriefFixture.decision([(2, "Ben", "b", "4", "5", "x"), (2, "Ben", "b", "5", "3", "y")])
    #expect(
      try findings(decision: twice)
        == [
          "C-1/decision.yaml:13 duplicate-change: the rating of \"b\" by \"Ben\" in interview 2 is changed twice"
        ])
  }
}

@Suite("What people wrote, as it is shown")
struct VisibleTextTests {
  @Test(
    "nothing is hidden and nothing is lost",
    arguments: [
      ("plain", "plain"), ("a\u{1B}[31mb", "a‹U+001B›[31mb"),
      ("\u{0}\u{7}\u{7F}", "‹U+0000›‹U+0007›‹U+007F›"),
      ("a\u{202E}b", "a‹U+202E›b"), ("\u{2066}x\u{2069}", "‹U+2066›x‹U+2069›"),
      ("a\nb\r", "a↵b‹U+000D›"),
      ("\u{9B}31m", "‹U+009B›31m"), ("zero\u{200B}width", "zero‹U+200B›width"), ("\u{FEFF}", "‹U+FEFF›"),
      ("\u{E0041}", "‹U+E0041›"), ("\u{1FFFF}", "‹U+1FFFF›"), ("שלום é 日本 👩‍🚀", "שלום é 日本 👩‍🚀"),
      ("a\tb", "a    b"),
    ])
  func line(text: String, shown: String) { #expect(VisibleText.line(text) == shown) }

  @Test("lines of every kind, and their spaces")
  func lines() {
    #expect(VisibleText.lines("a\r\n  b\n\n\u{2028}c\u{85}\n \n") == ["a", "  b", "", "", "c"])
    #expect(VisibleText.lines("") == [] && VisibleText.lines(" \n\t\n") == [])
  }

  @Test("a long line is cut for the terminal, at spaces where there are any, and nothing is lost")
  func parts() {
    let words = String(repeating: "word ", count: 40)
    let parts = NotePartView.parts(of: words).map(\.text)
    #expect(parts.allSatisfy { DisplayWidth.of($0) <= 72 } && parts.count == 3)
    #expect(parts.joined(separator: " ").split(separator: " ").count == 40)
    let wide = String(repeating: "日", count: 100)
    #expect(NotePartView.parts(of: wide).map(\.text).joined() == wide)
    #expect(NotePartView.parts(of: wide).allSatisfy { DisplayWidth.of($0.text) <= 72 })
    #expect(NotePartView.parts(of: "").map(\.text) == [""])
  }
}

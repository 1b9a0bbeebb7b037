import Diagnostics
import Rubric
import TestSupport
import Testing
import YAML

/// Holds what the form saves to what the command reads.
@Suite("the file that the form saves", .enabled(if: Tool.node.isThere, "node is not installed"))
struct ScorecardFileTests {
  private struct Input: Encodable {
    var templates = ProjectFiles.root + "/Templates"
    var blank: String
    var cards: [Card] = []
  }

  /// What somebody has filled in.
  private struct Card: Encodable {
    var interviewer: [UInt16]
    var date: [UInt16]
    var competencies: [Competency]
    var notes: [[UInt16]]
    var overall: String
    var summary: [UInt16]

    struct Competency: Encodable {
      var chosen: String
      var rating: String
      var evidence: [UInt16]
    }
  }

  private struct Output: Decodable {
    var filled: [Filled]
    var unchanged: Bool

    struct Filled: Decodable {
      var written: String
      var isSame: Bool
    }
  }

  private static func cards(_ count: Int, seed: UInt64) -> [Card] {
    var random = HostileTexts(seed: seed)
    return (0..<count).map { _ in
      Card(
        interviewer: random.next(upTo: 3), date: random.next(upTo: 2),
        competencies: [["", "go", "python"], [""]].map { choices in
          Card.Competency(
            chosen: random.pick(choices), rating: random.pick(["", "1", "3", "5", "not_observed"]),
            evidence: random.next())
        }, notes: [random.next(), random.next()],
        overall: random.pick(["", "strong_no", "no", "yes", "strong_yes", "no_decision"]),
        summary: random.next())
    }
  }

  private static func comments(of file: String) -> Int {
    file.split(separator: "\n").count { $0.drop { $0 == " " }.hasPrefix("#") }
  }

  @Test("is the blank one to the byte while nothing is filled in")
  func unchanged() throws {
    let blank = try FormFixture().blank()
    #expect(try NodeScript.run("yaml.mjs", Input(blank: blank), as: Output.self).unchanged)
  }

  @Test("says what was typed, to the last character, and keeps its comments", arguments: [1, 2])
  func filled(seed: UInt64) throws {
    let blank = try FormFixture().blank()
    let cards = Self.cards(400, seed: seed)
    let output = try NodeScript.run("yaml.mjs", Input(blank: blank, cards: cards), as: Output.self)
    for (card, filled) in zip(cards, output.filled) {
      try Self.expect(filled.written, toSay: card)
      #expect(filled.isSame)
      #expect(filled.written.hasPrefix(String(blank.prefix(500))))
      let noted =
        [card.interviewer, card.date, card.summary] + card.notes + card.competencies.map(\.evidence)
      if !noted.contains(where: { $0.contains(0x23) }) {
        #expect(Self.comments(of: filled.written) == Self.comments(of: blank))
      }
    }
  }

  @Test("is whole where somebody's own template is laid out in another way")
  func otherLayout() throws {
    let blank = """
      {fingerprint: f, interview: {number: 2, name: Coding}, candidate: C-17, interviewer: "", date: "",
       competencies: [{id: go|python, chosen: null, target: 4, rating: null, evidence: ""},
         {id: linux, target: 3, evidence: ''}],
       questions: [{id: a, notes: ""}, {id: b, notes: ""}], overall: null}
      """
    let cards = Self.cards(200, seed: 5)
    let output = try NodeScript.run("yaml.mjs", Input(blank: blank, cards: cards), as: Output.self)
    for (card, filled) in zip(cards, output.filled) { try Self.expect(filled.written, toSay: card) }
  }

  private static func expect(_ written: String, toSay card: Card) throws {
    let scorecard = try Scorecard(from: SourceText(name: "2-coding.yaml", text: written))
    #expect(ExactText(scorecard.interviewer.value) == ExactText(card.interviewer.repaired))
    #expect(ExactText(scorecard.date.value) == ExactText(card.date.repaired))
    #expect(ExactText(scorecard.summary.value) == ExactText(card.summary.repaired))
    #expect((scorecard.overall?.value.rawValue ?? "") == card.overall)
    for (found, typed) in zip(scorecard.competencies, card.competencies) {
      #expect(ExactText(found.evidence.value) == ExactText(typed.evidence.repaired))
      #expect(
        (found.rating?.value.written ?? "") == typed.rating && (found.chosen?.value ?? "") == typed.chosen)
    }
    #expect(scorecard.competencies.count == 2 && scorecard.questions.count == 2)
    for (found, typed) in zip(scorecard.questions, card.notes) {
      #expect(ExactText(found.notes.value) == ExactText(typed.repaired))
    }
  }
}

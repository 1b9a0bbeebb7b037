import Diagnostics
import Rubric
import TestSupport
import Testing
import YAML

@testable import Planner

@Suite("Candidates side by side")
struct ComparisonTests {
  private typealias Fixture = ComparisonFixture
  private static let cards = Fixture.cards(a: (4, 2), b: (3, 4), go: (4, 3), c: 3)

  @Test("stand as they were named, and so do the competencies of the role")
  func order() throws {
    let comparison = try Fixture.four()
    #expect(comparison.candidates.map(\.label) == ["C-1", "C-2", "C-3", "C-4"])
    #expect(comparison.competencies.map(\.assessed.id) == ["a", "b", "c", "go|python"])
    #expect(!comparison.isMixed && comparison.leftOut.isEmpty)
    #expect(comparison.competencies[0].cells.map(\.mean) == [4, 1.5, 3, 4])
    #expect(comparison.competencies[0].cells.map(\.difference) == [1, -1.5, 0, 1])
  }

  @Test("of different loops: what is rated of all by the same anchors, and why not the rest")
  func mixed() throws {
    let other = Fixture.plan(
      fingerprint: "rw2-0000000000000002", anchors: "Does it well.", rated: "b, go|python")
    let comparison = try Fixture.comparison([
      ("C-1", try Fixture.record("C-1", Self.cards)),
      (
        "C-2",
        try Fixture.record("C-2", Self.cards, plan: other, fingerprint: "rw2-0000000000000002")
      ),
    ])
    #expect(comparison.isMixed)
    #expect(comparison.competencies.map(\.assessed.id) == ["a", "go|python"])
    #expect(comparison.leftOut.map(\.id) == ["b", "c"])
    #expect(comparison.leftOut[0].otherAnchors == ["C-2"] && comparison.leftOut[0].unrated == [])
    #expect(comparison.leftOut[1].otherAnchors == [] && comparison.leftOut[1].unrated == ["C-2"])
    let text = try Self.text(comparison)
    #expect(text.contains("  - Competency b: rated by other anchors of C-2\n"))
    #expect(text.contains("  - Competency c: not rated of C-2\n"))
  }

  @Test("of different loops by the same anchors: each against what its own role asks for")
  func targets() throws {
    let other = Fixture.plan(fingerprint: "rw2-2", target: 5)
    let comparison = try Fixture.comparison([
      ("C-1", try Fixture.record("C-1", Self.cards)),
      ("C-2", try Fixture.record("C-2", Self.cards, plan: other, fingerprint: "rw2-2")),
    ])
    #expect(comparison.isMixed && comparison.leftOut.isEmpty)
    for format in PageFormat.allCases {
      let text = try Self.text(comparison, as: format)
      #expect(text.ranges(of: "asked for here: ").count == 1)
      #expect(text.contains("asked for here: 5"))
    }
  }

  @Test("a fingerprint over other anchors is no proof of the same loop")
  func edited() throws {
    let plans = try [Fixture.plan(), Fixture.plan(anchors: "Does it well.")].map { text in
      try AssessmentPlan(from: SourceText(name: "assessment.yaml", text: text))
    }
    #expect(plans[0].isComparable(with: plans[0]) && !plans[0].isComparable(with: plans[1]))
  }

  @Test("what keeps them from being compared, in words")
  func findings() throws {
    let other = Fixture.plan(fingerprint: "rw2-2")
    let records = [
      ("C-1", try Fixture.record("C-1", Self.cards)), ("again/C-1", try Fixture.record("C-1", Self.cards)),
      ("C-2", try Fixture.record("C-2", [Self.cards[0]])),
      ("C-3", try Fixture.record("C-3", Self.cards, plan: other, fingerprint: "rw2-2")),
    ]
    func texts(isPartial: Bool = false, isMixed: Bool = false) -> [String] {
      ComparisonCheck.findings(of: records, isPartial: isPartial, isMixed: isMixed).map {
        "\($0.source.name): \($0.message) [\($0.rule)] \($0.help ?? "")"
      }
    }
    let help = "wait for it; --partial shows what is in, and says what is missing"
    let missing = [
      "C-2/assessment.yaml: there is no scorecard of interview 3, Drill [missing-scorecard] \(help)",
      "C-2/assessment.yaml: there is no scorecard of interview 4, Design [missing-scorecard] \(help)",
    ]
    let loops = [
      "C-3/assessment.yaml: this assessment is of the loop rw2-2, and C-1/assessment.yaml of rw2-0000000000000001 "
        + "[different-loops] --comparable compares the 4 competencies that are rated of all by the same anchors"
    ]
    let twice = [
      "again/C-1: \"C-1\" is the label in C-1 too [same-candidate] "
        + "name each candidate's folder once, and give each candidate a label of its own"
    ]
    #expect(texts() == missing + loops + twice)
    #expect(texts(isPartial: true) == loops + twice)
    #expect(texts(isMixed: true) == missing + twice)
    #expect(texts(isPartial: true, isMixed: true) == twice)
  }

  @Test("of loops that have nothing in common nothing is compared, whatever is asked for")
  func nothing() throws {
    let other = Fixture.plan(fingerprint: "rw2-2").replacing("Does it.", with: "Does it well.")
      .replacing("Writes it.", with: "Writes it well.")
    let records = [
      ("C-1", try Fixture.record("C-1", Self.cards)),
      ("C-3", try Fixture.record("C-3", Self.cards, plan: other, fingerprint: "rw2-2")),
    ]
    let findings = ComparisonCheck.findings(of: records, isPartial: false, isMixed: true)
    #expect(findings.map(\.rule) == ["different-loops"])
    #expect(
      findings.first?.help
        == "no competency is rated of all of them by the same anchors, so nothing can be compared")
  }

  @Test("a scorecard of another loop is refused in each folder")
  func foreign() throws {
    let record = try Fixture.record("C-1", Self.cards, fingerprint: "rw2-2")
    let findings = ComparisonCheck.findings(of: [("C-1", record)], isPartial: true, isMixed: true)
    #expect(Set(findings.map(\.rule)) == ["fingerprint-differs"])
    #expect(findings.allSatisfy { $0.help == "move it to the folder of its loop" })
  }

  private static func text(
    _ comparison: Comparison, as format: PageFormat = .text
  ) throws -> String {
    try ComparisonRenderer(templates: try Repository.templates())
      .text(comparison, ranking: ComparisonRanking(of: comparison), as: format)
  }

  @Test("hostile text comes out as text", arguments: PageFormat.allCases)
  func hostile(format: PageFormat) throws {
    let evil = "<script>alert(1)</script>\u{1B}[31m\u{202E}\u{0}|`{{title}}` =1+1\n# x"
    var cards = Self.cards
    cards[0].by = evil
    let comparison = try Fixture.comparison([
      (evil, try Fixture.record("=cmd|' /C calc'!A0" + evil, cards, plan: Fixture.plan(name: evil))),
      ("C-2", try Fixture.record("C-2", cards, plan: Fixture.plan(name: evil))),
    ])
    let text = try Self.text(comparison, as: format)
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0 || $0.value == 0x202E })
    #expect(text.contains("{{title}}"))
    if format == .html { #expect(!text.contains("<script")) }
    if format == .markdown {
      #expect(!text.contains(" <script"))
      #expect(!text.split(separator: "\n").contains { $0.hasPrefix("# x") })
    }
    let profile = try #require(RaterProfile(of: evil, in: comparison))
    let renderer = try ComparisonRenderer(templates: try Repository.templates())
    let own = renderer.text(profile, as: format)
    #expect(!own.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0 || $0.value == 0x202E })
    let cells = comparison.table + profile.table
    #expect(!cells.joined().joined().unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
  }

  @Test("without a ranking, nothing of one is printed", arguments: PageFormat.allCases)
  func unranked(format: PageFormat) throws {
    let text = try ComparisonRenderer(templates: try Repository.templates())
      .text(try Fixture.four(), ranking: nil, as: format)
    #expect(!text.contains("--rank") && !text.contains("above C-"))
    #expect(!JSONWriter.text(try Fixture.four().document(ranking: nil)).contains("ranking"))
  }
}

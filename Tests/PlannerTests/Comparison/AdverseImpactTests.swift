import Statistics
import TestSupport
import Testing
import YAML

@testable import Planner

@Suite("Rates of groups")
struct AdverseImpactTests {
  private static func impact(_ groups: [(String, Int, Int)]) throws -> AdverseImpact {
    let counts = try groups.map { ($0.0, try #require(SelectionRates.Group(passed: $0.1, total: $0.2))) }
    return try #require(AdverseImpact(counts))
  }

  private static func text(_ impact: AdverseImpact, as format: PageFormat) throws -> String {
    try AdverseImpactRenderer(templates: try Repository.templates()).text(impact, as: format)
  }

  @Test("the published example, in words")
  func published() throws {
    let impact = try Self.impact([("men", 3, 20), ("women", 1, 10)])
    let text = try Self.text(impact, as: .text)
    #expect(impact.isBelowFourFifths)
    #expect(
      text.contains("  - men    3 of 20, 15.0 %: the highest rate\n"))
    #expect(text.contains("  - women  1 of 10, 10.0 %; 0.667 of the highest: below four fifths\n"))
    #expect(text.contains("p 1.0000: chance alone may well have made the difference."))
    #expect(text.contains("had one person of this group passed in the place of one of men"))
    #expect(text.contains("fewer than five people of one of them"))
    #expect(text.contains("no legal finding") && text.contains("29 CFR 1607.4 D"))
  }

  @Test(
    "a ratio near four fifths is never written as four fifths",
    arguments: [
      (399_999, 1_000_000, 500_000, 1_000_000, "0.799998"), (4, 10, 5, 10, "0.800"),
      (400_001, 1_000_000, 500_000, 1_000_000, "0.800002"), (1, 3, 2, 3, "0.500"), (12, 40, 30, 80, "0.800"),
    ])
  func near(passed: Int, total: Int, others: Int, ofOthers: Int, ratio: String) throws {
    let text = try Self.text(
      try Self.impact([("a", passed, total), ("b", others, ofOthers)]), as: .text)
    #expect(text.contains("; \(ratio) of the highest"))
  }

  @Test("nobody passed")
  func nobody() throws {
    for format in PageFormat.allCases {
      #expect(
        try Self.text(try Self.impact([("a", 0, 5), ("b", 0, 7)]), as: format).contains("Nobody passed"))
    }
  }

  @Test("hostile names come out as text", arguments: PageFormat.allCases)
  func hostile(format: PageFormat) throws {
    let impact = try Self.impact([("<b>\u{1B}[1m\u{202E}{{p}}", 1, 10), ("=1+1", 30, 40)])
    let text = try Self.text(impact, as: format)
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    #expect(text.contains("{{p}}") && !(format == .html && text.contains("<b>\u{2039}")))
    #expect(impact.table[1][0] == "<b>\u{2039}U+001B\u{203A}[1m\u{2039}U+202E\u{203A}{{p}}")
  }

  @Test("figures for programs")
  func document() throws {
    let impact = try Self.impact([("a", 30, 80), ("b", 11, 40)])
    #expect(
      JSONWriter.text(impact.document) == """
        {
          "rule": "29 CFR 1607.4 D",
          "reference": "a",
          "below_four_fifths": true,
          "groups": [
            {
              "name": "a",
              "passed": 30,
              "total": 80,
              "rate": 0.375,
              "ratio": 1,
              "below_four_fifths": false,
              "p": null,
              "least_expected": null,
              "turned_by_one": false
            },
            {
              "name": "b",
              "passed": 11,
              "total": 40,
              "rate": 0.275,
              "ratio": 0.7333,
              "below_four_fifths": true,
              "p": 0.3127,
              "least_expected": 13.6667,
              "turned_by_one": false
            }
          ]
        }

        """)
  }
}

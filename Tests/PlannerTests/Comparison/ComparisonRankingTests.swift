import Rubric
import TestSupport
import Testing

@testable import Planner

@Suite("Ranking, when it is asked for")
struct ComparisonRankingTests {
  private typealias Fixture = ComparisonFixture

  @Test("orders the combined figures of the debrief, and says how far they are apart")
  func order() throws {
    let comparison = try Fixture.four()
    let places = ComparisonRanking(of: comparison).places
    // C-4: .4 x 4 + .3 x 2.5 + .2 x 5 + .1 x 4; and so on.
    #expect(places.map(\.label) == ["C-4", "C-1", "C-3", "C-2"])
    #expect(places.map(\.rank) == [1, 2, 3, 4])
    for (place, figure) in zip(places, [3.75, 3.6, 3.05, 1.7]) {
      #expect(abs(place.figure.level - figure) < 1e-9)
      let own = comparison.candidates.first { $0.label == place.label }
      #expect(own?.debrief.combined?.all.level == place.figure.level)
    }
    #expect(abs((places[0].lead?.difference ?? 0) - 0.15) < 1e-9)
    #expect(places[0].lead?.next == "C-1" && places[3].lead == nil)
  }

  @Test("the tolerance is that beyond which some weights turn the order")
  func tolerance() throws {
    let comparison = try Fixture.four()
    let lead = try #require(ComparisonRanking(of: comparison).places[0].lead)
    // C-4 less C-1: a 0, b -1, c +2, go +.5.
    let (weights, differences) = ([0.4, 0.3, 0.2, 0.1], [0, -1, 2, 0.5])
    let tolerance = try #require(lead.tolerance)
    #expect(abs(tolerance - 0.15 / 0.75) < 1e-9)
    for (margin, turns) in [(tolerance - 0.001, false), (tolerance + 0.001, true)] {
      let corners = (0..<16).map { corner in
        weights.indices.reduce(0.0) { (sum: Double, index: Int) -> Double in
          let factor: Double = corner >> index & 1 == 1 ? 1 + margin : 1 - margin
          return sum + weights[index] * factor * differences[index]
        }
      }
      #expect(corners.contains { $0 < 0 } == turns)
    }
  }

  @Test("one rating one level lower turns what it can turn")
  func ratings() throws {
    let comparison = try Fixture.four()
    let places = ComparisonRanking(of: comparison).places
    // A single rating of a moves the figure by .2: more than the .15 between C-4 and C-1. Between C-1 and C-3 are .55:
    // three of them, or four steps of less.
    #expect(places[0].lead?.ratingsToTurn == 1)
    #expect(places[1].lead?.ratingsToTurn == 3)
  }

  @Test("the same figure is the same place, whatever the order of naming")
  func ties() throws {
    let same = Fixture.cards(a: (3, 3), b: (3, 3), go: (3, 3), c: 3)
    let comparison = try Fixture.comparison([
      ("C-9", try Fixture.record("C-9", same)),
      ("C-1", try Fixture.record("C-1", Fixture.cards(a: (4, 4), b: (3, 3), go: (3, 3), c: 3))),
      ("C-2", try Fixture.record("C-2", same)),
    ])
    let places = ComparisonRanking(of: comparison).places
    #expect(places.map(\.label) == ["C-1", "C-9", "C-2"])
    #expect(places.map(\.rank) == [1, 2, 2])
    #expect(places[1].lead?.difference == 0 && places[1].lead?.tolerance == nil)
  }

  @Test("a lead that rounds to nothing is said to be tiny, and which weights hold it")
  func words() throws {
    func text(_ first: [Fixture.Card], _ second: [Fixture.Card]) throws -> String {
      let comparison = try Fixture.comparison([
        ("C-1", try Fixture.record("C-1", first)), ("C-2", try Fixture.record("C-2", second)),
      ])
      let renderer = try ComparisonRenderer(templates: try Repository.templates())
      return renderer.text(comparison, ranking: ComparisonRanking(of: comparison), as: .text)
    }
    let base = Fixture.cards(a: (3, 3), b: (3, 3), go: (3, 3), c: 3)
    #expect(try text(base, base).contains("C-2 has the same figure."))
    let above = Fixture.cards(a: (4, 4), b: (3, 3), go: (3, 3), c: 3)
    #expect(
      try text(above, base).contains(
        "0.40 above C-2. The order of the two holds for all weights. It takes 2 ratings, each one level different,"
      ))
    // .3 x .5 less .1 x .5 less .2 x .4875: many raters of c.
    let raters = (0..<80).map { index -> Fixture.Card in
      let go = index == 0 ? ["go": "2"] : ["go": "not_observed"]
      return (4, "Rater \(index)", ["b": "not_observed", "c": index < 39 ? "2" : "3"].merging(go) { $1 })
    }
    let first: [Fixture.Card] = [
      (2, "Ana", ["a": "3", "b": "4"]), (2, "Bo", ["a": "3", "b": "3"]), (3, "Ben", ["a": "3", "go": "3"]),
    ]
    #expect(
      try text(first + raters, base).contains(
        "Less than 0.01 above C-2. The slightest change of the weights turns it."))
  }

  @Test("says when the order comes from what was observed of one alone")
  func uneven() throws {
    let first: [Fixture.Card] = [
      (2, "Ana", ["a": "2", "b": "2"]), (3, "Ben", ["a": "2", "go": "2"]),
      (4, "Cleo", ["b": "2", "c": "5", "go": "2"]),
    ]
    var second = Fixture.cards(a: (2, 2), b: (2, 2), go: (3, 3), c: 1)
    second[2].ratings["c"] = "not_observed"
    let comparison = try Fixture.comparison([
      ("C-1", try Fixture.record("C-1", first)), ("C-2", try Fixture.record("C-2", second)),
    ])
    let lead = try #require(ComparisonRanking(of: comparison).places[0].lead)
    #expect(lead.next == "C-2" && lead.isUneven && lead.tolerance == nil)
  }

  @Test("who is not rated whole has no place")
  func unplaced() throws {
    let comparison = try Fixture.comparison([
      ("C-1", try Fixture.record("C-1", Fixture.cards(a: (3, 3), b: (3, 3), go: (3, 3), c: 3))),
      ("C-2", try Fixture.record("C-2", [(2, "Ana", ["a": "5", "b": "5"])])),
    ])
    let ranking = ComparisonRanking(of: comparison)
    #expect(ranking.places.map(\.label) == ["C-1"] && ranking.unplaced == ["C-2"])
    #expect(comparison.candidates[1].missing == ["3. Drill", "4. Design"])
  }
}

import Rubric
import Statistics
import Testing

@testable import Planner

@Suite("Agreement between raters")
struct RaterAgreementTests {
  private typealias Fixture = ComparisonFixture

  /// Alpha in exact fractions, and its interval, in Python.
  @Test("is alpha over the competencies of candidates that two rated, with its counts")
  func alpha() throws {
    let agreement = RaterAgreement(of: try Fixture.four())
    #expect(agreement.units == 12)
    #expect(agreement.alpha?.values == 24)
    #expect(agreement.distances == [6, 5, 1, 0, 0])
    #expect(abs((agreement.alpha?.value ?? 0) - 0.7095959596) < 1e-9)
    #expect(abs((agreement.interval?.bounds?.lowerBound ?? 0) - 0.1811231976) < 1e-9)
    #expect(abs((agreement.interval?.bounds?.upperBound ?? 0) - 0.9037168021) < 1e-9)
    #expect(agreement.reading == .tentative)
  }

  @Test("is refused below ten, and says how many there are")
  func few() throws {
    let all = try Fixture.four()
    let three = try #require(Comparison(of: Array(all.candidates.prefix(3))))
    let agreement = RaterAgreement(of: three)
    #expect(agreement.units == 9)
    #expect(agreement.alpha == nil && agreement.interval == nil && agreement.reading == nil)
  }

  @Test("does not depend on the order in which candidates are named")
  func order() throws {
    let all = try Fixture.four()
    let turned = try #require(Comparison(of: all.candidates.reversed()))
    let (one, other) = (RaterAgreement(of: all), RaterAgreement(of: turned))
    #expect(one.alpha == other.alpha && one.interval == other.interval)
  }

  @Test(
    "is read in words",
    arguments: [
      (1, .firm), (0.8, .firm), (0.7999, .tentative), (0.667, .tentative), (0.6669, .unreliable),
      (-1, .unreliable),
    ] as [(Double, RaterAgreement.Reading)])
  func reading(alpha: Double, reading: RaterAgreement.Reading) {
    #expect(RaterAgreement.Reading(alpha) == reading)
  }

  @Test("takes the ratings of the scorecards, before any was changed")
  func originals() throws {
    let decision = """
      fingerprint: \(Fixture.fingerprint)
      changes: [{interview: 3, interviewer: Ben, competency: a, from: 4, to: 1, reason: Slip.}]

      """
    let record = try Fixture.record(
      "C-1", Fixture.cards(a: (4, 4), b: (3, 4), go: (4, 3), c: 3), decision: decision)
    let comparison = try Fixture.comparison([("C-1", record)])
    #expect(comparison.competencies[0].cells[0].mean == 2.5)
    #expect(RaterAgreement(of: comparison).distances == [1, 2, 0, 0, 0])
  }

  @Test(
    "of one candidate: who counts as whom, and what as one unit",
    arguments: [
      ("two of different names", [(2, "Ana", ["a": "4"]), (3, "Ben", ["a": "3"])], 1, 0),
      ("not observed is no number", [(2, "Ana", ["a": "4"]), (3, "Ben", ["a": "not_observed"])], 0, 0),
      ("one person in two interviews", [(2, "Ana", ["a": "4"]), (3, " ana", ["a": "3"])], 0, 0),
      ("two who name nobody", [(2, "", ["a": "4"]), (3, "", ["a": "3"])], 1, 2),
      ("the same alternative", [(3, "Ana", ["go": "4"]), (4, "Ben", ["go": "3"])], 1, 0),
      ("different alternatives", [(3, "Ana", ["go": "4"]), (4, "Ben", ["python": "3"])], 0, 0),
    ] as [(String, [ComparisonFixture.Card], Int, Int)])
  func who(name: String, cards: [ComparisonFixture.Card], units: Int, unnamed: Int) throws {
    let comparison = try Fixture.comparison([("C-1", try Fixture.record("C-1", cards))])
    let agreement = RaterAgreement(of: comparison)
    #expect(agreement.units == units, "\(name)")
    #expect(agreement.unnamed == unnamed, "\(name)")
  }
}

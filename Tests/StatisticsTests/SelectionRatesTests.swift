import TestSupport
import Testing

@testable import Statistics

@Suite("The rule of four fifths")
struct SelectionRatesTests {
  /// Questions and Answers on the Uniform Guidelines, 44 FR 11996 (1979): rates of 60, 45, 48 and 51 % give ratios
  /// of 75, 80 and 85 %, and adverse impact for the first alone.
  @Test("is that of the published example")
  func published() throws {
    let rates = try Self.rates([(60, 100), (45, 100), (48, 100), (51, 100)])
    #expect(rates.reference == 0)
    let ratios = rates.comparisons.compactMap(\.ratio).map { ($0 * 10_000).rounded() / 10_000 }
    #expect(ratios == [1, 0.75, 0.8, 0.85])
    #expect(rates.comparisons.map(\.isBelowFourFifths) == [false, true, false, false])
    #expect(rates.comparisons.map(\.isHighest) == [true, false, false, false])
    #expect(rates.comparisons[0].test == nil)
  }

  /// Question 21 there: 3 of 20 men and 1 of 10 women. 10 over 15 % is less than four fifths, and the numbers are
  /// too small: one woman in the place of one man, and her group has the higher rate.
  @Test("small numbers of the published example are said to be small")
  func small() throws {
    let women = try Self.rates([(3, 20), (1, 10)]).comparisons[1]
    #expect(((women.ratio ?? 0) * 10_000).rounded() / 10_000 == 0.6667)
    #expect(women.isBelowFourFifths && women.isTurnedByOne)
    #expect(abs((women.test?.twoSided ?? 0) - 1) < 1e-12)
    #expect(abs((women.leastExpected ?? 0) - 4.0 * 10 / 30) < 1e-12)
    let many = try Self.rates([(30, 200), (10, 100)]).comparisons[1]
    #expect(many.isBelowFourFifths && !many.isTurnedByOne)
  }

  @Test(
    "one person in the place of another turns what is near, and no more",
    arguments: [(4, 12, 5, 10, true), (1, 10, 3, 10, false), (2, 10, 3, 10, true), (3, 10, 3, 10, false)])
  func turned(passed: Int, total: Int, others: Int, ofOthers: Int, isTurned: Bool) throws {
    #expect(try Self.rates([(passed, total), (others, ofOthers)]).comparisons[0].isTurnedByOne == isTurned)
  }

  @Test(
    "four fifths to the person are not below",
    arguments: [
      (4, 10, 5, 10, false), (399_999, 1_000_000, 500_000, 1_000_000, true),
      (400_000, 1_000_000, 500_000, 1_000_000, false), (1, 3, 5, 12, false), (0, 5, 1, 5, true),
      (4, 15, 1, 3, false), (7, 9, 35, 36, false), (0, 5, 0, 7, false),
    ])
  func boundary(passed: Int, total: Int, others: Int, ofOthers: Int, isBelow: Bool) throws {
    #expect(
      try Self.rates([(passed, total), (others, ofOthers)]).comparisons[0].isBelowFourFifths == isBelow)
  }

  @Test("groups of the highest rate are all highest, and the largest of them is the reference")
  func ties() throws {
    let rates = try Self.rates([(1, 2), (10, 20), (2, 4), (1, 20)])
    #expect(rates.reference == 1)
    #expect(rates.comparisons.map(\.isHighest) == [true, true, true, false])
    #expect(rates.comparisons.map(\.ratio) == [1, 1, 1, 0.1])
    #expect(rates.comparisons.map { $0.test == nil } == [true, true, true, false])
  }

  @Test("where nobody passed there is no ratio")
  func nobody() throws {
    let rates = try Self.rates([(0, 5), (0, 7)])
    #expect(rates.comparisons.allSatisfy { $0.ratio == nil && $0.isHighest && !$0.isTurnedByOne })
  }

  @Test(
    "a group passes some of its people, and no more", arguments: [(1, 0), (-1, 2), (3, 2), (0, 1_000_001)])
  func impossible(passed: Int, total: Int) {
    #expect(SelectionRates.Group(passed: passed, total: total) == nil)
  }

  @Test("one group is not compared")
  func single() throws {
    #expect(SelectionRates([]) == nil)
    #expect(SelectionRates([try #require(SelectionRates.Group(passed: 1, total: 2))]) == nil)
  }

  private static func rates(_ counts: [(Int, Int)]) throws -> SelectionRates {
    let groups = try counts.map { try #require(SelectionRates.Group(passed: $0.0, total: $0.1)) }
    return try #require(SelectionRates(groups))
  }
}

import TestSupport
import Testing

@testable import Statistics

@Suite("The interval of alpha")
struct AlphaIntervalTests {
  /// Computed once more in Python, with SplitMix64 and the same definition of a quantile.
  @Test(
    "is the same on every machine",
    arguments: [(1, 0.4395218147364706, 1), (2027, 0.43925732591286654, 1)] as [(UInt64, Double, Double)])
  func pinned(seed: UInt64, lower: Double, upper: Double) throws {
    let interval = try #require(
      AlphaInterval(KrippendorffAlphaTests.fourObservers, metric: .ordinal, seed: seed))
    let bounds = try #require(interval.bounds)
    #expect(interval.resamples == 2000)
    #expect(abs(bounds.lowerBound - lower) < 1e-9)
    #expect(abs(bounds.upperBound - upper) < 1e-9)
  }

  @Test("of another seed lies elsewhere, but not far away")
  func seeds() throws {
    let bounds = try (1...6).map { seed in
      try #require(
        AlphaInterval(KrippendorffAlphaTests.fourObservers, metric: .ordinal, seed: seed)?.bounds)
    }
    #expect(Set(bounds.map(\.lowerBound)).count > 1)
    let lower = bounds.map(\.lowerBound)
    #expect((lower.max() ?? 1) - (lower.min() ?? 0) < 0.1)
  }

  @Test("holds alpha, and narrows as units are added")
  func width() throws {
    func width(_ times: Int) throws -> Double {
      let units = (0..<times).flatMap { _ in KrippendorffAlphaTests.fourObservers }
      let bounds = try #require(AlphaInterval(units, metric: .ordinal, seed: 1)?.bounds)
      #expect(bounds.contains(try #require(KrippendorffAlpha(units, metric: .ordinal).value)))
      return bounds.upperBound - bounds.lowerBound
    }
    #expect(try width(16) < width(4) / 1.5)
    #expect(try width(4) < width(1) / 1.5)
  }

  @Test("leaves out draws in which all values are the same, and has no bounds where they are many")
  func undefined() throws {
    // A third of the draws of ten miss the one unit that differs.
    let rare = [[Int?]](repeating: [3, 3], count: 9) + [[3, 4]]
    let interval = try #require(AlphaInterval(rare, metric: .ordinal, seed: 1))
    #expect((600...800).contains(interval.undefined))
    #expect(interval.bounds == nil)
    let two = [[Int?]](repeating: [3, 3], count: 9) + [[Int?]](repeating: [4, 4], count: 4)
    let other = try #require(AlphaInterval(two, metric: .ordinal, seed: 1))
    #expect((1...100).contains(other.undefined))
    #expect(other.bounds == 1...1)
  }

  @Test("quantiles lie between the values in proportion")
  func quantiles() {
    #expect(Quantile.of([1, 2, 3, 4], at: 0) == 1)
    #expect(Quantile.of([1, 2, 3, 4], at: 1) == 4)
    #expect(Quantile.of([1, 2, 3, 4], at: 0.5) == 2.5)
    #expect(Quantile.of([10], at: 0.975) == 10)
    #expect(Quantile.of([], at: 0.5) == 0)
  }
}

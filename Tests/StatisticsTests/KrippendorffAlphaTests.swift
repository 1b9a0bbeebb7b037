import TestSupport
import Testing

@testable import Statistics

/// Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), https://repository.upenn.edu/asc_papers/43.
@Suite("Krippendorff's alpha")
struct KrippendorffAlphaTests {
  typealias Units = [[Int?]]

  /// Four observers, twelve units, values missing: sections C, D and E of the paper, one row for each unit.
  static let fourObservers: Units = [
    [1, 1, nil, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4],
    [1, 1, 2, 1], [2, 2, 2, 2], [nil, 5, 5, 5], [nil, nil, 1, 1], [nil, 3, nil, nil],
  ]

  /// Two observers and ten units of yes and no: section A.
  private static let binary: Units = [
    [0, 1], [1, 1], [0, 1], [0, 0], [0, 0], [0, 1], [0, 0], [0, 0], [1, 0], [0, 0],
  ]

  /// Two observers and twelve units of five kinds: section B, with 1 for a and 5 for e.
  private static let kinds: Units = [
    [1, 2], [1, 1], [2, 2], [2, 2], [4, 2], [3, 3], [3, 3], [3, 3], [5, 5], [4, 4], [4, 4], [1, 4],
  ]

  @Test(
    "is that of the published examples, to four decimals",
    arguments: [
      (binary, .nominal, 0.0952), (kinds, .nominal, 0.6920), (fourObservers, .nominal, 0.7434),
      (fourObservers, .ordinal, 0.8154), (fourObservers, .interval, 0.8491),
    ] as [(Units, KrippendorffAlpha.Metric, Double)])
  func published(units: Units, metric: KrippendorffAlpha.Metric, alpha: Double) throws {
    let value = try #require(KrippendorffAlpha(units, metric: metric).value)
    #expect((value * 10_000).rounded() / 10_000 == alpha)
  }

  @Test("counts the units that two rated, their values and pairs")
  func counts() {
    let alpha = KrippendorffAlpha(Self.fourObservers, metric: .ordinal)
    #expect(alpha.units == 11)
    #expect(alpha.values == 40)
    #expect(alpha.pairs == 8 * 6 + 2 * 3 + 1)
  }

  /// Computed in exact fractions after the paper's definition, pair by pair, and with the Python package
  /// krippendorff 0.8.
  @Test(
    "is that of other programs for random tables",
    arguments: [
      (
        [[3, 4, nil, 3], [nil, 1, 1, 2], [2, 1, 1, 1], [nil, nil, nil, 5], [nil, 1, 2, 2]], 0.1428571429,
        0.5515239478, 0.6842105263
      ),
      (
        [
          [2, nil], [4, 4], [nil, 4], [4, 4], [3, nil], [5, 4], [5, 5], [3, 4], [2, nil], [4, 3], [nil, 2],
          [nil, 2],
        ], 0.1951219512, 0.4662962963, 0.4406779661
      ),
      (
        [
          [2, nil], [nil, 3], [nil, 3], [2, 2], [nil, nil], [3, 5], [nil, nil], [nil, 5], [1, 2], [1, 3],
        ], 0.0869565217, 0.2483974359, 0.3368421053
      ),
      (
        [
          [3, 3, nil, 5, nil], [3, nil, nil, 4, 5], [1, nil, 1, 1, nil], [nil, 4, 4, 4, 5],
          [5, 5, nil, 3, 4], [1, 1, 2, 1, 1], [2, 2, nil, 1, 2], [1, 1, 1, 1, nil], [nil, 2, nil, 3, 2],
        ], 0.3733013589, 0.8324995448, 0.8029666947
      ),
      (
        [
          [1, 1, nil, 1], [2, 1, nil, 1], [nil, 3, 4, 4], [2, nil, nil, 3], [5, 4, nil, 4], [3, 3, nil, nil],
          [4, 5, nil, 4], [nil, 2, 3, 4], [1, 1, nil, nil], [5, 3, 3, 5], [5, 4, 5, 5], [5, 4, 4, 4],
          [1, 1, 1, nil],
        ], 0.3655913978, 0.7673076695, 0.8254443779
      ),
      (
        [[2, nil, 2, 2], [3, nil, 4, 3], [nil, 2, nil, 2], [3, 4, nil, 2]], 0.3055555556, 0.5555555556,
        0.4444444444
      ),
      ([[1, nil, nil], [3, 4, 4], [3, nil, nil], [1, 1, 1]], 0.5454545455, 0.8750000000, 0.9264705882),
      (
        [[5, nil, 5, 5], [1, 2, 2, nil], [nil, 1, 1, nil], [3, nil, 3, nil]], 0.7567567568, 0.9274193548,
        0.9648437500
      ),
      (
        [
          [5, 5], [5, 5], [nil, 2], [4, nil], [5, 4], [2, nil], [nil, nil], [nil, 1], [5, 3], [4, nil],
          [nil, 4], [5, 4], [4, nil], [3, 2],
        ], -0.0232558140, 0.3165204678, 0.4761904762
      ),
      (
        [[nil, 3, 4, 3, 3], [nil, 3, nil, 4, 4], [nil, 3, 1, 3, 2]], 0.0090090090, 0.3721747865, 0.3560606061
      ),
      ([[1, 2], [nil, nil], [3, 2]], -0.2000000000, 0.2500000000, 0.2500000000),
      (
        [[nil, 5, 5, nil, 5], [5, 5, nil, 5, 5], [1, nil, nil, nil, 1], [5, nil, nil, nil, 5]], 1.0000000000,
        1.0000000000, 1.0000000000
      ),
    ] as [(Units, Double, Double, Double)])
  func others(units: Units, nominal: Double, ordinal: Double, interval: Double) throws {
    for (metric, expected) in [
      (KrippendorffAlpha.Metric.nominal, nominal), (.ordinal, ordinal), (.interval, interval),
    ] {
      let value = try #require(KrippendorffAlpha(units, metric: metric).value)
      #expect(abs(value - expected) < 1e-9, "\(metric)")
    }
  }

  @Test(
    "is not defined without two units that two rated, and where all values are the same",
    arguments: [
      [], [[]], [[1], [2], [3]], [[1, 2]], [[1, nil], [nil, 2], [3, 1]], [[3, 3], [3, 3], [3, nil]],
    ] as [Units])
  func undefined(units: Units) {
    for metric in KrippendorffAlpha.Metric.allCases {
      #expect(KrippendorffAlpha(units, metric: metric).value == nil)
      #expect(AlphaInterval(units, metric: metric, seed: 1) == nil)
    }
  }

  @Test("is 1 where all agree, and never more", arguments: KrippendorffAlpha.Metric.allCases)
  func perfect(metric: KrippendorffAlpha.Metric) {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      let agreed = (0..<8).map { index in
        [Int?](repeating: index < 2 ? index : Int(generator.next() % 5), count: 2 + index % 3)
      }
      #expect(KrippendorffAlpha(agreed, metric: metric).value == 1)
      let units = Self.random(&generator)
      if let value = KrippendorffAlpha(units, metric: metric).value { #expect(value <= 1) }
    }
  }

  @Test(
    "does not depend on the order of units or of raters, and takes no notice of units that one rated",
    arguments: KrippendorffAlpha.Metric.allCases)
  func order(metric: KrippendorffAlpha.Metric) {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      let units = Self.random(&generator)
      let others =
        units.map { $0.shuffled(using: &generator) }.shuffled(using: &generator) + [[4, nil], [nil], []]
      #expect(KrippendorffAlpha(units, metric: metric) == KrippendorffAlpha(others, metric: metric))
      #expect(
        AlphaInterval(units, metric: metric, seed: 9, resamples: 50)
          == AlphaInterval(others, metric: metric, seed: 9, resamples: 50))
    }
  }

  @Test(
    "names mean nothing to nominal data, steps nothing to ordinal, the zero and the unit nothing to interval")
  func relabelled() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let units = Self.random(&generator)
      func same(_ metric: KrippendorffAlpha.Metric, _ relabel: (Int) -> Int) {
        let relabelled = units.map { $0.map { $0.map(relabel) } }
        let values = [units, relabelled].map { KrippendorffAlpha($0, metric: metric).value }
        switch (values[0], values[1]) {
        case (let one?, let other?): #expect(abs(one - other) < 1e-12)
        case (let one, let other): #expect(one == nil && other == nil)
        }
      }
      let names = [17, -3, 256, 4, 90].shuffled(using: &generator)
      same(.nominal) { names[$0 - 1] }
      same(.ordinal) { $0 * $0 * 10 }
      same(.ordinal) { -$0 }
      same(.interval) { 100 - 7 * $0 }
    }
  }

  @Test("values at the ends of their range do no harm", arguments: KrippendorffAlpha.Metric.allCases)
  func extremes(metric: KrippendorffAlpha.Metric) throws {
    let units: Units = [[.min, .max], [.max, .max], [0, .min]]
    let value = try #require(KrippendorffAlpha(units, metric: metric).value)
    #expect(value.isFinite && value < 1)
  }

  /// Some units, rated by up to four with some agreement, some values missing.
  static func random(_ generator: inout SeededGenerator) -> Units {
    (0..<(2 + Int(generator.next() % 12))).map { _ in
      let level = 1 + Int(generator.next() % 5)
      return (0..<4).map { _ in
        if generator.once(in: 3) { return nil }
        return generator.once(in: 3) ? 1 + Int(generator.next() % 5) : level
      }
    }
  }
}

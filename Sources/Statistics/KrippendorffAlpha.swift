/// How far raters who rated apart agree: Krippendorff's alpha, 1 - D_o / D_e, the observed disagreement over the one
/// expected where values are given out by chance.
///
/// After Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011,
/// https://repository.upenn.edu/asc_papers/43), with any number of raters and with missing values. 1 is perfect
/// agreement and 0 what chance would give; less than 0 is systematic disagreement.
public struct KrippendorffAlpha: Sendable, Equatable {
  /// How far two values of the scale are apart.
  public enum Metric: String, Sendable, CaseIterable {
    /// The same or not: kinds without an order.
    case nominal
    /// By how many of the values given lie between: ranks, such as levels of proficiency.
    case ordinal
    /// By their difference: equal steps.
    case interval
  }

  /// The units that at least two raters gave a value. Only they say anything of agreement.
  public let units: Int
  /// The values of these units.
  public let values: Int
  /// The pairs of values within these units.
  public let pairs: Int
  /// Alpha; nil where it is not defined: with fewer than two such units, and where all their values are the same, so
  /// that there is nothing to agree on.
  public let value: Double?

  /// The agreement over some units, each with the values that raters gave it, in any order; nil for a missing one.
  public init(_ units: [[Int?]], metric: Metric) {
    self.init(AgreementTable(units), metric: metric)
  }

  init(_ table: AgreementTable, metric: Metric) {
    let sizes = table.units.map { table.patterns[$0].size }
    units = sizes.count
    values = sizes.reduce(0, +)
    pairs = sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    value = units < 2 ? nil : table.alpha(times: table.times, metric: metric)
  }
}

/// Values by units and categories: Krippendorff's matrix of values by units, without the units that fewer than two
/// rated. Units with the same values are one pattern.
struct AgreementTable {
  /// How often each category was given to a unit.
  struct Pattern {
    /// The categories given, in order, by their place on the scale, each with how often.
    let counts: [(category: Int, count: Double)]
    /// How many values the unit has; at least 2.
    let size: Int
    fileprivate let values: [Int]
  }

  /// The values that were given, in order.
  let categories: [Int]
  /// The patterns, in an order that does not depend on that of the input or of the raters.
  private(set) var patterns: [Pattern] = []
  /// The pattern of each unit, in the same order.
  private(set) var units: [Int] = []

  /// How often each pattern stands in the table.
  var times: [Int] { units.reduce(into: [Int](repeating: 0, count: patterns.count)) { $0[$1] += 1 } }

  init(_ given: [[Int?]]) {
    let pairable = given.map { $0.compactMap { $0 }.sorted() }.filter { $0.count > 1 }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let categories = Set(pairable.joined()).sorted()
    let places = Dictionary(categories.enumerated().map { ($1, $0) }) { first, _ in first }
    self.categories = categories
    for values in pairable {
      if patterns.last?.values != values { patterns.append(Pattern(values, places: places)) }
      units.append(patterns.count - 1)
    }
  }

  /// Alpha over units of which each pattern stands for so many; nil where it is not defined. With the frequencies n_c of
  /// the values in them, n in all, it is 1 - (n - 1) D_o / D_e, where D_o adds up n_uc n_uk d²_ck / (m_u - 1) over the
  /// units and D_e adds up n_c n_k d²_ck.
  func alpha(times: [Int], metric: KrippendorffAlpha.Metric) -> Double? {
    var frequencies = [Double](repeating: 0, count: categories.count)
    var total = 0.0
    for (pattern, count) in zip(patterns, times) where count > 0 {
      for entry in pattern.counts { frequencies[entry.category] += entry.count * Double(count) }
      total += Double(pattern.size * count)
    }
    let distances = Distances(metric, categories, frequencies)
    let expected = distances.sum(frequencies.enumerated().map { ($0, $1) })
    guard expected > 0 else { return nil }
    let observed = zip(patterns, times).reduce(0.0) { sum, element in
      let (pattern, count) = element
      return count == 0 ? sum : sum + distances.sum(pattern.counts) * Double(count) / Double(pattern.size - 1)
    }
    return 1 - (total - 1) * observed / expected
  }
}

extension AgreementTable.Pattern {
  /// The pattern of some values in order, with the place of each on the scale.
  fileprivate init(_ values: [Int], places: [Int: Int]) {
    var counts: [(category: Int, count: Double)] = []
    for category in values.compactMap({ places[$0] }) {
      if counts.last?.category == category {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((category, 1))
      }
    }
    self.init(counts: counts, size: values.count, values: values)
  }
}

/// The squared differences of a metric.
private struct Distances {
  let metric: KrippendorffAlpha.Metric
  let categories: [Int]
  let frequencies: [Double]
  /// How many values lie below a category.
  let below: [Double]

  init(_ metric: KrippendorffAlpha.Metric, _ categories: [Int], _ frequencies: [Double]) {
    self.metric = metric
    self.categories = categories
    self.frequencies = frequencies
    below = frequencies.reduce(into: [0]) { sums, count in sums.append((sums.last ?? 0) + count) }
  }

  /// The squared difference of two categories by their places, the lower one first.
  private func squared(_ low: Int, _ high: Int) -> Double {
    let difference: Double
    switch metric {
    case .nominal: difference = 1
    case .ordinal:
      difference = below[high + 1] - below[low] - (frequencies[low] + frequencies[high]) / 2
    case .interval: difference = Double(categories[high]) - Double(categories[low])
    }
    return difference * difference
  }

  /// The squared differences of all pairs of different categories, each as often as there are such pairs of values.
  func sum(_ counts: [(category: Int, count: Double)]) -> Double {
    var sum = 0.0
    for (index, low) in counts.enumerated() where low.count > 0 {
      for high in counts[(index + 1)...] where high.count > 0 {
        sum += low.count * high.count * squared(low.category, high.category)
      }
    }
    return sum
  }
}

import YAML
/// A level with its share of the weight and the level asked for.
struct WeightedLevel: Sendable, Equatable {
  /// Its share of the weight, above 0.
  var share: Double
  /// The level.
  var level: Double
  /// The level asked for.
  var target: Double

  /// The level beyond what is asked for.
  var difference: Double { level - target }
}

/// How much a combined figure depends on the weights. Everything is exact, and nothing is sampled.
public struct WeightDependence: Sendable {
  /// By how much each weight may vary, as a share of itself: 0.3 is 30 %.
  public static let margin = 0.3

  /// The least and the greatest that the combined level can be when every weight varies within the margin.
  public let levels: ClosedRange<Double>
  /// Likewise the difference to the target.
  public let differences: ClosedRange<Double>
  /// By how much weights may vary, each as a share of itself, before the figure can change sides; 1 where no
  /// weights change it.
  public let tolerance: Double
  /// The share of each competency at which the figure changes sides; nil where none does that.
  let turns: [TurningShare?]

  /// Whether the figure stays on its side of the target however the weights vary within the margin.
  public var isUnchanged: Bool { tolerance > Self.margin + 1e-9 }

  init(of parts: [WeightedLevel]) {
    levels = Self.range(of: parts.map { ($0.share, $0.level) }, margin: Self.margin)
    differences = Self.range(of: parts.map { ($0.share, $0.difference) }, margin: Self.margin)
    // The sign of the difference is that of the sum of weight x difference. Its worst case at a margin p takes p of
    // every term from it: sum - p x sum of sizes. That is 0 where p is the quotient of the two.
    let sum = parts.reduce(0) { $0 + $1.share * $1.difference }
    let size = parts.reduce(0) { $0 + $1.share * abs($1.difference) }
    tolerance = size > 0 ? min(abs(sum) / size, 1) : 0
    turns = parts.indices.map { TurningShare(of: $0, in: parts) }
  }

  /// The least and the greatest weighted mean of some values when each weight may vary by a share of itself.
  ///
  /// A quotient of two linear functions of the weights has its extremes where every weight is at an end of its range;
  /// at the greatest, those of values above it are at the upper end and the others at the lower. So it is enough to
  /// sort by value and try each place to part them (a fractional linear program; Charnes & Cooper 1962).
  static func range(of terms: [(weight: Double, value: Double)], margin: Double) -> ClosedRange<Double> {
    let sorted = terms.sorted { ($0.value, $0.weight) < ($1.value, $1.weight) }
    let least = extreme(of: sorted, low: 1 + margin, high: 1 - margin, isBetter: <)
    let greatest = extreme(of: sorted, low: 1 - margin, high: 1 + margin, isBetter: >)
    return min(least, greatest)...max(least, greatest)
  }

  /// The best mean over all places to part terms that are sorted by value.
  private static func extreme(
    of sorted: [(weight: Double, value: Double)], low: Double, high: Double,
    isBetter: (Double, Double) -> Bool
  ) -> Double {
    var weight = sorted.reduce(0) { $0 + $1.weight * high }
    var sum = sorted.reduce(0) { $0 + $1.weight * high * $1.value }
    guard weight > 0 else { return 0 }
    var best = sum / weight
    for term in sorted {
      weight += term.weight * (low - high)
      sum += term.weight * (low - high) * term.value
      let mean = sum / weight
      if isBetter(mean, best) { best = mean }
    }
    return best
  }
}

/// The share of the weight at which a competency takes the combined figure to the other side of the target, while the
/// others keep their proportions.
public struct TurningShare: Sendable, Equatable {
  /// The share, between 0 and 1.
  public let share: Double
  /// Whether it changes sides when the competency weighs more than that; when less, otherwise.
  public let isMore: Bool

  /// With `d` the difference of the competency, `r` that of all others together and `s` its share, the whole is
  /// `s d + (1 - s) r`, which is 0 at `s = r / (r - d)`. That is a share only where `d` and `r` have different signs.
  init?(of index: Int, in parts: [WeightedLevel]) {
    let own = parts[index]
    let whole = parts.reduce(0) { $0 + $1.share }
    let sum = parts.reduce(0) { $0 + $1.share * $1.difference }
    guard whole > own.share, Standing(sum / whole) != .at else { return nil }
    let rest = (sum - own.share * own.difference) / (whole - own.share)
    guard rest * own.difference < 0, abs(rest) > 1e-9 else { return nil }
    share = rest / (rest - own.difference)
    isMore = (own.difference < 0) != (sum < 0)
  }
}

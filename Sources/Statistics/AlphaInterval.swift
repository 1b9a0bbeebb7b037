/// Between which bounds alpha would lie were other units of the same kind rated: a percentile interval from a
/// bootstrap (Efron & Tibshirani 1993, chapter 13).
///
/// Units are drawn with replacement, as many as there are, and alpha is computed anew from each draw. The draws
/// follow from a seed, and neither from the order of the units nor from that of the raters. Units that have something
/// in common, such as the competencies of one candidate, say less than their number promises: the interval is then
/// too narrow rather than too wide.
public struct AlphaInterval: Sendable, Equatable {
  /// The bounds; nil where too many of the draws have no alpha.
  public let bounds: ClosedRange<Double>?
  /// How many times the units were drawn.
  public let resamples: Int
  /// In how many of the draws all values were the same, so that there is no alpha. They are left out.
  public let undefined: Int

  /// How many times units are drawn: with 2,000, the bounds of another seed differ in the second decimal at most.
  public static let resamples = 2_000
  /// The largest share of draws without an alpha for which there are bounds: a twentieth, as many as an interval of
  /// 95 % leaves out itself.
  public static let undefinedShare = 0.05
  /// The share of draws between the bounds.
  public static let level = 0.95

  /// The interval of the alpha over some units, each with the values that raters gave it. nil for fewer than two
  /// units that two raters rated, or where all values are the same: there is no alpha of which it could be.
  public init?(
    _ given: [[Int?]], metric: KrippendorffAlpha.Metric, seed: UInt64,
    resamples: Int = AlphaInterval.resamples
  ) {
    let table = AgreementTable(given)
    guard resamples > 0, KrippendorffAlpha(table, metric: metric).value != nil else { return nil }
    var draws = Draws(seed: seed)
    var alphas: [Double] = []
    alphas.reserveCapacity(resamples)
    for _ in 0..<resamples {
      var times = [Int](repeating: 0, count: table.patterns.count)
      for _ in table.units { times[table.units[draws.below(table.units.count)]] += 1 }
      if let alpha = table.alpha(times: times, metric: metric) { alphas.append(alpha) }
    }
    alphas.sort()
    self.resamples = resamples
    undefined = resamples - alphas.count
    let isKnown = Double(undefined) <= Self.undefinedShare * Double(resamples)
    let tail = (1 - Self.level) / 2
    bounds = isKnown ? Quantile.of(alphas, at: tail)...Quantile.of(alphas, at: 1 - tail) : nil
  }
}

/// Quantiles of a sample.
enum Quantile {
  /// The value below which a share of some sorted values lies, between two of them in proportion (type 7 of Hyndman
  /// & Fan 1996); 0 where there are none.
  static func of(_ sorted: [Double], at share: Double) -> Double {
    guard let last = sorted.last else { return 0 }
    let position = share * Double(sorted.count - 1)
    let index = Int(position)
    guard index + 1 < sorted.count else { return last }
    return sorted[index] + (position - Double(index)) * (sorted[index + 1] - sorted[index])
  }
}

/// A generator of equal draws on every machine: SplitMix64 (Steele, Lea & Flood 2014).
struct Draws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to `count`, without it, each as likely as the others. `count` is at least 1.
  mutating func below(_ count: Int) -> Int {
    let range = UInt64(max(count, 1))
    // Numbers from here on would make the first remainders likelier.
    let end = UInt64.max - UInt64.max % range
    var number = next()
    while number >= end { number = next() }
    return Int(number % range)
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

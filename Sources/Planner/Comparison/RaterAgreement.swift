public import Statistics

/// How far the raters of a comparison agree.
public struct RaterAgreement: Sendable {
  /// How many units there are: competencies of candidates that two or more rated apart.
  public let units: Int
  /// Krippendorff's alpha for ordinal data; nil where there are fewer than ten units.
  public let alpha: KrippendorffAlpha?
  /// Its interval; nil where there is no alpha.
  public let interval: AlphaInterval?
  /// The pairs of ratings of one unit by how many levels they are apart, from 0 to 4.
  public let distances: [Int]
  /// How many scorecards name nobody. Each counts as somebody else's.
  public let unnamed: Int

  /// The fewest units from which alpha is reckoned.
  public static let minimum = 10
  /// What the draws of the interval follow from: always the same.
  public static let seed: UInt64 = 2027

  /// What an alpha allows (Krippendorff 2004, p. 241).
  public enum Reading: String, Sendable {
    /// At least .800: the ratings can be relied on.
    case firm
    /// From .667 to .800: tentative conclusions only.
    case tentative
    /// Less: not to be relied on.
    case unreliable

    /// The reading of an alpha.
    public init(_ alpha: Double) {
      self = alpha >= 0.8 ? .firm : alpha >= 0.667 ? .tentative : .unreliable
    }
  }

  /// The reading of the alpha, where there is one.
  public var reading: Reading? { alpha?.value.map(Reading.init) }

  /// The agreement of the raters of a comparison.
  public init(of comparison: Comparison) {
    let rated = RatedUnit.all(of: comparison).map { $0.values.map(\.level) }.filter { $0.count > 1 }
    units = rated.count
    let given = rated.map { $0.map { Optional($0) } }
    let isEnough = rated.count >= Self.minimum
    alpha = isEnough ? KrippendorffAlpha(given, metric: .ordinal) : nil
    interval = isEnough ? AlphaInterval(given, metric: .ordinal, seed: Self.seed) : nil
    distances = rated.reduce(into: [Int](repeating: 0, count: 5)) { counts, levels in
      for (index, level) in levels.enumerated() {
        for other in levels[..<index] { counts[abs(level - other)] += 1 }
      }
    }
    unnamed = comparison.candidates.flatMap(\.debrief.cards).count { RaterName.key(of: $0) == nil }
  }
}

internal import Rubric

/// The candidates of a comparison by their combined figures: made only when it is asked for.
///
/// The figure is that of the debrief (`CombinedFigure`), of candidates whose scorecards are all in. It says nothing
/// that the ratings do not say, it is no recommendation, and small differences mean nothing.
public struct ComparisonRanking: Sendable {
  /// The candidates with a figure, the highest first; of the same figure in the order of the comparison.
  public let places: [Place]
  /// The labels of the candidates without a figure: scorecards are missing, or nothing was observed.
  public let unplaced: [String]

  /// A candidate's place.
  public struct Place: Sendable {
    /// The candidate.
    public let label: String
    /// The place, from 1; the same for the same figure.
    public let rank: Int
    /// The combined figure with its parts.
    public let figure: CombinedFigure
    /// How far the next candidate is away; nil for the last.
    public let lead: RankingLead?
  }

  /// The ranking of a comparison of one loop.
  public init(of comparison: Comparison) {
    let figures = comparison.candidates.map(RankedFigure.init)
    unplaced = zip(comparison.candidates, figures).filter { $1 == nil }.map(\.0.label)
    let sorted = figures.compactMap { $0 }.enumerated()
      .sorted { $0.element.isAbove($1.element) || !$1.element.isAbove($0.element) && $0.offset < $1.offset }
      .map(\.element)
    var rank = 0
    places = sorted.indices.map { index in
      let figure = sorted[index]
      if index == 0 || sorted[index - 1].isAbove(figure) { rank = index + 1 }
      return Place(
        label: figure.label, rank: rank, figure: figure.figure,
        lead: index + 1 < sorted.count ? RankingLead(of: figure, over: sorted[index + 1]) : nil)
    }
  }
}

/// How far one candidate's figure is above the next, and what it takes to turn the two round.
public struct RankingLead: Sendable {
  /// The label of the next candidate.
  public let next: String
  /// The difference of the two figures; 0 where they are the same.
  public let difference: Double
  /// By how much every weight may vary, as a share of itself, before the order of the two can turn on what was
  /// observed of both; 1 where no weights turn it, and nil where it is not this order there in the first place.
  public let tolerance: Double?
  /// Whether something was observed of one of the two alone, so that the figures are not made of the same parts.
  public let isUneven: Bool
  /// How many ratings would have to be one level different for the two to be level or the other way round; nil where
  /// that many ratings do not turn it.
  public let ratingsToTurn: Int?

  init(of first: RankedFigure, over second: RankedFigure) {
    next = second.label
    let difference = first.figure.level - second.figure.level
    self.difference = abs(difference) < RankedFigure.precision ? 0 : difference
    isUneven = first.parts.keys.sorted() != second.parts.keys.sorted()
    // The order follows the sign of the sum of weight x difference. At a margin p the worst weights take p of every
    // term's size from it, so that it is 0 where p is the quotient of the two.
    let shared = first.parts.keys.sorted().compactMap { id -> (weight: Double, difference: Double)? in
      guard let own = first.parts[id], let other = second.parts[id] else { return nil }
      return (own.competency.weight, own.level - other.level)
    }
    let sum = shared.reduce(0) { $0 + $1.weight * $1.difference }
    let size = shared.reduce(0) { $0 + $1.weight * abs($1.difference) }
    tolerance = sum > RankedFigure.precision ? min(sum / size, 1) : nil
    ratingsToTurn = Self.ratings(
      toMake: self.difference, of: first.steps(down: true) + second.steps(down: false))
  }

  /// The fewest steps that add up to a difference: the largest of them.
  private static func ratings(toMake difference: Double, of steps: [Double]) -> Int? {
    var rest = difference
    for (index, step) in steps.sorted(by: >).enumerated() {
      if rest < RankedFigure.precision { return index }
      rest -= step
    }
    return rest < RankedFigure.precision ? steps.count : nil
  }
}

/// The combined figure of a candidate with its parts by competency.
struct RankedFigure {
  /// Below this, figures are the same: what is left of rounding.
  static let precision = 1e-9

  let label: String
  let figure: CombinedFigure
  let parts: [String: CombinedFigure.Part]

  /// The figure of a candidate; nil where scorecards are missing or nothing that weighs anything was observed.
  init?(of candidate: ComparedCandidate) {
    guard let figure = candidate.debrief.combined?.all else { return nil }
    label = candidate.label
    self.figure = figure
    parts = Dictionary(figure.parts.map { ($0.competency.id, $0) }) { first, _ in first }
  }

  /// Whether the figure is higher than another.
  func isAbove(_ other: RankedFigure) -> Bool { figure.level - other.figure.level > Self.precision }

  /// By how much the figure falls, or rises, for each rating that is one level lower, or higher.
  func steps(down: Bool) -> [Double] {
    figure.parts.flatMap { part in
      let levels = part.competency.levels
      return levels.filter { down ? $0 > 1 : $0 < 5 }.map { _ in part.share / Double(levels.count) }
    }
  }
}

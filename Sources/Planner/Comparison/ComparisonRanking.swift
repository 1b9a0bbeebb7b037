internal import Rubric

/// The candidates of a comparison by their combined figures: made only when it is asked for.
///
/// The combined figure of a candidate is the weighted mean of the levels: for each competency the mean of the levels
/// that its raters gave, not observed left out, and the weights of those observed made to add up to 1. It says nothing
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
    /// The combined figure, from 1 to 5.
    public let figure: Double
    /// What the same weights make of the levels asked for.
    public let target: Double
    /// The share of the weight of all that the role asks for on which anything was observed.
    public let observed: Double
    /// How far the next candidate is away; nil for the last.
    public let lead: RankingLead?
  }

  /// The ranking of a comparison of one loop.
  public init(of comparison: Comparison) {
    let asked = comparison.plan?.competencies.reduce(0) { $0 + $1.weight } ?? 0
    let figures = comparison.candidates.indices.map { index -> RankedFigure? in
      comparison.candidates[index].isComplete ? RankedFigure(of: index, in: comparison) : nil
    }
    unplaced = zip(comparison.candidates, figures).filter { $1 == nil }.map(\.0.label)
    let sorted = figures.compactMap { $0 }.enumerated()
      .sorted { $0.element.isAbove($1.element) || !$1.element.isAbove($0.element) && $0.offset < $1.offset }
      .map(\.element)
    var rank = 0
    places = sorted.indices.map { index in
      let figure = sorted[index]
      if index == 0 || sorted[index - 1].isAbove(figure) { rank = index + 1 }
      return Place(
        label: figure.label, rank: rank, figure: figure.level, target: figure.target,
        observed: asked > 0 ? min(figure.weight / asked, 1) : 0,
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
    let difference = first.level - second.level
    self.difference = abs(difference) < RankedFigure.precision ? 0 : difference
    isUneven = first.parts.keys.sorted() != second.parts.keys.sorted()
    // The order follows the sign of the sum of weight x difference. At a margin p the worst weights take p of every
    // term's size from it, so that it is 0 where p is the quotient of the two.
    let shared = first.parts.keys.sorted().compactMap { id -> (weight: Double, difference: Double)? in
      guard let own = first.parts[id], let other = second.parts[id] else { return nil }
      return (own.weight, own.level - other.level)
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

/// The combined figure of a candidate with its parts.
struct RankedFigure {
  /// Below this, figures are the same: what is left of rounding.
  static let precision = 1e-9

  /// A competency's part.
  struct Part {
    let weight: Double
    let level: Double
    let target: Double
    /// The levels that the raters gave.
    let levels: [Int]
  }

  let label: String
  let parts: [String: Part]
  /// The weight of all parts.
  let weight: Double
  let level: Double
  let target: Double

  /// The figure of a candidate; nil where nothing that weighs anything was observed.
  init?(of candidate: Int, in comparison: Comparison) {
    label = comparison.candidates[candidate].label
    var parts: [String: Part] = [:]
    var (weight, sum, asked) = (0.0, 0.0, 0.0)
    for competency in comparison.competencies where competency.assessed.weight > 0 {
      let (cell, own) = (competency.cells[candidate], competency.assessed.weight)
      guard let level = cell.mean, let target = cell.askedMean else { continue }
      parts[competency.assessed.id] = Part(
        weight: own, level: level, target: target, levels: cell.ratings.compactMap(\.reading.level))
      weight += own
      sum += own * level
      asked += own * target
    }
    guard weight > 0 else { return nil }
    self.parts = parts
    self.weight = weight
    level = sum / weight
    target = asked / weight
  }

  /// Whether the figure is higher than another.
  func isAbove(_ other: RankedFigure) -> Bool { level - other.level > Self.precision }

  /// By how much the figure falls, or rises, for each rating that is one level lower, or higher.
  func steps(down: Bool) -> [Double] {
    parts.keys.sorted().compactMap { parts[$0] }.flatMap { part in
      part.levels.filter { down ? $0 > 1 : $0 < 5 }.map { _ in
        part.weight / weight / Double(part.levels.count)
      }
    }
  }
}

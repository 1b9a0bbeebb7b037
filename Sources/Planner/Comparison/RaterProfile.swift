internal import Rubric
public import Statistics

/// How one interviewer rates beside the others who rated the same: for that interviewer's own eyes.
///
/// It names nobody else, lists no ratings, and is made for one rater at a time. Whoever meets different
/// candidates gives different ratings; so only what others rated as well is laid beside it.
public struct RaterProfile: Sendable {
  /// The rater, as the first scorecard has the name.
  public let name: String
  /// How often the rater gave each level, from 1 to 5.
  public let levels: [Int]
  /// How often the rater had no occasion to see something.
  public let notObserved: Int
  /// The rater's levels less the mean of the others', over the competencies of candidates that both rated; nil where
  /// there is none.
  public let difference: SampleSummary?
  /// The rater's levels of these.
  public let own: SampleSummary?
  /// The means of the others of these.
  public let others: SampleSummary?

  /// The profile of a rater in a comparison; nil where no scorecard bears the name.
  public init?(of rater: String, in comparison: Comparison) {
    let key = RaterName.key(of: rater)
    let rated = comparison.competencies.flatMap(\.cells).flatMap(\.ratings)
      .filter { RaterName.key(of: $0.card) == key }
    guard !key.isEmpty, let name = Self.name(of: key, in: comparison) else { return nil }
    self.name = name
    levels = rated.compactMap { $0.reading.original?.level?.rawValue }
      .reduce(into: [Int](repeating: 0, count: 5)) { $0[$1 - 1] += 1 }
    notObserved = rated.count { $0.reading.original == .notObserved }
    let pairs = RatedUnit.all(of: comparison).compactMap { $0.pair(of: key) }
    difference = SampleSummary(pairs.map { $0.own - $0.others })
    own = SampleSummary(pairs.map(\.own))
    others = SampleSummary(pairs.map(\.others))
  }

  /// The name as the first scorecard of the rater has it; nil where there is none.
  private static func name(of key: String, in comparison: Comparison) -> String? {
    comparison.candidates.flatMap(\.debrief.cards).first { RaterName.key(of: $0) == key }?.interviewer
  }

  /// How many ratings the rater gave.
  public var count: Int { levels.reduce(0, +) }

  /// How many of the five levels the rater uses.
  public var levelsUsed: Int { levels.count { $0 > 0 } }

  /// Where the rater stands beside the others: twice the error of the mean decides whether anything can be told.
  public enum Severity: String, Sendable {
    /// Fewer than ten competencies of candidates, or a difference that chance may make.
    case untold
    /// Lower than the others.
    case stricter
    /// Higher than the others.
    case milder
  }

  /// Where the rater stands beside the others.
  public var severity: Severity {
    guard let difference, let error = difference.standardError, difference.count >= RaterAgreement.minimum,
      abs(difference.mean) > 2 * error
    else { return .untold }
    return difference.mean < 0 ? .stricter : .milder
  }
}

extension RatedUnit {
  /// A rater's level and the mean of the others'; nil unless both rated.
  fileprivate func pair(of rater: String) -> (own: Double, others: Double)? {
    guard let own = values.first(where: { $0.rater == rater })?.level else { return nil }
    let others = SampleSummary(values.filter { $0.rater != rater }.map { Double($0.level) })
    return others.map { (Double(own), $0.mean) }
  }
}

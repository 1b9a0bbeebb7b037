public import Rubric

/// The scorecards of several candidates side by side.
///
/// It shows what was seen of each competency, by whom, and how far raters agree. It orders nobody: candidates stand as
/// they were named. Only `ComparisonRanking`, which is made when it is asked for, orders combined figures.
public struct Comparison: Sendable {
  /// The candidates, in the order named.
  public let candidates: [ComparedCandidate]
  /// What was rated of all of them by the same anchors, in the order of the first one's role.
  public let competencies: [ComparedCompetency]
  /// What was rated of some of them and cannot be compared; empty where all went through the same loop.
  public let leftOut: [LeftOutCompetency]
  /// Whether the candidates went through different loops.
  public let isMixed: Bool

  /// A comparison of candidates: of those competencies that are rated of all of them by the same anchors. nil where
  /// there are none.
  public init?(of candidates: [ComparedCandidate]) {
    guard let first = candidates.first else { return nil }
    self.candidates = candidates
    isMixed = candidates.contains { !$0.plan.isComparable(with: first.plan) }
    leftOut = isMixed ? LeftOutCompetency.all(of: candidates) : []
    let excluded = Set(leftOut.map(\.id))
    competencies = first.plan.rated.filter { !excluded.contains($0.id) }.map { competency in
      ComparedCompetency(competency, of: candidates)
    }
  }

  /// What the scorecards of the first candidate rate: of all of them, unless loops are mixed.
  public var plan: AssessmentPlan? { candidates.first?.plan }
}

extension AssessmentPlan {
  /// Whether two candidates went through the same loop: the same role, policy and rubrics, and nothing of what is rated
  /// was changed in the file since.
  public func isComparable(with other: AssessmentPlan) -> Bool {
    fingerprint == other.fingerprint && competencies == other.competencies
      && interviews.map(\.rates) == other.interviews.map(\.rates)
  }
}

/// A competency that cannot be compared over different loops.
public struct LeftOutCompetency: Sendable {
  /// Its id.
  public let id: String
  /// Its name.
  public let name: String
  /// The labels of the candidates whose loop does not rate it.
  public let unrated: [String]
  /// The labels of the candidates who were rated by other anchors than the first who was rated.
  public let otherAnchors: [String]

  static func all(of candidates: [ComparedCandidate]) -> [LeftOutCompetency] {
    var seen: Set<String> = []
    let rated = candidates.flatMap(\.plan.rated).filter { seen.insert($0.id).inserted }
    return rated.compactMap { competency in
      let unrated = candidates.filter { candidate in
        !candidate.plan.rated.contains { $0.id == competency.id }
      }
      let others = candidates.filter { candidate in
        candidate.plan.rated.contains { $0.id == competency.id && !$0.hasAnchors(of: competency) }
      }
      guard !unrated.isEmpty || !others.isEmpty else { return nil }
      return LeftOutCompetency(
        id: competency.id, name: competency.name, unrated: unrated.map(\.label),
        otherAnchors: others.map(\.label))
    }
  }
}

extension AssessedCompetency {
  /// Whether a level means the same in both.
  fileprivate func hasAnchors(of other: AssessedCompetency) -> Bool {
    alternatives.map(\.id) == other.alternatives.map(\.id)
      && alternatives.map(\.levels) == other.alternatives.map(\.levels)
  }
}

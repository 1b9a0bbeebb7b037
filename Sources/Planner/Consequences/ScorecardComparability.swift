public import Rubric

/// Which ratings of scorecards stay comparable with those of another loop, and which do not, and why
/// (docs/diff.md, Consequences).
///
/// A rating stays comparable where the other loop rates the same competency by the same anchors at the same level, and
/// shows it with a question or an exercise that the candidate was asked. Where only the questions are others, the
/// scale is the same and the occasion is not, and that is said apart.
public struct ScorecardComparability: Sendable {
  /// What is rated, each competency with each set of reasons once: not comparable first, then shown by other questions,
  /// then comparable; within each in the order of the scorecards.
  public let ratings: [KeptRating]
  /// What the loop rates and no scorecard does, in its order.
  public let neverRated: [Demand]
  /// The labels of the candidates, in the order in which they were named.
  public let candidates: [String]
  /// The labels of those whose scorecards are of neither side's loop.
  public let ofOtherLoops: [String]

  /// Holds what is written of candidates against a loop. `origin` is the fingerprint of the first side's loop; `records`
  /// are the candidates, each by a label.
  public init(
    of records: [(label: String, record: CandidateRecord)], with loop: InterviewLoop, origin: String
  ) {
    let reader = ComparabilityReader(loop)
    var ratings: [KeptRating] = []
    var met: Set<String> = []
    for (label, record) in records {
      for (rating, demand) in reader.ratings(of: record) {
        if let demand { met.insert(demand) }
        if let index = ratings.firstIndex(where: { $0.isSame(as: rating) }) {
          ratings[index].candidates.append(label)
        } else {
          // Beside what is said of the same competency of others.
          let place = ratings.lastIndex { $0.id == rating.id }.map { $0 + 1 } ?? ratings.count
          ratings.insert(KeptRating(rating, of: label), at: place)
        }
      }
    }
    let ranks = KeptRating.Verdict.allCases
    self.ratings = ranks.flatMap { verdict in ratings.filter { $0.verdict == verdict } }
    neverRated = loop.coverage.filter { $0.isRated && !met.contains($0.demand.id) }.map(\.demand)
    candidates = records.map(\.label)
    ofOtherLoops = records.filter { ![origin, loop.fingerprint].contains($0.record.plan.fingerprint) }.map(
      \.label)
  }

  /// How many competencies are rated, each counted once.
  public var count: Int { Set(ratings.map(\.id)).count }

  /// How many of them are so, each counted by the worst that is said of it.
  public func count(_ verdict: KeptRating.Verdict) -> Int {
    var worst: [String: KeptRating.Verdict] = [:]
    for rating in ratings where worst[rating.id] == nil { worst[rating.id] = rating.verdict }
    return worst.values.count { $0 == verdict }
  }
}

/// A competency of filled scorecards, and whether its ratings stay comparable.
public struct KeptRating: Sendable {
  /// Its id in the scorecards.
  public let id: String
  /// Its name there.
  public let name: String
  /// Why the ratings are not quite comparable, the worst first; empty where they are.
  public let reasons: [Reason]
  /// The labels of the candidates to whose ratings this applies.
  public fileprivate(set) var candidates: [String]

  /// Whether ratings stay comparable.
  public enum Verdict: String, Sendable, CaseIterable {
    /// They do not.
    case lost
    /// The anchors and the level are the same, the questions and exercises are others.
    case otherTasks = "other-questions"
    /// They do.
    case comparable
  }

  /// Why ratings are not quite comparable.
  public enum Reason: Sendable, Equatable {
    /// The scorecard is of another loop than the assessment that lies beside it.
    case otherLoop
    /// The role does not ask for it any more.
    case notAsked
    /// It is rated along with another competency, and not by itself.
    case along(String)
    /// The role asks for it, and no interview rates it.
    case notRated
    /// The alternative that the candidate chose, of this name, is not to choose from any more.
    case notOffered(String)
    /// The anchors of some levels are worded otherwise.
    case anchors(levels: [Int])
    /// Another level is asked for.
    case target(from: Int, to: Int)
    /// The same question, in other words.
    case reworded
    /// Other questions and exercises show it.
    case tasks

    /// Whether the rating stands on the same scale all the same.
    var isOfTasks: Bool { self == .reworded || self == .tasks }
  }

  init(id: String, name: String, reasons: [Reason]) {
    (self.id, self.name, self.reasons, candidates) = (id, name, reasons, [])
  }

  fileprivate init(_ rating: KeptRating, of candidate: String) {
    self = rating
    candidates = [candidate]
  }

  /// Whether they stay comparable.
  public var verdict: Verdict {
    if reasons.isEmpty { return .comparable }
    return reasons.allSatisfy(\.isOfTasks) ? .otherTasks : .lost
  }

  fileprivate func isSame(as other: KeptRating) -> Bool { id == other.id && reasons == other.reasons }
}

public import Rubric
public import YAML

/// What follows from what changed between two roles: for the loop, and for scorecards that are filled in already.
public struct Consequences: Sendable {
  /// What changes in the loop.
  public let loop: LoopDiff
  /// What becomes of the ratings of scorecards; nil where none were named.
  public let scorecards: ScorecardComparability?

  /// What follows for two loops, and for what is written of candidates, each by a label.
  public init(from: InterviewLoop, to: InterviewLoop, scorecards: [(label: String, record: CandidateRecord)])
  {
    loop = LoopDiff(from: from, to: to)
    self.scorecards =
      scorecards.isEmpty
      ? nil : ScorecardComparability(of: scorecards, with: to, origin: from.fingerprint)
  }

  /// The consequences as they are written to YAML and JSON.
  public var document: Document {
    .mapping([.init("loop", loop.document), .init("scorecards", scorecards?.document ?? .null)])
  }
}

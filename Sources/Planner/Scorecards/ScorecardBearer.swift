/// For whom a blank scorecard is made, as far as that is known beforehand.
public struct ScorecardBearer: Sendable, Equatable {
  /// The label of the candidate; empty where it is left to be written in.
  public var candidate: String
  /// Who rates; empty likewise.
  public var interviewer: String

  /// A scorecard for a candidate and an interviewer, or for whoever writes themselves in.
  public init(candidate: String = "", interviewer: String = "") {
    self.candidate = candidate
    self.interviewer = interviewer
  }
}

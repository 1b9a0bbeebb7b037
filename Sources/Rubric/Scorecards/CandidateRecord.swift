public import Diagnostics
internal import YAML

/// All that is written of one candidate of a loop: the files of a candidate's folder, read.
public struct CandidateRecord: Sendable {
  /// What the scorecards rate.
  public var plan: AssessmentPlan
  /// The file of the plan.
  public var planSource: SourceText
  /// The scorecards, by the number of the interview, then by interviewer, then by name of the file.
  public var scorecards: [ScorecardFile]
  /// What was decided; nil while there is no file of it.
  public var decision: DecisionRecord?
  /// The file of the decision.
  public var decisionSource: SourceText?

  /// A scorecard with the file that it stands in.
  public struct ScorecardFile: Sendable {
    /// The file.
    public var source: SourceText
    /// What it says.
    public var scorecard: Scorecard
  }

  /// The name of the file of the plan.
  public static let planName = "assessment.yaml"
  /// The name of the file of the decision.
  public static let decisionName = "decision.yaml"

  /// Whether a file of a candidate's folder is a scorecard, by its name: all YAML that is not something else.
  public static func isScorecard(_ name: String) -> Bool {
    guard name.hasSuffix(".yaml") || name.hasSuffix(".yml"), !name.hasPrefix(".") else { return false }
    let others = [planName, decisionName, "role.yaml", "loop.yaml", RecordManifest.name]
    return !others.contains(name) && !name.hasSuffix(".seal.yaml")
  }

  /// Reads the record of a candidate: the plan, the scorecards, and the decision if there is one. Throws all that is
  /// wrong with any of the files.
  public init(plan: SourceText, scorecards: [SourceText], decision: SourceText?) throws(InvalidInput) {
    var faults: [Finding] = []
    func reading<Value>(_ read: () throws(InvalidInput) -> Value) -> Value? {
      do throws(InvalidInput) {
        return try read()
      } catch {
        faults += error.findings
        return nil
      }
    }
    let read = reading { () throws(InvalidInput) in try AssessmentPlan(from: plan) }
    let files = scorecards.compactMap { source in
      reading { () throws(InvalidInput) in try Scorecard(from: source) }
        .map { ScorecardFile(source: source, scorecard: $0) }
    }
    let decided = decision.flatMap { source in
      reading { () throws(InvalidInput) in try DecisionRecord(from: source) }
    }
    guard let read, faults.isEmpty else { throw InvalidInput(faults) }
    self.plan = read
    planSource = plan
    self.scorecards = files.sorted { Self.key($0) < Self.key($1) }
    self.decision = decided
    decisionSource = decision
  }

  private static func key(_ file: ScorecardFile) -> (Int, String, String) {
    let scorecard = file.scorecard
    return (scorecard.interview.number.value, scorecard.interviewer.value, file.source.name)
  }

  /// The label of the candidate: that of the first scorecard that bears one.
  public var candidate: String? {
    scorecards.lazy.map(\.scorecard.candidate.value).first { !$0.isEmpty }
  }

  /// The interviews that rate something and of which no scorecard is filled in whole.
  public var missing: [AssessedInterview] {
    plan.ratingInterviews.filter { interview in
      !scorecards.contains {
        $0.scorecard.interview.number.value == interview.number && $0.scorecard.progress == .complete
      }
    }
  }
}

public import Diagnostics
import Rubric
import YAML

/// Something without which the scorecards of a candidate are not all in. It tells of no rating.
public struct DebriefGap: Sendable {
  /// The number of the interview.
  public let number: Int
  /// What the interview is called.
  public let name: String
  /// The scorecard; nil where there is none.
  public let source: SourceText?
  /// Who was to fill it in; nil where nobody is named.
  public let interviewer: String?
  /// Whether there is a scorecard in which nothing is written.
  public let isBlank: Bool
  /// What is missing of a scorecard that was begun; nothing for others.
  public let lack: Lack

  /// What a scorecard lacks.
  public struct Lack: Sendable {
    /// The names of what the interview rates and nobody has rated.
    public var unrated: [String] = []
    /// Whether there is no recommendation.
    public var isWithoutRecommendation = false

    /// Whether nothing is missing.
    public var isEmpty: Bool { unrated.isEmpty && !isWithoutRecommendation }
  }

  /// What is missing in a record, by interview: interviews of which no scorecard is whole, and scorecards that were
  /// begun or that are made out to somebody. A blank one that names nobody counts only where there is no other.
  static func all(of record: CandidateRecord) -> [DebriefGap] {
    let plan = record.plan
    let files = record.scorecards.filter { $0.scorecard.fingerprint.value == plan.fingerprint }
    var gaps: [DebriefGap] = []
    for interview in plan.ratingInterviews {
      let own = files.filter { $0.scorecard.interview.number.value == interview.number }
      let whole = own.filter { lack(of: $0.scorecard, in: plan).isEmpty }
      let named = Set(whole.map(\.scorecard.interviewer.value))
      let open = own.filter { file in
        let scorecard = file.scorecard
        if lack(of: scorecard, in: plan).isEmpty { return false }
        guard scorecard.progress == .blank, !whole.isEmpty else { return true }
        return !scorecard.interviewer.value.isEmpty && !named.contains(scorecard.interviewer.value)
      }
      if own.isEmpty { gaps.append(DebriefGap(interview)) }
      gaps += open.map { DebriefGap($0, of: interview, in: plan) }
    }
    return gaps
  }

  private init(_ interview: AssessedInterview) {
    (number, name, source, interviewer) = (interview.number, interview.name, nil, nil)
    (isBlank, lack) = (false, Lack())
  }

  private init(
    _ file: CandidateRecord.ScorecardFile, of interview: AssessedInterview, in plan: AssessmentPlan
  ) {
    let written = file.scorecard.interviewer.value
    (number, name, source) = (interview.number, interview.name, file.source)
    interviewer = written.isEmpty ? nil : written
    isBlank = file.scorecard.progress == .blank
    lack = isBlank ? Lack() : Self.lack(of: file.scorecard, in: plan)
  }

  /// What a scorecard lacks of what its interview rates; of one of another loop, what it lacks by itself.
  static func lack(of scorecard: Scorecard, in plan: AssessmentPlan) -> Lack {
    let isForeign = scorecard.fingerprint.value != plan.fingerprint
    let interview = isForeign ? nil : plan.interview(scorecard.interview.number.value)
    let listed = scorecard.competencies.map(\.id.value)
    let asked = (interview?.rates ?? []).filter { !listed.contains($0) }
    let unrated = asked + scorecard.competencies.filter { $0.rating == nil }.map(\.id.value)
    return Lack(
      unrated: unrated.map { plan.competency($0)?.name ?? $0 },
      isWithoutRecommendation: scorecard.overall == nil)
  }
}

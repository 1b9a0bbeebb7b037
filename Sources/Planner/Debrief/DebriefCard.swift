import Diagnostics
public import Rubric
import YAML

/// A scorecard as a column of the debrief.
public struct DebriefCard: Sendable {
  /// What it is called within the debrief: `A`, `B`, and after `Z` `AA`.
  public let label: String
  /// The name of its file, without the folder.
  public let file: String
  /// The number of the interview.
  public let number: Int
  /// What the interview is called.
  public let name: String
  /// The interview of the assessment; nil where it has none of that number.
  public let interview: AssessedInterview?
  /// What it says.
  public let scorecard: Scorecard
  /// Whether it is of another loop than the assessment.
  public let isForeign: Bool
  /// Whether everything that the interview rates is rated, and there is a recommendation.
  public let isComplete: Bool
  /// Whether it is still what was sealed; nil where it was not.
  public let isIntact: Bool?

  /// Who rates; nil where nobody is named.
  public var interviewer: String? { scorecard.interviewer.value.isEmpty ? nil : scorecard.interviewer.value }

  /// The scorecards of a record in which anything is written, in its order.
  static func all(of record: CandidateRecord, seals: [String: Bool] = [:]) -> [DebriefCard] {
    record.scorecards.filter { $0.scorecard.progress != .blank }.enumerated().map { index, file in
      DebriefCard(file, label: label(index), in: record.plan, seals: seals)
    }
  }

  private init(
    _ file: CandidateRecord.ScorecardFile, label: String, in plan: AssessmentPlan, seals: [String: Bool]
  ) {
    self.label = label
    scorecard = file.scorecard
    self.file = file.source.fileName
    isIntact = seals[self.file]
    number = scorecard.interview.number.value
    isForeign = scorecard.fingerprint.value != plan.fingerprint
    interview = isForeign ? nil : plan.interview(number)
    name = interview?.name ?? scorecard.interview.name
    isComplete = DebriefGap.lack(of: scorecard, in: plan).isEmpty
  }

  /// The label of the scorecard at an index from 0.
  static func label(_ index: Int) -> String {
    var text = ""
    var rest = index + 1
    while rest > 0 {
      rest -= 1
      let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26))
      text = String(Character(letter)) + text
      rest /= 26
    }
    return text
  }
}

internal import Diagnostics
public import Rubric

/// A candidate in a comparison: the debrief, with a label and the folder that it was made of.
public struct ComparedCandidate: Sendable {
  /// The label; the name of the folder where no scorecard bears one.
  public let label: String
  /// The folder.
  public let folder: String
  /// The scorecards side by side.
  public let debrief: Debrief

  /// A candidate by the files of a folder.
  public init(_ record: CandidateRecord, folder: String) {
    debrief = Debrief(of: record)
    self.folder = folder
    label = debrief.candidate ?? SourceText.fileName(of: folder)
  }

  /// What the scorecards rate.
  public var plan: AssessmentPlan { debrief.plan }

  /// The scorecards that are missing, each in a few words: `2. Technical screen (Asha)`.
  public var missing: [String] {
    debrief.gaps.map { gap in "\(gap.number). \(gap.name)" + (gap.interviewer.map { " (\($0))" } ?? "") }
  }
}

public import Rubric
internal import YAML

/// A candidate in a comparison: what the scorecards say, the label and what is missing.
public struct ComparedCandidate: Sendable {
  /// The label; the name of the folder where no scorecard bears one.
  public let label: String
  /// The folder.
  public let folder: String
  /// What the scorecards rate.
  public let plan: AssessmentPlan
  /// The scorecards in which anything is written, by interview and interviewer.
  public let cards: [ComparedCard]
  /// What is missing: interviews, and scorecards that were begun, each in a few words.
  public let missing: [String]

  /// Whether every interview that rates has a scorecard that is filled in whole, and none is half filled in.
  public var isComplete: Bool { missing.isEmpty }
}

/// A scorecard in a comparison.
public struct ComparedCard: Sendable {
  /// The number of the interview.
  public let number: Int
  /// Who rated; nil where nobody is named.
  public let interviewer: String?
  /// What is rated, in the order of the scorecard.
  public let readings: [ComparedReading]

  /// What it is called: the interviewer, or the number of the interview.
  public var name: String { interviewer ?? "interview \(number)" }
}

/// What one scorecard says of a competency.
public struct ComparedReading: Sendable {
  /// The id of the competency.
  public let competency: String
  /// What the scorecard says; nil where it says nothing.
  public let original: Rating?
  /// What holds after the debrief: the original, or what it was changed to.
  public let rating: Rating?
  /// The alternative that the candidate chose; nil where there is none.
  public let chosen: String?
  /// The level asked for: that of the alternative chosen, where one was.
  public let target: ProficiencyLevel

  /// The level that holds, as a number; nil where none was observed.
  public var level: Int? { rating?.level?.rawValue }
  /// The level before the debrief, likewise.
  public var originalLevel: Int? { original?.level?.rawValue }
}

extension ComparedCandidate {
  /// A candidate by the files of a folder.
  public init(_ record: CandidateRecord, folder: String) {
    let plan = record.plan
    self.plan = plan
    self.folder = folder
    label = record.candidate ?? folder.split(separator: "/").last.map(String.init) ?? folder
    cards = record.scorecards.filter { $0.scorecard.progress != .blank }.map {
      ComparedCard($0.scorecard, in: record)
    }
    missing = Self.missing(in: record)
  }

  /// What is missing, by interview. A blank scorecard counts only where there is no other of the interview, or where
  /// it is made out to somebody who has none.
  private static func missing(in record: CandidateRecord) -> [String] {
    record.plan.ratingInterviews.flatMap { interview in
      let all = record.scorecards.map(\.scorecard).filter { $0.interview.number.value == interview.number }
      let whole = Set(all.filter { $0.lacks(nothingOf: interview) }.map(\.interviewer.value))
      let open = all.filter { scorecard in
        if scorecard.lacks(nothingOf: interview) { return false }
        guard scorecard.progress == .blank, !whole.isEmpty else { return true }
        return !scorecard.interviewer.value.isEmpty && !whole.contains(scorecard.interviewer.value)
      }
      let name = "\(interview.number). \(interview.name)"
      return all.isEmpty
        ? [name]
        : open.map { scorecard in
          let interviewer = scorecard.interviewer.value
          return interviewer.isEmpty ? name : "\(name) (\(interviewer))"
        }
    }
  }
}

extension Scorecard {
  /// Whether everything that an interview rates is rated, and there is a recommendation.
  fileprivate func lacks(nothingOf interview: AssessedInterview) -> Bool {
    let rated = Set(competencies.filter { $0.rating != nil }.map(\.id.value))
    return progress == .complete && interview.rates.allSatisfy(rated.contains)
  }
}

extension ComparedCard {
  fileprivate init(_ scorecard: Scorecard, in record: CandidateRecord) {
    number = scorecard.interview.number.value
    interviewer = scorecard.interviewer.value.isEmpty ? nil : scorecard.interviewer.value
    readings = scorecard.competencies.map { rated in
      let id = rated.id.value
      let assessed = record.plan.competency(id)
      let change = record.decision?.changes.last { change in
        change.interview.value == scorecard.interview.number.value && change.competency.value == id
          && change.interviewer.value == scorecard.interviewer.value
      }
      let alternative = assessed?.alternatives.first { $0.id == rated.chosen?.value }
      return ComparedReading(
        competency: id, original: rated.rating?.value, rating: change?.to.value ?? rated.rating?.value,
        chosen: rated.chosen?.value, target: alternative?.target ?? assessed?.target ?? rated.target)
    }
  }
}

public import Diagnostics
public import Rubric
import YAML

/// What keeps a debrief shut: scorecards that do not belong together, and scorecards that are missing. No finding
/// tells a rating, so that whoever still has to rate may read them.
public struct DebriefCheck {
  private let record: CandidateRecord
  private var findings: [Finding] = []

  /// What stands against a debrief of a record. With `isPartial`, missing scorecards do not; with `isMixed`, neither do
  /// those of another loop.
  public static func findings(
    of record: CandidateRecord, isPartial: Bool = false, isMixed: Bool = false
  ) -> [Finding] {
    var check = DebriefCheck(record: record)
    if !isMixed { check.checkFingerprints() }
    check.checkCandidates()
    check.checkInterviewers()
    check.checkCompetencies()
    check.checkChanges()
    if !isPartial { check.checkCompleteness() }
    return check.findings.sorted()
  }

  private init(record: CandidateRecord) { self.record = record }

  private mutating func add(
    _ rule: String, _ message: String, in source: SourceText, at range: PlaceRange?, help: String
  ) {
    findings.append(Finding(rule, message, in: source, at: range, help: help))
  }

  /// The scorecards and the decision belong to the loop of the assessment.
  private mutating func checkFingerprints() {
    let own = record.plan.fingerprint
    let help = "move it to the folder of its loop, or say --mixed to see them side by side"
    for file in record.scorecards where file.scorecard.fingerprint.value != own {
      let fingerprint = file.scorecard.fingerprint
      add(
        "fingerprint-differs",
        "this scorecard is of the loop \(fingerprint.value), and the assessment of \(own)",
        in: file.source, at: fingerprint.range, help: help)
    }
    guard let decision = record.decision, let source = record.decisionSource else { return }
    guard decision.fingerprint.value != own else { return }
    add(
      "fingerprint-differs",
      "this decision is of the loop \(decision.fingerprint.value), and the assessment of \(own)",
      in: source, at: decision.fingerprint.range, help: help)
  }

  /// They are about one candidate.
  private mutating func checkCandidates() {
    guard let candidate = record.candidate else { return }
    let help = "give each candidate a folder, and each scorecard the label of its candidate"
    for file in record.scorecards {
      let label = file.scorecard.candidate
      guard !label.value.isEmpty, label.value != candidate else { continue }
      add(
        "candidate-differs", "this scorecard is of \"\(label.value)\", and another of \"\(candidate)\"",
        in: file.source, at: label.range, help: help)
    }
    guard let decision = record.decision, let source = record.decisionSource else { return }
    guard !decision.candidate.value.isEmpty, decision.candidate.value != candidate else { return }
    add(
      "candidate-differs",
      "this decision is about \"\(decision.candidate.value)\", and the scorecards about \"\(candidate)\"",
      in: source, at: decision.candidate.range, help: help)
  }

  /// Nobody's scorecard is there twice, and where an interview has several, each says whose it is.
  private mutating func checkInterviewers() {
    var seen: [String: String] = [:]
    for file in record.scorecards where file.scorecard.progress != .blank {
      let (number, interviewer) = (file.scorecard.interview.number, file.scorecard.interviewer)
      let key = "\(number.value) \(file.scorecard.fingerprint.value) \(interviewer.value.asName)"
      let name = file.source.fileName
      guard let other = seen.updateValue(name, forKey: key) else { continue }
      let whose = interviewer.value.isEmpty ? "of nobody by name" : "of \"\(interviewer.value)\""
      add(
        "duplicate-scorecard", "interview \(number.value) has two scorecards \(whose); the other is \(other)",
        in: file.source, at: interviewer.value.isEmpty ? number.range : interviewer.range,
        help: "take away the copy, or write into each who has rated")
    }
  }

  /// No scorecard rates anything twice.
  private mutating func checkCompetencies() {
    for file in record.scorecards {
      var seen: Set<String> = []
      for competency in file.scorecard.competencies where !seen.insert(competency.id.value).inserted {
        add(
          "duplicate-competency", "this scorecard rates \"\(competency.id.value)\" twice", in: file.source,
          at: competency.id.range, help: "leave the one that holds")
      }
    }
  }

  /// A changed rating is there, is what the change says it was, and is changed once.
  private mutating func checkChanges() {
    guard let decision = record.decision, let source = record.decisionSource else { return }
    let cards = DebriefCard.all(of: record)
    var seen: Set<String> = []
    for (index, change) in decision.changes.enumerated() {
      let id = change.competency.value
      let card = cards.first { decision.changes(of: id, in: $0, among: cards).contains(index) }
      let rated = card?.scorecard.competencies.first { $0.id.value == id }?.rating?.value
      guard let card, let rated else {
        add(
          "unknown-change", "there is no rating of \"\(id)\" by \(whose(change)) to change", in: source,
          at: change.competency.range, help: "look at interview, interviewer and competency")
        continue
      }
      if !seen.insert("\(card.label) \(id)").inserted {
        add(
          "duplicate-change", "the rating of \"\(id)\" by \(whose(change)) is changed twice", in: source,
          at: change.competency.range, help: "keep one change, from what the scorecard says to what holds")
      } else if rated != change.from.value {
        add(
          "change-differs", "the rating of \"\(id)\" by \(whose(change)) is not \(change.from.value.written)",
          in: source, at: change.from.range, help: "write as from what the scorecard says")
      }
    }
  }

  private func whose(_ change: RatingChange) -> String {
    let interviewer = change.interviewer.value
    return (interviewer.isEmpty ? "nobody by name" : "\"\(interviewer)\"")
      + " in interview \(change.interview.value)"
  }

  private mutating func checkCompleteness() {
    let help = "wait for it; --partial shows what is in, and says what is missing"
    for gap in DebriefGap.all(of: record) {
      let interview = "interview \(gap.number), \(gap.name)"
      add(
        "missing-scorecard", gap.message(of: interview), in: gap.source ?? record.planSource, at: nil,
        help: help)
    }
  }
}

extension DebriefGap {
  fileprivate func message(of interview: String) -> String {
    guard source != nil else { return "there is no scorecard of \(interview)" }
    let scorecard = "the scorecard of \(interview)" + (interviewer.map { ", by \"\($0)\"," } ?? "")
    if isBlank { return "\(scorecard) is blank" }
    let recommendation = lack.isWithoutRecommendation ? ["the recommendation"] : []
    let ratings = lack.unrated.map { "a rating of \($0)" }
    return "\(scorecard) lacks \(Figures.listed(ratings + recommendation))"
  }
}

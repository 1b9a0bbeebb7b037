internal import Diagnostics
internal import YAML

extension ScorecardCheck {
  /// What scorecards of one candidate say of each other.
  func compare(_ reviews: inout [ScorecardReview]) {
    compareCandidates(&reviews)
    compareInterviewers(&reviews)
  }

  /// The label that most of them bear is taken for the right one; of equals, the one that comes first.
  private func compareCandidates(_ reviews: inout [ScorecardReview]) {
    guard let label = Self.label(of: reviews.map(\.card)) else { return }
    for index in reviews.indices {
      let candidate = reviews[index].card.candidate
      guard !candidate.value.isBlank, candidate.value.trimmed != label else { continue }
      reviews[index].findings.add(
        "candidate-differs",
        "the candidate is \(candidate.value.quoted) here, and \(label.quoted) on other scorecards of the folder",
        at: candidate.range, help: "give each candidate a folder, and write the label in one way")
    }
  }

  /// The label of the candidate that most scorecards bear; nil where none bears any.
  static func label(of cards: [Scorecard]) -> String? {
    var counts: [(label: String, count: Int)] = []
    for label in cards.map(\.candidate.value.trimmed) where !label.isEmpty {
      if let index = counts.firstIndex(where: { $0.label == label }) {
        counts[index].count += 1
      } else {
        counts.append((label, 1))
      }
    }
    guard let most = counts.map(\.count).max() else { return nil }
    return counts.first { $0.count == most }?.label
  }

  /// Two scorecards of one interview by one person would count that person twice.
  private func compareInterviewers(_ reviews: inout [ScorecardReview]) {
    var first: [Key: String] = [:]
    for index in reviews.indices where !reviews[index].isBlank {
      let card = reviews[index].card
      let key = Key(interview: card.interview.number.value, interviewer: card.interviewer.value.compared)
      guard let other = first[key] else {
        first[key] = reviews[index].file.source.name
        continue
      }
      let who =
        key.interviewer.isEmpty
        ? ", and neither says by whom" : " by \(card.interviewer.value.trimmed.quoted)"
      reviews[index].findings.add(
        "duplicate-scorecard", "this is a second scorecard of interview \(key.interview)\(who)",
        at: key.interviewer.isEmpty ? card.interview.number.range : card.interviewer.range,
        note: "the first is \(other)", help: "keep one of them, or say who wrote which")
    }
  }

  private struct Key: Hashable {
    var interview: Int
    var interviewer: String
  }
}

internal import Diagnostics
internal import YAML

extension DecisionReview {
  /// A changed rating is that of a scorecard, keeps what stands there, says why, and is changed once.
  mutating func checkChange(_ index: Int, isComplete: Bool) {
    let change = decision.changes[index]
    if change.from.value == change.to.value {
      findings.add(
        "idle-change", "the rating stays \(change.to.value.written)", severity: .warning, at: change.to.range,
        help: "take the change out, or write the rating after the debrief")
    }
    if change.reason.value.isBlank {
      findings.add(
        "missing-entry", "reason is empty", severity: .warning, at: change.reason.range,
        help: "write which evidence changed the rating")
    }
    let earlier = decision.changes[..<index].first { other in
      other.interview.value == change.interview.value && other.competency.value == change.competency.value
        && other.interviewer.value.compared == change.interviewer.value.compared
    }
    if let earlier {
      let first = earlier.interview.range.start
      findings.add(
        "duplicate-change",
        "\(change.competency.value.quoted) of interview \(change.interview.value) is changed twice",
        at: change.competency.range, note: "the first change stands at \(first.line):\(first.column)",
        help: "keep one change, from the rating of the scorecard to the last one")
    } else if isComplete {
      compare(change)
    }
  }

  private mutating func compare(_ change: RatingChange) {
    guard let card = scorecard(of: change) else { return }
    let number = change.interview.value
    guard let rated = card.competencies.first(where: { $0.id.value == change.competency.value }) else {
      findings.add(
        "unknown-change", "the scorecard of interview \(number) has no \(change.competency.value.quoted)",
        at: change.competency.range,
        help: Suggestion.help(for: change.competency.value, in: card.competencies.map(\.id.value)))
      return
    }
    guard let rating = rated.rating?.value else {
      findings.add(
        "unknown-change",
        "the scorecard of interview \(number) does not rate \(change.competency.value.quoted)",
        at: change.competency.range, help: "rate it on the scorecard; a change is of a rating")
      return
    }
    if rating != change.from.value {
      findings.add(
        "change-differs",
        "the scorecard of interview \(number) rates it \(rating.written), not \(change.from.value.written)",
        at: change.from.range, help: "write the rating of the scorecard, which stays as it is")
    }
  }

  /// The scorecard that a change is of; notes what keeps it from being found.
  private mutating func scorecard(of change: RatingChange) -> Scorecard? {
    let number = change.interview.value
    let cards = scorecards.filter { $0.interview.number.value == number }
    guard !cards.isEmpty else {
      findings.add(
        "unknown-change", "there is no scorecard of interview \(number)", at: change.interview.range)
      return nil
    }
    let who = change.interviewer.value
    let names = cards.map(\.interviewer.value.trimmed)
    if who.isBlank {
      guard cards.count > 1 else { return cards.first }
      findings.add(
        "unknown-change",
        "interview \(number) has \(cards.count) scorecards, and it is not said whose rating changes",
        at: change.interview.range,
        help: "name one under \"interviewer\": \(names.map(\.brief).joined(separator: ", "))")
      return nil
    }
    guard let index = names.firstIndex(where: { $0.compared == who.compared }) else {
      findings.add(
        "unknown-change", "\(who.quoted) has no scorecard of interview \(number)",
        at: change.interviewer.range,
        help: Suggestion.help(for: who, in: names))
      return nil
    }
    return cards[index]
  }
}

internal import Diagnostics
internal import YAML

extension ScorecardReview {
  /// Evidence and rating belong together.
  mutating func checkRatings() {
    for (index, competency) in card.competencies.enumerated() {
      let place = entry(index).place(of: "rating") ?? competency.id.range
      let hasEvidence = competency.evidence.value.hasWords
      switch (competency.rating?.value, hasEvidence) {
      case (.level(let level), false):
        findings.add(
          "rating-without-evidence",
          "\(competency.id.value.quoted) is rated \(level.rawValue), and nothing says why",
          severity: .warning, at: place, note: meaning(of: level, for: competency),
          help:
            "write what was said or done that shows level \(level.rawValue); not_observed where nothing was")
      case (nil, true):
        findings.add(
          "evidence-without-rating", "there is evidence of \(competency.id.value.quoted), and no rating",
          severity: .warning, at: place,
          help: "write the level whose anchors the evidence fits, 1 to 5, or not_observed")
      case (nil, false):
        findings.add(
          "unrated", "\(competency.id.value.quoted) is not rated", severity: .warning, at: place,
          help: "write the level that was shown, 1 to 5, or not_observed")
      default: break
      }
    }
  }

  /// What the level means by the anchors of the loop; nil where the scorecard is not of the loop, or no alternative is
  /// chosen.
  private func meaning(of level: ProficiencyLevel, for rated: RatedCompetency) -> String? {
    guard let plan, plan.fingerprint == card.fingerprint.value,
      let alternatives = plan.competency(rated.id.value)?.alternatives
    else { return nil }
    let meant =
      alternatives.count == 1 ? alternatives.first : alternatives.first { $0.id == rated.chosen?.value }
    guard let summary = meant?.levels.first(where: { $0.level == level })?.summary else { return nil }
    return "level \(level.rawValue), \(level.name): \(summary)"
  }

  /// Wording of all notes, and evidence that is none.
  mutating func checkNotes() {
    for index in card.competencies.indices {
      guard let evidence = entry(index)["evidence"], !card.competencies[index].evidence.value.isEmpty else {
        continue
      }
      rules.check(evidence, table, &findings)
      rules.checkEvidence(evidence, table, &findings)
    }
    for index in card.questions.indices where !card.questions[index].notes.value.isEmpty {
      if let notes = root["questions"]?[index]?["notes"] { rules.check(notes, table, &findings) }
    }
    if let summary = root["summary"], !card.summary.value.isEmpty { rules.check(summary, table, &findings) }
  }
}

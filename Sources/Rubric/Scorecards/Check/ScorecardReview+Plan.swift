internal import Diagnostics
internal import YAML

extension ScorecardReview {
  /// What a scorecard of the loop must agree with.
  mutating func checkAgainst(_ plan: AssessmentPlan) {
    guard let interview = interview(of: plan) else { return }
    checkName(of: interview, in: plan)
    for index in card.competencies.indices { checkCompetency(index, interview, plan) }
    let there = Set(card.competencies.map(\.id.value))
    for id in interview.rates where !there.contains(id) {
      findings.add(
        "missing-competency", "interview \(interview.number) rates \(id.quoted), and it is not here",
        at: root.place(ofKey: "competencies"),
        help: "add it with \"rating: not_observed\" if the interview did not come to it")
    }
    checkQuestions(interview)
  }

  private mutating func interview(of plan: AssessmentPlan) -> AssessedInterview? {
    let number = card.interview.number
    if let interview = plan.interview(number.value) { return interview }
    let known = plan.ratingInterviews.map { String($0.number) }.joined(separator: ", ")
    findings.add(
      "unknown-interview", "the loop has no interview \(number.value)", at: number.range,
      help: known.isEmpty ? nil : "those with scorecards are \(known)")
    return nil
  }

  /// A number with the name of another interview may be a slip in either, and ratings would go to the wrong place.
  private mutating func checkName(of interview: AssessedInterview, in plan: AssessmentPlan) {
    let written = root["interview"]
    if card.interview.format != interview.format {
      let format = interview.format?.quoted ?? "none"
      findings.add(
        "interview-differs", "the format of interview \(interview.number) is \(format)",
        at: written?.place(of: "format") ?? card.interview.number.range,
        help: other(in: plan) { $0.format == card.interview.format })
    }
    if card.interview.name != interview.name {
      let help = other(in: plan) { $0.name == card.interview.name }
      findings.add(
        "interview-differs", "interview \(interview.number) is called \(interview.name.quoted)",
        severity: help == nil ? .warning : .error, at: written?.place(of: "name"), help: help)
    }
  }

  private func other(in plan: AssessmentPlan, _ isMeant: (AssessedInterview) -> Bool) -> String? {
    plan.interviews.first(where: isMeant).map { "interview \($0.number) is \($0.name.quoted)" }
  }

  private mutating func checkCompetency(_ index: Int, _ interview: AssessedInterview, _ plan: AssessmentPlan)
  {
    let written = card.competencies[index]
    guard interview.rates.contains(written.id.value) else {
      findings.add(
        "foreign-competency", "interview \(interview.number) does not rate \(written.id.value.quoted)",
        at: written.id.range, help: help(for: written.id.value, interview, plan))
      return
    }
    guard let competency = plan.competency(written.id.value) else { return }
    if written.target != competency.target {
      findings.add(
        "target-differs",
        "the target of \(written.id.value.quoted) is \(competency.target.rawValue) in the loop",
        severity: .warning,
        at: entry(index).place(of: "target"), help: "write \(competency.target.rawValue), as it was planned")
    }
    checkChoice(written, competency, at: entry(index))
  }

  /// The nearest spelling, or the interviews that rate it.
  private func help(for id: String, _ interview: AssessedInterview, _ plan: AssessmentPlan) -> String? {
    let others = plan.interviews.filter { $0.rates.contains(id) }.map { String($0.number) }
    if others.isEmpty { return Suggestion.help(for: id, in: interview.rates) }
    return "it is rated in interview \(others.joined(separator: " and "))"
  }

  /// Which of the alternatives was rated must be told, or nobody knows by whose anchors.
  private mutating func checkChoice(
    _ written: RatedCompetency, _ competency: AssessedCompetency, at entry: Node
  ) {
    let ids = competency.isChoice ? competency.alternatives.map(\.id) : [competency.id]
    if let chosen = written.chosen {
      guard !ids.contains(chosen.value) else { return }
      findings.add(
        "unknown-choice",
        competency.isChoice
          ? "\(chosen.value.quoted) is none of \(ids.joined(separator: ", "))"
          : "\(competency.id.quoted) has no alternatives to choose from",
        at: chosen.range, help: Suggestion.help(for: chosen.value, in: ids))
    } else if competency.isChoice, written.rating?.value.level != nil {
      findings.add(
        "no-choice", "it is not said which of \(ids.joined(separator: ", ")) is rated", severity: .warning,
        at: entry.place(of: "chosen") ?? written.id.range,
        help: "write the one that the candidate chose under \"chosen\"")
    }
  }

  private mutating func checkQuestions(_ interview: AssessedInterview) {
    let known = interview.questions.map(\.id)
    for question in card.questions where !known.contains(question.id.value) {
      findings.add(
        "foreign-question", "interview \(interview.number) does not ask \(question.id.value.quoted)",
        severity: .warning, at: question.id.range, help: Suggestion.help(for: question.id.value, in: known))
    }
  }
}

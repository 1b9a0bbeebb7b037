public import Rubric
internal import YAML

extension ExchangeMapping {
  /// The mapping of a loop for somebody to fill in: every id empty, but for those that a platform has by itself.
  ///
  /// Candidates and interviewers are those of some scorecards.
  public init(of plan: AssessmentPlan, to platform: ExchangePlatform, for scorecards: [Scorecard]) {
    self.init(
      platform: platform, fingerprint: plan.fingerprint,
      interviews: plan.ratingInterviews.map { interview in
        InterviewForm(interview, of: plan, to: platform)
      },
      candidates: Self.distinct(scorecards.map(\.candidate.value)).map { label in
        let own = scorecards.filter { $0.candidate.value == label }.map(\.interview.number.value)
        let events = Set(own).sorted().map { Event(number: $0, interview: "", panel: "") }
        return Candidate(label: label, application: "", candidate: "", interviews: events)
      },
      people: Self.distinct(scorecards.map(\.interviewer.value)).map { Person(label: $0, id: "") })
  }

  private static func distinct(_ labels: [String]) -> [String] { Set(labels.filter { !$0.isEmpty }).sorted() }
}

extension ExchangeMapping.InterviewForm {
  fileprivate init(_ interview: AssessedInterview, of plan: AssessmentPlan, to platform: ExchangePlatform) {
    let isGreenhouse = platform == .greenhouse
    self.init(
      number: interview.number, name: interview.name, form: "",
      overall: isGreenhouse ? nil : platform == .ashby ? ExchangeFields.ashbyOverall : "",
      summary: isGreenhouse ? nil : "",
      competencies: interview.rates.map { id in
        ExchangeMapping.CompetencyFields(
          id: id, rating: isGreenhouse ? plan.competency(id)?.name ?? id : "",
          note: platform == .lever ? "" : nil)
      },
      questions: interview.questions.map { ExchangeMapping.QuestionField(id: $0.id, notes: "") })
  }
}

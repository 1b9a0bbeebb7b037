public import Rubric

extension AssessmentPlan {
  /// What the scorecards of a loop rate, with the version of the library that it was planned with.
  public init(of loop: InterviewLoop, library: String?) {
    let rated = Set(loop.interviews.flatMap(\.ratings).map(\.demand.id))
    self.init(
      fingerprint: loop.fingerprint, library: library, title: loop.role.title, company: loop.role.company,
      level: loop.role.level,
      competencies: loop.coverage.map { coverage in
        AssessedCompetency(coverage.demand, isRated: rated.contains(coverage.demand.id))
      },
      interviews: loop.interviews.filter(\.isHeld).map(AssessedInterview.init),
      unmapped: loop.ledger.left.map(\.evidence.words))
  }
}

extension AssessedCompetency {
  fileprivate init(_ demand: Demand, isRated: Bool) {
    let alternatives = zip(demand.competencies, demand.alternatives).map { competency, asked in
      AssessedAlternative(
        id: competency.id, name: competency.name, target: asked.target, levels: competency.levels)
    }
    self.init(
      id: demand.id, name: demand.name, importance: demand.importance, target: demand.target,
      weight: demand.weight, alternatives: isRated ? alternatives : [])
  }
}

extension AssessedInterview {
  fileprivate init(_ interview: Interview) {
    let exercise = interview.exercise.map {
      AssessedQuestion(id: $0.id, ask: $0.title, form: $0.seed)
    }
    let questions = interview.ratings.flatMap(\.questions).map {
      AssessedQuestion(id: $0.question.id, ask: $0.ask)
    }
    let uncovered = interview.uncovered.enumerated().map {
      AssessedQuestion(id: UncoveredQuestion.id($0 + 1), ask: $1.ask)
    }
    self.init(
      number: interview.number, name: interview.name, format: interview.format?.id,
      minutes: interview.minutes, rates: interview.ratings.map(\.demand.id),
      questions: (exercise.map { [$0] } ?? []) + questions + uncovered)
  }

  /// The name of its files, without folder and ending.
  var fileName: String { "\(number)-\(Slug.of(format ?? name))" }
}

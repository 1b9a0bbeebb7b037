public import Rubric

extension AssessmentPlan {
  /// What the scorecards of a loop rate, with the version of the library that it was planned with. `forms` are those of
  /// its exercises, by id: without them nothing is said of what shows a competency in an exercise.
  public init(of loop: InterviewLoop, library: String?, forms: [String: ExerciseForm] = [:]) {
    let rated = Set(loop.interviews.flatMap(\.ratings).map(\.demand.id))
    self.init(
      fingerprint: loop.fingerprint, library: library, title: loop.role.title, company: loop.role.company,
      level: loop.role.level,
      competencies: loop.coverage.map { coverage in
        AssessedCompetency(coverage.demand, isRated: rated.contains(coverage.demand.id))
      },
      interviews: loop.interviews.filter(\.isHeld).map { AssessedInterview($0, forms) },
      unmapped: loop.ledger.left.map(\.evidence.words))
  }
}

extension AssessedCompetency {
  fileprivate init(_ demand: Demand, isRated: Bool) {
    // Whichever the candidate chooses, the same is asked of it.
    let alternatives = demand.competencies.map { competency in
      AssessedAlternative(
        id: competency.id, name: competency.name, target: demand.target, levels: competency.levels)
    }
    self.init(
      id: demand.id, name: demand.name, importance: demand.importance, target: demand.target,
      weight: demand.weight, alternatives: isRated ? alternatives : [])
  }
}

extension AssessedInterview {
  fileprivate init(_ interview: Interview, _ forms: [String: ExerciseForm]) {
    let form = interview.exercise.flatMap { forms[$0.id] }
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
      questions: (exercise.map { [$0] } ?? []) + questions + uncovered,
      signs: interview.ratings.flatMap { AssessedSigns.signs(of: $0, in: interview, form) })
  }

  /// The name of its files, without folder and ending.
  var fileName: String { "\(number)-\(Slug.of(format ?? name))" }
}

extension AssessedSigns {
  /// What shows a rating of an interview: the signs of its exercise, else those of the rating's own questions.
  fileprivate static func signs(
    of rating: PlannedRating, in interview: Interview, _ form: ExerciseForm?
  ) -> [AssessedSigns] {
    guard let exercise = interview.exercise(showing: rating) else {
      return rating.askedOf.map { AssessedSigns($0.question.question, on: $0.alternative, of: rating.demand) }
    }
    return rating.demand.signs(in: form).map { [AssessedSigns($0, in: exercise, of: rating.demand)] } ?? []
  }

  private init(_ signs: ExerciseRating, in exercise: PlannedExercise, of demand: Demand) {
    self.init(
      competency: demand.id, question: exercise.id, levels: signs.levels, strong: signs.strong,
      meets: signs.meets, below: signs.below)
  }

  private init(_ question: Question, on alternative: Competency?, of demand: Demand) {
    self.init(
      competency: demand.id, question: question.id, chosen: alternative?.id, levels: question.levels,
      strong: question.strong, meets: question.meets, below: question.weak)
  }
}

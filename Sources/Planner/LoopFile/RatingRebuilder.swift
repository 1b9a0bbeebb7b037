internal import Diagnostics
internal import Rubric
internal import YAML

/// Makes ratings of written ones: what is rated, by which questions.
struct RatingRebuilder {
  private let library: RubricLibrary
  private let role: RoleDefinition
  private let exercises: [PlannedExercise]
  private var demands: [String: Demand] = [:]
  private var planned: [String: PlannedQuestion] = [:]
  private var competencies: [String: Competency] = [:]
  private var ownQuestions = 0

  init(_ planned: InterviewLoop, library: RubricLibrary) {
    self.library = library
    role = planned.role
    exercises = planned.interviews.compactMap(\.exercise)
    for demand in planned.coverage.map(\.demand) { demands[Self.key(demand.alternatives.map(\.id))] = demand }
    for question in planned.interviews.flatMap(\.ratings).flatMap({ $0.questions + $0.instead }) {
      self.planned[question.question.id] = question
    }
  }

  /// A rating of the interview of a number.
  mutating func rating(
    _ written: Placed<WrittenRating>, number: Int, _ findings: inout Findings
  ) throws(InvalidInput) -> PlannedRating {
    var demand = try demand(of: written.value, &findings)
    if let importance = written.value.importance, importance != demand.importance {
      for index in demand.alternatives.indices { demand.alternatives[index].importance = importance }
      for index in demand.along.indices { demand.along[index].importance = importance }
    }
    if let target = written.value.target, target != demand.target {
      for index in demand.alternatives.indices { demand.alternatives[index].target = target }
    }
    var questions: [PlannedQuestion] = []
    for question in written.value.questions {
      questions.append(try self.question(question, for: demand, number: number, &findings))
    }
    var instead: [PlannedQuestion] = []
    for question in written.value.instead {
      instead.append(try self.question(question, for: demand, number: number, &findings))
    }
    // What is shown by something else may be asked about besides.
    let shownBy = written.value.shownBy?.value
    return PlannedRating(
      demand: demand, question: shownBy == nil ? questions.first : nil,
      further: Array(questions.dropFirst(shownBy == nil ? 1 : 0)), instead: instead, shownBy: shownBy,
      isFirstReading: false)
  }

  /// An exercise: as it was planned, or of the library.
  func exercise(
    _ written: WrittenExercise, _ findings: inout Findings
  ) throws(InvalidInput) -> PlannedExercise? {
    let id = written.id
    guard library.exerciseIDs.contains(id.value) else {
      findings.add(
        "unknown-exercise", "\"\(id.value)\" is no exercise of the library", at: id.range,
        help: Suggestion.help(for: id.value, in: library.exerciseIDs))
      return nil
    }
    var planned = exercises.first { $0.id == id.value }
    if planned == nil {
      planned = try library.exerciseOutlines().first { $0.id == id.value }.map { PlannedExercise($0) }
    }
    guard var exercise = planned else { return nil }
    exercise.minutes = written.minutes ?? exercise.minutes
    exercise.seed = written.form
    return exercise
  }

  private static func key(_ ids: [String]) -> String { ids.sorted().joined(separator: "|") }

  /// What is rated: a demand of the role, or what a person has added to it.
  private mutating func demand(
    of written: WrittenRating, _ findings: inout Findings
  ) throws(InvalidInput) -> Demand {
    let ids = written.competencies.map(\.value)
    if let demand = demands[Self.key(ids)] { return demand }
    var demand = Demand(alternatives: [], competencies: [], along: [])
    for id in written.competencies {
      let wanted = role.competencies.first { $0.id == id.value }
      let competency = try competency(id.value)
      if competency == nil, wanted == nil {
        findings.add(
          "unknown-competency", "\"\(id.value)\" is no competency of the library", at: id.range,
          help: Suggestion.help(for: id.value, in: library.competencyIDs))
      }
      demand.alternatives.append(
        wanted
          ?? RoleCompetency(
            id: id.value, importance: written.importance ?? .duty, target: written.target ?? .intermediate))
      if let competency { demand.competencies.append(competency) }
    }
    return demand
  }

  private mutating func competency(_ id: String) throws(InvalidInput) -> Competency? {
    if let known = competencies[id] { return known }
    competencies[id] = try library.competency(id)
    return competencies[id]
  }

  private mutating func question(
    _ written: Placed<WrittenQuestion>, for demand: Demand, number: Int, _ findings: inout Findings
  ) throws(InvalidInput) -> PlannedQuestion {
    let value = written.value
    var question: PlannedQuestion
    if let id = value.id, let known = planned[id] {
      question = known
    } else if let id = value.id,
      let known = try libraryQuestion(id, for: demand, &findings, at: written.range)
    {
      question = known
    } else {
      question = own(value, for: demand, number: number)
    }
    question.minutes = value.minutes ?? question.minutes
    question.ask = value.ask
    question.question.ask = value.ask
    question.notes = value.notes
    if let probes = value.notes.probes { question.question.probes = probes.map { Probe(text: $0) } }
    question.question.strong = value.notes.strong ?? question.question.strong
    question.question.meets = value.notes.meets ?? question.question.meets
    question.question.weak = value.notes.weak ?? question.question.weak
    return question
  }

  /// A question of the library with its slots filled. Says so where an id is nearly that of one.
  private mutating func libraryQuestion(
    _ id: String, for demand: Demand, _ findings: inout Findings, at range: PlaceRange
  ) throws(InvalidInput) -> PlannedQuestion? {
    let owner = id.split(separator: "/").first.map(String.init) ?? id
    let candidates = (try competency(owner)?.questions ?? []) + demand.competencies.flatMap(\.questions)
    guard let question = candidates.first(where: { $0.id == id }) else {
      if let help = Suggestion.help(for: id, in: candidates.map(\.id)) {
        let message = "the library has no question \"\(id)\"; it is asked as it is written"
        findings.add(
          "unknown-question", message, severity: .warning, at: PlaceRange(at: range.start), help: help)
      }
      return nil
    }
    return PlannedQuestion(question, technologies: QuestionPool(of: demand).technologies)
  }

  /// A question of a person's own. Without an id it gets one that is its own in the loop.
  private mutating func own(
    _ written: WrittenQuestion, for demand: Demand, number: Int
  ) -> PlannedQuestion {
    ownQuestions += 1
    let id = written.id ?? "\(demand.alternatives.first?.id ?? "own")/own-\(number)-\(ownQuestions)"
    let question = Question(
      own: id, ask: written.ask, minutes: written.minutes ?? 10, level: demand.target)
    return PlannedQuestion(question: question, ask: written.ask, minutes: question.minutes)
  }
}

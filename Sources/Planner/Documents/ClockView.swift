import Rubric

/// A stretch of an interview, by minutes from its start.
struct ClockView: View {
  let start: Int
  let end: Int
  let part: Part

  /// What the stretch is for.
  enum Part: Sendable {
    case opening, checks, reserve, closing
    case question(id: String, name: String, hear: [String])
    /// A question on what no competency covers, by its place among them.
    case uncovered(Int, hear: [String])
    /// A step of the exercise; the whole exercise where its form is not at hand.
    case step(title: String, handouts: [HandoutView], hear: [String])
  }

  /// The stretches of an interview in order: opening, each step of the exercise, each question, fact checks or what
  /// is left, closing.
  static func views(of interview: Interview, exercise: KitExerciseView? = nil) -> [ClockView] {
    guard let format = interview.format, interview.minutes > 0 else { return [] }
    var parts: [(Part, Int)] = [(.opening, format.opening)]
    if let exercise { parts += Self.steps(of: exercise) }
    for rating in interview.ratings {
      let name = DemandView(demand: rating.demand).name
      for question in rating.questions {
        let standing = StandingLevelsView(of: question.question, for: rating.demand)
        let hear = standing.atTarget(meets: question.question.meets, strong: question.question.strong)
        let part = Part.question(id: question.question.id, name: name, hear: Array(hear.prefix(most)))
        parts.append((part, question.minutes))
      }
    }
    for (place, question) in interview.uncovered.enumerated() {
      parts.append((.uncovered(place, hear: Array(question.talk.meets.prefix(most))), question.minutes))
    }
    var left = interview.minutes - parts.map(\.1).reduce(0, +) - format.closing
    var closing = format.closing + min(0, left)
    // A few minutes are the candidate's.
    if format.checks.isEmpty, (1..<leastReserve).contains(left) { (left, closing) = (0, closing + left) }
    parts += [(format.checks.isEmpty ? .reserve : .checks, left), (.closing, closing)]
    return laidOut(parts.filter { $0.1 > 0 })
  }

  private static func steps(of exercise: KitExerciseView) -> [(Part, Int)] {
    guard let form = exercise.form else {
      return [(.step(title: exercise.planned.title, handouts: [], hear: []), exercise.planned.minutes)]
    }
    return form.form.exercise.plan.map { step in
      let handed = exercise.handouts.filter { step.hand.contains($0.part.id) }
      let hear = exercise.standing.atTarget(meets: step.meets, strong: step.strong)
      return (.step(title: step.title, handouts: handed, hear: Array(hear.prefix(most))), step.minutes)
    }
  }

  private static func laidOut(_ parts: [(Part, Int)]) -> [ClockView] {
    var minute = 0
    return parts.map { part, minutes in
      defer { minute += minutes }
      return ClockView(start: minute, end: minute + minutes, part: part)
    }
  }

  /// The question's name, where the stretch is for one.
  private var name: String? { if case .question(_, let name, _) = part { name } else { nil } }

  /// What somebody at the level is heard to say, where anything is rated.
  private var hear: [String] {
    switch part {
    case .question(_, _, let hear), .step(_, _, let hear), .uncovered(_, let hear): hear
    case .opening, .checks, .reserve, .closing: []
    }
  }

  /// Fewer minutes are no time to go back to anything.
  private static let leastReserve = 10

  /// More than this nobody keeps in mind.
  private static let most = 2

  private var isUncovered: Bool { if case .uncovered = part { true } else { false } }

  private var step: (title: String, handouts: [HandoutView])? {
    if case .step(let title, let handouts, _) = part { (title, handouts) } else { nil }
  }

  static let fields = Fields<ClockView>([
    .number("from") { $0.start },
    .number("to") { $0.end },
    .number("minutes") { $0.end - $0.start },
    .flag("isOpening") { if case .opening = $0.part { true } else { false } },
    .flag("isChecks") { if case .checks = $0.part { true } else { false } },
    .flag("isReserve") { if case .reserve = $0.part { true } else { false } },
    .flag("isClosing") { if case .closing = $0.part { true } else { false } },
    // The competency that the question is about, where the stretch is for a question.
    .text("question") { $0.name },
    // The title, where the stretch is for a step of the exercise, and what is handed out in it.
    .phrase("step") { $0.step?.title },
    .list("handouts") { $0.step?.handouts ?? [] },
    // The first of what somebody at the level says or does in it.
    .phrases("hear") { $0.hear },
    // Whether it is for a question on what no competency covers.
    .flag("isUncovered") { $0.isUncovered },
    // Whether nothing is asked in it that is written down for the debrief.
    .flag("isQuiet") { $0.name == nil && $0.step == nil && !$0.isUncovered },
  ])
}

internal import Rubric

/// Puts demands, sessions and questions into the small numbers of a `CoverageProblem`.
struct ProblemBuilder {
  /// The problem.
  private(set) var problem: CoverageProblem
  /// The questions behind the problem's numbers.
  private(set) var questions: [Question] = []
  /// The questions of each demand.
  let pools: [QuestionPool]

  private var numbers: [String: Int] = [:]
  /// The problem without exercises.
  private var plain: CoverageProblem
  /// What each session may ask.
  private let rooms: [Room]

  /// What a session may ask.
  private struct Room {
    let kinds: [QuestionKind]
    let threads: [String]
    let minutes: Int
    /// Whether it is held around no exercise, and asks questions on the subject.
    let isOfQuestions: Bool

    init(_ session: Session) {
      kinds = session.format?.kinds ?? []
      threads = session.format?.threads.map(\.id) ?? []
      minutes = session.ratedMinutes
      isOfQuestions = session.isOfQuestions
    }

    func mayAsk(_ kind: QuestionKind) -> Bool { kinds.contains(kind) }

    /// Whether it tells the system that a question is about; true where that is about none.
    func tells(_ thread: String?) -> Bool { thread.map(threads.contains) ?? true }
  }

  init(
    _ demands: [Demand], _ list: SessionList, policy: LoopPolicy, exercises: ExercisePool,
    showing: Showing = .own, pools known: [QuestionPool]? = nil
  ) {
    pools = known ?? demands.map { QuestionPool(of: $0, title: exercises.heaviness.title) }
    rooms = list.sessions.map { Room($0) }
    // Where a posting demands nothing, what it asks for most strongly takes the place.
    let strongest = demands.map(\.importance).min() ?? .required
    let sessions = list.sessions.map { session in
      CoverageProblem.Session(
        places: session.places(under: policy), ratedMinutes: session.ratedMinutes, minutes: session.minutes,
        isOptional: session.isOptional, isAlone: session.format?.isAlone ?? false,
        isExpected: session.isExpected
          && session.isAsked(by: demands.filter { $0.importance == strongest || $0.isDutyOfCode }),
        needsExercise: session.format?.needsExercise ?? false)
    }
    let heaviness = exercises.heaviness
    // Two interviewers agree better with the truth than one, and a duty that nobody looks at is not known at all: what
    // has to be met is read twice before the duties, and the rest behind them.
    let musts = Set(heaviness.heaviest(policy.decision.coreMusts, of: demands))
    let wanted = demands.enumerated().map { index, demand in
      let isLight =
        demand.linesOfWork < 2 || demand.isOfPeople && !list.sessions.contains { $0.isMade(for: demand) }
        || demand.importance == strongest && !musts.contains(index)
      let importance =
        demand.importance == strongest ? .required : isLight ? demand.importance : .preferred
      return CoverageProblem.Demand(
        importance: importance, readings: importance == .required ? policy.readings : 1, isLight: isLight,
        isHeavy: importance != .required && heaviness.isHeavy(demand),
        isWork: importance != .required && !demand.isOfPeople,
        isDecisive: exercises.decisive.contains(index))
    }
    let count = demands.count * sessions.count
    problem = CoverageProblem(
      demands: wanted, sessions: sessions, optionalLimit: list.optionalLimit, minuteLimit: list.minuteLimit,
      scores: Array(repeating: 0, count: count), apt: Array(repeating: 0, count: demands.count),
      core: Array(repeating: 0, count: demands.count),
      options: Array(repeating: [], count: count), shows: [])
    plain = problem
    for index in demands.indices { add(demands[index], at: index, list.sessions) }
    if policy.readings > 1, let foremost = heaviness.foremost(of: demands) {
      raise(foremost, list.sessions, isWhole: heaviness.isInTitle(demands[foremost]))
    }
    plain = problem
    problem = reaching(.near, exercises, list.sessions, showing).problem
  }

  /// The same problem with the exercises that suit its sessions, near or however far from the posting, and with what
  /// they and the questions are taken to show besides.
  func reaching(
    _ reach: ExercisePool.Reach, _ exercises: ExercisePool, _ sessions: [Session], _ showing: Showing
  ) -> ProblemBuilder {
    var builder = self
    builder.problem = plain
    builder.problem.shows = showing == .own ? questions.map { _ in [] } : shown()
    exercises.add(to: &builder.problem, sessions, reach: reach, showing)
    return builder
  }

  /// Has the first interview of questions on the subject ask for a demand, where it has one: where the demand is what the
  /// whole role is about, beside the readings of the others, so that no exercise goes without it for that.
  private mutating func raise(_ demand: Int, _ sessions: [Session], isWhole: Bool) {
    let gate = sessions.indices.first { index in
      sessions[index].isOfQuestions && problem.sessions[index].places > 0
    }
    guard let gate, !problem.options[problem.index(demand, gate)].isEmpty else { return }
    problem.gate = Pair(demand: demand, session: gate)
    if isWhole { problem.demands[demand].readings += 1 }
  }

  /// Notes what a demand is worth in each session that can rate it, and the questions for it there.
  private mutating func add(_ demand: Demand, at index: Int, _ sessions: [Session]) {
    let fits = sessions.map { QuestionFit.fit(of: $0, demand) }
    let rating = sessions.indices.filter { fits[$0] > 0 }
    let pool = pools[index].questions
    let asked = pool.indices.filter { question in
      let kind = pool[question].kind
      return rating.contains { rooms[$0].mayAsk(kind) }
    }
    let near = QuestionFit.nearest(asked, to: demand.target, levels: { pool[$0].levels })
    // A question has its number from where it is first found to fit.
    var known: [Int?] = Array(repeating: nil, count: pool.count)
    let emphasis = demand.emphasis
    for session in rating {
      let place = problem.index(index, session)
      problem.scores[place] = 3 * fits[session] + emphasis
      let bit: UInt64 = 1 << UInt64(session)
      if fits[session] > 1 { problem.apt[index] |= bit }
      if sessions[session].isMade(for: demand) { problem.core[index] |= bit }
      let room = rooms[session]
      var options: [CoverageProblem.Option] = []
      for question in near where pool[question].minutes <= room.minutes && room.mayAsk(pool[question].kind) {
        guard room.tells(pool[question].thread) else { continue }
        let number = known[question] ?? number(of: pool[question])
        known[question] = number
        options.append(.init(question: number, minutes: pool[question].minutes))
      }
      // What asks about a product that the posting names is held for it as much as an exercise that is made for it.
      if room.isOfQuestions,
        options.contains(where: { isAboutProduct(questions[$0.question], in: pools[index]) })
      {
        problem.core[index] |= bit
      }
      options.sort { ($0.minutes, $0.question) < ($1.minutes, $1.question) }
      problem.options[place] = options
    }
  }

  /// Whether a question is about a product that the posting names.
  private func isAboutProduct(_ question: Question, in pool: QuestionPool) -> Bool {
    pool.products[question.id] != nil && !question.products.isEmpty
  }

  private mutating func number(of question: Question) -> Int {
    if let number = numbers[question.id] { return number }
    numbers[question.id] = questions.count
    questions.append(question)
    return questions.count - 1
  }

  /// For each question the demands that it shows besides its own.
  private func shown() -> [[Int]] {
    var demands: [String: [Int]] = [:]
    for (index, pool) in pools.enumerated() {
      for id in pool.shownAs { demands[id, default: []].append(index) }
    }
    return questions.map { question in question.also.flatMap { demands[$0] ?? [] } }
  }
}

extension ClosedRange where Bound == ProficiencyLevel {
  /// How far their middle lies from a target, in halves of a level.
  func offset(from target: ProficiencyLevel) -> Int {
    abs(2 * target.rawValue - lowerBound.rawValue - upperBound.rawValue)
  }
}

/// How formats and questions fit a demand.
enum QuestionFit {
  /// How well a session's format rates a demand: 2 best, 1 too, 0 not at all.
  static func fit(of session: Session, _ demand: Demand) -> Int {
    guard let format = session.format else { return 0 }
    return demand.competencies.map { format.fit($0) }.max() ?? 0
  }

  /// The questions, by their places, whose levels hold a target. Where there are none, those whose levels
  /// come nearest to it, so that an odd target makes nothing unratable.
  static func nearest(
    _ questions: [Int], to target: ProficiencyLevel, levels: (Int) -> ClosedRange<ProficiencyLevel>
  ) -> [Int] {
    let distances = questions.map { distance(from: levels($0), to: target) }
    let least = distances.min()
    return zip(questions, distances).filter { $0.1 == least }.map(\.0)
  }

  private static func distance(from levels: ClosedRange<ProficiencyLevel>, to target: ProficiencyLevel) -> Int
  {
    if levels.contains(target) { return 0 }
    return target < levels.lowerBound
      ? levels.lowerBound.rawValue - target.rawValue : target.rawValue - levels.upperBound.rawValue
  }
}

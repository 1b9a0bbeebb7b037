import Rubric
import TestSupport
import Testing

@testable import Planner

/// The solver against trying everything, on tiny random problems.
@Suite struct CoverageOracleTests {
  @Test(arguments: 0..<400)
  func theSolverAgreesWithTryingEverything(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let problem = CoverageProblem.random(using: &random)
    var solver = CoverageSolver(problem)
    let plan = solver.solve()
    #expect(plan.objective.rank == BruteForce(problem).best().rank)
    #expect(plan.isProven)
    #expect(BruteForce(problem).hasQuestions(QuestionConflict.pairs(of: plan.seats)))
    let improved = NearnessExchange(problem).improve(plan)
    #expect(improved.objective.rank == plan.objective.rank)
    #expect(BruteForce(problem).hasQuestions(QuestionConflict.pairs(of: improved.seats)))
  }

  @Test(arguments: 0..<40) func aSearchThatIsCutShortKnowsHowFarItIs(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let problem = CoverageProblem.random(using: &random)
    var solver = CoverageSolver(problem, nodeLimit: 1)
    let plan = solver.solve()
    let best = BruteForce(problem).best()
    #expect(plan.objective.rank <= best.rank)
    #expect(plan.bound.rank >= best.rank)
    #expect(!plan.isProven || plan.objective.rank == best.rank)
  }

  @Test(arguments: 0..<200) func everyPairOfAPlanGetsAQuestion(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let problem = CoverageProblem.random(using: &random)
    var solver = CoverageSolver(problem)
    let seats = solver.solve().seats
    // The longer a question, the better: what the chooser wants most leaves the others the least.
    let choices = QuestionChooser(problem) { question, _, _ in
      30 - (problem.options.joined().first { $0.question == question }?.minutes ?? 0)
    }.choose(seats)
    #expect(choices.map(\.pair) == QuestionConflict.pairs(of: seats))
    let own = choices.filter(\.isOwn)
    #expect(Set(own.map(\.question)).count == own.count)
    for choice in choices where !choice.isOwn {
      #expect(own.contains { $0.question == choice.question && $0.pair.session == choice.pair.session })
      #expect(problem.shows[choice.question].contains(choice.pair.demand))
    }
    for (index, session) in problem.sessions.enumerated() {
      let minutes = own.filter { $0.pair.session == index }.compactMap { choice in
        problem.options[problem.index(choice.pair.demand, index)].first { $0.question == choice.question }?
          .minutes
      }
      #expect(minutes.reduce(0, +) <= session.ratedMinutes)
    }
  }

  @Test(arguments: 0..<200) func noSessionRatesMoreThanItsMinutesAreCountedFor(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let problem = CoverageProblem.random(using: &random)
    var solver = CoverageSolver(problem)
    let seats = solver.solve().seats
    for session in problem.sessions.indices {
      #expect(seats.count { $0 >> UInt64(session) & 1 == 1 } <= QuestionMinutes(problem, in: session).most)
    }
  }

  @Test func minutesForTwoQuestionsLeaveNoThirdPlace() {
    let session = CoverageProblem.Session(places: 3, ratedMinutes: 30, minutes: 45, isOptional: false)
    var problem = CoverageProblem(
      demands: Array(repeating: .init(importance: .required, readings: 1), count: 3), sessions: [session],
      optionalLimit: 0, scores: [3, 3, 3], apt: [0, 0, 0], core: [0, 0, 0],
      options: (0..<3).map { [.init(question: $0, minutes: 15)] }, shows: [[], [], []])
    #expect(QuestionMinutes(problem, in: 0).most == 2)
    var limits = Limits(demands: 3)
    limits.force(Pair(demand: 1, session: 0))
    #expect(QuestionMinutes(problem, in: 0).keepRoom(&limits))
    #expect(limits.forbidden == [0, 0, 0])
    limits.force(Pair(demand: 2, session: 0))
    #expect(QuestionMinutes(problem, in: 0).keepRoom(&limits))
    #expect(limits.forbidden == [1, 0, 0])
    limits.force(Pair(demand: 0, session: 0))
    #expect(!QuestionMinutes(problem, in: 0).keepRoom(&limits))
    problem.shows[0] = [2]
    #expect(QuestionMinutes(problem, in: 0).most == 3)
  }

  @Test(arguments: 0..<150) func theSearchForExercisesAgreesWithTryingEverything(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var problem = CoverageProblem.random(using: &random)
    problem.addExercises(using: &random)
    var search = ExerciseSearch(problem)
    let outcome = search.solve()
    let best = BruteForce(problem).best()
    #expect(outcome.plan.bound.rank >= best.rank)
    #expect(!outcome.plan.isProven || outcome.plan.objective.rank == best.rank)
    let taken = outcome.exercises.compactMap { $0 }
    #expect(Set(taken).count == taken.count)
    let pairs = QuestionConflict.pairs(of: outcome.plan.seats)
    #expect(BruteForce(problem, exercises: outcome.exercises).hasQuestions(pairs))
  }

  @Test func theSearchForExercisesIsNearlyAlwaysSure() {
    let proven = (0..<400 as Range<UInt64>).count { seed in
      var random = SeededGenerator(seed: seed)
      var problem = CoverageProblem.random(using: &random)
      problem.addExercises(using: &random)
      var search = ExerciseSearch(problem)
      return search.solve().plan.isProven
    }
    // Where a session has to change places to rate what its exercise is made for, a bound can stay open.
    #expect(proven >= 375)
  }

  @Test(arguments: 0..<60) func aBoundIsWorthAsMuchAsTheMatching(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let problem = CoverageProblem.random(using: &random)
    let possible = problem.demands.indices.map { problem.possible($0) }
    let gains = Gains(problem)
    var (whole, bound) = (PlaceMatching(problem, gains), PlaceMatching(problem, gains))
    // One after the other in the same memory, each set of sessions as well as the first.
    for held in HeldSessions(problem, possible: possible, limit: 40).all.map(\.held) {
      whole.fill(held: held, possible: possible, limits: Limits(demands: possible.count))
      bound.bound(held: held, possible: possible, limits: problem.limits)
      #expect(
        problem.objective(held: held, seats: whole.seats) == problem.objective(held: held, seats: bound.seats)
      )
    }
  }

  @Test(arguments: 0..<60) func countingFindsAsManyPlacesAsWeighing(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let problem = CoverageProblem.random(using: &random)
    let possible = problem.demands.indices.map { problem.possible($0) }
    var (matching, count) = (PlaceMatching(problem, Gains(problem)), PlaceCount(problem))
    for held in HeldSessions(problem, possible: possible, limit: 40).all.map(\.held) {
      matching.bound(held: held, possible: possible, limits: problem.limits)
      let most = problem.objective(held: held, seats: matching.seats)
      let isReached = count.reaches(most.once, held: held, possible: possible)
      let isSurpassed = count.reaches(most.once + 1, held: held, possible: possible)
      #expect(isReached && !isSurpassed)
      let cut = count.cut(most, at: most.once, held: held, possible: possible)
      #expect(cut.map { $0.rank >= most.rank } ?? false)
      let none = count.cut(most, at: most.once + 1, held: held, possible: possible)
      #expect(none == nil)
    }
  }

  @Test(arguments: 0..<60) func aKnownLoopRatesWhatItSays(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let problem = CoverageProblem.random(using: &random)
    var solver = CoverageSolver(problem)
    let plan = solver.solve()
    let rated = problem.demands.indices.filter { plan.seats[$0] != 0 }
    var known = KnownLoop(problem, plan)
    let isRated = known.rates(rated)
    #expect(isRated)
    for left in rated {
      for taken in problem.demands.indices where plan.seats[taken] == 0 {
        let wanted = rated.filter { $0 != left } + [taken]
        var known = KnownLoop(problem, plan)
        guard known.rates(wanted) else { continue }
        #expect(BruteForce(problem.asking(only: wanted)).best().once == wanted.count)
      }
    }
  }

  @Test(arguments: 0..<60) func aGoalIsReachedExactlyWhenItCanBe(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let problem = CoverageProblem.random(using: &random)
    let required = problem.demands.indices.filter { problem.demands[$0].importance == .required }
    var check = RatingCheck(problem)
    #expect(check.canRate(all: required) == (BruteForce(problem).best().once == required.count))
  }
}

/// Tries every plan.
private struct BruteForce {
  let problem: CoverageProblem
  /// The exercise of each session, where they are decided.
  var exercises: [Int?]

  init(_ problem: CoverageProblem, exercises: [Int?]? = nil) {
    self.problem = problem
    self.exercises = exercises ?? problem.sessions.map { _ in nil }
  }

  func best() -> Objective {
    var best: Objective?
    let optional = problem.bits { $0.isOptional }
    for held in 0..<UInt64(1 << problem.sessions.count) where held & problem.fixed == problem.fixed {
      let chosen = held & optional
      let minutes = Bits(chosen).reduce(0) { $0 + problem.sessions[$1].minutes }
      guard chosen.nonzeroBitCount <= problem.optionalLimit, minutes <= problem.minuteLimit ?? .max else {
        continue
      }
      for exercises in choices(held) {
        var seats: [UInt64] = []
        BruteForce(problem, exercises: exercises).place(held, &seats, &best)
      }
    }
    return best ?? Objective()
  }

  /// All ways to give the sessions held exercises, none twice.
  private func choices(_ held: UInt64) -> [[Int?]] {
    var all: [[Int?]] = [[]]
    for session in problem.sessions.indices {
      let suited = held >> UInt64(session) & 1 == 1 ? problem.suited(session) : []
      all = all.flatMap { begun in
        ([nil] + suited.filter { problem.mayJoin($0, begun) }.map { Optional($0) }).map { begun + [$0] }
      }
    }
    return all
  }

  private func isShown(_ demand: Int, in session: Int) -> Bool {
    exercises[session].map { problem.exercises[$0].shows.contains(demand) } ?? false
  }

  /// The sessions that can rate a demand: their exercise shows it, or there is time for a question on it.
  private func possible(_ demand: Int) -> UInt64 {
    problem.bits(numbered: { session in
      let left =
        problem.sessions[session].ratedMinutes
        - (exercises[session].map { problem.exercises[$0].minutes } ?? 0)
      let isAsked = problem.options[problem.index(demand, session)].contains { $0.minutes <= left }
      return problem.sessions[session].places > 0 && (isShown(demand, in: session) || isAsked)
    })
  }

  /// Whether each session rates what its exercise is made for above all.
  private func ratesItsSubjects(_ seats: [UInt64]) -> Bool {
    exercises.enumerated().allSatisfy { session, exercise in
      exercise.flatMap { problem.exercises[$0].main }.map { seats[$0] >> UInt64(session) & 1 == 1 } ?? true
    }
  }

  private func place(_ held: UInt64, _ seats: inout [UInt64], _ best: inout Objective?) {
    guard seats.count < problem.demands.count else {
      guard ratesItsSubjects(seats) else { return }
      let isAround = exercises.contains { $0 != nil }
      let rest = isAround ? ExerciseReach(problem).rest(exercises, held: held) : problem
      var objective = rest.objective(held: held, seats: seats)
      objective.bare = Bits(held).count { problem.sessions[$0].needsExercise && exercises[$0] == nil }
      if let best, objective.rank <= best.rank { return }
      if hasQuestions(QuestionConflict.pairs(of: seats)) { best = objective }
      return
    }
    let demand = seats.count
    for bits in 0...held where bits & ~(held & possible(demand)) == 0 {
      guard bits.nonzeroBitCount <= problem.demands[demand].readings, fits(bits, seats) else { continue }
      seats.append(bits)
      place(held, &seats, &best)
      seats.removeLast()
    }
  }

  private func fits(_ bits: UInt64, _ seats: [UInt64]) -> Bool {
    Bits(bits).allSatisfy { session in
      seats.count { $0 >> UInt64(session) & 1 == 1 } < problem.sessions[session].places
    }
  }

  /// Whether the pairs can have questions, tried one after the other. A nil stands for no question.
  func hasQuestions(_ pairs: [Pair], _ chosen: [CoverageProblem.Option?] = []) -> Bool {
    guard chosen.count < pairs.count else { return isSound(pairs, chosen) }
    let pair = pairs[chosen.count]
    let options = problem.options[problem.index(pair.demand, pair.session)]
    return (options.map { .some($0) } + [nil]).contains { hasQuestions(pairs, chosen + [$0]) }
  }

  private func isSound(_ pairs: [Pair], _ chosen: [CoverageProblem.Option?]) -> Bool {
    let numbers = chosen.compactMap { $0?.question }
    guard Set(numbers).count == numbers.count else { return false }
    return problem.sessions.indices.allSatisfy { session in
      let here = zip(pairs, chosen).filter { $0.0.session == session }
      let asked = here.compactMap(\.1)
      let spent = exercises[session].map { problem.exercises[$0].minutes } ?? 0
      return asked.map(\.minutes).reduce(spent, +) <= problem.sessions[session].ratedMinutes
        && here.allSatisfy { pair, own in
          own != nil || isShown(pair.demand, in: session)
            || asked.contains { problem.shows[$0.question].contains(pair.demand) }
        }
    }
  }
}

extension CoverageProblem {
  /// Some of the three sessions, as bits.
  private static func sessionBits(_ isIn: () -> Bool) -> UInt64 {
    (0..<3).reduce(0) { isIn() ? $0 | 1 << UInt64($1) : $0 }
  }

  /// A problem of at most six demands and three sessions, with questions scarce and minutes short.
  fileprivate static func random(using random: inout SeededGenerator) -> CoverageProblem {
    let sessions = (0..<3).map { index in
      Session(
        places: .random(in: 1...3, using: &random),
        ratedMinutes: [15, 30, 45].randomElement(using: &random) ?? 30,
        minutes: [30, 45, 60].randomElement(using: &random) ?? 45,
        isOptional: index > 0 || Bool.random(using: &random))
    }
    let demands = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      let importance =
        [Importance.required, .required, .preferred, .duty].randomElement(using: &random) ?? .required
      return Demand(
        importance: importance, readings: importance == .required ? 2 : 1,
        isLight: .random(using: &random))
    }
    // Drawn apart from the rest, so that the problems stay what they were otherwise.
    var weights = random
    let weighed = demands.map { demand in
      var demand = demand
      let isChosen = Int.random(in: 0..<4, using: &weights) == 0
      demand.isHeavy = demand.importance != .required && isChosen
      demand.isWork = demand.importance != .required && !isChosen
      demand.isDecisive = demand.importance == .required && isChosen
      return demand
    }
    var problem = CoverageProblem(
      demands: weighed, sessions: sessions, optionalLimit: .random(in: 1...3, using: &random),
      minuteLimit: [nil, 60, 100, 150].randomElement(using: &random) ?? nil,
      scores: (0..<demands.count * 3).map { _ in .random(in: 3...15, using: &random) },
      apt: demands.map { _ in sessionBits { Bool.random(using: &random) } },
      core: demands.map { _ in sessionBits { Int.random(in: 0..<6, using: &random) == 0 } },
      options: Array(repeating: [], count: demands.count * 3), shows: [])
    if Bool.random(using: &weights) {
      let demand = Int.random(in: demands.indices, using: &weights)
      problem.gate = Pair(demand: demand, session: Int.random(in: 0..<3, using: &weights))
      problem.demands[demand].readings += 1
    }
    for demand in demands.indices {
      for _ in 0..<Int.random(in: 1...2, using: &random) { problem.addQuestion(for: demand, using: &random) }
    }
    for index in problem.options.indices {
      problem.options[index].sort { ($0.minutes, $0.question) < ($1.minutes, $1.question) }
    }
    return problem
  }

  private mutating func addQuestion(for demand: Int, using random: inout SeededGenerator) {
    let option = Option(question: shows.count, minutes: [10, 15, 20, 30].randomElement(using: &random) ?? 15)
    shows.append(demands.indices.filter { $0 != demand && Int.random(in: 0..<4, using: &random) == 0 })
    // One question in six belongs to two demands, as those of programming belong to every language.
    let other =
      Int.random(in: 0..<6, using: &random) == 0 ? demands.indices.randomElement(using: &random) : nil
    for owner in Set([demand, other ?? demand]).sorted() {
      for session in sessions.indices where Int.random(in: 0..<3, using: &random) > 0 {
        if option.minutes <= sessions[session].ratedMinutes { options[index(owner, session)].append(option) }
      }
    }
  }

  /// Up to four exercises, each for one session or two, and sessions that need one or are expected.
  fileprivate mutating func addExercises(using random: inout SeededGenerator) {
    exercises = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      let shows = demands.indices.filter { _ in Int.random(in: 0..<5, using: &random) < 2 }
      let rates = shows.filter { _ in Bool.random(using: &random) }
      return Exercise(
        minutes: [10, 20, 30].randomElement(using: &random) ?? 20, shows: shows, rates: rates,
        named: rates.filter { _ in Int.random(in: 0..<3, using: &random) == 0 },
        closeness: .init(degree: Int.random(in: 0...10, using: &random)))
    }
    for exercise in exercises.indices.dropFirst() where Int.random(in: 0..<3, using: &random) == 0 {
      exercises[exercise].excludes = [0]
      exercises[0].excludes.insert(exercise)
    }
    suited = sessions.indices.map { session in
      exercises.indices.filter { exercise in
        exercises[exercise].minutes <= sessions[session].ratedMinutes && !exercises[exercise].shows.isEmpty
          && Bool.random(using: &random)
      }
    }
    for session in sessions.indices {
      sessions[session].needsExercise = Bool.random(using: &random)
      sessions[session].isExpected = Int.random(in: 0..<4, using: &random) == 0
    }
  }
}

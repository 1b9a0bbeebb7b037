/// What sessions can rate when they are held around exercises.
struct ExerciseReach {
  /// The sessions that may be held around an exercise, as bits.
  let welcoming: UInt64
  /// For each demand the sessions that can rate it by a question or by any exercise, as bits.
  let open: [UInt64]

  private let problem: CoverageProblem
  /// For each demand the sessions that can rate it by a question, as bits.
  private let asked: [UInt64]
  /// The minutes of the shortest question for each demand in each session.
  private let shortest: [Int]

  init(_ problem: CoverageProblem) {
    self.problem = problem
    let asked = problem.demands.indices.map { problem.possible($0) }
    self.asked = asked
    shortest = problem.options.map { $0.first?.minutes ?? .max }
    let welcoming = problem.suited.indices.reduce(0 as UInt64) {
      problem.suited[$1].isEmpty || problem.sessions[$1].places == 0 ? $0 : $0 | 1 << UInt64($1)
    }
    self.welcoming = welcoming
    var open = asked
    for session in Bits(welcoming) {
      for exercise in problem.suited[session] {
        for demand in problem.shown(by: exercise, in: session) { open[demand] |= 1 << UInt64(session) }
      }
    }
    self.open = open
  }

  /// The problem as if each session were held around all of its exercises: what bounds the search.
  var atBest: CoverageProblem {
    var problem = problem
    for session in Bits(welcoming) {
      for exercise in problem.suited[session] {
        for demand in problem.exercises[exercise].core { problem.core[demand] |= 1 << UInt64(session) }
      }
    }
    return problem
  }

  /// For each demand the sessions that can rate it, as bits, once one of them has its exercise or none.
  func narrowed(_ possible: [UInt64], at session: Int, to exercise: Int?) -> [UInt64] {
    var possible = possible
    let bit: UInt64 = 1 << UInt64(session)
    let left = exercise.map { problem.sessions[session].ratedMinutes - problem.exercises[$0].minutes } ?? .max
    for demand in possible.indices where possible[demand] & bit != 0 {
      let isAsked = asked[demand] & bit != 0 && shortest[problem.index(demand, session)] <= left
      if !isAsked { possible[demand] &= ~bit }
    }
    guard let exercise else { return possible }
    for demand in problem.shown(by: exercise, in: session) { possible[demand] |= bit }
    return possible
  }

  /// The problem that remains when just these sessions are held, around these exercises.
  ///
  /// What an exercise shows has a question of no minutes there, each with a number of its own above those
  /// of real questions. A session that needs an exercise and has none is bare.
  func rest(_ exercises: [Int?], held: UInt64) -> CoverageProblem {
    var rest = problem
    rest.suited = []
    rest.forced = problem.demands.map { _ in 0 }
    for session in rest.sessions.indices {
      let isHeld = held >> UInt64(session) & 1 == 1
      rest.sessions[session].isOptional = !isHeld
      guard isHeld else {
        rest.sessions[session].places = 0
        continue
      }
      if let exercise = exercises[session] {
        hold(session, around: exercise, in: &rest)
      } else {
        rest.sessions[session].isBare = rest.sessions[session].needsExercise
      }
      rest.sessions[session].needsExercise = false
      rest.sessions[session].places = min(
        rest.sessions[session].places, QuestionMinutes(rest, in: session).most)
    }
    return rest
  }

  /// What it is worth that each reading of a demand is by an exercise made for it: more than a better format.
  private static let madeFor = 6

  private func hold(_ session: Int, around number: Int, in rest: inout CoverageProblem) {
    let exercise = problem.exercises[number]
    let left = rest.sessions[session].ratedMinutes - exercise.minutes
    rest.sessions[session].ratedMinutes = left
    rest.sessions[session].closeness = exercise.closeness
    for demand in rest.demands.indices {
      rest.options[rest.index(demand, session)].removeAll { $0.minutes > left }
    }
    for demand in exercise.core { rest.core[demand] |= 1 << UInt64(session) }
    if let main = exercise.main { rest.forced[main] |= 1 << UInt64(session) }
    for demand in exercise.rates {
      rest.scores[rest.index(demand, session)] += Self.madeFor
    }
    for demand in problem.shown(by: number, in: session) {
      rest.options[rest.index(demand, session)].insert(.init(question: rest.shows.count, minutes: 0), at: 0)
      rest.shows.append([])
    }
  }
}

internal import Diagnostics
internal import Rubric
internal import YAML

/// What one interview more would add to a loop, by planning again with it. The others stay as they are.
public struct FurtherInterview: Sendable {
  /// The name of the interview that joins those of the loop.
  public var names: [String]
  /// The demands that it rates and this one leaves out.
  public var covers: [Demand]
  /// The required demands that it rates a second time.
  public var secondReadings: [Demand]
  /// The minutes that the candidate spends more.
  public var candidateMinutes: Int
  /// The minutes that the team spends more, with preparation and debrief.
  public var teamMinutes: Int

  /// How many nodes the search may take; it starts from the plan that it has to beat.
  private static let nodeLimit = 200

  /// Plans once more; nil when one more interview adds nothing.
  init?(_ draft: LoopDraft, library: RubricLibrary) throws(InvalidInput) {
    guard draft.leavesSomething else { return nil }
    var sessions = draft.sessions
    if draft.sessions.contains(where: { $0.stage != nil }) {
      for id in draft.policy.formats
      where !draft.held.contains(where: { draft.sessions[$0].format?.id == id }) {
        guard sessions.count < 63, let format = try library.format(id) else { continue }
        sessions.append(
          Session(name: format.name, format: format, minutes: format.minutes, isOptional: true))
      }
    }
    let list = SessionList(sessions, optionalLimit: 1)
    let whole = ProblemBuilder(draft.demands, list, policy: draft.policy, exercises: draft.pool).problem
    // What is held stays as it is, around the same exercises, and one more joins it.
    let exercises = draft.exercises + Array(repeating: nil, count: sessions.count - draft.exercises.count)
    var problem = ExerciseReach(whole).rest(exercises, held: draft.plan.held)
    for index in sessions.indices where sessions[index].isOptional && !draft.held.contains(index) {
      problem.sessions[index].places = whole.sessions[index].places
    }
    problem.optionalLimit = 1
    self.init(draft, sessions, problem)
  }

  private init?(_ draft: LoopDraft, _ sessions: [Session], _ problem: CoverageProblem) {
    let known = CoveragePlan(held: draft.plan.held, seats: draft.plan.seats, problem)
    var solver = CoverageSolver(problem, beating: known, count: 1, nodeLimit: Self.nodeLimit)
    let plan = solver.solve()
    let (before, after) = (draft.plan.seats, plan.seats)
    covers = draft.demands.indices.filter { before[$0] == 0 && after[$0] != 0 }.map { draft.demands[$0] }
    secondReadings = draft.demands.indices.filter { index in
      draft.demands[index].importance == .required && before[index].nonzeroBitCount == 1
        && after[index].nonzeroBitCount > 1
    }.map { draft.demands[$0] }
    guard !covers.isEmpty || !secondReadings.isEmpty else { return nil }
    let added = Array(Bits(plan.held & ~draft.plan.held))
    names = added.map { sessions[$0].name }
    candidateMinutes = added.reduce(0) { $0 + sessions[$1].minutes }
    let each = draft.policy.preparationMinutes + draft.policy.debriefMinutes
    teamMinutes = candidateMinutes + added.count * each
  }

  var document: Document {
    .mapping([
      .init("names", .inline(names)), .init("covers", .inline(covers.map(\.id))),
      .init("second_readings", .inline(secondReadings.map(\.id))),
      .init("candidate", .integer(candidateMinutes)), .init("team", .integer(teamMinutes)),
    ])
  }
}

extension LoopDraft {
  /// Whether anything that could be rated is not, or a required demand not as often as it should be.
  fileprivate var leavesSomething: Bool {
    demands.indices.contains { demand in
      demands[demand].isInLibrary
        && plan.seats[demand].nonzeroBitCount < builder.problem.demands[demand].readings
    }
  }
}

internal import Diagnostics
internal import Rubric

/// What one interview more would add to a loop that keeps those it has, by planning again with each.
public struct FurtherInterview: Sendable {
  /// What it is called.
  public var name: String
  /// The demands that it lets the loop rate and that are left out now.
  public var covers: [Demand]
  /// The required demands that get their second reading.
  public var secondReadings: [Demand]
  /// The minutes that the candidate spends more.
  public var candidateMinutes: Int
  /// The minutes that the team spends more, with preparation and debrief.
  public var teamMinutes: Int

  /// How many nodes the search may take; it starts from the plan that it has to beat.
  private static let nodeLimit = 200

  /// Plans once more; nil when no interview of the policy adds anything.
  init?(_ draft: LoopDraft, library: RubricLibrary) throws(InvalidInput) {
    guard draft.leavesSomething else { return nil }
    guard draft.sessions.contains(where: { $0.stage != nil }) else {
      self.init(draft, draft.sessions, draft.builder.problem)
      return
    }
    var sessions = draft.sessions
    for id in draft.policy.formats where !sessions.contains(where: { $0.format?.id == id }) {
      guard sessions.count < 63, let format = try library.format(id) else { continue }
      sessions.append(Session(format, isOptional: true))
    }
    let list = SessionList(sessions, optionalLimit: 1)
    self.init(
      draft, sessions,
      ProblemBuilder(
        draft.demands, list, policy: draft.policy, exercises: draft.pool,
        showing: draft.showing, pools: draft.builder.pools
      ).problem)
  }

  private init?(_ draft: LoopDraft, _ sessions: [Session], _ given: CoverageProblem) {
    // What is held stays as it is, around the same exercises, and one more may join it.
    let exercises = draft.exercises + Array(repeating: nil, count: sessions.count - draft.exercises.count)
    var problem = ExerciseReach(given).rest(exercises, held: draft.plan.held)
    for index in sessions.indices where problem.sessions[index].isOptional {
      problem.sessions[index].places = given.sessions[index].places
    }
    problem.optionalLimit = 1
    problem.minuteLimit = nil
    let known = CoveragePlan(held: draft.plan.held, seats: draft.plan.seats, problem)
    var solver = CoverageSolver(problem, beating: known, nodeLimit: Self.nodeLimit)
    let plan = solver.solve()
    guard let added = Bits(plan.held & ~draft.plan.held).first else { return nil }
    let (before, after) = (draft.plan.seats, plan.seats)
    covers = draft.demands.indices.filter { before[$0] == 0 && after[$0] != 0 }.map { draft.demands[$0] }
    secondReadings = draft.demands.indices.filter { index in
      draft.demands[index].importance == .required && before[index].nonzeroBitCount == 1
        && after[index].nonzeroBitCount > 1
    }.map { draft.demands[$0] }
    guard !covers.isEmpty || !secondReadings.isEmpty else { return nil }
    name = sessions[added].name
    candidateMinutes = sessions[added].minutes
    teamMinutes = candidateMinutes + draft.policy.preparationMinutes + draft.policy.debriefMinutes
  }
}

extension FurtherInterview {
  /// The same without second readings that a loop has by what it asks besides its plan; nil where nothing is left.
  func besides(_ loop: InterviewLoop) -> FurtherInterview? {
    let twice = Set(loop.coverage.filter { $0.interviews.count > 1 }.map(\.demand.id))
    var further = self
    further.secondReadings.removeAll { twice.contains($0.id) }
    return further.covers.isEmpty && further.secondReadings.isEmpty ? nil : further
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

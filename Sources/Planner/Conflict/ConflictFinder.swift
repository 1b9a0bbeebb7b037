internal import Diagnostics
internal import Rubric

/// Finds the smallest reason why required demands are left out of a loop.
struct ConflictFinder {
  private let draft: LoopDraft
  private let library: RubricLibrary

  init(_ draft: LoopDraft, library: RubricLibrary) {
    self.draft = draft
    self.library = library
  }

  /// The conflict, and if asked for its ways out; nil when every required demand that the library knows is rated.
  ///
  /// A demand that no session can rate at all is a conflict by itself. Otherwise too many compete: demands
  /// are taken out as long as the rest still cannot all be rated, and what is left could all be rated but
  /// for one.
  func conflict(seekingRemedies: Bool) throws(InvalidInput) -> CoverageConflict? {
    let unrated = draft.required.filter { !draft.isRated($0) }
    guard !unrated.isEmpty else { return nil }
    let core = unrated.first { !draft.isRatable($0) }.map { [$0] } ?? competing()
    guard !core.isEmpty else { return nil }
    let remedies = seekingRemedies ? try RemedyFinder(draft, core: core, library: library).remedies() : []
    return CoverageConflict(
      demands: core.map { draft.demands[$0] }, places: core.count - 1, remedies: remedies)
  }

  /// The demands that compete; none when an unfinished search left out what a longer one would rate.
  private func competing() -> [Int] {
    var core = draft.required
    if !draft.plan.isProven, draft.builder.problem.canRate(all: core) { return [] }
    for demand in core.sorted(by: isDropped) {
      let rest = core.filter { $0 != demand }
      if !draft.builder.problem.canRate(all: rest) { core = rest }
    }
    return core
  }

  /// The order in which demands are tried to be taken out: rated ones before those left out, which the
  /// conflict is to explain, then light before heavy.
  private func isDropped(_ a: Int, before b: Int) -> Bool {
    if draft.isRated(a) != draft.isRated(b) { return draft.isRated(a) }
    let (first, second) = (draft.demands[a].weight, draft.demands[b].weight)
    return first == second ? a > b : first < second
  }
}

extension CoverageProblem {
  /// How many nodes a search that only asks whether something is possible may take.
  static let checkLimit = 100
  /// How many nodes it may take before exercises are looked at.
  static let glanceLimit = 12
  /// How many cases of exercises such a search may look at.
  static let checkSteps = 60

  /// Whether some loop rates all of these demands at least once.
  func canRate(all wanted: [Int]) -> Bool {
    var problem = self
    // The others may come in where their questions show one of these.
    for demand in demands.indices {
      problem.demands[demand].readings = min(1, problem.demands[demand].readings)
      problem.demands[demand].importance = .duty
    }
    for demand in wanted {
      problem.demands[demand].readings = 1
      problem.demands[demand].importance = .required
    }
    var search = ExerciseSearch(
      problem, goal: wanted.count, floor: wanted.count - 1, nodeLimit: Self.checkLimit, steps: Self.checkSteps
    )
    guard search.mayReachGoal else { return false }
    // Most often a plan without exercises is found at once. Where the search with them gives up, it is sought longer.
    if problem.canRate(wanted.count, nodeLimit: Self.glanceLimit) { return true }
    let found = search.seekGoal()
    if found.objective.once == wanted.count || found.isProven { return found.objective.once == wanted.count }
    return problem.canRate(wanted.count, nodeLimit: Self.checkLimit)
  }

  /// Whether a loop without exercises is found that rates so many required demands.
  private func canRate(_ count: Int, nodeLimit: Int) -> Bool {
    var solver = CoverageSolver(self, goal: count, nodeLimit: nodeLimit)
    return solver.solve().objective.once == count
  }
}

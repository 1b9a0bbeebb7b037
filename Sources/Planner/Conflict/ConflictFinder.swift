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

  /// The conflict, if asked for the smallest one with its ways out; nil when every required demand that the library
  /// knows is rated.
  ///
  /// A demand that no session can rate at all is a conflict by itself. Otherwise too many compete: demands
  /// are taken out as long as the rest still cannot all be rated, and what is left could all be rated but
  /// for one.
  func conflict(_ detail: LoopDetail) throws(InvalidInput) -> CoverageConflict? {
    let unrated = draft.required.filter { !draft.isRated($0) }
    guard !unrated.isEmpty else { return nil }
    let unratable = unrated.first { !draft.isRatable($0) }
    var check = RatingCheck(draft.builder.problem, known: KnownLoop(draft.problem, draft.plan))
    // An unfinished search may leave out what a longer one would rate.
    if unratable == nil, canRate(draft.required, &check) { return nil }
    guard !detail.isDisjoint(with: [.smallestConflict, .remedies]) else {
      return CoverageConflict(demands: unrated.map { draft.demands[$0] }, places: 0, remedies: [])
    }
    let core = unratable.map { [$0] } ?? competing(&check)
    let remedies =
      detail.contains(.remedies) ? try RemedyFinder(draft, core: core, library: library).remedies() : []
    return CoverageConflict(
      demands: core.map { draft.demands[$0] }, places: core.count - 1, remedies: remedies)
  }

  /// The demands that compete.
  private func competing(_ check: inout RatingCheck) -> [Int] {
    var core = draft.required
    for demand in core.sorted(by: isDropped) {
      let rest = core.filter { $0 != demand }
      if !canRate(rest, &check) { core = rest }
    }
    return core
  }

  /// Whether some loop rates all of these demands. None rates more than the best one, or than it is known that it could.
  private func canRate(_ demands: [Int], _ check: inout RatingCheck) -> Bool {
    demands.count <= draft.plan.bound.once && check.canRate(all: demands)
  }

  /// The order in which demands are tried to be taken out: rated ones before those left out, which the
  /// conflict is to explain, then light before heavy.
  private func isDropped(_ a: Int, before b: Int) -> Bool {
    if draft.isRated(a) != draft.isRated(b) { return draft.isRated(a) }
    let (first, second) = (draft.demands[a].weight, draft.demands[b].weight)
    return first == second ? a > b : first < second
  }
}

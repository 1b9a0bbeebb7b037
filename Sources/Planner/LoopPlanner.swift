public import Diagnostics
public import Rubric

/// Plans the interviews of a role. The map of the way from a `RoleDefinition` to an `InterviewLoop`:
///
/// 1. `DemandBuilder` turns what the role asks for into demands, the units that a loop rates.
/// 2. `SessionList` lists the interviews that may be held: what the policy allows, or by way of
///    `StatedProcess` what the posting states. Where that leaves out what decides, `ProcessShortfall` keeps what of it
///    is sure, and the policy gives the rest.
/// 3. `ProblemBuilder` puts demands, sessions, and the questions and exercises that fit them
///    (`QuestionPool`, `QuestionFit`, `ExercisePool`) into small numbers: a `CoverageProblem`.
/// 4. `ExerciseSearch` chooses sessions and their exercises, and `CoverageSolver` places, exactly:
///    `HeldSessions` lists what may be held, `PlaceCount` counts and `PlaceMatching` fills the places,
///    `QuestionAssignment` sees that there are questions. `NearnessExchange` then brings together what one question
///    shows.
/// 5. `QuestionChooser` takes the best questions by `QuestionQuality`; `SlotFiller` fills their slots.
/// 6. `ConflictFinder` and `RemedyFinder` say why required demands are left out, and what would help: by `RatingCheck`,
///    which asks what could be rated at all, most often by a `KnownLoop`, and `RemedyTrial`, which plans with a change.
/// 7. `FurtherInterview` plans once more with one interview more than the policy allows, for `LoopEconomics`.
/// 8. `LoopAssembler` writes it all out as the loop, under a `Fingerprint` of what it was made from.
public struct LoopPlanner: Sendable {
  let library: RubricLibrary
  let policy: LoopPolicy
  private let formSeed: String?
  /// The competencies that were read beforehand, by id.
  private var competencies: [String: Competency]?
  /// The exercises that were read beforehand.
  private var outlines: [ExerciseOutline]?

  /// A planner with the rubrics and the rules of a company. The exercises of its loops are in the forms
  /// that a seed draws, or in their first forms.
  public init(library: RubricLibrary, policy: LoopPolicy, formSeed: String? = nil) {
    self.library = library
    self.policy = policy
    self.formSeed = formSeed
  }

  /// The planner, with all that it needs of the rubrics for several roles read once. Throws what is wrong with them.
  public func prepared(for roles: [RoleDefinition]) throws(InvalidInput) -> LoopPlanner {
    var planner = self
    planner.competencies = try library.competencies(roles.flatMap { $0.competencies.map(\.id) })
    planner.outlines = try library.exerciseOutlines()
    return planner
  }

  /// The best loop for a role, with some details. Throws what is wrong with the rubrics that it needs.
  public func plan(
    _ role: RoleDefinition, _ detail: LoopDetail = .standard
  ) throws(InvalidInput) -> InterviewLoop {
    let known =
      if let competencies { competencies } else { try library.competencies(role.competencies.map(\.id)) }
    let demands = DemandBuilder(role, known, ofLevel: policy.demands(of: role.level)).demands()
    let outlines = if let outlines { outlines } else { try library.exerciseOutlines() }
    let pool = ExercisePool(outlines, for: role, demands, core: policy.decision.coreDemands)
    var (draft, loop) = drafted(role, try draft(of: role, demands, pool))
    if let shortfall = ProcessShortfall(draft, loop) {
      let free = drafted(role, try shortfall.freeDraft(library: library))
      if shortfall.isMended(by: free.loop) { (draft, loop) = free }
    }
    loop.conflict = try ConflictFinder(draft, library: library).conflict(detail)
    loop.economics = LoopEconomics(
      agreement: policy.raterAgreement,
      limit: draft.sessions.contains { $0.stage != nil } ? nil : draft.policy.interviews,
      isFurtherKnown: detail.contains(.furtherInterview),
      further: detail.contains(.furtherInterview)
        ? try FurtherInterview(draft, library: library)?.besides(loop) : nil)
    let used = policy.concerning(role.level)
    loop.policyChanges = try library.policyIfAny().map { used.changes(from: $0.concerning(role.level)) }
    if detail.contains(.fingerprint) {
      loop.fingerprint = Fingerprint(of: loop, library: library, policy: used).text
    }
    return loop
  }

  private func drafted(_ role: RoleDefinition, _ draft: LoopDraft) -> (draft: LoopDraft, loop: InterviewLoop)
  {
    (draft, LoopAssembler(role, draft, formSeed: formSeed).loop())
  }

  /// The draft of a loop of the smallest size that does: all that is required is rated, every interview that is
  /// expected is held, and none without the exercise that it needs.
  private func draft(
    of role: RoleDefinition, _ demands: [Demand], _ pool: ExercisePool
  ) throws(InvalidInput) -> LoopDraft {
    let sizes = policy.sizes(for: role.level)
    for size in sizes.dropLast() {
      let sessions = try SessionList(for: role, demands, library: library, policy: size)
      if sessions.isStated { break }
      let draft = LoopDraft(demands, sessions, policy: size, exercises: pool)
      if draft.isWhole { return draft }
    }
    let size = sizes.last ?? policy
    let sessions = try SessionList(for: role, demands, library: library, policy: size)
    return LoopDraft(demands, sessions, policy: size, exercises: pool)
  }
}

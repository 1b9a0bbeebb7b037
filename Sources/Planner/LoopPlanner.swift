public import Diagnostics
public import Rubric

/// Plans the interviews of a role. The map of the way from a `RoleDefinition` to an `InterviewLoop`:
///
/// 1. `DemandBuilder` turns what the role asks for into demands, the units that a loop rates.
/// 2. `SessionList` lists the interviews that may be held: what the policy allows, or by way of
///    `StatedProcess` what the posting states.
/// 3. `ProblemBuilder` puts demands, sessions, and the questions and exercises that fit them
///    (`QuestionPool`, `QuestionFit`, `ExercisePool`) into small numbers: a `CoverageProblem`.
/// 4. `ExerciseSearch` chooses sessions and their exercises, and `CoverageSolver` places, exactly:
///    `HeldSessions` lists what may be held, `PlaceMatching` fills the places, `QuestionAssignment` sees
///    that there are questions, `ExerciseBinding` that exercises are rated for what they are made for.
///    `NearnessExchange` then brings together what one question shows.
/// 5. `QuestionChooser` takes the best questions by `QuestionQuality`; `SlotFiller` fills their slots.
/// 6. `ConflictFinder` and `RemedyFinder` say why required demands are left out, and what would help: by `RatingCheck`,
///    which asks what could be rated at all, and `RemedyTrial`, which plans with a change.
/// 7. `FurtherInterview` plans once more with one interview more than the policy allows, for `LoopEconomics`.
/// 8. `LoopAssembler` writes it all out as the loop, under a `Fingerprint` of what it was made from.
public struct LoopPlanner: Sendable {
  let library: RubricLibrary
  let policy: LoopPolicy
  private let formSeed: String?

  /// A planner with the rubrics and the rules of a company. The exercises of its loops are in the forms
  /// that a seed draws, or in their first forms.
  public init(library: RubricLibrary, policy: LoopPolicy, formSeed: String? = nil) {
    self.library = library
    self.policy = policy
    self.formSeed = formSeed
  }

  /// The best loop for a role. What one more interview would add is a plan of its own, which only people read:
  /// `lookingFurther` asks for it. Ways out of a conflict are left out where nobody asks for them. Throws what is
  /// wrong with the rubrics that it needs.
  public func plan(
    _ role: RoleDefinition, lookingFurther: Bool = false, seekingRemedies: Bool = true
  ) throws(InvalidInput) -> InterviewLoop {
    let demands = try DemandBuilder(role, library: library).demands()
    let sessions = try SessionList(for: role, library: library, policy: policy)
    let pool = ExercisePool(try library.exerciseOutlines(), for: role, demands)
    let draft = LoopDraft(demands, sessions, policy: policy, exercises: pool)
    var loop = LoopAssembler(role, draft, formSeed: formSeed).loop()
    loop.conflict = try ConflictFinder(draft, library: library).conflict(seekingRemedies: seekingRemedies)
    loop.economics = LoopEconomics(
      agreement: policy.raterAgreement, limit: role.interviewProcess.isEmpty ? policy.interviews : nil,
      isFurtherKnown: lookingFurther,
      further: lookingFurther ? try FurtherInterview(draft, library: library) : nil)
    loop.policyChanges = try library.policyIfAny().map { policy.changes(from: $0) }
    loop.fingerprint = Fingerprint(of: loop, library: library, policy: policy).text
    return loop
  }
}

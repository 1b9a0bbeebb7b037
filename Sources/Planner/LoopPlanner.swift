public import Diagnostics
public import Rubric

/// Plans the interviews of a role. The map of the way from a `RoleDefinition` to an `InterviewLoop`:
///
/// 1. `DemandBuilder` turns what the role asks for into demands, the units that a loop rates.
/// 2. `SessionList` lists the interviews that may be held: what the policy allows, or by way of
///    `StatedProcess` what the posting states.
/// 3. `ProblemBuilder` puts demands, sessions and the questions that fit them (`QuestionPool`,
///    `QuestionFit`) into small numbers: a `CoverageProblem`.
/// 4. `CoverageSolver` chooses sessions and places exactly: `HeldSessions` lists what may be held,
///    `PlaceMatching` fills the places, `QuestionAssignment` sees that there are questions.
///    `NearnessExchange` then brings together what one question shows.
/// 5. `QuestionChooser` takes the best questions by `QuestionQuality`; `SlotFiller` fills their slots.
/// 6. `ConflictFinder` and `RemedyFinder` say why required demands are left out, and what would help.
/// 7. `LoopAssembler` writes it all out as the loop, under a `Fingerprint` of what it was made from.
public struct LoopPlanner: Sendable {
  let library: RubricLibrary
  private let policy: LoopPolicy

  /// A planner with the rubrics and the rules of a company.
  public init(library: RubricLibrary, policy: LoopPolicy) {
    self.library = library
    self.policy = policy
  }

  /// The best loop for a role. Throws what is wrong with the rubrics that it needs.
  public func plan(_ role: RoleDefinition) throws(InvalidInput) -> InterviewLoop {
    let demands = try DemandBuilder(role, library: library).demands()
    let sessions = try SessionList(for: role, library: library, policy: policy)
    let draft = LoopDraft(demands, sessions, policy: policy)
    var loop = LoopAssembler(role, draft).loop()
    loop.conflict = try ConflictFinder(draft, library: library).conflict()
    loop.fingerprint = Fingerprint(of: loop, library: library).text
    return loop
  }
}

/// What the change from one role to another does to the loop: the loops of both sides, planned with the same library
/// and policy, held against each other (docs/diff.md, Consequences).
///
/// The planner may choose another loop for small reasons. What does not follow from the roles' differences, such as
/// another question on a competency that both sides ask for alike, is marked as a mere re-choice.
public struct LoopDiff: Sendable {
  /// The loop of the first side.
  public let from: InterviewLoop
  /// The loop of the second side.
  public let to: InterviewLoop
  /// What either role asks for: in the order of the second, then what only the first asks for.
  public let ratings: [DemandChange]
  /// The interviews of either loop: in the order of the second, then what only the first holds.
  public let interviews: [InterviewChange]
  /// The questions and exercises of either loop, likewise.
  public let tasks: [TaskChange]
  /// What changes for the people who hold the interviews.
  public let people: PeopleChange

  /// Holds two loops against each other.
  public init(from: InterviewLoop, to: InterviewLoop) {
    self.from = from
    self.to = to
    let matching = DemandMatching(from.coverage.map(\.demand), to.coverage.map(\.demand))
    ratings = matching.pairs.map { pair in
      DemandChange(
        from: pair.from.map { from.coverage[$0] }, to: pair.to.map { to.coverage[$0] }, in: (from, to))
    }
    interviews = InterviewMatching(from.interviews, to.interviews).pairs.map { pair in
      InterviewChange(
        from: pair.from.map { from.interviews[$0] }, to: pair.to.map { to.interviews[$0] }, matching)
    }
    tasks = TaskChange.all(from: from, to: to, ratings)
    people = PeopleChange(from: from, to: to)
  }

  /// The minutes of the candidate on both sides.
  public var candidateMinutes: (from: Int, to: Int) { (from.candidateMinutes, to.candidateMinutes) }

  /// The minutes of the team on both sides.
  public var teamMinutes: (from: Int, to: Int) { (from.teamMinutes, to.teamMinutes) }

  /// Whether nothing at all changes, mere re-choices included.
  public var isEmpty: Bool { !isFelt && rechoices.isEmpty }

  /// Whether anything follows from the differences of the roles: more than re-choices.
  public var isFelt: Bool {
    ratings.contains(where: \.isFelt) || interviews.contains { $0.kind == .added || $0.kind == .removed }
      || interviews.contains(where: \.hasOtherMinutes)
      || tasks.contains { $0.kind != .kept && !$0.isRechoice }
      || (from.conflict == nil) != (to.conflict == nil) || teamMinutes.from != teamMinutes.to
      || people.isFelt
  }

  /// What the planner has chosen otherwise though nothing asks for it.
  public var rechoices: Rechoices {
    Rechoices(
      tasks: max(rechosen(.added), rechosen(.removed)),
      places: ratings.count(where: \.isRechoice), holders: interviews.count(where: \.hasOtherHolder))
  }

  private func rechosen(_ kind: TaskChange.Kind) -> Int { tasks.count { $0.kind == kind && $0.isRechoice } }

  /// How much of a loop is chosen otherwise, and asks for nothing else.
  public struct Rechoices: Sendable, Equatable {
    /// Questions and exercises that give way to others, for ratings that stay as they are.
    public let tasks: Int
    /// Competencies that are rated as often as before, in other interviews that both loops hold.
    public let places: Int
    /// Interviews that somebody else of the panel holds.
    public let holders: Int

    /// Whether there are none.
    public var isEmpty: Bool { tasks == 0 && places == 0 && holders == 0 }
  }

  /// The ratings of a kind.
  public func ratings(_ kind: DemandChange.Kind) -> [DemandChange] { ratings.filter { $0.kind == kind } }
}

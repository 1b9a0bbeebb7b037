internal import Rubric

extension InterviewLoop {
  /// What the role asks for and no interview rates, and this one shows all the same: by the exercise that it is held around,
  /// or in the answers to its questions. It is noted for the debrief, and not rated. Where nobody sits by, only what the
  /// exercise is made for can be seen.
  func noted(in interview: Interview) -> [Demand] {
    var shown = Set(interview.exercise?.rates ?? [])
    if !interview.isAlone {
      shown.formUnion(interview.exercise?.also ?? [])
      shown.formUnion(interview.ratings.flatMap(\.questions).flatMap(\.question.also))
    }
    guard !shown.isEmpty else { return [] }
    return coverage.filter { entry in
      !entry.isRated
        && entry.demand.competencies.contains { competency in
          shown.contains(competency.id) || competency.extends.map(shown.contains) ?? false
        }
    }.map(\.demand)
  }

  /// The numbers of the interviews that show something of a demand that none rates.
  func interviews(noting demand: Demand) -> [Int] {
    interviews.filter { interview in noted(in: interview).contains { $0.id == demand.id } }.map(\.number)
  }
}

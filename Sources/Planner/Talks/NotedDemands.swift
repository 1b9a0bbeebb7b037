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

  /// The loop with the interviews that show something of what none rates.
  func withNotes() -> InterviewLoop {
    var loop = self
    let shown = interviews.map { (number: $0.number, ids: Set(self.noted(in: $0).map(\.id))) }
    for index in coverage.indices {
      let id = coverage[index].demand.id
      loop.coverage[index].noted = shown.filter { $0.ids.contains(id) }.map(\.number)
    }
    return loop
  }
}

extension Coverage {
  /// The numbers of the interviews that show something of it, as people list them; nil where none does.
  var notedIn: String? { noted.isEmpty ? nil : Figures.listed(noted.map(String.init)) }
}

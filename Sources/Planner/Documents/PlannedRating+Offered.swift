import Rubric

extension PlannedRating {
  /// What is rated, with those alternatives alone among which the candidate chooses: those that have a question, where
  /// the question is about one of them.
  var offered: Demand {
    guard let question, demand.competencies.count > 1,
      !demand.competencies.allSatisfy({ $0.holds(question) })
    else { return demand }
    let asked = [question] + instead
    let kept = zip(demand.alternatives, demand.competencies).filter { _, competency in
      asked.contains(where: competency.holds)
    }
    // A question of a person's own is about any.
    if kept.isEmpty { return demand }
    return Demand(alternatives: kept.map(\.0), competencies: kept.map(\.1), along: demand.along)
  }

  /// Its own questions. Of alternatives with questions of their own each goes with its alternative; of several that inherit
  /// one, each with the first that has none yet. nil for what everybody is asked.
  var askedOf: [(question: PlannedQuestion, alternative: Competency?)] {
    guard let question, !instead.isEmpty else { return questions.map { ($0, nil) } }
    var others = demand.competencies
    return ([question] + instead).map { asked in
      let place = others.firstIndex { $0.holds(asked) }
      return (asked, place.map { others.remove(at: $0) })
    }
  }
}

extension Competency {
  fileprivate func holds(_ planned: PlannedQuestion) -> Bool {
    questions.contains { $0.id == planned.question.id }
  }
}

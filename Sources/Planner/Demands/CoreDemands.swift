internal import Rubric

extension InterviewLoop {
  /// What decides: the heaviest of what the role requires, and of what is rated besides and the posting says much of or
  /// states as a duty more than once; as many as the decision rule says, heaviest first. Where nothing is required, the
  /// heaviest of what is rated. Of traits one at most is among them, unless there is nothing else, and none that one line
  /// states or that the posting only states as feelings, "a passion for start-ups", or where it tells of itself; no wish, unless the title is about it; and nothing of which the
  /// posting asks for familiarity, as long as it asks for more elsewhere.
  var core: [Coverage] {
    let heaviness = Heaviness(role)
    let highest = coverage.map(\.demand.target).max() ?? .intermediate
    let least: ProficiencyLevel = highest > .basic ? .intermediate : .basic
    let known = coverage.filter { $0.demand.isInLibrary && $0.demand.target >= least }
    var candidates = known.filter { entry in
      entry.demand.importance == .required
        || entry.isRated
          && (heaviness.isHeavy(entry.demand)
            && (entry.demand.importance == .duty || heaviness.isInTitle(entry.demand))
            || entry.demand.importance == .duty && heaviness.isRecurring(entry.demand))
    }
    if !candidates.contains(where: { $0.demand.importance == .required }) {
      candidates = known.filter(\.isRated)
    }
    let ranked = candidates.map { ($0, heaviness.of($0.demand)) }.enumerated().sorted { a, b in
      (b.element.1, a.offset) < (a.element.1, b.offset)
    }.map(\.element.0)
    let traits = ranked.filter { heaviness.isTrait($0.demand) }.map(\.demand)
    let kept = traits.first(where: heaviness.mayDecide)?.id
    let further = traits.count == ranked.count ? [] : Set(traits.map(\.id).filter { $0 != kept })
    return Array(ranked.filter { !further.contains($0.demand.id) }.prefix(decision.coreDemands))
  }
}

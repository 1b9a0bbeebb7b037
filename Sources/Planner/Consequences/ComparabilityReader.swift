internal import Rubric
internal import YAML

/// Holds the scorecards of one candidate after the other against a loop.
struct ComparabilityReader {
  private let loop: InterviewLoop
  private let plan: AssessmentPlan

  init(_ loop: InterviewLoop) {
    self.loop = loop
    plan = AssessmentPlan(of: loop, library: nil)
  }

  /// What the scorecards of a candidate rate with a level, in the order of their assessment, and the id of the demand
  /// that it is to the loop.
  func ratings(of record: CandidateRecord) -> [(rating: KeptRating, demand: String?)] {
    record.plan.competencies.compactMap { competency in
      let cards = record.scorecards.map(\.scorecard).filter { $0.rates(competency.id) }
      guard !cards.isEmpty else { return nil }
      let chosen = Set(cards.compactMap { $0.chosen(of: competency.id) })
      let demand = demand(of: competency, chosen)
      var reasons = self.reasons(competency, chosen, demand, cards, record.plan)
      if cards.contains(where: { $0.fingerprint.value != record.plan.fingerprint }) {
        reasons.insert(.otherLoop, at: 0)
      }
      return (KeptRating(id: competency.id, name: competency.name, reasons: reasons), demand?.demand.id)
    }
  }

  /// What a competency of scorecards is to the loop: what bears its id, else what was chosen of it, else what has the
  /// most alternatives in common.
  private func demand(of competency: AssessedCompetency, _ chosen: Set<String>) -> Coverage? {
    if let same = loop.coverage.first(where: { $0.demand.id == competency.id }) { return same }
    let ids = Set(competency.id.split(separator: "|").map(String.init))
    return coverage(with: chosen) ?? coverage(with: ids)
  }

  /// What has the most of some alternatives; nil where nothing has any.
  private func coverage(with ids: Set<String>) -> Coverage? {
    func common(_ coverage: Coverage) -> Int {
      ids.intersection(coverage.demand.alternatives.map(\.id)).count
    }
    let most = loop.coverage.map(common).max() ?? 0
    return most == 0 ? nil : loop.coverage.first { common($0) == most }
  }

  private func reasons(
    _ competency: AssessedCompetency, _ chosen: Set<String>, _ coverage: Coverage?, _ cards: [Scorecard],
    _ origin: AssessmentPlan
  ) -> [KeptRating.Reason] {
    guard let coverage else { return [along(competency)] }
    guard coverage.isRated, let kept = plan.competency(coverage.demand.id) else { return [.notRated] }
    let used = competency.alternatives.filter { chosen.isEmpty || chosen.contains($0.id) }
    return scales(used, kept, isChosen: !chosen.isEmpty) + tasks(coverage, cards, origin)
  }

  private func along(_ competency: AssessedCompetency) -> KeptRating.Reason {
    let other = loop.coverage.first { coverage in
      coverage.isRated && coverage.demand.along.contains { $0.id == competency.id }
    }
    return other.map { .along($0.demand.name) } ?? .notAsked
  }

  /// What is said of anchors and levels. Where nothing was chosen, the alternatives that both have are compared.
  private func scales(
    _ used: [AssessedAlternative], _ kept: AssessedCompetency, isChosen: Bool
  ) -> [KeptRating.Reason] {
    var reasons: [KeptRating.Reason] = []
    var levels: Set<Int> = []
    var targets: [KeptRating.Reason] = []
    for alternative in used {
      guard let other = kept.alternatives.first(where: { $0.id == alternative.id }) else {
        if isChosen { reasons.append(.notOffered(alternative.name)) }
        continue
      }
      for (before, after) in zip(alternative.levels, other.levels) where before != after {
        levels.insert(before.level.rawValue)
      }
      let change = KeptRating.Reason.target(from: alternative.target.rawValue, to: other.target.rawValue)
      if alternative.target != other.target, !targets.contains(change) { targets.append(change) }
    }
    return reasons + (levels.isEmpty ? [] : [.anchors(levels: levels.sorted())]) + targets
  }

  /// What is said of questions and exercises: nothing where one that shows it in the loop was asked in an interview in
  /// which the candidate was rated. The form of an exercise does not matter: it shows the same.
  private func tasks(
    _ coverage: Coverage, _ cards: [Scorecard], _ origin: AssessmentPlan
  ) -> [KeptRating.Reason] {
    let asked = cards.compactMap { origin.interview($0.interview.number.value) }.flatMap(\.questions)
    let shown = loop.interviews.flatMap(\.tasks).filter { $0.demands.contains(coverage.demand.id) }
    let common = shown.filter { task in asked.contains { $0.id == task.id } }
    if common.isEmpty { return [.tasks] }
    let isSame = common.contains { task in
      task.isExercise || asked.contains { $0.id == task.id && $0.ask == task.words }
    }
    return isSame ? [] : [.reworded]
  }
}

extension Scorecard {
  /// Whether it gives a competency a level.
  fileprivate func rates(_ id: String) -> Bool {
    competencies.contains { $0.id.value == id && $0.rating?.value.level != nil }
  }

  /// The alternative that the candidate chose.
  fileprivate func chosen(of id: String) -> String? {
    competencies.first { $0.id.value == id && $0.rating?.value.level != nil }?.chosen?.value
  }
}

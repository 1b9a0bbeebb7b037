import Rubric
import YAML

extension DebriefCompetency {
  /// What is rated in a record, or was to be, in the order in which it is talked about: the widest disagreement
  /// first, then the more important, then what weighs more, then in the order of the assessment.
  static func all(of record: CandidateRecord, cards: [DebriefCard]) -> [DebriefCompetency] {
    let plan = record.plan
    var order: [String: Int] = [:]
    for competency in plan.rated + plan.competencies where order[competency.id] == nil {
      order[competency.id] = order.count
    }
    var ids = Set(plan.rated.map(\.id))
    for card in cards { ids.formUnion(card.scorecard.competencies.map(\.id.value)) }
    let entries = cards.map { card in
      Dictionary(card.scorecard.competencies.map { ($0.id.value, $0) }) { first, _ in first }
    }
    let rows = ids.map { id in
      row(id, of: zip(cards, entries.map { $0[id] }), plan: plan) { id, card in
        let decision = record.decision
        return decision?.changes(of: id, in: card, among: cards).compactMap { decision?.changes[$0] } ?? []
      }
    }
    return rows.sorted { precedes($0, $1, order) }
  }

  private static func precedes(
    _ a: DebriefCompetency, _ b: DebriefCompetency, _ order: [String: Int]
  ) -> Bool {
    let ranks = (rank(a.importance), rank(b.importance))
    let places = (order[a.id] ?? .max, order[b.id] ?? .max)
    if a.spread != b.spread { return a.spread > b.spread }
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    if a.weight != b.weight { return a.weight > b.weight }
    return places.0 != places.1 ? places.0 < places.1 : a.id < b.id
  }

  private static func rank(_ importance: Importance?) -> Int {
    switch importance {
    case .required: 0
    case .preferred: 1
    case .duty: 2
    case nil: 3
    }
  }

  private static func row(
    _ id: String, of entries: Zip2Sequence<[DebriefCard], [RatedCompetency?]>, plan: AssessmentPlan,
    changes: (String, DebriefCard) -> [RatingChange]
  ) -> DebriefCompetency {
    let assessed = plan.competency(id)
    let readings = entries.enumerated().compactMap { index, pair -> DebriefReading? in
      let (card, entry) = pair
      guard entry != nil || card.interview?.rates.contains(id) ?? false else { return nil }
      return DebriefReading(
        entry, card: index, assessed: card.isForeign ? nil : assessed,
        changes: changes(id, card))
    }
    return DebriefCompetency(
      id: id, assessed: assessed, target: assessed?.target ?? readings.first?.target ?? .intermediate,
      readings: readings)
  }
}

extension DecisionRecord {
  /// The indices of the changes of a scorecard's rating of a competency. A decision changes scorecards of its own loop,
  /// and names no interviewer where the interview has one scorecard.
  func changes(of id: String, in card: DebriefCard, among cards: [DebriefCard]) -> [Int] {
    guard fingerprint.value == card.scorecard.fingerprint.value else { return [] }
    let isAlone = cards.count { $0.number == card.number && $0.isForeign == card.isForeign } == 1
    return changes.indices.filter { index in
      let change = changes[index]
      guard change.interview.value == card.number, change.competency.value == id else { return false }
      let name = change.interviewer.value.asName
      return name == card.scorecard.interviewer.value.asName || name.isEmpty && isAlone
    }
  }
}

extension String {
  /// A name as it is compared: in small letters, with single spaces.
  var asName: String { lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension DebriefReading {
  fileprivate init(
    _ entry: RatedCompetency?, card: Int, assessed: AssessedCompetency?, changes: [RatingChange]
  ) {
    self.card = card
    self.changes = changes
    original = entry?.rating?.value
    rating = changes.last?.to.value ?? original
    chosen = entry?.chosen?.value
    evidence = entry?.evidence.value ?? ""
    let alternative = assessed?.alternatives.first { $0.id == entry?.chosen?.value }
    target = alternative?.target ?? assessed?.target ?? entry?.target ?? .intermediate
  }
}

internal import Diagnostics
internal import Rubric
internal import YAML

extension Overriding {
  /// The numbers of the sentences with words that were said to state something.
  var sentences: Set<Int> {
    let starts = stated.map(\.words.lowerBound)
    return Set(
      reading.sentences.indices.filter { number in
        starts.contains { reading.sentences[number].words.contains($0) }
      })
  }

  /// Why the claims of a competency were ruled out, by their words.
  func reasons(against competency: Int) -> [Range<Int>: String] {
    let ofCompetency = denied.filter { $0.claims.first?.competency == competency }
    return Dictionary(
      ofCompetency.flatMap { denied in denied.claims.map { ($0.words, denied.denial.reason) } }
    ) { first, _ in first }
  }

  /// What was ruled out, in the order of the file, with what of its claims speaks of the work, if anything does.
  func ruledOut(_ demands: DemandBuilder, of work: ([Claim]) -> [Claim]) -> [RuledOut] {
    denied.map { denial, claims in
      let told = work(claims)
      return RuledOut(
        id: denial.id.value, reason: denial.reason, evidence: demands.evidence(told.isEmpty ? claims : told))
    }
  }

  /// The competencies with what was said of them, in the order of a role.
  func applied(to competencies: [RoleCompetency], _ demands: DemandBuilder) -> [RoleCompetency] {
    guard !stated.isEmpty else { return competencies }
    var competencies = competencies
    let letters = letters(competencies, demands)
    for (statement, words) in stated {
      let index = competencies.firstIndex { $0.id == statement.id.value }
      let known = index.map { competencies.remove(at: $0) }
      let group = statement.anyOf.map { letters[$0.value] ?? "new " + $0.value }
      let competency = competency(statement, words, known, group: group, demands)
      competencies.insert(competency, at: index ?? competencies.endIndex)
    }
    return demands.withLettersInOrder(Self.sorted(competencies))
  }

  private static func sorted(_ competencies: [RoleCompetency]) -> [RoleCompetency] {
    competencies.enumerated().sorted { a, b in
      if a.element.importance != b.element.importance { return a.element.importance < b.element.importance }
      let counts = (a.element.evidence.count, b.element.evidence.count)
      return counts.0 != counts.1 ? counts.0 > counts.1 : a.offset < b.offset
    }.map(\.element)
  }

  /// The letters that a person saw, who read the role without overrides, and what they are now. A letter
  /// that is not among them is made one that no group has.
  private func letters(_ competencies: [RoleCompetency], _ demands: DemandBuilder) -> [String: String] {
    var letters: [String: String] = [:]
    for before in demands.competencies(from: reading.claims) {
      let now = competencies.first { $0.id == before.id }?.anyOf
      if let letter = before.anyOf, let now, letters[letter] == nil { letters[letter] = now }
    }
    return letters
  }

  private func competency(
    _ statement: Overrides.Statement, _ words: Range<Int>, _ known: RoleCompetency?, group: String?,
    _ demands: DemandBuilder
  ) -> RoleCompetency {
    let evidence = demands.quotes.evidence(place(of: words))
    return RoleCompetency(
      id: statement.id.value, importance: statement.importance, anyOf: group,
      target: statement.target ?? known?.target ?? demands.base,
      technologies: known?.technologies ?? technologies(of: statement.id.value, in: words),
      evidence: [evidence] + (known?.evidence ?? []).filter { $0 != evidence },
      override: statement.reason)
  }

  /// The words as a sentence of their own.
  private func place(of words: Range<Int>) -> Sentence {
    let block = reading.marked.blockWords.partitioningIndex { $0.upperBound > words.lowerBound }
    return Sentence(block: block, words: words, zone: reading.zones.ofBlock[block], in: reading.marked)
  }

  private func technologies(of id: String, in words: Range<Int>) -> [String] {
    let index = reading.marked.index
    var names: [String] = []
    for hit in reading.marked.signals(in: words) where index.competencies[index.competency(of: hit)] == id {
      if let name = index.term(hit.meaning).technology, !names.contains(name) { names.append(name) }
    }
    return names
  }
}

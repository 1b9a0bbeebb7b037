public import Diagnostics
public import Rubric
internal import YAML

extension PostingExtractor {
  /// Why a posting asks for a competency, or what came nearest: read again with an eye on that one alone.
  /// Throws why the file cannot be read, and what is wrong with the overrides or the rubric; `findings` are
  /// of less weight. nil for a competency that is not in the library.
  public func reasons(
    for competency: Competency, in source: SourceText, library: RubricLibrary, overrides: Overrides? = nil
  ) throws(InvalidInput) -> (reasoning: Reasoning, findings: [Finding])? {
    guard let number = index.competencies.firstIndex(of: competency.id) else { return nil }
    let reading = PostingReading(try PostingReader.read(source, fields), index)
    var overriding: Overriding?
    if let overrides { overriding = try Overriding(overrides, of: reading) }
    let role = role(of: reading, overriding)
    let scope = try ReasoningScope(reading, competency: number, library: library)
    var reasoning = Reasoning(id: competency.id, name: competency.name, source: source)
    reasoning.demand = role.competencies.first { $0.id == competency.id }
    let letter = reasoning.demand?.anyOf
    reasoning.alternatives =
      letter.map { role.alternatives(in: $0).map(\.id).filter { $0 != competency.id } } ?? []
    let claims = OwnName.removed(
      role.company, from: overriding?.claims ?? reading.claims, reading.marked, reading.sentences)
    addClaims(claims, scope, to: &reasoning)
    let isSet = overrides?.statements.contains { $0.id.value == competency.id && $0.target != nil }
    reasoning.target = target(of: reasoning, role, reading, isSet: isSet ?? false)
    addMisses(scope, overriding, claims, to: &reasoning)
    addTerms(scope, to: &reasoning)
    return (reasoning, findings(role, reading.marked.posting) + (overriding?.findings.all ?? []))
  }

  /// So many places show how it came about.
  private static let mostPlaces = 20
  private static let mostTerms = 8

  private func addClaims(_ all: [Claim], _ scope: ReasoningScope, to reasoning: inout Reasoning) {
    var seen: Set<Range<Int>> = []
    let own = all.filter { $0.competency == scope.competency && seen.insert($0.words).inserted }
      .sorted { ($0.importance, $0.words.lowerBound) < ($1.importance, $1.words.lowerBound) }
    reasoning.claims = own.prefix(Self.mostPlaces).map { claim in
      scope.reasons(for: claim, group: group(of: claim, all))
    }
    reasoning.furtherClaims = max(0, own.count - Self.mostPlaces)
    reasoning.counts = Importance.allCases.compactMap { importance in
      let count = own.count { $0.importance == importance }
      return count > 0 ? (importance, count) : nil
    }
  }

  /// The competencies of a claim's group of alternatives, in the order of the posting.
  private func group(of claim: Claim, _ all: [Claim]) -> [String] {
    guard let group = claim.group else { return [] }
    var ids: [String] = []
    for other in all where other.group == group && !ids.contains(index.competencies[other.competency]) {
      ids.append(index.competencies[other.competency])
    }
    return ids
  }

  private func target(
    of reasoning: Reasoning, _ role: RoleDefinition, _ reading: PostingReading, isSet: Bool
  ) -> Reasoning.Target? {
    guard let demand = reasoning.demand else { return nil }
    let base = policy.target(
      for: role.level, years: role.minYears,
      isOpenToBeginners: role.open.invitesBeginners)
    let ofTitle = TitleFact.level(of: role.title, reading.marked, [])
    let strongest = reasoning.claims.filter { $0.importance == reasoning.claims.first?.importance }
    let cue =
      demand.target == base || isSet ? nil : strongest.compactMap(\.level).first { $0.level == demand.target }
    return Reasoning.Target(
      level: demand.target, roleLevel: role.level, title: ofTitle == .unspecified ? nil : role.title,
      years: policy.areTelling(role.minYears, of: role.level) ? role.minYears : nil, base: base, cue: cue,
      isSet: isSet, isOfOneLine: cue == nil && !isSet && demand.target < base)
  }

  private func addMisses(
    _ scope: ReasoningScope, _ overriding: Overriding?, _ claims: [Claim], to reasoning: inout Reasoning
  ) {
    var finder = MissFinder(scope, overriding, claims: claims)
    (reasoning.misses, reasoning.furtherMisses) = finder.first(Self.mostPlaces)
  }

  /// A few terms of each signal, the first of each first.
  private func addTerms(_ scope: ReasoningScope, to reasoning: inout Reasoning) {
    let bySignal = Dictionary(grouping: scope.terms, by: \.signal).sorted { $0.key < $1.key }.map(\.value)
    let longest = bySignal.map(\.count).max() ?? 0
    let spread = (0..<longest).flatMap { row in
      bySignal.compactMap { $0.indices.contains(row) ? $0[row].term.text : nil }
    }
    reasoning.terms = Array(spread.prefix(Self.mostTerms))
    reasoning.furtherTerms = max(0, spread.count - Self.mostTerms)
  }
}

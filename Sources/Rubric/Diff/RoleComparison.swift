/// Finds what changed between two roles that have their weights.
struct RoleComparison {
  let from: RoleDefinition
  let to: RoleDefinition
  private let before: [String: RoleCompetency]
  private let after: [String: RoleCompetency]

  init(from: RoleDefinition, to: RoleDefinition) {
    self.from = from
    self.to = to
    before = Dictionary(from.competencies.map { ($0.id, $0) }) { first, _ in first }
    after = Dictionary(to.competencies.map { ($0.id, $0) }) { first, _ in first }
  }

  /// All changes, in no order.
  func changes() -> [RoleChange] {
    demands() + alternatives() + facts() + unmapped()
  }

  private func demands() -> [RoleChange] {
    let ownWeights = from.ownWeights.union(to.ownWeights)
    return Set(before.keys).union(after.keys).flatMap { id -> [RoleChange] in
      switch (before[id], after[id]) {
      case (nil, let added?): return [.competencyAdded(added)]
      case (let removed?, nil): return [.competencyRemoved(removed)]
      case (let old?, let new?):
        let change = CompetencyChange(from: old, to: new)
        var changes: [RoleChange] = []
        if old.importance != new.importance { changes.append(.importance(change)) }
        if old.target != new.target { changes.append(.target(change)) }
        if !change.technologiesAdded.isEmpty || !change.technologiesRemoved.isEmpty {
          changes.append(.technologies(change))
        }
        if ownWeights.contains(id), abs(old.weight - new.weight) > RoleDefinition.weightNoise {
          changes.append(.weight(change))
        }
        return changes
      case (nil, nil): return []
      }
    }
  }

  /// Groups are the same when their members are. The others are paired by the most common members; no
  /// competency is in two groups of one role.
  private func alternatives() -> [RoleChange] {
    let same = Set(from.groups).intersection(to.groups)
    let (old, new) = (from.groups.filter { !same.contains($0) }, to.groups.filter { !same.contains($0) })
    var taken: (old: Set<Int>, new: Set<Int>) = ([], [])
    var changes: [RoleChange] = []
    for pair in pairs(old, new) where !taken.old.contains(pair.old) && !taken.new.contains(pair.new) {
      changes.append(change(old[pair.old], new[pair.new]))
      taken.old.insert(pair.old)
      taken.new.insert(pair.new)
    }
    changes += old.indices.filter { !taken.old.contains($0) }.map { change(old[$0], []) }
    return changes + new.indices.filter { !taken.new.contains($0) }.map { change([], new[$0]) }
  }

  /// The groups of both roles that have members in common, by place, those with the most first; among equals in an
  /// order that is the same in both directions.
  private func pairs(_ old: [[String]], _ new: [[String]]) -> [(old: Int, new: Int)] {
    var places: [String: [Int]] = [:]
    for (place, group) in new.enumerated() { for id in group { places[id, default: []].append(place) } }
    let pairs = old.enumerated().flatMap {
      place, group -> [(old: Int, new: Int, common: Int, name: [String])] in
      var common: [Int: Int] = [:]
      for id in group { for other in places[id] ?? [] { common[other, default: 0] += 1 } }
      return common.map { (place, $0.key, $0.value, Self.name(group, new[$0.key])) }
    }
    return pairs.sorted { p, q in
      p.common != q.common ? p.common > q.common : p.name.lexicographicallyPrecedes(q.name)
    }.map { ($0.old, $0.new) }
  }

  private static func name(_ a: [String], _ b: [String]) -> [String] {
    [a.joined(separator: "|"), b.joined(separator: "|")].sorted()
  }

  private func change(_ old: [String], _ new: [String]) -> RoleChange {
    let members = Set(old).union(new).sorted()
    return .alternatives(
      AlternativesChange(
        from: old, to: new, before: members.compactMap { before[$0] }, after: members.compactMap { after[$0] }
      ))
  }

  private func unmapped() -> [RoleChange] {
    added(to.unmapped, to: from.unmapped).map { .unmappedAdded($0) }
      + added(from.unmapped, to: to.unmapped).map { .unmappedRemoved($0) }
  }

  /// The competencies that are asked for alike, other than some, and whose words are others wherever they stand.
  func rewordings(apartFrom changed: Set<String>) -> [CompetencyChange] {
    Set(before.keys).intersection(after.keys).subtracting(changed).sorted().compactMap { id in
      guard let old = before[id], let new = after[id] else { return nil }
      let words = (Set(old.evidence.map(\.foldedWords)), Set(new.evidence.map(\.foldedWords)))
      return words.0 == words.1 ? nil : CompetencyChange(from: old, to: new)
    }
  }

  /// The evidence of one list whose words the other has not, each once, whichever comes first in the text.
  private func added(_ list: [Evidence], to other: [Evidence]) -> [Evidence] {
    var seen = Set(other.map(\.foldedWords))
    return list.sorted { ($0.line, $0.column, $0.quote) < ($1.line, $1.column, $1.quote) }
      .filter { seen.insert($0.foldedWords).inserted }
  }
}

extension RoleDefinition {
  /// The least difference between weights that is more than rounding to four decimals.
  static let weightNoise = 0.0005

  /// The competencies whose weights are the role's own: those that depart from the shared weights by
  /// another factor than most of the role does.
  var ownWeights: Set<String> { Set(ownEmphases.keys) }

  /// For each competency whose weight is the role's own, by what factor it departs from the shared weight
  /// beyond the others.
  var ownEmphases: [String: Double] {
    var shared = self
    for index in shared.competencies.indices { shared.competencies[index].weight = 0 }
    let defaults = shared.withWeights().competencies.map(\.weight)
    let factors = zip(competencies, defaults).map { $1 == 0 ? 1 : $0.weight / $1 }
    let common = factors.isEmpty ? 1 : factors.sorted()[(factors.count - 1) / 2]
    let own = zip(competencies, defaults).filter { abs($0.weight - common * $1) > Self.weightNoise }
    let emphases = own.map { ($0.id, common * $1 == 0 ? 1 : $0.weight / (common * $1)) }
    return Dictionary(emphases) { first, _ in first }
  }

  /// The members of each group of alternatives, by id. A letter that one competency has alone makes no
  /// group.
  var groups: [[String]] {
    let members = Dictionary(grouping: competencies.filter { $0.anyOf != nil }) { $0.anyOf }
    return members.values.map { Set($0.map(\.id)).sorted() }.filter { $0.count > 1 }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }
}

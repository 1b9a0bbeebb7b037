extension RoleChange {
  /// What kind of change it is.
  public var kind: Kind {
    switch self {
    case .competencyAdded: .competencyAdded
    case .competencyRemoved: .competencyRemoved
    case .importance: .importance
    case .target: .target
    case .alternatives(let change): change.kind
    case .fact: .fact
    case .technologies: .technologies
    case .weight: .weight
    case .unmappedAdded: .unmappedAdded
    case .unmappedRemoved: .unmappedRemoved
    }
  }

  /// Whether the second role asks for more or for less.
  public var direction: Direction {
    switch self {
    case .competencyAdded, .unmappedAdded: .more
    case .competencyRemoved, .unmappedRemoved: .less
    case .importance(let change): change.to.importance < change.from.importance ? .more : .less
    case .target(let change): change.to.target > change.from.target ? .more : .less
    case .alternatives(let change): change.direction
    case .fact(let change): change.direction
    case .technologies, .weight: .other
    }
  }

  /// The ids of the competencies it is about, sorted; none for facts and what no competency covers.
  public var competencies: [String] {
    Set((sides.from + sides.to).map(\.id)).sorted()
  }

  /// The words behind what the first role says. Of products, words that name one of them come first.
  public var evidenceBefore: [Evidence] {
    if case .unmappedRemoved(let evidence) = self { return [evidence] }
    return sides.from.flatMap(\.evidence).first(naming: products.removed)
  }

  /// The words behind what the second role says, likewise.
  public var evidenceAfter: [Evidence] {
    if case .unmappedAdded(let evidence) = self { return [evidence] }
    return sides.to.flatMap(\.evidence).first(naming: products.added)
  }

  /// The products that only one role names; none where this is not about products.
  public var products: (added: [String], removed: [String]) {
    guard case .technologies(let change) = self else { return ([], []) }
    return (change.technologiesAdded, change.technologiesRemoved)
  }

  /// The change back.
  public var reversed: RoleChange {
    switch self {
    case .competencyAdded(let competency): .competencyRemoved(competency)
    case .competencyRemoved(let competency): .competencyAdded(competency)
    case .importance(let change): .importance(change.reversed)
    case .target(let change): .target(change.reversed)
    case .alternatives(let change): .alternatives(change.reversed)
    case .fact(let change): .fact(change.reversed)
    case .technologies(let change): .technologies(change.reversed)
    case .weight(let change): .weight(change.reversed)
    case .unmappedAdded(let evidence): .unmappedRemoved(evidence)
    case .unmappedRemoved(let evidence): .unmappedAdded(evidence)
    }
  }

  /// The strongest importance on either side; nil where there is none.
  var importance: Importance? { (sides.from + sides.to).map(\.importance).min() }

  private var sides: (from: [RoleCompetency], to: [RoleCompetency]) {
    switch self {
    case .competencyAdded(let competency): ([], [competency])
    case .competencyRemoved(let competency): ([competency], [])
    case .importance(let change), .target(let change), .technologies(let change), .weight(let change):
      ([change.from], [change.to])
    case .alternatives(let change): (change.before, change.after)
    case .fact, .unmappedAdded, .unmappedRemoved: ([], [])
    }
  }
}

extension [Evidence] {
  /// The same, those first whose words name one of some products; in their order otherwise.
  fileprivate func first(naming products: [String]) -> [Evidence] {
    guard !products.isEmpty else { return self }
    let names = products.map { [UInt8]($0.foldedWords.utf8) }
    let named = map { evidence in
      let words = [UInt8](evidence.foldedWords.utf8)
      return names.contains { words.holdsWords($0) }
    }
    return indices.filter { named[$0] }.map { self[$0] } + indices.filter { !named[$0] }.map { self[$0] }
  }
}

extension Evidence {
  /// The words as they are compared: what stays the same when a line moves, its punctuation changes or its
  /// encoding is damaged and repaired.
  var foldedWords: String { words.foldedWords }
}

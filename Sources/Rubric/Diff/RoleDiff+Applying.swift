extension RoleDiff {
  /// A role with the changes made to it.
  ///
  /// Applied to the first role, this gives the second as far as the comparison tells: the same competencies with
  /// the same importance, target, technologies and alternatives, the same facts, and the same words that no
  /// competency covers. Weights are those that the changes name; the others keep a weight of the role's own, and
  /// share what is left. What a comparison passes over stays as it is: evidence of competencies that did not
  /// change, what is ruled out, what is left open, headings, the source. What the changes speak of and the role
  /// does not have is passed over.
  public func applied(to role: RoleDefinition) -> RoleDefinition {
    var draft = DraftRole(role: role.withWeights())
    if changes.contains(where: \.movesWeights) { draft.openSharedWeights() }
    for change in changes { draft.apply(change, from: to) }
    for change in changes { draft.regroup(change) }
    return draft.role.withWeights()
  }
}

/// A role while changes are made to it.
private struct DraftRole {
  var role: RoleDefinition

  /// Leaves weights open that are shared, so that they are shared anew.
  mutating func openSharedWeights() {
    let own = role.ownWeights
    for index in role.competencies.indices where !own.contains(role.competencies[index].id) {
      role.competencies[index].weight = 0
    }
  }

  /// Makes one change. Alternatives that are no longer so stand by themselves afterwards.
  mutating func apply(_ change: RoleChange, from other: RoleDefinition) {
    switch change {
    case .competencyAdded(var competency):
      competency.anyOf = nil
      if !role.competencies.contains(where: { $0.id == competency.id }) {
        role.competencies.append(competency)
      }
    case .competencyRemoved(let competency): role.competencies.removeAll { $0.id == competency.id }
    case .importance(let change): update(change) { $0.importance = change.to.importance }
    case .target(let change): update(change) { $0.target = change.to.target }
    case .technologies(let change): update(change) { $0.technologies = change.to.technologies }
    case .weight(let change): update(change) { $0.weight = change.to.weight }
    case .alternatives(let change):
      for index in role.competencies.indices where change.from.contains(role.competencies[index].id) {
        role.competencies[index].anyOf = nil
      }
    case .fact(let change): role.take(change.fact, from: other)
    case .unmappedAdded(let evidence): role.unmapped.append(evidence)
    case .unmappedRemoved(let evidence):
      role.unmapped.removeAll { $0.foldedWords == evidence.foldedWords }
    }
  }

  /// Makes alternatives of those that became so.
  mutating func regroup(_ change: RoleChange) {
    guard case .alternatives(let change) = change, !change.to.isEmpty else { return }
    let taken = Set(role.competencies.compactMap(\.anyOf))
    let letter = (0...taken.count).lazy.map(Self.letter).first { !taken.contains($0) }
    for index in role.competencies.indices where change.to.contains(role.competencies[index].id) {
      role.competencies[index].anyOf = letter
    }
  }

  private mutating func update(_ change: CompetencyChange, _ edit: (inout RoleCompetency) -> Void) {
    guard let index = role.competencies.firstIndex(where: { $0.id == change.to.id }) else { return }
    edit(&role.competencies[index])
    role.competencies[index].evidence = change.to.evidence
  }

  /// `a` to `z`, then `a1` and so on.
  private static func letter(_ number: Int) -> String {
    let (round, place) = number.quotientAndRemainder(dividingBy: 26)
    let scalar = Unicode.Scalar(UInt8(ascii: "a") + UInt8(place))
    return String(Character(scalar)) + (round == 0 ? "" : String(round))
  }
}

extension RoleChange {
  /// Whether shared weights are others after it.
  fileprivate var movesWeights: Bool {
    switch self {
    case .competencyAdded, .competencyRemoved, .importance, .alternatives, .weight: true
    case .target, .technologies, .fact, .unmappedAdded, .unmappedRemoved: false
    }
  }
}

extension RoleDefinition {
  fileprivate mutating func take(_ fact: FactChange.Fact, from other: RoleDefinition) {
    switch fact {
    case .title: title = other.title
    case .company: company = other.company
    case .level: level = other.level
    case .minYears: minYears = other.minYears
    case .pay: pay = other.pay
    case .location: location = other.location
    case .remote: remote = other.remote
    case .interviewProcess: interviewProcess = other.interviewProcess
    }
  }
}

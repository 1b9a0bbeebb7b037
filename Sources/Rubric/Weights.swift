extension RoleDefinition {
  /// How much a demand of each importance counts against the others: a preferred competency half of a
  /// required one, a duty a quarter.
  private static func share(of importance: Importance) -> Double {
    switch importance {
    case .required: 4
    case .preferred: 2
    case .duty: 1
    }
  }

  /// The role with weights that add up to 1. Weights that the role gives stay as they are; what they
  /// leave is shared among the others, equally within an importance (U.S. OPM), where an any-of group
  /// weighs as much as a single competency.
  public func withWeights() -> RoleDefinition {
    let open = competencies.indices.filter { competencies[$0].weight == 0 }
    let left = max(0, 1 - competencies.map(\.weight).reduce(0, +))
    let total = open.map { share(of: competencies[$0]) }.reduce(0, +)
    var role = self
    for index in open where total > 0 {
      role.competencies[index].weight =
        (share(of: competencies[index]) / total * left * 10_000).rounded() / 10_000
    }
    return role
  }

  /// How much a demand counts before the shares are made to add up to 1.
  func share(of competency: RoleCompetency) -> Double {
    let members = competency.anyOf.map { group in competencies.count { $0.anyOf == group } } ?? 1
    return Self.share(of: competency.importance) / Double(members)
  }
}

extension RoleDefinition {
  /// How much a demand of each importance counts against the others: a preferred competency half of a
  /// required one, a duty a quarter.
  static func share(of importance: Importance) -> Double {
    switch importance {
    case .required: 4
    case .preferred: 2
    case .duty: 1
    }
  }

  /// The role with weights that add up to 1. Weights that the role gives stay as they are; what they
  /// leave is shared among the others, equally within an importance (U.S. OPM), where an any-of group
  /// weighs as much as a single competency.
  public consuming func withWeights() -> RoleDefinition {
    let open = competencies.indices.filter { competencies[$0].weight == 0 }
    let left = max(0, 1 - competencies.map(\.weight).reduce(0, +))
    let sizes = groupSizes
    let shares = open.map { Self.share(of: competencies[$0], sizes) }
    let total = shares.reduce(0, +)
    var role = self
    for (index, share) in zip(open, shares) where total > 0 {
      role.competencies[index].weight = (share / total * left * 10_000).rounded() / 10_000
    }
    return role
  }

  /// How many competencies bear each letter.
  var groupSizes: [String: Int] {
    competencies.lazy.compactMap(\.anyOf).reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// How much a demand counts before the shares are made to add up to 1, where so many bear each letter.
  static func share(of competency: RoleCompetency, _ sizes: [String: Int]) -> Double {
    let members = competency.anyOf.flatMap { sizes[$0] } ?? 1
    return share(of: competency.importance) / Double(members)
  }
}

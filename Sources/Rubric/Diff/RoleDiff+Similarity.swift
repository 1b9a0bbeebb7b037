extension RoleDiff {
  /// How alike the demands of two roles are, from 0 to 1: the weighted Jaccard index over competencies, the
  /// sum of the smaller demands by the sum of the larger (Ruzicka). 1 for equal demands, also for none.
  ///
  /// A demand is importance times target level: 4, 2 or 1 for required, preferred or duty, shared equally
  /// among alternatives, times 1 to 5. Where a role sets a weight of its own, it is multiplied by the factor by
  /// which that weight departs from the shared one. Technologies, facts and what no competency covers do not
  /// count.
  public var similarity: Double {
    let demands = (from.demandSizes, to.demandSizes)
    let ids = Set(demands.0.keys).union(demands.1.keys).sorted()
    let pairs = ids.map { (demands.0[$0] ?? 0, demands.1[$0] ?? 0) }
    let largest = pairs.map { max($0.0, $0.1) }.reduce(0, +)
    return largest == 0 ? 1 : pairs.map { min($0.0, $0.1) }.reduce(0, +) / largest
  }
}

extension RoleDefinition {
  /// How much is asked for of each competency; the first where an id is listed twice.
  var demandSizes: [String: Double] {
    let (emphases, sizes) = (ownEmphases, groupSizes)
    let pairs = competencies.map { competency in
      let share = Self.share(of: competency, sizes) * Double(competency.target.rawValue)
      return (competency.id, share * (emphases[competency.id] ?? 1))
    }
    return Dictionary(pairs) { first, _ in first }
  }
}

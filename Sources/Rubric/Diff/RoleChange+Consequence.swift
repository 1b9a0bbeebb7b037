extension RoleChange {
  /// How much follows from a change, worst first.
  public enum Consequence: String, Sendable, OrderedCases {
    /// Something must be there that need not be before, or need not be any more.
    case requirement
    /// What is required anyhow is required in another measure: target levels, alternatives, technologies,
    /// weights, years, the level of the role.
    case measure
    /// What the role is called and offers: title, company, pay, place, remote work, stages of interviewing.
    case terms
    /// What no competency covers, so that nothing of the loop follows it.
    case uncovered
    /// Wishes and duties, whatever became of them.
    case minor
  }

  /// How much follows from it. The same for the change back.
  public var consequence: Consequence {
    switch self {
    case .competencyAdded, .competencyRemoved, .importance: isRequired ? .requirement : .minor
    case .target, .technologies, .weight: isRequired ? .measure : .minor
    case .alternatives(let change):
      if !isRequired { .minor } else { change.isWhole ? .requirement : .measure }
    case .fact(let change): change.fact == .minYears || change.fact == .level ? .measure : .terms
    case .unmappedAdded, .unmappedRemoved: .uncovered
    }
  }

  private var isRequired: Bool { importance == .required }
}

extension AlternativesChange {
  /// Whether the group came or went, and does not merely have other members.
  var isWhole: Bool { from.isEmpty || to.isEmpty }
}

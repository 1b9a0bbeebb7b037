/// One thing that two roles do not say alike. Each side comes whole, with its evidence.
public enum RoleChange: Sendable, Equatable {
  /// A competency that only the second role asks for.
  case competencyAdded(RoleCompetency)
  /// A competency that only the first role asks for.
  case competencyRemoved(RoleCompetency)
  /// A competency that is asked for more or less strongly.
  case importance(CompetencyChange)
  /// Another proficiency level of a competency.
  case target(CompetencyChange)
  /// Alternatives that came, went, or are others.
  case alternatives(AlternativesChange)
  /// A fact about the role as a whole.
  case fact(FactChange)
  /// Other products named for a competency.
  case technologies(CompetencyChange)
  /// Another weight of a competency, which the rest of the role does not explain.
  case weight(CompetencyChange)
  /// Something that no competency covers and only the second role asks for.
  case unmappedAdded(Evidence)
  /// Something that no competency covers and only the first role asks for.
  case unmappedRemoved(Evidence)

  /// What kind of change it is, worst consequence for a loop first.
  public enum Kind: String, Sendable, OrderedCases {
    case competencyAdded = "competency-added"
    case competencyRemoved = "competency-removed"
    case importance = "importance-changed"
    case target = "target-changed"
    /// Competencies became alternatives of each other.
    case alternativesFormed = "alternatives-formed"
    /// Alternatives stand by themselves now, or are gone.
    case alternativesDissolved = "alternatives-dissolved"
    /// Alternatives became more.
    case alternativesWidened = "alternatives-widened"
    /// Alternatives became fewer.
    case alternativesNarrowed = "alternatives-narrowed"
    /// Some alternatives gave way to others.
    case alternativesExchanged = "alternatives-exchanged"
    case technologies = "technologies-changed"
    case fact = "fact-changed"
    case weight = "weight-changed"
    case unmappedAdded = "unmapped-added"
    case unmappedRemoved = "unmapped-removed"
  }

  /// What a change means for somebody who applies.
  public enum Direction: String, Sendable, CaseIterable {
    /// The second role asks for more.
    case more
    /// The second role asks for less.
    case less
    /// It asks for something else, or nobody can say.
    case other

    /// The direction of the change back.
    public var reversed: Direction {
      switch self {
      case .more: .less
      case .less: .more
      case .other: .other
      }
    }
  }
}

/// A competency as both roles ask for it.
public struct CompetencyChange: Sendable, Equatable {
  /// What the first role asks for.
  public let from: RoleCompetency
  /// What the second role asks for.
  public let to: RoleCompetency

  /// The products that only the second role names, sorted. One that is called as the competency itself says nothing
  /// new, and does not count.
  public var technologiesAdded: [String] { Self.technologies(of: to, without: from) }

  /// The products that only the first role names, sorted, likewise.
  public var technologiesRemoved: [String] { Self.technologies(of: from, without: to) }

  /// The change back.
  public var reversed: CompetencyChange { CompetencyChange(from: to, to: from) }

  private static func technologies(of a: RoleCompetency, without b: RoleCompetency) -> [String] {
    guard !a.technologies.isEmpty else { return [] }
    var seen = Set(b.technologies.map { $0.lowercased() } + [a.id])
    return a.technologies.sorted().filter { seen.insert($0.lowercased()).inserted }
  }
}

/// A group of alternatives as both roles know it.
public struct AlternativesChange: Sendable, Equatable {
  /// The members in the first role, by id; fewer than two when they were no group there.
  public let from: [String]
  /// The members in the second role, by id; fewer than two when they are no group there.
  public let to: [String]
  /// What the first role asks for of all those members, in a group or by themselves, by id.
  public let before: [RoleCompetency]
  /// What the second role asks for of all those members, in a group or by themselves, by id.
  public let after: [RoleCompetency]

  /// What became of the group.
  public var kind: RoleChange.Kind {
    if from.isEmpty { return .alternativesFormed }
    if to.isEmpty { return .alternativesDissolved }
    if Set(from).isSubset(of: to) { return .alternativesWidened }
    return Set(to).isSubset(of: from) ? .alternativesNarrowed : .alternativesExchanged
  }

  /// Less where there are more ways to satisfy it, more where there are fewer; by the importance where that is
  /// another on the two sides.
  public var direction: RoleChange.Direction {
    let importances = (before.map(\.importance).min(), after.map(\.importance).min())
    if let old = importances.0, let new = importances.1, old != new { return new < old ? .more : .less }
    switch kind {
    case .alternativesWidened: return .less
    case .alternativesNarrowed: return .more
    case .alternativesFormed: return before.isEmpty ? .more : .less
    case .alternativesDissolved: return after.isEmpty ? .less : .more
    default: return .other
    }
  }

  /// The change back.
  public var reversed: AlternativesChange {
    AlternativesChange(from: to, to: from, before: after, after: before)
  }
}

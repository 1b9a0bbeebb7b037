/// What changed from one role to another.
///
/// Order never matters: not of competencies, technologies, alternatives or evidence, and neither do
/// moved lines, the letters of any-of groups or the source. Only the stages of interviewing are
/// compared in their order, which is what a posting states with them.
///
/// Weights are shares of one whole, so each moves when anything is added. A weight change is reported
/// only where a role sets a weight of its own: where the weight departs from what `withWeights()` would
/// give, beyond the factor by which the role's other weights depart from it (which is what they have
/// left of the whole). It is reported when at least one of the two roles sets it so and the weights
/// differ.
public struct RoleDiff: Sendable {
  /// The first role, with its weights.
  public let from: RoleDefinition
  /// The second role, with its weights.
  public let to: RoleDefinition
  /// What changed, worst consequence first; among equals by kind, required before preferred before duty, then
  /// by id.
  public let changes: [RoleChange]
  /// The competencies that both roles ask for alike in other words, by id. They are no changes.
  public let rewordings: [CompetencyChange]

  /// Compares two roles.
  public init(from: RoleDefinition, to: RoleDefinition) {
    self.from = from.withWeights()
    self.to = to.withWeights()
    let comparison = RoleComparison(from: self.from, to: self.to)
    changes = comparison.changes().inOrder
    rewordings = comparison.rewordings(apartFrom: Set(changes.flatMap(\.competencies)))
  }

  /// True when the roles ask for the same.
  public var isEmpty: Bool { changes.isEmpty }

  /// The changes in figures.
  public var summary: RoleDiffSummary { RoleDiffSummary(changes) }
}

/// How many changes there are of each kind and direction.
public struct RoleDiffSummary: Sendable, Equatable {
  /// The changes of one kind in one direction.
  public struct Count: Sendable, Equatable {
    /// The kind.
    public let kind: RoleChange.Kind
    /// Whether the second role asks for more or for less.
    public let direction: RoleChange.Direction
    /// How many there are, at least 1.
    public let count: Int
  }

  /// One entry for each kind and direction that occurs, in the order of kinds, more before less.
  public let counts: [Count]
  /// Required competencies that the first role did not require, less those that the second does not
  /// any more. Alternatives count one by one.
  public let furtherRequired: Int
  /// Targets raised, less targets lowered.
  public let raisedTargets: Int
  /// Years of experience asked for beyond those of the first role; 0 where neither says.
  public let furtherYears: Int

  init(_ changes: [RoleChange]) {
    counts = RoleChange.Kind.allCases.flatMap { kind in
      RoleChange.Direction.allCases.compactMap { direction in
        let count = changes.count { $0.kind == kind && $0.direction == direction }
        return count == 0 ? nil : Count(kind: kind, direction: direction, count: count)
      }
    }
    furtherRequired = changes.map(\.furtherRequired).reduce(0, +)
    raisedTargets = changes.map(\.raisedTargets).reduce(0, +)
    furtherYears = changes.map(\.furtherYears).reduce(0, +)
  }

  /// How many changes of all kinds go in a direction.
  public func count(_ direction: RoleChange.Direction) -> Int {
    counts.filter { $0.direction == direction }.map(\.count).reduce(0, +)
  }
}

extension RoleChange {
  fileprivate var furtherRequired: Int {
    switch self {
    case .competencyAdded(let competency): competency.importance == .required ? 1 : 0
    case .competencyRemoved(let competency): competency.importance == .required ? -1 : 0
    case .importance(let change):
      (change.to.importance == .required ? 1 : 0) - (change.from.importance == .required ? 1 : 0)
    default: 0
    }
  }

  fileprivate var raisedTargets: Int {
    guard case .target = self else { return 0 }
    return direction == .more ? 1 : -1
  }

  fileprivate var furtherYears: Int {
    guard case .fact(let change) = self, change.fact == .minYears else { return 0 }
    return (change.to.wholeNumber ?? 0) - (change.from.wholeNumber ?? 0)
  }
}

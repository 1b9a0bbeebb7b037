public import YAML

/// Several roles side by side: what each asks for of each competency.
public struct RoleMatrix: Sendable {
  /// A competency, as each role asks for it.
  public struct Row: Sendable, Equatable {
    /// The competency's id.
    public let id: String
    /// What each role asks for, in the order of the roles; nil where it does not.
    public let cells: [RoleCompetency?]
  }

  /// A fact, as each role states it.
  public struct FactRow: Sendable {
    /// The fact.
    public let fact: FactChange.Fact
    /// What each role states, as its file writes it; null for nothing.
    public let cells: [Document]
  }

  /// The roles, with their weights.
  public let roles: [RoleDefinition]
  /// The competencies of all roles: those that are asked for most over all first, by importance and how many roles
  /// ask for it, then by target, then by id.
  public let rows: [Row]
  /// The facts that at least one role states.
  public let facts: [FactRow]

  /// Lays roles side by side.
  public init(_ roles: [RoleDefinition]) {
    let roles = roles.map { $0.withWeights() }
    self.roles = roles
    let tables = roles.map { role in
      Dictionary(role.competencies.map { ($0.id, $0) }) { first, _ in first }
    }
    let rows = Set(roles.flatMap { $0.competencies.map(\.id) }).sorted().map { id in
      Row(id: id, cells: tables.map { $0[id] })
    }
    self.rows = rows.sorted { a, b in
      if a.standing != b.standing { return b.standing.lexicographicallyPrecedes(a.standing) }
      return a.id < b.id
    }
    facts = FactChange.Fact.allCases.compactMap { fact in
      let cells = roles.map { $0.document(of: fact) }
      return cells.allSatisfy(\.isNothing) ? nil : FactRow(fact: fact, cells: cells)
    }
  }

  /// True when all the roles ask for the same.
  public var isUniform: Bool {
    roles.dropFirst().allSatisfy { role in roles.first.map { RoleDiff(from: $0, to: role).isEmpty } ?? true }
  }
}

extension RoleMatrix.Row {
  /// The importances over all roles, as 4, 2 and 1, and the targets.
  fileprivate var standing: [Int] {
    let asked = cells.compactMap { $0 }
    let shares = asked.map { Int(RoleDefinition.share(of: $0.importance)) }
    return [shares.reduce(0, +), asked.map(\.target.rawValue).reduce(0, +)]
  }
}

extension Document {
  fileprivate var isNothing: Bool {
    switch self {
    case .null, .list([], _), .text(RoleLevel.unspecified.rawValue): true
    default: false
    }
  }
}

extension RoleMatrix {
  /// The matrix as it is written to YAML and JSON: a cell is null where a role does not ask for the competency.
  public var document: Document {
    .mapping([
      .init("roles", .list(roles.map(\.heading))),
      .init("competencies", .list(rows.map(\.document))),
      .init("facts", .list(facts.map(\.document))),
      .init(
        "similarity",
        .list(
          roles.map { role in
            .list(roles.map { .number(RoleDiff(from: role, to: $0).similarity) }, inline: true)
          })),
    ])
  }
}

extension RoleMatrix.Row {
  fileprivate var document: Document {
    .mapping([
      .init("competency", .text(id)), .init("roles", .list(cells.map { $0?.demandDocument ?? .null })),
    ])
  }
}

extension RoleMatrix.FactRow {
  fileprivate var document: Document {
    .mapping([.init("fact", .text(fact.rawValue)), .init("roles", .list(cells))])
  }
}

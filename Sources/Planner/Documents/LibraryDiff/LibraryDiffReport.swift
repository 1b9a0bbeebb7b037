public import Diagnostics
public import Rubric

/// What changed between two versions of the rubrics, with the saved roles and the candidates that it touches.
public struct LibraryDiffReport: Sendable {
  /// What the two are called.
  public let names: (from: String, to: String)
  /// What changed.
  public let diff: LibraryDiff
  /// The roles that were named, in that order.
  public var roles: [TouchedRole] = []
  /// The candidates that were named, in that order.
  public var candidates: [TouchedCandidate] = []

  /// A comparison of two libraries that people know by names.
  public init(_ diff: LibraryDiff, from: String, to: String) {
    (self.diff, names) = (diff, (from, to))
  }
}

/// A saved role, and what a change of the rubrics does to it.
public struct TouchedRole: Sendable, Equatable {
  /// Where it is saved.
  public let file: String
  /// The role's title.
  public let title: String
  /// The competencies that it asks for and that changed, in its order.
  public let competencies: [TouchedCompetency]
  /// What becomes of its loop.
  public let loop: Loop

  /// The loops that both libraries plan for a role by their own policies.
  public enum Loop: Sendable, Equatable {
    /// Both have this fingerprint.
    case same(String)
    /// They have different fingerprints.
    case changed(from: String, to: String)
    /// One of the libraries cannot plan it: why not.
    case impossible(isNew: Bool, reason: String)
  }

  /// A competency of the role, and what its changes do.
  public struct TouchedCompetency: Sendable, Equatable {
    /// Its id.
    public let id: String
    /// The effects of its changes, worst first.
    public let effects: [LibraryEffect]
    /// Whether the new library does not have it.
    public let isRetired: Bool
    /// The id that it perhaps has now.
    public let perhaps: String?
  }

  /// Plans the loop of a role with both libraries.
  public init(
    _ role: RoleDefinition, file: String, _ diff: LibraryDiff, from: RubricLibrary, to: RubricLibrary
  ) {
    (self.file, title) = (file, role.title)
    competencies = role.competencies.compactMap { competency in
      let changes = diff.changes(touching: competency.id)
      guard !changes.isEmpty else { return nil }
      return TouchedCompetency(
        id: competency.id, effects: Set(changes.map(\.kind.effect)).sorted(),
        isRetired: to.source(ofCompetency: competency.id) == nil,
        perhaps: diff.perhapsRenamed(competency.id))
    }
    loop = Self.loop(of: role, from, to)
  }

  private static func loop(of role: RoleDefinition, _ from: RubricLibrary, _ to: RubricLibrary) -> Loop {
    let (old, new) = (fingerprint(of: role, from), fingerprint(of: role, to))
    switch (old, new) {
    case (.failure(let error), _): return .impossible(isNew: false, reason: error.reason)
    case (_, .failure(let error)): return .impossible(isNew: true, reason: error.reason)
    case (.success(let a), .success(let b)): return a == b ? .same(a) : .changed(from: a, to: b)
    }
  }

  private static func fingerprint(
    of role: RoleDefinition, _ library: RubricLibrary
  ) -> Result<String, InvalidInput> {
    Result { () throws(InvalidInput) in
      try LoopPlanner(library: library, policy: try library.policy()).plan(role, .fingerprint).fingerprint
    }
  }
}

extension InvalidInput {
  fileprivate var reason: String { findings.first?.message ?? "" }
}

/// A candidate, and whether what the candidate was rated by still means the same.
public struct TouchedCandidate: Sendable, Equatable {
  /// The candidate's folder.
  public let folder: String
  /// The title of the role.
  public let title: String
  /// The competencies that were rated, in the order of the assessment.
  public let meanings: [RatedMeaning]

  /// Compares the anchors of an assessment with those of the new library.
  public init(
    _ plan: AssessmentPlan, folder: String, _ diff: LibraryDiff, under library: RubricLibrary
  ) throws(InvalidInput) {
    (self.folder, title) = (folder, plan.title)
    meanings = try RatedMeaning.meanings(of: plan, under: library, diff)
  }
}

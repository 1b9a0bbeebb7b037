internal import Rubric

/// Where a sentence of a posting stands.
struct SentencePlace: Hashable {
  let line, column: Int

  /// A sentence that states so many things is a list.
  static let list = 3

  init(_ evidence: Evidence) { (line, column) = (evidence.line, evidence.column) }

  init(line: Int, column: Int) { (self.line, self.column) = (line, column) }

  /// The sentences of a posting on the character of the person.
  static func felt(_ role: RoleDefinition) -> Set<SentencePlace> {
    Set(role.open.filter { $0.kind == .trait }.map { SentencePlace($0.evidence) })
  }

  /// What each sentence of a posting states: competencies, and groups of alternatives.
  static func stated(_ role: RoleDefinition) -> [SentencePlace: Set<String>] {
    var stated: [SentencePlace: Set<String>] = [:]
    for competency in role.competencies {
      for evidence in competency.evidence {
        stated[SentencePlace(evidence), default: []].insert(competency.anyOf ?? competency.id)
      }
    }
    return stated
  }
}

extension RoleDefinition {
  /// The sentences that state a wish: what is only wished for has no other.
  var wishes: Set<SentencePlace> {
    var places: Set<SentencePlace> = []
    for competency in competencies {
      for evidence in competency.evidence where competency.importance == .preferred || evidence.isOfWishes {
        places.insert(SentencePlace(evidence))
      }
    }
    return places
  }
}

extension Evidence {
  /// Whether it stands in a list of what is in use.
  var isOfStack: Bool { section == "stack" }

  /// Whether it is a wish, by its own words or by where it stands.
  var isOfWishes: Bool {
    importance.map { $0 == .preferred } ?? (section == "preferred" || section == "desired")
  }
}

public import YAML
import Rubric

extension LibraryDiffReport {
  /// The comparison as it is written to YAML and JSON.
  public var document: Document {
    .mapping([
      .init("from", .text(names.from)), .init("to", .text(names.to)),
      .init("counts", .mapping(counts)),
      .init("changes", .list(diff.changes.map(\.document))),
      .init("roles", .list(roles.map(\.document))),
      .init("candidates", .list(candidates.map(\.document))),
    ])
  }

  private var counts: [Document.Pair] {
    LibraryEffect.allCases.map { .init($0.rawValue, .integer(diff.changes(of: $0).count)) }
  }
}

extension LibraryChange {
  fileprivate var document: Document {
    .mapping([
      .init("change", .text(kind.rawValue)), .init("effect", .text(kind.effect.rawValue)),
      .init("from", from?.document ?? .null), .init("to", to?.document ?? .null),
    ])
  }
}

extension LibraryChange.Side {
  fileprivate var document: Document {
    let counted: [Document.Pair] = count.map { [.init("entries", .integer($0))] } ?? []
    return .mapping(
      [.init("file", .text(file)), .init("part", .text(part)), .init("text", .text(text))] + counted)
  }
}

extension TouchedRole {
  fileprivate var document: Document {
    .mapping([
      .init("file", .text(file)), .init("title", .text(title)),
      .init("competencies", .list(competencies.map(\.document))), .init("loop", loop.document),
    ])
  }
}

extension TouchedRole.TouchedCompetency {
  fileprivate var document: Document {
    .mapping([
      .init("id", .text(id)), .init("effects", .inline(effects.map(\.rawValue))),
      .init("retired", .boolean(isRetired)), .init("perhaps", .optional(perhaps)),
    ])
  }
}

extension TouchedRole.Loop {
  fileprivate var document: Document {
    switch self {
    case .same(let fingerprint):
      .mapping([.init("state", .text("same")), .init("fingerprint", .text(fingerprint))])
    case .changed(let from, let to):
      .mapping([.init("state", .text("changed")), .init("from", .text(from)), .init("to", .text(to))])
    case .impossible(let isNew, let reason):
      .mapping([
        .init("state", .text("impossible")), .init("with", .text(isNew ? "new" : "old")),
        .init("reason", .text(reason)),
      ])
    }
  }
}

extension TouchedCandidate {
  fileprivate var document: Document {
    .mapping([
      .init("folder", .text(folder)), .init("title", .text(title)),
      .init("competencies", .list(meanings.map(\.document))),
    ])
  }
}

extension RatedMeaning {
  fileprivate var document: Document {
    .mapping([
      .init("id", .text(id)), .init("same", .boolean(isSame)), .init("retired", .boolean(isRetired)),
      .init("perhaps", .optional(perhaps)), .init("reworded_lightly", .integer(lightlyReworded)),
      .init("changes", .list(changes.map(\.document))),
    ])
  }
}

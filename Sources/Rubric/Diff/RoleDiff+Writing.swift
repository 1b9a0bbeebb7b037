public import YAML

extension RoleDiff {
  /// The differences as they are written to YAML and JSON.
  public var document: Document {
    .mapping([
      .init("from", from.heading),
      .init("to", to.heading),
      .init("similarity", .number(similarity)),
      .init("direction", direction.document),
      .init("summary", summary.document),
      .init("changes", .list(changes.map(\.document))),
      .init("rewordings", .list(rewordings.map(\.document))),
    ])
  }
}

extension RoleDefinition {
  var heading: Document {
    .mapping(
      [
        .init("title", .text(title)), .init("company", .optional(company)),
        .init("level", .text(level.rawValue)),
        .init("file", .optional(source?.file)),
      ], inline: true)
  }
}

extension RoleDiffSummary {
  /// The figures as they are written to YAML and JSON.
  public var document: Document {
    let counts = counts.map { entry -> Document in
      .mapping(
        [
          .init("change", .text(entry.kind.rawValue)), .init("asks_for", .text(entry.direction.rawValue)),
          .init("count", .integer(entry.count)),
        ], inline: true)
    }
    return .mapping([
      .init("further_required", .integer(furtherRequired)),
      .init("raised_targets", .integer(raisedTargets)),
      .init("further_years", .integer(furtherYears)),
      .init("counts", .list(counts)),
    ])
  }
}

extension RoleDirection {
  /// The points as they are written to YAML and JSON.
  public var document: Document {
    .mapping([
      .init("more", .list(more.map(\.document))), .init("less", .list(less.map(\.document))),
      .init("pays", .text(pays.rawValue)),
    ])
  }
}

extension RoleDirection.Point {
  fileprivate var document: Document {
    .mapping(
      [
        .init("about", .text(kind.rawValue)), .init("competencies", .inline(names)),
        .init("from", before.isEmpty ? .null : .text(before)),
        .init("to", after.isEmpty ? .null : .text(after)),
        .init("count", .integer(count)),
      ], inline: true)
  }
}

extension CompetencyChange {
  /// The words of both sides as they are written to YAML and JSON.
  fileprivate var document: Document {
    .mapping([
      .init("competency", .text(to.id)),
      .init("evidence", .evidence(from.evidence, to.evidence)),
    ])
  }
}

extension Document {
  fileprivate static func evidence(_ from: [Evidence], _ to: [Evidence]) -> Document {
    .mapping([.init("from", .list(from.map(\.document))), .init("to", .list(to.map(\.document)))])
  }
}

extension RoleChange {
  /// The change as it is written to YAML and JSON.
  public var document: Document {
    let head: [Document.Pair] = [
      .init("change", .text(kind.rawValue)), .init("consequence", .text(consequence.rawValue)),
      .init("asks_for", .text(direction.rawValue)),
    ]
    return .mapping(head + body + [.init("evidence", .evidence(evidenceBefore, evidenceAfter))])
  }

  private var body: [Document.Pair] {
    switch self {
    case .competencyAdded(let competency): subject(competency.id, .null, competency.demandDocument)
    case .competencyRemoved(let competency): subject(competency.id, competency.demandDocument, .null)
    case .importance(let change): subject(change) { .text($0.importance.rawValue) }
    case .target(let change): subject(change) { .integer($0.target.rawValue) }
    case .weight(let change): subject(change) { .number($0.weight) }
    case .technologies(let change):
      [
        .init("competency", .text(change.to.id)), .init("added", .inline(change.technologiesAdded)),
        .init("removed", .inline(change.technologiesRemoved)),
      ]
    case .alternatives(let change): [.init("from", .inline(change.from)), .init("to", .inline(change.to))]
    case .fact(let change):
      [.init("fact", .text(change.fact.rawValue)), .init("from", change.from), .init("to", change.to)]
        + (change.pays.map { [.init("pays", .text($0.rawValue))] } ?? [])
        + (change.stages.map { [.init("stages", $0.document)] } ?? [])
    case .unmappedAdded(let evidence), .unmappedRemoved(let evidence): [.init("words", .text(evidence.quote))]
    }
  }

  private func subject(_ id: String, _ from: Document, _ to: Document) -> [Document.Pair] {
    [.init("competency", .text(id)), .init("from", from), .init("to", to)]
  }

  private func subject(_ change: CompetencyChange, _ value: (RoleCompetency) -> Document) -> [Document.Pair] {
    subject(change.to.id, value(change.from), value(change.to))
  }
}

extension RoleCompetency {
  /// What is asked for, without the words behind it.
  var demandDocument: Document {
    .mapping(
      [
        .init("importance", .text(importance.rawValue)), .init("target", .integer(target.rawValue)),
        .init("weight", .number(weight)), .init("technologies", .inline(technologies)),
      ], inline: true)
  }
}

extension Document {
  /// The number of a whole number; nil for anything else.
  var wholeNumber: Int? {
    guard case .integer(let number) = self else { return nil }
    return number
  }

  /// A number or a text in words; empty for anything else.
  var word: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    default: ""
    }
  }
}

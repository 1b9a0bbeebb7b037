public import YAML

extension RoleDefinition {
  /// The role as it is written to YAML and JSON. Reading it back gives the same role.
  public var document: Document {
    .mapping(facts + demands)
  }

  private var facts: [Document.Pair] {
    [
      .init("title", .text(title)),
      .init("company", .optional(company)),
      .init("level", .text(level.rawValue)),
      .init("min_years", .optional(minYears)),
      .init("pay", pay?.document ?? .null),
      .init("location", .optional(location)),
      .init("remote", .optional(remote)),
      .init("interview_process", .list(interviewProcess.map(\.document))),
    ]
  }

  private var demands: [Document.Pair] {
    [
      .init("competencies", .list(competencies.map(\.document))),
      .init("unmapped", .list(unmapped.map(\.document))),
    ] + found + [.init("source", source?.document ?? .null)]
  }

  /// What is written only where there is some.
  private var found: [Document.Pair] {
    let lists = [
      ("ruled_out", ruledOut.map(\.document)), ("open", open.map(\.document)),
      ("headings", headings.map(\.document)),
    ]
    return lists.filter { !$0.1.isEmpty }.map { .init($0.0, .list($0.1)) }
  }
}

extension RoleCompetency {
  var document: Document {
    .mapping(demand + (override.map { [.init("override", .text($0))] } ?? []))
  }

  private var demand: [Document.Pair] {
    [
      .init("id", .text(id)),
      .init("importance", .text(importance.rawValue)),
      .init("any_of", .optional(anyOf)),
      .init("target", .integer(target.rawValue)),
      .init("weight", .number(weight)),
      .init("technologies", .inline(technologies)),
      .init("evidence", .list(evidence.map(\.document))),
    ]
  }
}

extension RuledOut {
  var document: Document {
    .mapping([
      .init("id", .text(id)), .init("reason", .text(reason)),
      .init("evidence", .list(evidence.map(\.document))),
    ])
  }
}

extension Evidence {
  /// The evidence on one line.
  public var document: Document { .mapping(pairs, inline: true) }

  /// What is written of it.
  var pairs: [Document.Pair] {
    let pairs: [Document.Pair] = [
      .init("line", .integer(line)), .init("column", .integer(column)), .init("section", .text(section)),
      .init("quote", .text(quote)),
    ]
    return pairs + (text.map { [.init("text", .text($0))] } ?? [])
      + (importance.map { [.init("importance", .text($0.rawValue))] } ?? [])
  }
}

extension Pay {
  var document: Document {
    let pairs: [Document.Pair] = [
      .init("currency", .text(currency)), .init("min", .optional(min)), .init("max", .optional(max)),
      .init("period", .text(period.rawValue)),
    ]
    return .mapping(pairs, inline: true)
  }
}

extension ProcessStage {
  var document: Document {
    let parts: [Document.Pair] = parts.isEmpty ? [] : [.init("parts", .inline(parts))]
    let alone: [Document.Pair] = isAsynchronous ? [.init("asynchronous", .boolean(true))] : []
    return .mapping(
      [.init("name", .text(name)), .init("minutes", .optional(minutes))] + alone + parts, inline: true)
  }
}

extension RoleSource {
  var document: Document {
    let program: [Document.Pair] = convertedBy.map { [.init("converted_by", .text($0))] } ?? []
    return .mapping([.init("file", .text(file)), .init("sha256", .text(sha256))] + program, inline: true)
  }
}

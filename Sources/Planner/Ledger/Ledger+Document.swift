internal import Rubric
internal import YAML

extension Ledger {
  /// The ledger as it is written to YAML and JSON.
  var document: Document {
    .mapping([
      .init("lines", .list(lines.map(\.document))), .init("not_asked_for", .list(unasked.map(\.document))),
    ])
  }
}

extension Ledger.Line {
  fileprivate var document: Document {
    let ruledOut: [Document.Pair] = ruledOut.map { [.init("ruled_out", .text($0))] } ?? []
    return .mapping(
      [
        .init("line", .integer(evidence.line)), .init("column", .integer(evidence.column)),
        .init("quote", .text(evidence.quote)),
      ] + ruledOut + [.init("competencies", .list(entries.map(\.document)))])
  }
}

extension Ledger.Entry {
  fileprivate var document: Document {
    .mapping([
      .init("id", .text(competency.id)), .init("importance", .text(competency.importance.rawValue)),
      .init("rated", .list(readings.map(\.document))),
      .init("omission", .optional(coverage.omission?.rawValue)),
    ])
  }
}

extension Ledger.Reading {
  fileprivate var document: Document {
    .mapping(
      [
        .init("interview", .integer(interview)), .init("row", .text(row)),
        .init("shown_by", .inline(shownBy)),
      ], inline: true)
  }
}

extension Ledger.Unasked {
  fileprivate var document: Document {
    .mapping([.init("id", .text(id)), .init("rated", .list(readings.map(\.document)))])
  }
}

extension OpenPoint {
  /// The point as it is written to YAML and JSON.
  var document: Document {
    .mapping(
      [
        .init("kind", .text(kind.rawValue)), .init("lines", .list(lines.map { .integer($0) }, inline: true)),
        .init("interviews", .list(interviews.map { .integer($0) }, inline: true)),
      ], inline: true)
  }

  private var lines: [Int] {
    var lines: [Int] = []
    for item in evidence where !lines.contains(item.line) { lines.append(item.line) }
    return lines.sorted()
  }
}

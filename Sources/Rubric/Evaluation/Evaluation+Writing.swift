internal import Diagnostics
public import YAML

extension Evaluation {
  /// The evaluation as it is written to JSON. Reading it back gives the same.
  public var document: Document {
    .mapping([
      .init("halves", halves?.document ?? .null),
      .init("parts", .list(parts.map(\.document))),
      .init("competencies", .list(competencies.map(\.document))),
      .init("postings", .list(postings.map(\.document))),
    ])
  }
}

extension LabelHalves {
  fileprivate var document: Document {
    .mapping([.init("seed", .integer(seed)), .init("shown", .text(shown.rawValue))], inline: true)
  }
}

extension Evaluation.Part {
  fileprivate var document: Document {
    let facts = LabelledFact.allCases.compactMap { fact in
      counts.facts[fact].map { Document.Pair(fact.rawValue, $0.document) }
    }
    return .mapping([
      .init("part", .text(name.rawValue)),
      .init("postings", .integer(counts.postings)),
      .init("failed", .integer(counts.failed)),
      .init("competencies", .mapping(counts.competencies.pairs, inline: true)),
      .init("required", .mapping(counts.required.pairs, inline: true)),
      .init("importance", counts.importance.document),
      .init("any_of", counts.anyOf.document),
      .init("quotes", counts.quotes.document),
      .init("facts", .mapping(facts)),
    ])
  }
}

extension Hits {
  fileprivate var pairs: [Document.Pair] {
    [
      .init("right", .integer(right)), .init("false", .integer(wrong)), .init("missed", .integer(missed)),
      .init("precision", .number(AccuracyFigure.fourDecimals(precision))),
      .init("recall", .number(AccuracyFigure.fourDecimals(recall))),
      .init("f1", .number(AccuracyFigure.fourDecimals(f1))),
    ]
  }
}

extension Share {
  fileprivate var document: Document {
    let share = Document.number(AccuracyFigure.fourDecimals(value))
    return .mapping(
      [.init("right", .integer(right)), .init("of", .integer(all)), .init("share", share)], inline: true)
  }
}

extension Evaluation.CompetencyRow {
  fileprivate var document: Document { .mapping([.init("id", .text(id))] + hits.pairs, inline: true) }
}

extension Evaluation.Posting {
  fileprivate var document: Document {
    .mapping([
      .init("label", .text(name)), .init("file", .text(file)), .init("sha256", .text(digest)),
      .init("errors", .list(errors.map { .mapping($0.pairs, inline: true) })),
    ])
  }
}

extension AccuracyError {
  /// The error as keys with values.
  var pairs: [Document.Pair] {
    [
      .init("error", .text(kind.rawValue)), .init("of", .text(subject)),
      .init("expected", .optional(expected)), .init("found", .optional(found)),
      .init("line", .optional(place?.line)), .init("column", .optional(place?.column)),
      .init("quote", .optional(quote)),
    ]
  }
}

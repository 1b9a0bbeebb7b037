public import Diagnostics
internal import YAML

extension Evaluation {
  /// Reads an evaluation that was written before.
  public init(from source: SourceText) throws(InvalidInput) {
    self = try Self.shape.read(from: source)
  }

  static let shape = Shape<Evaluation>.mapping("the evaluation") { fields in
    Evaluation(
      halves: fields.optional("halves", halves),
      parts: fields.required("parts", .list(of: Part.shape, atLeast: 1)),
      competencies: fields.optional("competencies", .list(of: row), default: []),
      postings: fields.required("postings", .list(of: posting)))
  }

  private static let halves = Shape<LabelHalves>.mapping("the halves") { fields in
    LabelHalves(
      seed: fields.required("seed", .integer(LabelHalves.seeds)),
      shown: fields.required("shown", Shape<LabelHalves.Half>.oneOf("half")))
  }

  private static let row = Shape<CompetencyRow>.mapping("the figures of a competency") { fields in
    CompetencyRow(id: fields.required("id", .identifier), hits: Hits.read(&fields))
  }

  private static let posting = Shape<Posting>.mapping("the evaluated posting") { fields in
    Posting(
      name: fields.required("label", .text), file: fields.required("file", .text),
      digest: fields.required("sha256", .text),
      errors: fields.required("errors", .list(of: AccuracyError.shape)))
  }
}

extension Evaluation.Part {
  fileprivate static let shape = Shape<Evaluation.Part>.mapping("the figures") { fields in
    let name = fields.required("part", Shape<Name>.oneOf("part"))
    let counts = AccuracyCounts(
      postings: fields.required("postings", .count), failed: fields.required("failed", .count),
      competencies: fields.required("competencies", Hits.shape),
      required: fields.required("required", Hits.shape),
      importance: fields.required("importance", Share.shape),
      anyOf: fields.required("any_of", Share.shape), quotes: fields.required("quotes", Share.shape),
      facts: fields.required("facts", facts))
    return Evaluation.Part(name: name, counts: counts)
  }

  private static let facts = Shape<[Keyed<Share>]>
    .dictionary(of: Share.shape, names: ("the facts", LabelledFact.allCases.map(\.rawValue)))
    .map { entries in
      let pairs = entries.compactMap { entry in LabelledFact(rawValue: entry.key).map { ($0, entry.value) } }
      return Dictionary(pairs) { first, _ in first }
    }
}

extension Hits {
  fileprivate static let shape = Shape<Hits>.mapping("the hits") { fields in read(&fields) }

  /// The numbers; the figures that follow from them are written for others.
  fileprivate static func read(_ fields: inout Fields) -> Hits {
    let hits = Hits(
      right: fields.required("right", .count), wrong: fields.required("false", .count),
      missed: fields.required("missed", .count))
    for figure in ["precision", "recall", "f1"] { _ = fields.optional(figure, .number(0...1)) }
    return hits
  }
}

extension Share {
  fileprivate static let shape = Shape<Share>.mapping("the share") { fields in
    let share = Share(right: fields.required("right", .count), all: fields.required("of", .count))
    _ = fields.optional("share", .number(0...1))
    return share
  }
}

extension AccuracyError {
  fileprivate static let shape = Shape<AccuracyError>.mapping("the error") { fields in
    let (line, column) = (fields.optional("line", .position), fields.optional("column", .position))
    return AccuracyError(
      kind: fields.required("error", Shape<Kind>.oneOf("error")),
      subject: fields.required("of", .text),
      expected: fields.optional("expected", .text), found: fields.optional("found", .text),
      place: line.flatMap { line in column.map { Place(line: line, column: $0) } },
      quote: fields.optional("quote", .text))
  }
}

extension LabelHalves {
  /// The seeds that may be given.
  public static let seeds = 0...999_999
}

extension Shape where Value == Int {
  fileprivate static let count = Shape.integer(0...1_000_000_000)
  fileprivate static let position = Shape.integer(1...Int(Int32.max))
}

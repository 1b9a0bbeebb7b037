public import Diagnostics
public import YAML

extension Scorecard {
  /// Reads a scorecard, or throws all that is wrong with it. What is missing or contradicts the loop is no fault of
  /// the file: `ScorecardCheck` finds that.
  public init(from source: SourceText) throws(InvalidInput) {
    self = try Self.shape.read(from: source)
  }

  /// The most competencies and questions of a scorecard.
  static let limit = 96

  /// What a file of a scorecard holds.
  public static let shape = Shape<Scorecard>.mapping("the scorecard") { fields in
    Scorecard(
      fingerprint: fields.required("fingerprint", Shape<String>.text.placed),
      interview: fields.required("interview", ScorecardInterview.shape),
      candidate: fields.written("candidate"), interviewer: fields.written("interviewer"),
      date: fields.written("date"),
      competencies: fields.required("competencies", .list(of: RatedCompetency.shape, upTo: limit)),
      questions: fields.optional(
        "questions", .list(of: QuestionEvidence.shape, upTo: limit), default: []),
      overall: fields.optional("overall", Shape<OverallRecommendation>.oneOf("recommendation").placed),
      summary: fields.written("summary"))
  }

  /// The scorecard as it is written to YAML and JSON.
  public var document: Document {
    .mapping([
      .init("fingerprint", .text(fingerprint.value)),
      .init("interview", interview.document),
      .init("candidate", .text(candidate.value)),
      .init("interviewer", .text(interviewer.value)),
      .init("date", .text(date.value)),
      .init("competencies", .list(competencies.map(\.document))),
      .init("questions", .list(questions.map(\.document))),
      .init("overall", .optional(overall?.value.rawValue)),
      .init("summary", .text(summary.value)),
    ])
  }
}

extension ScorecardInterview {
  static let shape = Shape<ScorecardInterview>.mapping("the interview of the scorecard") { fields in
    ScorecardInterview(
      number: fields.required("number", Shape<Int>.integer(1...999).placed),
      name: fields.required("name", .text), format: fields.optional("format", .identifier))
  }

  var document: Document {
    .mapping([
      .init("number", .integer(number.value)), .init("name", .text(name)),
      .init("format", .optional(format)),
    ])
  }
}

extension RatedCompetency {
  static let shape = Shape<RatedCompetency>.mapping("the competency of the scorecard") { fields in
    RatedCompetency(
      id: fields.required("id", Shape<String>.text.placed),
      chosen: fields.optional("chosen", Shape<String>.anyText.placed).flatMap { $0.value.isEmpty ? nil : $0 },
      target: fields.required("target", ProficiencyLevel.shape),
      rating: fields.optional("rating", Rating.shape.placed),
      evidence: fields.written("evidence"))
  }

  var document: Document {
    let isChoice = id.value.utf8.contains(UInt8(ascii: "|"))
    let choice: [Document.Pair] = isChoice ? [.init("chosen", .optional(chosen?.value))] : []
    return .mapping(
      [.init("id", .text(id.value))] + choice + [
        .init("target", .integer(target.rawValue)),
        .init("rating", rating?.value.document ?? .null),
        .init("evidence", .text(evidence.value)),
      ])
  }
}

extension QuestionEvidence {
  static let shape = Shape<QuestionEvidence>.mapping("the question of the scorecard") { fields in
    QuestionEvidence(
      id: fields.required("id", Shape<String>.text.placed), notes: fields.written("notes"))
  }

  var document: Document {
    .mapping([.init("id", .text(id.value)), .init("notes", .text(notes.value))])
  }
}

extension Fields {
  /// A text that a person writes into a form: empty where the key is missing, `null` or empty.
  mutating func written(_ key: String) -> Placed<String> {
    optional(key, Shape<String>.anyText.placed) ?? Placed("", at: place(of: key))
  }
}

extension Shape {
  /// A list of values of a shape, in order, of no more than so many.
  static func list<Element: Sendable>(of element: Shape<Element>, upTo maximum: Int) -> Shape
  where Value == [Element] {
    Shape.list(of: element).checked { values, node, findings in
      guard values.count > maximum else { return }
      findings.add(
        "too-many", "expected at most \(maximum) in this list, found \(values.count)",
        at: PlaceRange(at: node.range.start))
    }
  }
}

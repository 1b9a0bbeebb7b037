public import Diagnostics
internal import YAML

extension PostingLabel {
  /// Reads a label, JSON or YAML.
  public init(from source: SourceText) throws(InvalidInput) {
    self = try Self.shape.read(from: source)
  }

  static let shape = Shape<PostingLabel>.mapping("the label") { fields in
    PostingLabel(
      file: fields.required("file", Shape.text.placed),
      title: fields.optional("title", .text),
      company: fields.optional("company", .text),
      level: fields.required("level", Shape<RoleLevel>.oneOf("level")),
      minYears: fields.optional("min_years", .integer(0...60)),
      pay: fields.optional("pay", Pay.shape),
      remote: fields.optional("remote", .boolean),
      interviewProcess: fields.optional("interview_process", .list(of: ProcessStage.shape), default: []),
      competencies: fields.required("competencies", LabelledCompetency.list),
      optional: fields.optional("optional", .list(of: Shape.identifier.placed), default: []),
      unsure: fields.optional("unsure", .list(of: Shape<LabelledFact>.oneOf("fact")), default: []))
  }

  /// What is wrong with a label beside its posting: names that the library does not have, and words that
  /// the posting does not have.
  public func findings(in source: SourceText, places: QuotePlaces, known: [String]) -> [Finding] {
    var findings = Findings(in: source)
    for id in competencies.map(\.id) + optional where !known.contains(id.value) {
      findings.add(
        "unknown-competency", "competency \"\(id.value)\" is not in the library", severity: .warning,
        at: id.range, help: Suggestion.help(for: id.value, in: known))
    }
    for quote in competencies.compactMap(\.quote) where places[quote.value] == nil {
      findings.add(
        "quote-not-found", "the posting \"\(file.value)\" does not have these words", severity: .warning,
        at: quote.range, help: "copy them from the file; space and line ends do not matter")
    }
    return findings.all
  }
}

extension LabelledCompetency {
  /// The most that a posting can be said to ask for.
  private static let most = 200

  fileprivate static let list = Shape<[LabelledCompetency]>.list(of: shape)
    .checked { competencies, node, findings in
      if competencies.count > most {
        let message = "expected at most \(most) competencies, found \(competencies.count)"
        findings.add("too-many-competencies", message, at: PlaceRange(at: node.range.start))
      }
      var seen: Set<String> = []
      for id in competencies.map(\.id) where !id.value.isEmpty && !seen.insert(id.value).inserted {
        findings.add("duplicate-competency", "competency \"\(id.value)\" is listed twice", at: id.range)
      }
    }

  private static let shape = Shape<LabelledCompetency>.mapping("the labelled competency") { fields in
    LabelledCompetency(
      id: fields.required("id", Shape.identifier.placed),
      importance: fields.required("importance", Shape<Importance>.oneOf("importance")),
      orImportance: fields.optional("or_importance", Shape<Importance>.oneOf("importance")),
      grouping: fields.optional("any_of", .text).map { $0 == "?" ? .either : .group($0) } ?? .alone,
      quote: fields.optional("quote", Shape.text.placed))
  }
}

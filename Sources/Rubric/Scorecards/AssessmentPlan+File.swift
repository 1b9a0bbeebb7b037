public import Diagnostics
public import YAML

extension AssessmentPlan {
  /// Reads the plan of a loop's scorecards, or throws all that is wrong with it.
  public init(from source: SourceText) throws(InvalidInput) {
    self = try Self.shape.read(from: source)
  }

  /// What a file of such a plan holds.
  public static let shape = Shape<AssessmentPlan>.mapping("the assessment") { fields in
    AssessmentPlan(
      fingerprint: fields.required("fingerprint", .text),
      library: fields.optional("library", .text),
      title: fields.required("title", .text),
      company: fields.optional("company", .text),
      level: fields.optional("level", Shape<RoleLevel>.oneOf("level"), default: .unspecified),
      competencies: fields.required("competencies", .list(of: AssessedCompetency.shape)),
      interviews: fields.required("interviews", .list(of: AssessedInterview.shape)),
      unmapped: fields.optional("unmapped", .list(of: .text), default: []))
  }.checked { plan, node, findings in plan.check(node, &findings) }

  /// Each interview once, and nothing rated that is not described.
  private func check(_ node: Node, _ findings: inout Findings) {
    var numbers: Set<Int> = []
    let known = Set(competencies.map(\.id))
    for (index, interview) in interviews.enumerated() {
      let place = node["interviews"]?[index]
      if !numbers.insert(interview.number).inserted {
        findings.add(
          "duplicate-number", "two interviews bear the number \(interview.number)",
          at: place?["number"]?.range)
      }
      for (position, id) in interview.rates.enumerated() where !known.contains(id) {
        findings.add(
          "unknown-competency", "competency \"\(id)\" is not among those of the assessment",
          at: place?["rates"]?[position]?.range, help: Suggestion.help(for: id, in: known.sorted()))
      }
      for (position, sign) in interview.signs.enumerated() where !interview.rates.contains(sign.competency) {
        findings.add(
          "unknown-competency",
          "competency \"\(sign.competency)\" is not among those that the interview rates",
          at: place?["signs"]?[position]?["competency"]?.range,
          help: Suggestion.help(for: sign.competency, in: interview.rates))
      }
    }
  }

  /// The plan as it is written to YAML and JSON.
  public var document: Document {
    .mapping([
      .init("fingerprint", .text(fingerprint)),
      .init("library", .optional(library)),
      .init("title", .text(title)),
      .init("company", .optional(company)),
      .init("level", .text(level.rawValue)),
      .init("competencies", .list(competencies.map(\.document))),
      .init("interviews", .list(interviews.map(\.document))),
      .init("unmapped", .list(unmapped.map { .text($0) })),
    ])
  }
}

extension AssessedCompetency {
  static let shape = Shape<AssessedCompetency>.mapping("the competency of the assessment") { fields in
    AssessedCompetency(
      id: fields.required("id", .text), name: fields.required("name", .text),
      importance: fields.required("importance", Shape<Importance>.oneOf("importance")),
      target: fields.required("target", ProficiencyLevel.shape),
      weight: fields.required("weight", .number(0...1)),
      alternatives: fields.optional(
        "alternatives", .list(of: AssessedAlternative.shape), default: []))
  }

  var document: Document {
    .mapping([
      .init("id", .text(id)), .init("name", .text(name)), .init("importance", .text(importance.rawValue)),
      .init("target", .integer(target.rawValue)), .init("weight", .number(weight)),
      .init("alternatives", .list(alternatives.map(\.document))),
    ])
  }
}

extension AssessedAlternative {
  static let shape = Shape<AssessedAlternative>.mapping("the alternative of the assessment") { fields in
    AssessedAlternative(
      id: fields.required("id", .identifier), name: fields.required("name", .text),
      target: fields.required("target", ProficiencyLevel.shape),
      levels: fields.required("levels", LevelDescription.levels))
  }

  var document: Document {
    .mapping([
      .init("id", .text(id)), .init("name", .text(name)), .init("target", .integer(target.rawValue)),
      .init("levels", .mapping(levels.map { .init(String($0.level.rawValue), $0.document) })),
    ])
  }
}

extension LevelDescription {
  /// What the level means, as it is written to YAML and JSON.
  fileprivate var document: Document {
    .mapping([
      .init("summary", .text(summary)), .init("anchors", .list(anchors.map { .text($0.text) })),
    ])
  }
}

extension AssessedInterview {
  static let shape = Shape<AssessedInterview>.mapping("the interview of the assessment") { fields in
    AssessedInterview(
      number: fields.required("number", .integer(1...999)), name: fields.required("name", .text),
      format: fields.optional("format", .identifier),
      minutes: fields.required("minutes", .integer(0...10_000)),
      rates: fields.required("rates", .list(of: .text)),
      questions: fields.optional("questions", .list(of: AssessedQuestion.shape), default: []),
      signs: fields.optional("signs", .list(of: AssessedSigns.shape), default: []))
  }

  var document: Document {
    .mapping([
      .init("number", .integer(number)), .init("name", .text(name)), .init("format", .optional(format)),
      .init("minutes", .integer(minutes)), .init("rates", .inline(rates)),
      .init("questions", .list(questions.map(\.document))), .init("signs", .list(signs.map(\.document))),
    ])
  }
}

extension AssessedQuestion {
  static let shape = Shape<AssessedQuestion>.mapping("the question of the assessment") { fields in
    AssessedQuestion(
      id: fields.required("id", .text), ask: fields.required("ask", .text),
      form: fields.optional("form", .text))
  }

  var document: Document {
    let drawn: [Document.Pair] = form.map { [.init("form", .text($0))] } ?? []
    return .mapping([.init("id", .text(id)), .init("ask", .text(ask))] + drawn)
  }
}

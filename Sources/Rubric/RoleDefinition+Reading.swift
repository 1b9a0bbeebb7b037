public import Diagnostics
internal import YAML

extension RoleDefinition {
  /// Reads a role file, YAML or JSON. Weights that are left out are shared equally within an
  /// importance.
  public init(from source: SourceText) throws(InvalidInput) {
    self = try Self.shape.read(from: source).withWeights()
  }

  static let shape = Shape<RoleDefinition>.mapping("the role") { fields in
    RoleDefinition(
      title: fields.required("title", .text),
      company: fields.optional("company", .text),
      level: fields.optional("level", Shape<RoleLevel>.oneOf("level"), default: .unspecified),
      minYears: fields.optional("min_years", .integer(0...60)),
      pay: fields.optional("pay", Pay.shape),
      location: fields.optional("location", .text),
      remote: fields.optional("remote", .boolean),
      interviewProcess: fields.optional("interview_process", .list(of: ProcessStage.shape), default: []),
      competencies: fields.required("competencies", RoleCompetency.list),
      unmapped: fields.optional("unmapped", .list(of: Evidence.shape), default: []),
      ruledOut: fields.optional("ruled_out", .list(of: RuledOut.shape), default: []),
      open: fields.optional("open", .list(of: OpenWording.shape), default: []),
      headings: fields.optional("headings", .list(of: Evidence.shape), default: []),
      source: fields.optional("source", RoleSource.shape))
  }
}

extension RoleCompetency {
  static let list = Shape<[RoleCompetency]>.list(of: shape).checked { competencies, node, findings in
    guard case .sequence(let items) = node.content else { return }
    var seen: Set<String> = []
    for (competency, item) in zip(competencies, items)
    where !competency.id.isEmpty && !seen.insert(competency.id).inserted {
      findings.add(
        "duplicate-competency", "competency \"\(competency.id)\" is listed twice", at: item["id"]?.range)
    }
  }

  private static let shape = Shape<RoleCompetency>.mapping("the competency of the role") { fields in
    RoleCompetency(
      id: fields.required("id", .identifier),
      importance: fields.required("importance", Shape<Importance>.oneOf("importance")),
      anyOf: fields.optional("any_of", .text),
      target: fields.optional("target", ProficiencyLevel.shape, default: .intermediate),
      weight: fields.optional("weight", .number(0...1), default: 0),
      technologies: fields.optional("technologies", .list(of: .text), default: []),
      evidence: fields.optional("evidence", .list(of: Evidence.shape), default: []),
      override: fields.optional("override", .text))
  }
}

extension RuledOut {
  static let shape = Shape<RuledOut>.mapping("what is ruled out") { fields in
    RuledOut(
      id: fields.required("id", .identifier), reason: fields.required("reason", .text),
      evidence: fields.optional("evidence", .list(of: Evidence.shape), default: []))
  }
}

extension Evidence {
  static let shape = Shape<Evidence>.mapping("the evidence") { fields in
    var evidence = Evidence(&fields)
    evidence.importance = fields.optional("importance", Shape<Importance>.oneOf("importance"))
    return evidence
  }

  /// The words at a place, of a mapping that may hold more.
  init(_ fields: inout Fields) {
    self.init(
      line: fields.required("line", .integer(1...Int(Int32.max))),
      column: fields.required("column", .integer(1...Int(Int32.max))),
      section: fields.required("section", .text),
      quote: fields.required("quote", .text),
      text: fields.optional("text", .text))
  }
}

extension Pay {
  static let shape = Shape<Pay>.mapping("the pay") { fields in
    let amount = Shape<Int>.integer(0...1_000_000_000)
    return Pay(
      currency: fields.required("currency", .text),
      min: fields.optional("min", amount),
      max: fields.optional("max", amount),
      period: fields.optional("period", Shape<Period>.oneOf("period"), default: .year))
  }
}

extension ProcessStage {
  static let shape = Shape<ProcessStage>.mapping("the stage") { fields in
    ProcessStage(
      name: fields.required("name", .text),
      minutes: fields.optional("minutes", .integer(1...10_000)),
      parts: fields.optional("parts", .list(of: .text), default: []),
      isAsynchronous: fields.optional("asynchronous", .boolean, default: false))
  }
}

extension RoleSource {
  static let shape = Shape<RoleSource>.mapping("the source") { fields in
    RoleSource(
      file: fields.required("file", .text), sha256: fields.required("sha256", .text),
      convertedBy: fields.optional("converted_by", .text))
  }
}

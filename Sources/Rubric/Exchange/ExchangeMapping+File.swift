public import Diagnostics
public import YAML

extension ExchangeMapping {
  /// Reads a mapping, or throws all that is wrong with it.
  public init(from source: SourceText) throws(InvalidInput) {
    self = try Self.shape.read(from: source)
  }

  /// What a file of a mapping holds.
  public static let shape = Shape<ExchangeMapping>.mapping("the mapping") { fields in
    ExchangeMapping(
      platform: fields.required("platform", Shape<ExchangePlatform>.oneOf("platform")),
      fingerprint: fields.optional("fingerprint", .anyText),
      interviews: fields.required("interviews", .list(of: InterviewForm.shape, upTo: 96)),
      candidates: fields.optional("candidates", .list(of: Candidate.shape, upTo: 1_000), default: []),
      people: fields.optional("people", .list(of: Person.shape, upTo: 1_000), default: []))
  }

  /// The mapping as it is written to YAML and JSON.
  public var document: Document {
    .mapping([
      .init("platform", .text(platform.rawValue)), .init("fingerprint", .optional(fingerprint)),
      .init("interviews", .list(interviews.map(\.document))),
      .init("candidates", .list(candidates.map { $0.document(of: platform) })),
      .init(
        "people",
        .list(
          people.map { person in
            .mapping([.init("label", .text(person.label)), .init("id", .optional(person.id))])
          })),
    ])
  }
}

extension ExchangeMapping.InterviewForm {
  static let shape = Shape<Self>.mapping("the interview of the mapping") { fields in
    Self(
      number: fields.required("number", .integer(1...999)), name: fields.optional("name", .anyText),
      form: fields.optional("form", .anyText), overall: fields.optional("overall", .anyText),
      summary: fields.optional("summary", .anyText), skills: fields.optional("skills", .anyText),
      isPlainText: fields.optional("plain_text", .boolean, default: false),
      competencies: fields.optional(
        "competencies", .list(of: ExchangeMapping.CompetencyFields.shape, upTo: 96), default: []),
      questions: fields.optional(
        "questions", .list(of: ExchangeMapping.QuestionField.shape, upTo: 96), default: []))
  }.checked { form, node, findings in form.check(node, &findings) }

  /// No field is that of two things.
  private func check(_ node: Node, _ findings: inout Findings) {
    let ids =
      [overall, summary, skills] + competencies.flatMap { [$0.rating, $0.note] } + questions.map(\.notes)
    var seen: Set<String> = []
    for case .some(let id) in ids where !id.isEmpty && !seen.insert(id).inserted {
      findings.add(
        "ambiguous-field", "\"\(id)\" is the field of two things", at: PlaceRange(at: node.range.start))
    }
  }

  var document: Document {
    let others: [Document.Pair] =
      (skills.map { [.init("skills", .text($0))] } ?? [])
      + (isPlainText ? [.init("plain_text", .boolean(true))] : [])
    return .mapping(
      [
        .init("number", .integer(number)), .init("name", .optional(name)), .init("form", .optional(form)),
        .init("overall", .optional(overall)), .init("summary", .optional(summary)),
      ] + others + [
        .init(
          "competencies",
          .list(
            competencies.map { fields in
              .mapping([
                .init("id", .text(fields.id)), .init("rating", .optional(fields.rating)),
                .init("note", .optional(fields.note)),
              ])
            })),
        .init(
          "questions",
          .list(
            questions.map { field in
              .mapping([.init("id", .text(field.id)), .init("notes", .optional(field.notes))])
            })),
      ])
  }
}

extension ExchangeMapping.CompetencyFields {
  static let shape = Shape<Self>.mapping("the competency of the mapping") { fields in
    Self(
      id: fields.required("id", .text), rating: fields.optional("rating", .anyText),
      note: fields.optional("note", .anyText))
  }
}

extension ExchangeMapping.QuestionField {
  static let shape = Shape<Self>.mapping("the question of the mapping") { fields in
    Self(id: fields.required("id", .text), notes: fields.optional("notes", .anyText))
  }
}

extension ExchangeMapping.Candidate {
  static let shape = Shape<Self>.mapping("the candidate of the mapping") { fields in
    Self(
      label: fields.required("label", .anyText), application: fields.optional("application", .anyText),
      candidate: fields.optional("candidate", .anyText),
      interviews: fields.optional(
        "interviews", .list(of: ExchangeMapping.Event.shape, upTo: 96), default: []))
  }

  func document(of platform: ExchangePlatform) -> Document {
    let own: [Document.Pair] =
      platform == .greenhouse
      ? [.init("candidate", .optional(candidate))]
      : [
        .init(
          "interviews",
          .list(
            interviews.map { event in
              let panel: [Document.Pair] =
                platform == .lever ? [.init("panel", .optional(event.panel))] : []
              return .mapping(
                [.init("number", .integer(event.number)), .init("interview", .optional(event.interview))]
                  + panel)
            }))
      ]
    return .mapping([.init("label", .text(label)), .init("application", .optional(application))] + own)
  }
}

extension ExchangeMapping.Event {
  static let shape = Shape<Self>.mapping("the scheduled interview of the mapping") { fields in
    Self(
      number: fields.required("number", .integer(1...999)), interview: fields.optional("interview", .anyText),
      panel: fields.optional("panel", .anyText))
  }
}

extension ExchangeMapping.Person {
  static let shape = Shape<Self>.mapping("the person of the mapping") { fields in
    Self(label: fields.required("label", .anyText), id: fields.optional("id", .anyText))
  }
}

internal import YAML

/// The body that Lever takes for a feedback form: `POST /opportunities/:opportunity/feedback`.
enum LeverShape {
  /// The body, and the names of ours that stand in it for ids.
  static func write(_ parcel: ExchangeParcel) -> (Document, missing: [String]) {
    let fields = parcel.fields
    var values: [Document] = []
    var missing = [fields.formID.missing].compactMap { $0 }
    func put(_ field: ExchangeField, _ value: Document?) {
      guard let value, let id = field.written else { return }
      values.append(.mapping([.init("id", .text(id)), .init("value", value)]))
      if let name = field.missing { missing.append(name) }
    }
    put(fields.overall, parcel.overall.map { .text($0) })
    if let skills = fields.skills {
      put(.at(skills), scorecard(parcel.skills, order: fields.skillOrder))
    } else {
      for skill in parcel.skills {
        put(skill.field, skill.value.map(score))
        put(skill.noteField, skill.note.isEmpty ? nil : .text(skill.note))
      }
    }
    for answer in parcel.answers { put(answer.field, answer.text.isEmpty ? nil : .text(answer.text)) }
    put(fields.summary, parcel.summary.isEmpty ? nil : .text(parcel.summary))
    let scheduled: [Document.Pair]
    // Lever takes the two together or neither.
    if let panel = fields.panel, let interview = fields.interview {
      scheduled = [.init("panel", .text(panel)), .init("interview", .text(interview))]
    } else {
      scheduled = []
    }
    let document = Document.mapping(
      [.init("baseTemplateId", .text(fields.formID.written ?? ""))] + scheduled
        + [.init("fieldValues", .list(values))])
    return (document, missing)
  }

  /// Scores are whole numbers.
  private static func score(_ value: String) -> Document { Int(value).map { .integer($0) } ?? .text(value) }

  /// The value of a field of the type `scorecard`: a score and a comment for each skill, in its order.
  private static func scorecard(_ skills: [ExchangeParcel.Skill], order: [String]) -> Document {
    .list(
      order.map { id in
        let skill = skills.first { $0.id == id }
        let note = skill?.note ?? ""
        return .mapping([
          .init("score", skill?.value.map(score) ?? .null),
          .init("comment", note.isEmpty ? .null : .text(note)),
        ])
      })
  }
}

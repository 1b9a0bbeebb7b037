internal import YAML

/// The body that Ashby takes for feedback: `POST applicationFeedback.submit`.
enum AshbyShape {
  /// The body, and the names of ours that stand in it for ids.
  static func write(_ parcel: ExchangeParcel) -> (Document, missing: [String]) {
    let fields = parcel.fields
    var values: [Document] = []
    var missing = [fields.formID, fields.application, fields.user].compactMap(\.missing)
    func put(_ field: ExchangeField, _ value: Document?) {
      guard let value, let path = field.written else { return }
      values.append(.mapping([.init("path", .text(path)), .init("value", value)]))
      if let name = field.missing { missing.append(name) }
    }
    func text(_ text: String) -> Document? {
      text.isEmpty ? nil : fields.isPlainText ? .text(text) : plain(text)
    }
    put(fields.overall, parcel.overall.map { .text($0) })
    for skill in parcel.skills {
      let hasOwnNote = skill.noteField != .nowhere
      put(skill.field, skill.value.map { score($0, comment: hasOwnNote ? "" : skill.note) })
      if hasOwnNote { put(skill.noteField, text(skill.note)) }
    }
    for answer in parcel.answers { put(answer.field, text(answer.text)) }
    put(fields.summary, text(parcel.summary))
    let event: [Document.Pair] = fields.interview.map { [.init("interviewEventId", .text($0))] } ?? []
    let document = Document.mapping(
      [.init("feedbackForm", .mapping([.init("fieldSubmissions", .list(values))]))]
        + [
          .init("formDefinitionId", .text(fields.formID.written ?? "")),
          .init("applicationId", .text(fields.application.written ?? "")),
          .init("userId", .text(fields.user.written ?? "")),
        ] + event)
    return (document, missing)
  }

  /// A score with what is noted to it.
  private static func score(_ value: String, comment: String) -> Document {
    let score: Document = Int(value).map { .integer($0) } ?? .text(value)
    let comments: [Document.Pair] = comment.isEmpty ? [] : [.init("comments", plain(comment))]
    return .mapping([.init("score", score)] + comments)
  }

  /// A text that is no markup.
  private static func plain(_ text: String) -> Document {
    .mapping([.init("type", .text("PlainText")), .init("value", .text(text))])
  }
}

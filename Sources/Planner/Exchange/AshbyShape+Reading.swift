internal import YAML

extension AshbyShape {
  /// The feedback of a file: a body to be sent, an answer of `applicationFeedback.list`, or a list of them.
  static func read(_ file: JSONFile) -> [ForeignScorecard] {
    file.objects(below: ["results"]).filter { $0["feedbackForm"] != nil || $0["submittedValues"] != nil }
      .map { feedback($0, file) }
  }

  private static func feedback(_ value: JSONValue, _ file: JSONFile) -> ForeignScorecard {
    let user = value["submittedByUser"]?.value
    let ids = file.texts(["formDefinitionId", "feedbackFormDefinitionId", "interviewId"], of: value)
    return ForeignScorecard(
      range: value.range, forms: ids + file.texts(["interviewEventId"], of: value), interview: nil,
      applications: file.texts(["applicationId"], of: value),
      interviewerID: file.text("userId", of: value) ?? user.flatMap { file.text("id", of: $0) },
      interviewer: file.name(ofUser: user, first: "firstName", last: "lastName"), date: nil,
      entries: submissions(value, file) + submitted(value, file))
  }

  /// The fields of a body.
  private static func submissions(_ value: JSONValue, _ file: JSONFile) -> [ForeignScorecard.Entry] {
    value.values(at: "feedbackForm.fieldSubmissions").flatMap(\.value.items).compactMap { item in
      guard let path = file.text("path", of: item), let content = item["value"]?.value else { return nil }
      return entry(path, content, name: nil, file)
    }
  }

  /// The fields of an answer: values by their paths, with the titles of the form.
  private static func submitted(_ value: JSONValue, _ file: JSONFile) -> [ForeignScorecard.Entry] {
    let fields =
      value.values(at: "formDefinition.sections.fields.field").map(\.value)
      + value.values(at: "formDefinition.sections.fields").flatMap(\.value.items)
    let titles = Dictionary(
      fields.compactMap { field in
        file.text("path", of: field).flatMap { path in file.text("title", of: field).map { (path, $0) } }
      }
    ) { first, _ in first }
    return (value["submittedValues"]?.value.entries ?? []).map { pair in
      entry(pair.key, pair.value, name: titles[pair.key], file)
    }
  }

  private static func entry(
    _ path: String, _ value: JSONValue, name: String?, _ file: JSONFile
  ) -> ForeignScorecard.Entry {
    var entry = ForeignScorecard.Entry(
      nature: path == ExchangeFields.ashbyOverall ? .overall : .unknown, ids: [path], name: name,
      value: file.text(value), range: value.range)
    if value["score"] != nil {
      entry.nature = .rating
      entry.value = file.text("score", of: value)
      entry.note = value["comments"].flatMap { text($0.value, file) }
    } else if value["value"] != nil {
      entry.nature = .text
      entry.value = text(value, file)
    } else if case .array(let items) = value.content {
      entry.value = items.compactMap { file.text($0) }.joined(separator: ", ")
    }
    return entry
  }

  /// A text, plain or in an object of its own.
  private static func text(_ value: JSONValue, _ file: JSONFile) -> String? {
    file.text(value) ?? file.text("value", of: value)
  }
}

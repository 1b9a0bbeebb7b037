internal import YAML

extension LeverShape {
  /// The feedback of a file: a body to be sent, a form as Lever returns it, or a list of them.
  static func read(_ file: JSONFile) -> [ForeignScorecard] {
    file.objects(below: ["data"]).filter { $0["fieldValues"] != nil || $0["fields"] != nil }
      .map { feedback($0, file) }
  }

  private static func feedback(_ value: JSONValue, _ file: JSONFile) -> ForeignScorecard {
    let fields = (value["fieldValues"] ?? value["fields"])?.value.items ?? []
    return ForeignScorecard(
      range: value.range, forms: file.texts(["baseTemplateId", "interview"], of: value),
      interview: file.text("text", of: value),
      applications: file.texts(["opportunity", "opportunityId"], of: value),
      interviewerID: file.texts(["user", "userId"], of: value).first, interviewer: nil, date: nil,
      entries: fields.filter { $0["id"] != nil || $0["text"] != nil }.map { field($0, file) })
  }

  private static func field(_ value: JSONValue, _ file: JSONFile) -> ForeignScorecard.Entry {
    let content = value["value"]?.value
    var entry = ForeignScorecard.Entry(
      nature: nature(file.text("type", of: value)), ids: file.texts(["id"], of: value),
      name: file.text("text", of: value), value: content.flatMap { text($0, file) },
      range: value.range)
    guard let content, case .array(let scores) = content.content,
      scores.contains(where: { $0["score"] != nil })
    else { return entry }
    let names = value["scores"]?.value.items ?? []
    entry.value = nil
    entry.scores = scores.enumerated().map { index, score in
      let name = index < names.count ? file.text("text", of: names[index]) : nil
      return ForeignScorecard.Entry(
        nature: .rating, ids: [], name: name, value: file.text("score", of: score),
        note: file.text("comment", of: score), range: score.range)
    }
    return entry
  }

  private static func nature(_ type: String?) -> ForeignScorecard.Entry.Nature {
    switch type {
    case "score-system": .overall
    case "score": .rating
    case "text", "textarea", "code": .text
    default: .unknown
    }
  }

  /// A value, or the values of a list apart by commas.
  private static func text(_ value: JSONValue, _ file: JSONFile) -> String? {
    guard case .array(let items) = value.content else { return file.text(value) }
    let texts = items.compactMap { file.text($0) }
    return texts.isEmpty ? nil : texts.joined(separator: ", ")
  }
}

internal import YAML

extension GreenhouseShape {
  /// The scorecards of a file: one, a list of them, or the tables of Harvest v3 by their names.
  static func read(_ file: JSONFile) -> [ForeignScorecard] {
    if file.root["scorecards"] != nil, file.root["scorecard_candidate_attributes"] != nil {
      return GreenhouseTables(file).scorecards
    }
    return file.objects(below: ["scorecards"]).filter { $0["attributes"] != nil || $0["questions"] != nil }
      .map { scorecard($0, file) }
  }

  private static func scorecard(_ value: JSONValue, _ file: JSONFile) -> ForeignScorecard {
    let step = value["interview_step"]?.value
    let user = (value["interviewer"] ?? value["submitted_by"])?.value
    let attributes = value["attributes"]?.value.items ?? []
    let questions = value["questions"]?.value.items ?? []
    return ForeignScorecard(
      range: value.range, forms: step.map { file.texts(["id"], of: $0) } ?? [],
      interview: file.text("interview", of: value) ?? step.flatMap { file.text("name", of: $0) },
      applications: file.texts(["application_id", "candidate_id"], of: value),
      interviewerID: user.flatMap { file.text("id", of: $0) },
      interviewer: file.name(ofUser: user, first: "first_name", last: "last_name"),
      date: file.day("interviewed_at", of: value),
      entries: overall(value["overall_recommendation"]?.value, file)
        + attributes.filter { $0["name"] != nil }.map { attribute($0, file) }
        + questions.filter { $0["question"] != nil }.map { question($0, file) })
  }

  static func overall(_ value: JSONValue?, _ file: JSONFile) -> [ForeignScorecard.Entry] {
    guard let value else { return [] }
    return [
      ForeignScorecard.Entry(
        nature: .overall, ids: [], name: nil, value: file.text(value), range: value.range)
    ]
  }

  private static func attribute(_ value: JSONValue, _ file: JSONFile) -> ForeignScorecard.Entry {
    ForeignScorecard.Entry(
      nature: .rating, ids: file.texts(["name"], of: value), name: file.text("name", of: value),
      value: file.text("rating", of: value), note: file.text("note", of: value), range: value.range)
  }

  private static func question(_ value: JSONValue, _ file: JSONFile) -> ForeignScorecard.Entry {
    let name = file.text("question", of: value)
    return ForeignScorecard.Entry(
      nature: name == summaryQuestion ? .summary : .text, ids: file.texts(["id"], of: value), name: name,
      value: file.text("answer", of: value).map(HTMLText.decoded), range: value.range)
  }
}

/// The tables of Harvest v3, put together again: what v1 kept in one object stands in seven lists there.
private struct GreenhouseTables {
  private let file: JSONFile
  private let attributes: [String: JSONValue]
  private let questions: [String: JSONValue]
  private let users: [String: JSONValue]
  private let kits: [String: JSONValue]
  private let interviews: [String: JSONValue]

  init(_ file: JSONFile) {
    self.file = file
    func table(_ name: String) -> [String: JSONValue] {
      let rows = file.root[name]?.value.items ?? []
      return Dictionary(rows.compactMap { row in file.text("id", of: row).map { ($0, row) } }) { first, _ in
        first
      }
    }
    attributes = table("job_candidate_attributes")
    questions = table("scorecard_questions")
    users = table("users")
    kits = table("interview_kits")
    interviews = table("job_interviews")
  }

  var scorecards: [ForeignScorecard] {
    let ratings = rows("scorecard_candidate_attributes")
    let answers = rows("scorecard_question_answers")
    return (file.root["scorecards"]?.value.items ?? []).filter { !$0.entries.isEmpty }.map { row in
      let id = file.text("id", of: row) ?? ""
      return scorecard(row, ratings[id] ?? [], answers[id] ?? [])
    }
  }

  /// The rows of a table by the scorecard that they belong to.
  private func rows(_ name: String) -> [String: [JSONValue]] {
    Dictionary(grouping: file.root[name]?.value.items ?? []) { file.text("scorecard_id", of: $0) ?? "" }
  }

  private func scorecard(_ row: JSONValue, _ ratings: [JSONValue], _ answers: [JSONValue]) -> ForeignScorecard
  {
    let kit = file.text("interview_kit_id", of: row)
    let slot = kit.flatMap { kits[$0] }.flatMap { file.text("job_interview_id", of: $0) }
    let user = file.text("interviewer_id", of: row) ?? file.text("submitter_id", of: row)
    let notes = row["notes"].map { entry in
      ForeignScorecard.Entry(
        nature: .summary, ids: [], name: "notes", value: file.text(entry.value).map(HTMLText.decoded),
        range: entry.value.range)
    }
    return ForeignScorecard(
      range: row.range, forms: [slot, kit].compactMap { $0 },
      interview: slot.flatMap { interviews[$0] }.flatMap { file.text("name", of: $0) },
      applications: file.texts(["application_id"], of: row), interviewerID: user,
      interviewer: file.name(ofUser: user.flatMap { users[$0] }, first: "first_name", last: "last_name"),
      date: file.day("interviewed_at", of: row),
      entries: GreenhouseShape.overall(row["candidate_rating"]?.value, file) + ratings.map(rating)
        + answers.map(answer) + [notes].compactMap { $0 })
  }

  private func rating(_ row: JSONValue) -> ForeignScorecard.Entry {
    let id = file.text("job_candidate_attribute_id", of: row) ?? ""
    let name = attributes[id].flatMap { file.text("name", of: $0) }
    return ForeignScorecard.Entry(
      nature: .rating, ids: [name, id].compactMap { $0 }, name: name,
      value: file.text("candidate_attribute_rating", of: row), note: file.text("note", of: row),
      range: row.range)
  }

  private func answer(_ row: JSONValue) -> ForeignScorecard.Entry {
    let id = file.text("scorecard_question_id", of: row) ?? ""
    let name = questions[id].flatMap { file.text("question", of: $0) }
    let value = file.texts(["answer", "value", "boolean_value"], of: row).first
    return ForeignScorecard.Entry(
      nature: name == GreenhouseShape.summaryQuestion ? .summary : .text, ids: [id], name: name,
      value: value.map(HTMLText.decoded), range: row.range)
  }
}

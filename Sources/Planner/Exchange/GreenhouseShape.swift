internal import Rubric
internal import YAML

/// The scorecard of Greenhouse's Harvest v1 (gone as an API since 2026-08-31; the shape lives on in exports).
enum GreenhouseShape {
  /// The question under which Greenhouse keeps the summary.
  static let summaryQuestion = "Key Take-Aways"

  /// What interviewers rate at Greenhouse is of a type; ours are skills.
  private static let attributeType = "Skills"

  /// The groups of the shape's `ratings`.
  private static let groups = ["definitely_not", "no", "mixed", "yes", "strong_yes"]

  /// The scorecard, and the names of ours whose ids are missing and are null in it.
  static func write(_ parcel: ExchangeParcel, table: ExchangeTable) -> (Document, missing: [String]) {
    let fields = parcel.fields
    let day = isDay(parcel.card.date) ? parcel.card.date + "T00:00:00.000Z" : nil
    let interviewer = person(parcel.card.interviewer, fields.user)
    let document = Document.mapping([
      .init("id", .null),
      .init("interview", .text(parcel.interviewName)),
      .init(
        "interview_step",
        .mapping([.init("id", id(fields.formID)), .init("name", .text(parcel.interviewName))])),
      .init("candidate_id", id(fields.candidateID)),
      .init("application_id", id(fields.application)),
      .init("interviewed_at", .optional(day)),
      .init("submitted_by", interviewer),
      .init("interviewer", interviewer),
      .init("submitted_at", .null),
      .init("overall_recommendation", .optional(parcel.overall)),
      .init("attributes", .list(parcel.skills.map(attribute))),
      .init("ratings", ratings(parcel.skills)),
      .init("questions", questions(parcel)),
    ])
    let open = [fields.formID, fields.candidateID, fields.application, fields.user]
    return (document, (open + parcel.answers.map(\.field)).compactMap(\.missing))
  }

  private static func isDay(_ text: String) -> Bool { (try? CalendarDate(text)) != nil }

  private static func attribute(_ skill: ExchangeParcel.Skill) -> Document {
    .mapping([
      .init("name", .text(skill.field.written ?? skill.id)), .init("type", .text(attributeType)),
      .init("note", skill.note.isEmpty ? .null : .text(skill.note)), .init("rating", .optional(skill.value)),
    ])
  }

  private static func ratings(_ skills: [ExchangeParcel.Skill]) -> Document {
    .mapping(
      groups.map { group in
        let names = skills.filter { $0.value == group }.map { $0.field.written ?? $0.id }
        return .init(group, .inline(names))
      })
  }

  private static func questions(_ parcel: ExchangeParcel) -> Document {
    let summary = question(.null, summaryQuestion, parcel.summary)
    return .list(
      [summary]
        + parcel.answers.map { answer in
          question(id(answer.field), answer.ask, answer.text)
        })
  }

  private static func question(_ id: Document, _ text: String, _ answer: String) -> Document {
    .mapping([
      .init("id", id), .init("question", .text(text)),
      .init("answer", answer.isEmpty ? .null : .text(HTMLText.encoded(answer))),
    ])
  }

  /// A user. Names are not taken apart: nobody knows which part is which.
  private static func person(_ label: String, _ field: ExchangeField) -> Document {
    .mapping([
      .init("id", id(field)), .init("first_name", .null), .init("last_name", .null),
      .init("name", .text(label)), .init("employee_id", .null),
    ])
  }

  /// An id: a number where it is one, as Greenhouse's are; null where there is none.
  private static func id(_ field: ExchangeField) -> Document {
    guard let id = field.id, !id.isEmpty else { return .null }
    guard let number = Int(id), String(number) == id else { return .text(id) }
    return .integer(number)
  }
}

internal import Rubric

/// Where something of a scorecard goes at a platform.
enum ExchangeField: Equatable {
  /// Into the field of an id or a name.
  case at(String)
  /// Into a field whose id nobody has filled in yet; a name of ours stands in its place.
  case open(String)
  /// Nowhere: the platform has no such field.
  case nowhere

  /// An id of a mapping: nil is nowhere, and nothing yet is open.
  init(_ id: String?, open name: String) {
    switch id {
    case nil: self = .nowhere
    case "": self = .open(name)
    case .some(let id): self = .at(id)
    }
  }

  /// What is written: the id, or the name of ours; nil where it goes nowhere.
  var written: String? {
    switch self {
    case .at(let id), .open(let id): id
    case .nowhere: nil
    }
  }

  /// The id; nil where there is none.
  var id: String? {
    if case .at(let id) = self { id } else { nil }
  }

  /// The name of ours that stands for an id that is missing.
  var missing: String? {
    if case .open(let name) = self { name } else { nil }
  }
}

/// The names of ours that stand for ids which nobody has filled in. No platform has such ids.
enum ExchangeName {
  static let overall = "overall"
  static let summary = "summary"
  static func form(_ number: Int) -> String { "form:\(number)" }
  static func rating(_ id: String) -> String { "rating:\(id)" }
  static func note(_ id: String) -> String { "note:\(id)" }
  static func notes(_ id: String) -> String { "notes:\(id)" }
  static func application(_ label: String) -> String { "application:\(label)" }
  static func user(_ label: String) -> String { "user:\(label)" }
}

/// Where everything of one scorecard goes.
struct ExchangeFields {
  private let platform: ExchangePlatform
  private let form: ExchangeMapping.InterviewForm?
  private let candidate: ExchangeMapping.Candidate?
  private let person: ExchangeMapping.Person?
  private let event: ExchangeMapping.Event?
  private let number: Int
  private let labels: (candidate: String, interviewer: String)

  /// The fields of a scorecard, by a mapping or without one.
  init(
    _ platform: ExchangePlatform, _ mapping: ExchangeMapping?, number: Int, candidate: String,
    interviewer: String
  ) {
    self.platform = platform
    self.number = number
    labels = (candidate, interviewer)
    form = mapping?.interviews.first { $0.number == number }
    self.candidate = mapping?.candidates.first { $0.label == candidate }
    person = mapping?.people.first { $0.label == interviewer }
    event = self.candidate?.interviews.first { $0.number == number }
  }

  /// The form of the interview.
  var formID: ExchangeField { field(form.map(\.form), open: ExchangeName.form(number)) }

  /// The name of the interview at the platform.
  var interviewName: String? { form?.name.flatMap { $0.isEmpty ? nil : $0 } }

  /// The recommendation.
  var overall: ExchangeField {
    if platform == .ashby, form == nil { return .at(Self.ashbyOverall) }
    return field(form.map(\.overall), open: ExchangeName.overall)
  }

  /// The summary.
  var summary: ExchangeField { field(form.map(\.summary), open: ExchangeName.summary) }

  /// The field in which all competencies are rated; nil where each has its own.
  var skills: String? { form?.skills.flatMap { $0.isEmpty ? nil : $0 } }

  /// The competencies in the order of that field.
  var skillOrder: [String] { form?.competencies.map(\.id) ?? [] }

  /// Whether texts are sent plain where rich ones are the rule.
  var isPlainText: Bool { form?.isPlainText ?? false }

  /// The rating of a competency; at Greenhouse the name of the attribute, which is ours unless there is another.
  func rating(_ id: String, name: String) -> ExchangeField {
    let entry = form?.competencies.first { $0.id == id }
    guard platform == .greenhouse else { return field(entry.map(\.rating), open: ExchangeName.rating(id)) }
    return .at(entry?.rating.flatMap { $0.isEmpty ? nil : $0 } ?? name)
  }

  /// The evidence of a competency.
  func note(_ id: String) -> ExchangeField {
    let entry = form?.competencies.first { $0.id == id }
    if platform == .ashby, entry == nil { return .nowhere }
    return field(entry.map(\.note), open: ExchangeName.note(id))
  }

  /// The notes to a question.
  func notes(_ id: String) -> ExchangeField {
    field(form?.questions.first { $0.id == id }.map(\.notes), open: ExchangeName.notes(id))
  }

  /// The application.
  var application: ExchangeField {
    field(candidate.map(\.application), open: ExchangeName.application(labels.candidate))
  }

  /// The candidate, whom Greenhouse tells from the application.
  var candidateID: ExchangeField {
    field(candidate.map(\.candidate), open: "candidate:\(labels.candidate)")
  }

  /// The scheduled interview, and its panel; nil where none is filled in: neither must be sent.
  var interview: String? { event?.interview.flatMap { $0.isEmpty ? nil : $0 } }
  var panel: String? { event?.panel.flatMap { $0.isEmpty ? nil : $0 } }

  /// The interviewer.
  var user: ExchangeField { field(person.map(\.id), open: ExchangeName.user(labels.interviewer)) }

  private func field(_ id: String??, open name: String) -> ExchangeField {
    guard let id else { return .open(name) }
    return ExchangeField(id, open: name)
  }

  /// The path of the recommendation in Ashby's own form.
  static let ashbyOverall = "overall_recommendation"
}

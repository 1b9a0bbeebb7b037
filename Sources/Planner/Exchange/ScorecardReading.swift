internal import Diagnostics
internal import Rubric
internal import YAML

/// Reads one scorecard of a platform.
struct ScorecardReading {
  /// What is to be told, in the order of reading.
  var remarks: [ExchangeRemark] = []

  let foreign: ForeignScorecard
  let context: ExchangeReading
  let card: (card: ExchangeCard, summary: String)?

  /// What was found of each competency: whether there was a field of its rating, the value in it, and the note.
  var ratings: [String: Found] = [:]
  var notes: [String: [String]] = [:]
  var overall: (value: String?, range: Range<Int>)?
  var summary: [String] = []
  /// What goes behind the summary, because nothing of ours is called so.
  var rest: [String] = []

  struct Found {
    var value: String?
    var hasValue = false
    var note: [String] = []
    var chosen: String?
    var range: Range<Int>
  }

  init(_ foreign: ForeignScorecard, _ context: ExchangeReading) {
    self.foreign = foreign
    self.context = context
    let summaries = Set((context.mapping?.interviews.compactMap(\.summary) ?? []) + [ExchangeName.summary])
    let first = foreign.entries.filter { entry in
      if case .summary = entry.nature { return true }
      return entry.ids.contains { summaries.contains($0) }
    }
    card =
      (first + foreign.entries).lazy.compactMap { entry in
        entry.value.flatMap { ExchangeCard.read($0, context.phrases) }
      }.first
  }

  /// The interview that it is of: the one that is named; or by the mapping, by what the scorecard was exported from,
  /// or by its exact name.
  mutating func interview(_ named: Int?) -> AssessedInterview? {
    let plan = context.plan
    if let card = card?.card, card.fingerprint != plan.fingerprint {
      report(
        "other-loop", "this is the scorecard of another loop, \"\(Self.short(card.fingerprint))\"", .error,
        at: foreign.range, help: "name that loop with --loop")
      return nil
    }
    let mapped = context.mapping?.interviews.first { form in
      form.form.map { !$0.isEmpty && foreign.forms.contains($0) } ?? false
    }?.number
    let standIn = plan.interviews.first { foreign.forms.contains(ExchangeName.form($0.number)) }?.number
    if let number = named ?? card?.card.number ?? scheduled?.number ?? mapped ?? standIn {
      if let interview = plan.interview(number) { return interview }
      return unmatched("the loop has no interview \(number)")
    }
    let name = foreign.interview
    let byName = context.mapping?.interviews.filter { $0.name != nil && $0.name == name }.map(\.number) ?? []
    let found =
      byName.isEmpty ? plan.interviews.filter { $0.name == name } : byName.compactMap(plan.interview)
    guard found.count != 1 else { return found[0] }
    return unmatched(
      name.map {
        "\(found.isEmpty ? "no interview" : "several interviews") of the loop \(found.isEmpty ? "is" : "are") called \"\($0)\""
      }
        ?? "nothing tells which interview this is")
  }

  private mutating func unmatched(_ message: String) -> AssessedInterview? {
    let names = context.plan.ratingInterviews.map { "\($0.number) \($0.name)" }
    report(
      "unmatched-interview", message, .error, at: foreign.range,
      note: "the loop has " + Figures.listed(names), help: "say --interview with its number")
    return nil
  }

  /// The scorecard. `label` is that of the candidate, where the caller knows it.
  mutating func scorecard(_ interview: AssessedInterview, candidate label: String?) -> Scorecard {
    sort(ExchangeRoles(interview, of: context.plan, context.mapping, context.phrases))
    let competencies = interview.rates.map { competency($0) }
    let questions = interview.questions.map { question in
      QuestionEvidence(
        id: placed(question.id), notes: placed(ExchangeText.paragraphs(notes[question.id] ?? [])))
    }
    let overall = recommendation()
    let own = card?.card
    return Scorecard(
      fingerprint: placed(context.plan.fingerprint),
      interview: ScorecardInterview(
        number: placed(interview.number), name: interview.name, format: interview.format),
      candidate: placed(label ?? own?.candidate ?? candidate ?? ""),
      interviewer: placed(own?.interviewer ?? interviewer ?? ""),
      date: placed(own?.date ?? foreign.date ?? ""),
      competencies: competencies, questions: questions, overall: overall.map { placed($0) },
      summary: placed(ExchangeText.paragraphs([summaryText] + rest)))
  }

  func placed<Value: Sendable>(_ value: Value) -> Placed<Value> {
    Placed(value, at: PlaceRange(at: .start))
  }

  private var summaryText: String { ExchangeText.paragraphs(summary) }

  /// The scheduled interview that the mapping has, with the candidate's label.
  private var scheduled: (number: Int, label: String)? {
    for candidate in context.mapping?.candidates ?? [] {
      for event in candidate.interviews {
        if let id = event.interview, !id.isEmpty, foreign.forms.contains(id) {
          return (event.number, candidate.label)
        }
      }
    }
    return nil
  }

  /// The candidate by the mapping.
  private var candidate: String? {
    if let scheduled { return scheduled.label }
    return context.mapping?.candidates.first { candidate in
      let ids = [candidate.application, candidate.candidate]
      return ids.contains { id in id.map { !$0.isEmpty && foreign.applications.contains($0) } ?? false }
    }?.label
  }

  /// The interviewer by the mapping, or the name that the file has, or the id.
  private var interviewer: String? {
    let known = context.mapping?.people.first { $0.id != nil && $0.id == foreign.interviewerID }?.label
    return known ?? foreign.interviewer ?? foreign.interviewerID
  }
}

/// Something to be told of a file, by the bytes that it is about.
struct ExchangeRemark {
  var rule: String
  var message: String
  var severity: Severity
  var range: Range<Int>
  var note: String?
  var help: String?
}

internal import Rubric

/// What the entries of a platform's scorecard are, for one interview of a loop.
struct ExchangeRoles {
  /// What an entry is.
  enum Role: Equatable {
    case rating(String, chosen: String?)
    case note(String)
    case notes(String)
    case overall
    case summary
    case skills
  }

  /// By ids: those of the mapping, and names of ours that stand for ids.
  private var byID: [String: Role] = [:]
  /// By names of competencies and of alternatives.
  private var byCompetency: [String: Role] = [:]
  /// By names of questions, which are their words.
  private var byQuestion: [String: Role] = [:]
  /// The competencies of a field in which all are rated, in its order.
  let skillOrder: [String]

  /// The label of the summary in forms that are made for a loop.
  private let summaryField: String

  init(
    _ interview: AssessedInterview, of plan: AssessmentPlan, _ mapping: ExchangeMapping?,
    _ phrases: ExchangePhrases
  ) {
    summaryField = phrases.summaryField
    let form = mapping?.interviews.first { $0.number == interview.number }
    skillOrder = form?.competencies.map(\.id) ?? []
    if let form { add(form) }
    set(&byID, ExchangeName.overall, .overall)
    set(&byID, ExchangeName.summary, .summary)
    for id in interview.rates {
      set(&byID, ExchangeName.rating(id), .rating(id, chosen: nil))
      set(&byID, ExchangeName.note(id), .note(id))
      for name in [id, plan.competency(id)?.name ?? id] {
        set(&byCompetency, name, .rating(id, chosen: nil))
      }
    }
    for id in interview.rates {
      let alternatives = plan.competency(id).map { $0.isChoice ? $0.alternatives : [] } ?? []
      for alternative in alternatives {
        for name in [alternative.id, alternative.name] {
          set(&byCompetency, name, .rating(id, chosen: alternative.id))
        }
      }
    }
    for question in interview.questions {
      set(&byID, ExchangeName.notes(question.id), .notes(question.id))
      for name in [question.id, question.ask] { set(&byQuestion, name, .notes(question.id)) }
    }
  }

  private mutating func add(_ form: ExchangeMapping.InterviewForm) {
    set(&byID, form.overall, .overall)
    set(&byID, form.summary, .summary)
    set(&byID, form.skills, .skills)
    for fields in form.competencies {
      set(&byID, fields.rating, .rating(fields.id, chosen: nil))
      set(&byID, fields.note, .note(fields.id))
    }
    for field in form.questions { set(&byID, field.notes, .notes(field.id)) }
  }

  /// The first meaning stays.
  private func set(_ roles: inout [String: Role], _ key: String?, _ role: Role) {
    guard let key, !key.isEmpty, roles[key] == nil else { return }
    roles[key] = role
  }

  /// What an entry is; nil where nothing of ours is called so.
  func role(of entry: ForeignScorecard.Entry) -> Role? {
    for id in entry.ids {
      if let role = byID[id] { return role }
    }
    let names = [entry.name].compactMap { $0 } + entry.ids
    switch entry.nature {
    case .overall: return .overall
    case .summary: return .summary
    case .rating: return names.lazy.compactMap { byCompetency[$0] }.first
    case .text, .unknown:
      if let role = names.lazy.compactMap({ byQuestion[$0] }).first { return role }
      // A text that is called as a competency is what is noted to it.
      if case .text = entry.nature, entry.name == summaryField { return .summary }
      guard case .rating(let id, _) = names.lazy.compactMap({ byCompetency[$0] }).first else { return nil }
      return .note(id)
    }
  }
}

internal import Diagnostics
internal import Rubric
internal import YAML

/// Makes a scorecard ready for a platform, and notes down what has no field of its own.
struct ExchangePacking {
  private(set) var findings: [Finding] = []
  private(set) var losses: [ExchangeLoss] = []
  private(set) var partCount = 0

  private let source: SourceText
  private let scorecard: Scorecard
  private let plan: AssessmentPlan
  private let platform: ExchangePlatform
  private let table: ExchangeTable
  private let phrases: ExchangePhrases
  private let fields: ExchangeFields
  /// The names of competencies and the words of questions, by id. What two are called is no name.
  private let names: [String: String]
  private let asks: [String: String]
  /// What goes into the summary because it has no other place.
  private var homeless: [String] = []

  init(
    _ file: CandidateRecord.ScorecardFile, _ plan: AssessmentPlan, _ platform: ExchangePlatform,
    _ tables: ExchangeTables, _ mapping: ExchangeMapping?
  ) {
    source = file.source
    scorecard = file.scorecard
    self.plan = plan
    self.platform = platform
    table = tables.table(platform)
    phrases = tables.phrases
    names = Self.distinct(scorecard.competencies.map { ($0.id.value, plan.competency($0.id.value)?.name) })
    let questions = plan.interview(scorecard.interview.number.value)?.questions ?? []
    asks = Self.distinct(
      questions.map { ($0.id, $0.ask == GreenhouseShape.summaryQuestion ? nil : $0.ask) })
    fields = ExchangeFields(
      platform, mapping, number: scorecard.interview.number.value, candidate: scorecard.candidate.value,
      interviewer: scorecard.interviewer.value)
  }

  private static func distinct(_ names: [(id: String, name: String?)]) -> [String: String] {
    let counts = Dictionary(grouping: names.compactMap(\.name)) { $0 }.mapValues(\.count)
    let alone = names.compactMap { id, name in name.flatMap { counts[$0] == 1 ? (id, $0) : nil } }
    return Dictionary(alone) { first, _ in first }
  }

  /// The scorecard by fields.
  mutating func parcel() -> ExchangeParcel {
    let skills = scorecard.competencies.map { skill($0) }
    let answers = scorecard.questions.map { answer($0) }
    let overall = overall()
    return ExchangeParcel(
      card: ExchangeCard(scorecard), interviewName: fields.interviewName ?? scorecard.interview.name,
      skills: skills, answers: answers, overall: overall, summary: summary(), fields: fields)
  }

  private mutating func skill(_ competency: RatedCompetency) -> ExchangeParcel.Skill {
    let id = competency.id.value
    let note = ExchangeNote(competency)
    let name = names[id] ?? id
    let field = fields.rating(id, name: name)
    let word =
      field == .nowhere && fields.skills == nil ? nil : table.value(of: note.rating, target: note.target)
    var text = note.isBlank ? "" : note.text(phrases)
    let hasPlace = hasPlace(ofNoteTo: id, value: word)
    if !note.isBlank { list(competency, note, word, isInSummary: !hasPlace) }
    if !text.isEmpty, !hasPlace {
      homeless.append(phrases.about.filled(["name": name]) + "\n" + text)
      text = ""
    }
    return ExchangeParcel.Skill(
      id: id, field: field, noteField: fields.note(id), value: word, note: text)
  }

  /// Whether a note has a field: its own, or that of the rating where there is one.
  private func hasPlace(ofNoteTo id: String, value: String?) -> Bool {
    switch platform {
    case .greenhouse: true
    case .lever: fields.skills.map { _ in fields.skillOrder.contains(id) } ?? (fields.note(id) != .nowhere)
    case .ashby: fields.note(id) != .nowhere || value != nil
    }
  }

  private mutating func answer(_ question: QuestionEvidence) -> ExchangeParcel.Answer {
    let id = question.id.value
    let ask = asks[id] ?? id
    let field = platform == .greenhouse ? greenhouse(fields.notes(id)) : fields.notes(id)
    var text = question.notes.value
    if !text.isEmpty {
      partCount += 1
      if field == .nowhere {
        homeless.append(phrases.about.filled(["name": ask]) + "\n" + text)
        lose(.notes(id), "the notes to \"\(id)\"", at: question.notes.range)
        text = ""
      }
    }
    return ExchangeParcel.Answer(id: id, ask: ask, field: field, text: text)
  }

  /// Greenhouse's questions go by their words as well, so that none is without a place.
  private func greenhouse(_ field: ExchangeField) -> ExchangeField { field == .nowhere ? .at("") : field }

  private mutating func overall() -> String? {
    guard let overall = scorecard.overall else { return nil }
    partCount += 1
    let value = fields.overall == .nowhere && platform != .greenhouse ? nil : table.value(of: overall.value)
    if value == nil {
      let isCarried = hasSummary
      losses.append(ExchangeLoss(part: .overall, fate: isCarried ? .inNote : .nowhere))
      add(
        isCarried ? "carried-as-text" : "not-carried",
        "\(table.name) has nothing for the recommendation \"\(overall.value.rawValue)\"",
        isCarried ? "it stands in the summary as text" : nil, at: overall.range)
    }
    return value
  }

  private var hasSummary: Bool { platform == .greenhouse || fields.summary != .nowhere }

  /// The summary, with the card in front and what has no other place behind.
  private mutating func summary() -> String {
    let own = scorecard.summary.value
    if !own.isEmpty { partCount += 1 }
    guard hasSummary else {
      if !own.isEmpty { lose(.summary, "the summary", at: scorecard.summary.range) }
      return ""
    }
    if !homeless.isEmpty, !own.isEmpty {
      losses.append(ExchangeLoss(part: .summary, fate: .inSummary))
      add(
        "carried-as-text", "texts that have no field stand behind the summary",
        "they are read back as part of it",
        at: scorecard.summary.range)
    }
    return ExchangeText.paragraphs([ExchangeCard(scorecard).text(phrases, summary: own)] + homeless)
  }

  /// What becomes of a competency that says anything.
  private mutating func list(
    _ competency: RatedCompetency, _ note: ExchangeNote, _ word: String?, isInSummary: Bool
  ) {
    let id = competency.id.value
    partCount += (note.rating == nil ? 0 : 1) + (note.evidence.isEmpty ? 0 : 1)
    if isInSummary {
      lose(
        .evidence(id), "what is noted on \"\(id)\"", at: competency.id.range, isThere: !note.evidence.isEmpty)
      guard note.rating != nil else { return }
      return losses.append(ExchangeLoss(part: .rating(id), fate: hasSummary ? .inSummary : .nowhere))
    }
    let hasField = fields.skills != nil || fields.rating(id, name: id) != .nowhere
    let isExact =
      word.map { table.ratings(of: $0, target: note.target) == [note.rating] } ?? (note.rating == nil)
    var texts = ["the target \(note.target.rawValue)"]
    if let chosen = note.chosen { texts.append("the choice of \"\(chosen)\"") }
    guard !isExact, let rating = note.rating else {
      guard note.chosen != nil else { return }
      return add("carried-as-text", "of \"\(id)\" \(Self.stand(texts))", nil, at: competency.id.range)
    }
    losses.append(ExchangeLoss(part: .rating(id), fate: .inNote))
    let place = competency.rating?.range ?? competency.id.range
    let stand = Self.stand(["the rating \(rating.written)"] + texts)
    if let word {
      let also = "\"\(id)\" is \"\(word)\" at \(table.name), as other ratings are"
      add("carried-as-text", "\(also); \(stand)", nil, at: place)
    } else {
      let lacks = "\(hasField ? table.name : "the form") has nothing for \(rating.written)"
      add("carried-as-text", "\(lacks); of \"\(id)\" \(stand)", nil, at: place)
    }
  }

  private static func stand(_ texts: [String]) -> String {
    Figures.listed(texts) + (texts.count == 1 ? " stands" : " stand") + " in the note"
  }

  private mutating func lose(
    _ part: ExchangeLoss.Part, _ what: String, at range: PlaceRange, isThere: Bool = true
  ) {
    let fate: ExchangeLoss.Fate = hasSummary && part != .summary ? .inSummary : .nowhere
    if isThere { losses.append(ExchangeLoss(part: part, fate: fate)) }
    if hasSummary, part != .summary {
      add("carried-as-text", "\(what) has no field, and stands in the summary", nil, at: range)
    } else {
      add("not-carried", "\(what) has no field, and stands nowhere", nil, at: range)
    }
  }

  private mutating func add(_ rule: String, _ message: String, _ note: String?, at range: PlaceRange) {
    let severity: Severity = rule == "not-carried" ? .warning : .hint
    findings.append(Finding(rule, message, severity: severity, in: source, at: range, note: note))
  }

  /// Notes down which ids are missing, and what never goes along.
  mutating func note(missing: [String]) {
    if !missing.isEmpty {
      let many = missing.count == 1 ? "an id is" : "\(missing.count) ids are"
      findings.append(
        Finding(
          "unmapped-id", "\(many) not filled in", severity: .warning, in: source, at: nil,
          note: missing.joined(separator: ", "),
          help: "fill them in in the file of --mapping; where it is not there, a blank one is written"))
    }
    findings.append(
      Finding(
        "carried-as-text",
        hasSummary
          ? "candidate, interviewer, date and loop stand at the head of the summary, and targets in the notes"
          : "targets stand in the notes; nothing says which candidate, interviewer, date and loop",
        severity: .hint, in: source, at: nil,
        note: "anchors and weights stay here: keep assessment.yaml, which import needs"))
  }
}

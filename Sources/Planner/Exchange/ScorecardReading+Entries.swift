internal import Diagnostics
internal import Rubric
internal import YAML

extension ScorecardReading {
  mutating func report(
    _ rule: String, _ message: String, _ severity: Severity = .warning, at range: Range<Int>,
    note: String? = nil, help: String? = nil
  ) {
    remarks.append(
      ExchangeRemark(rule: rule, message: message, severity: severity, range: range, note: note, help: help))
  }

  /// As much of a text as fits into a message.
  static func short(_ text: String) -> String {
    text.utf8.count > 80 ? String(text.unicodeScalars.prefix(60)) + "…" : text
  }

  /// Puts each entry where it belongs.
  mutating func sort(_ roles: ExchangeRoles) {
    for entry in foreign.entries {
      switch roles.role(of: entry) {
      case .rating(let id, let chosen): rate(id, entry, chosen)
      case .note(let id): rate(id, entry)
      case .notes(let id): notes[id, default: []] += [entry.value].compactMap { $0 }
      case .overall: overall = overall ?? (entry.value, entry.range)
      case .summary: summarise(entry)
      case .skills: rate(each: entry, roles)
      case nil: entry.scores.isEmpty ? keep(entry) : rate(each: entry, roles)
      }
    }
  }

  /// The scores of a field that has several, by their names or by the order of the mapping.
  private mutating func rate(each entry: ForeignScorecard.Entry, _ roles: ExchangeRoles) {
    for (index, score) in entry.scores.enumerated() {
      if case .rating(let id, let chosen) = roles.role(of: score) {
        rate(id, score, chosen)
      } else if index < roles.skillOrder.count {
        rate(roles.skillOrder[index], score, nil)
      } else {
        keep(score)
      }
    }
  }

  /// A rating with what is noted to it; a second one of the same competency stays outside.
  private mutating func rate(_ id: String, _ entry: ForeignScorecard.Entry, _ chosen: String?) {
    var found = ratings[id] ?? Found(range: entry.range)
    guard !found.hasValue else { return keep(entry) }
    found.hasValue = true
    found.value = entry.value.flatMap { $0.isEmpty ? nil : $0 }
    found.note += [entry.note].compactMap { $0 }
    found.chosen = chosen
    found.range = entry.range
    ratings[id] = found
  }

  /// A note that stands in a field of its own.
  private mutating func rate(_ id: String, _ entry: ForeignScorecard.Entry) {
    ratings[id, default: Found(range: entry.range)].note += [entry.value].compactMap { $0 }
  }

  private mutating func summarise(_ entry: ForeignScorecard.Entry) {
    guard let text = entry.value else { return }
    summary.append(ExchangeCard.read(text, context.phrases)?.summary ?? text)
  }

  /// What nothing of ours is called goes behind the summary, and is named.
  private mutating func keep(_ entry: ForeignScorecard.Entry) {
    let says = entry.note.map { !$0.isEmpty } ?? false
    if entry.nature == .rating, !says, entry.value == context.table.value(of: nil, target: .basic) { return }
    let original = entry.nature == .rating ? entry.value.map(original) : entry.value
    let text = ExchangeText.paragraphs([original, entry.note].compactMap { $0 })
    guard !text.isEmpty else { return }
    rest.append(context.phrases.about.filled(["name": entry.shown]) + "\n" + text)
    report(
      "unmatched-entry", "nothing that this interview rates or asks is called \"\(Self.short(entry.shown))\"",
      at: entry.range,
      note: "what it says stands in the summary")
  }

  private func original(_ value: String) -> String {
    context.phrases.original.filled(["platform": context.table.name, "value": value])
  }

  mutating func competency(_ id: String) -> RatedCompetency {
    let target = context.plan.competency(id)?.target ?? .intermediate
    guard let found = ratings[id] else {
      return RatedCompetency(id: placed(id), target: target, evidence: placed(""))
    }
    let text = ExchangeText.paragraphs(found.note)
    var note = ExchangeNote(rating: nil, target: target, chosen: found.chosen, evidence: text)
    if let own = ExchangeNote(reading: text, context.phrases) {
      let expected = context.table.value(of: own.rating, target: own.target)
      if !found.hasValue || found.value == expected {
        note = own
      } else {
        unread(id, found, ", and the note says \"\(own.rating?.written ?? "not rated")\"", &note)
      }
    } else if let value = found.value {
      read(value, id, found, &note)
    }
    return RatedCompetency(
      id: placed(id), chosen: note.chosen.map { placed($0) }, target: note.target,
      rating: note.rating.map { placed($0) }, evidence: placed(note.evidence))
  }

  /// Reads a value by the table alone.
  private mutating func read(_ value: String, _ id: String, _ found: Found, _ note: inout ExchangeNote) {
    let ratings = context.table.ratings(of: value, target: note.target)
    if ratings.contains(where: { $0 == nil }) { return }
    guard ratings.count == 1, let rating = ratings[0] else {
      let why = ratings.isEmpty ? ", which the table does not have" : ", which is more than one level"
      return unread(id, found, why, &note)
    }
    note.rating = rating
    report(
      "rating-by-table", "of \"\(id)\" \"\(value)\" is read as \(rating.written)", .hint,
      at: found.range,
      note: "the role asks for \(note.target.rawValue); nobody has rated it by its anchors")
  }

  /// Leaves a competency unrated, and puts what stood there into its evidence.
  private mutating func unread(_ id: String, _ found: Found, _ why: String, _ note: inout ExchangeNote) {
    let value = found.value ?? "null"
    note.rating = nil
    note.evidence = ExchangeText.paragraphs([note.evidence, original(value)])
    report(
      "unread-rating", "\"\(id)\" is \"\(Self.short(value))\" at \(context.table.name)\(why)",
      at: found.range,
      note: "it is left unrated, and the evidence says what stood there")
  }

  /// The recommendation, where the value says the same as what was exported.
  mutating func recommendation() -> OverallRecommendation? {
    let exported = card.map { $0.card.overall }
    guard let overall else { return exported ?? nil }
    if let exported {
      if overall.value == exported.flatMap({ context.table.value(of: $0) }) { return exported }
    } else if let value = overall.value, let read = context.table.recommendation(of: value) {
      return read
    }
    guard exported != nil || overall.value != nil else { return nil }
    rest.append(original(overall.value ?? "null"))
    report(
      "unread-rating",
      "the recommendation is \"\(Self.short(overall.value ?? "null"))\" at \(context.table.name)",
      at: overall.range, note: "it is left open, and the summary says what stood there")
    return nil
  }
}

internal import Rubric

/// Traces each line of a posting to what a loop makes of it, and back.
struct LedgerBuilder {
  private let loop: InterviewLoop
  private let coverage: [String: Coverage]
  private let readings: [String: [Ledger.Reading]]
  /// What is met of each competency of the role, in their order; nil for those that the loop knows nothing of.
  private var traces: [Trace?] = []

  /// A competency of the role, and for each of its readings the products that it is about.
  private struct Trace {
    let entry: Ledger.Entry
    let met: [[String]]
    /// The products of the competency and of its readings, once each, as they are looked for.
    let names: [(name: String, written: WrittenName)]

    init(_ entry: Ledger.Entry, met: [[String]]) {
      (self.entry, self.met) = (entry, met)
      var names: [String] = []
      for name in entry.competency.technologies + met.joined() where !names.contains(name) {
        names.append(name)
      }
      self.names = names.map { ($0, WrittenName($0)) }
    }

    /// The products of the competency that no reading is about.
    var unmet: [String] {
      entry.competency.technologies.filter { name in !met.contains { $0.contains(name) } }
    }
  }

  init(_ loop: InterviewLoop) {
    self.loop = loop
    var coverage: [String: Coverage] = [:]
    for entry in loop.coverage {
      for competency in entry.demand.alternatives + entry.demand.along { coverage[competency.id] = entry }
    }
    self.coverage = coverage
    var readings: [String: [Ledger.Reading]] = [:]
    for interview in loop.interviews {
      for rating in interview.ratings {
        readings[rating.demand.id, default: []].append(Self.reading(rating, interview))
      }
    }
    self.readings = readings
    traces = loop.role.competencies.map { competency in
      entry(competency).map { Trace($0, met: names($0)) }
    }
  }

  private static func reading(_ rating: PlannedRating, _ interview: Interview) -> Ledger.Reading {
    let own = rating.questions.map(\.question.id)
    return Ledger.Reading(
      interview: interview.number, row: rating.demand.id,
      shownBy: rating.shownBy.map { [$0] + own } ?? own)
  }

  /// The ledger.
  func ledger() -> Ledger { Ledger(lines: lines(), unasked: unasked(), unmet: unmet()) }

  private func lines() -> [Ledger.Line] {
    let role = loop.role
    var lines: [Ledger.Line] = []
    var places: [Evidence: Int] = [:]
    func place(of evidence: Evidence) -> Int {
      let words = evidence.wordsAlone
      if let place = places[words] { return place }
      places[words] = lines.count
      lines.append(Ledger.Line(evidence: words, entries: []))
      return lines.count - 1
    }
    for (competency, trace) in zip(role.competencies, traces) {
      let near = trace?.entry.readings.map(links) ?? []
      for evidence in competency.evidence {
        let place = place(of: evidence)
        guard let trace, lines[place].entries.last?.competency.id != competency.id else { continue }
        lines[place].entries.append(Self.entry(trace, near: near, for: evidence))
      }
    }
    for evidence in role.unmapped {
      let place = place(of: evidence)
      lines[place].askedIn = loop.practising(evidence)
    }
    for wording in role.settledOnce where wording.kind.isAsked {
      let place = place(of: wording.evidence)
      lines[place].facts.append(wording.kind)
      lines[place].settledIn = lines[place].settledIn ?? interview { $0.wordings.contains(wording.kind) }
    }
    let checks = loop.interviews.flatMap { $0.format?.checks ?? [] }
    for evidence in role.wordsOfYears(asked: checks) {
      guard let place = places[evidence] else { continue }
      lines[place].settledIn = lines[place].settledIn ?? interview { $0 == .years }
    }
    for interview in loop.interviews {
      for evidence in interview.uncovered.flatMap(\.evidence) {
        if let place = places[evidence] { lines[place].askedIn = interview.number }
      }
    }
    for ruled in role.ruledOut {
      for evidence in ruled.evidence { lines[place(of: evidence)].ruledOut = ruled.reason }
    }
    return lines.sorted { Self.order($0.evidence) < Self.order($1.evidence) }
  }

  /// A competency as a line of the posting asks for it, with the sentences that each of its readings is about.
  private static func entry(_ trace: Trace, near: [[Nearness]], for evidence: Evidence) -> Ledger.Entry {
    var entry = trace.entry
    guard !entry.readings.isEmpty else { return entry }
    let line = Array(evidence.words.utf8)
    let named = trace.names.filter { $0.written.stands(in: line) }.map(\.name)
    for index in entry.readings.indices {
      let words = words(of: near[index], in: evidence)
      entry.readings[index].words =
        words + trace.met[index].filter { !words.contains($0) && named.contains($0) }
    }
    entry.unmet = trace.unmet.filter(named.contains)
    return entry
  }

  /// The interview that asks for a fact on some topic.
  private func interview(asking isAsked: (FactCheck.Topic) -> Bool) -> Int? {
    loop.interviews.first { interview in
      interview.format?.checks.contains { isAsked($0.topic) } ?? false
    }?.number
  }

  /// The interview of a reading.
  private func interview(of reading: Ledger.Reading) -> Interview? {
    loop.interviews.first { $0.number == reading.interview }
  }

  /// The sentences of the posting that what shows a reading is about.
  private func links(_ reading: Ledger.Reading) -> [Nearness] {
    guard let interview = interview(of: reading),
      let rating = interview.ratings.first(where: { $0.demand.id == reading.row })
    else { return [] }
    let near = rating.questions.compactMap(\.nearness)
    return near + (interview.exercise(showing: rating)?.links ?? [])
  }

  /// For each reading of a competency what it is about: its languages and the products of its own name, those of the
  /// posting's products that stand in what is asked, and the products of its questions, under all their names.
  private func names(_ entry: Ledger.Entry) -> [[String]] {
    let named = entry.competency.technologies
    let own = entry.coverage.demand.competencies.first { $0.id == entry.competency.id }
    let languages = own?.writtenIn ?? []
    let certain =
      languages
      + named.filter { name in
        !languages.contains(name) && own.map { WrittenName(name).stands(in: $0.name) } ?? false
      }
    let open = named.filter { !certain.contains($0) }.map { (name: $0, written: WrittenName($0)) }
    return entry.readings.map { reading in
      let texts = open.isEmpty ? [] : texts(reading).map { Array($0.utf8) }
      let met = certain + open.filter { open in texts.contains { open.written.stands(in: $0) } }.map(\.name)
      let products = questions(of: reading).flatMap(\.question.products)
      return met + products.filter { name in !met.contains { Self.areOne($0, name) } }
    }
  }

  /// All that is asked and looked for in a reading; of an exercise its title and what it has in common with the posting.
  private func texts(_ reading: Ledger.Reading) -> [String] {
    let shown = questions(of: reading).flatMap(\.texts)
    guard let exercise = interview(of: reading)?.exercise, reading.shownBy.contains(exercise.id) else {
      return shown
    }
    return shown + exercise.texts
  }

  /// Whether one name is a part of another: "AWS" of "Amazon AWS".
  private static func areOne(_ name: String, _ other: String) -> Bool {
    WrittenName(name).stands(in: other) || WrittenName(other).stands(in: name)
  }

  /// The questions by which a reading is shown.
  private func questions(of reading: Ledger.Reading) -> [PlannedQuestion] {
    interview(of: reading)?.questions.filter { reading.shownBy.contains($0.question.id) } ?? []
  }

  /// The products of what is rated that nothing in the loop is about, whatever it is rated as.
  private func unmet() -> [Ledger.Unmet] {
    let open = traces.compactMap(\.self).filter { !$0.entry.readings.isEmpty && !$0.unmet.isEmpty }
    guard !open.isEmpty else { return [] }
    let asked = loop.interviews.flatMap { $0.questions.flatMap(\.texts) + ($0.exercise?.texts ?? []) }
      .map { Array($0.utf8) }
    return open.compactMap { trace in
      let unmet = Set(trace.unmet)
      let names = trace.names.filter { name in
        unmet.contains(name.name) && !asked.contains(where: name.written.stands)
      }.map(\.name)
      return names.isEmpty
        ? nil
        : Ledger.Unmet(competency: trace.entry.competency, coverage: trace.entry.coverage, names: names)
    }
  }

  /// The words of a line among those of some sentences.
  private static func words(of near: [Nearness], in evidence: Evidence) -> [String] {
    var words: [String] = []
    for word in near.filter({ overlap($0.evidence, evidence) }).flatMap(\.words)
    where !words.contains(word) {
      words.append(word)
    }
    return words
  }

  /// Whether two quotations have words in common: for people they are made longer than the role has them.
  private static func overlap(_ one: Evidence, _ other: Evidence) -> Bool {
    guard one.line == other.line else { return false }
    return one.column < other.column + other.quote.unicodeScalars.count
      && other.column < one.column + one.quote.unicodeScalars.count
  }

  private static func order(_ evidence: Evidence) -> (Int, Int, String) {
    (evidence.line, evidence.column, evidence.quote)
  }

  private func entry(_ competency: RoleCompetency) -> Ledger.Entry? {
    coverage[competency.id].map {
      Ledger.Entry(
        competency: competency, coverage: $0, readings: readings[$0.demand.id] ?? [])
    }
  }

  /// Ratings of demands that no words state, and what exercises show beside what the role asks for.
  private func unasked() -> [Ledger.Unasked] {
    let unstated = loop.coverage.filter { $0.demand.evidence.isEmpty }.compactMap { entry in
      readings[entry.demand.id].map { Ledger.Unasked(id: entry.demand.id, readings: $0) }
    }
    var beside: [Ledger.Unasked] = []
    for interview in loop.interviews {
      guard let exercise = interview.exercise else { continue }
      for id in exercise.rates where coverage[id] == nil {
        let reading = Ledger.Reading(interview: interview.number, row: id, shownBy: [exercise.id])
        if let place = beside.firstIndex(where: { $0.id == id }) {
          beside[place].readings.append(reading)
        } else {
          beside.append(Ledger.Unasked(id: id, readings: [reading]))
        }
      }
    }
    return unstated + beside
  }
}

extension PlannedQuestion {
  /// What is asked and looked for, and what it is about.
  fileprivate var texts: [String] {
    [ask] + question.about + question.probes.map(\.text) + question.strong + question.meets + question.weak
  }
}

extension PlannedExercise {
  /// Its title, what it is made of, and what it has in common with the posting.
  fileprivate var texts: [String] { [title] + about + links.flatMap(\.words) }
}

internal import Diagnostics
internal import YAML

/// One scorecard while it is checked.
struct ScorecardReview {
  let file: ReadFile<Scorecard>
  let plan: AssessmentPlan?
  let rules: NoteRules
  var findings: Findings
  let table: LineTable

  var card: Scorecard { file.value }
  var root: Node { file.root }

  init(_ file: ReadFile<Scorecard>, plan: AssessmentPlan?, rules: NoteRules) {
    self.file = file
    self.plan = plan
    self.rules = rules
    findings = Findings(in: file.source)
    table = LineTable(file.source)
  }

  /// Whether anybody has filled anything in.
  var isBlank: Bool { card.progress == .blank }

  /// Looks at all that the scorecard says by itself, and at what the plan says of it.
  mutating func check() {
    checkDuplicates()
    if let plan, checkFingerprint(plan) { checkAgainst(plan) }
    checkDate()
    guard !isBlank else {
      return findings.add(
        "blank-scorecard", "the scorecard is still blank", severity: .warning, at: nil,
        help: "fill it in on the day of the interview, or remove it if there was none")
    }
    checkHead()
    checkRatings()
    checkOverall()
    checkNotes()
  }

  /// The entry of a competency of the scorecard, as it stands in the file.
  func entry(_ index: Int) -> Node { root["competencies"]?[index] ?? root }

  private mutating func checkFingerprint(_ plan: AssessmentPlan) -> Bool {
    guard card.fingerprint.value != plan.fingerprint else { return true }
    findings.add(
      "fingerprint-differs",
      "fingerprint \(card.fingerprint.value.quoted) is not that of the assessment, \(plan.fingerprint.quoted)",
      at: card.fingerprint.range, note: "what it rates was not compared with the loop",
      help: "use the assessment.yaml of the loop that the scorecard was made for")
    return false
  }

  private mutating func checkDuplicates() {
    var seen: [String: Place] = [:]
    for competency in card.competencies {
      guard let first = seen.updateValue(competency.id.range.start, forKey: competency.id.value) else {
        continue
      }
      findings.add(
        "duplicate-competency", "\(competency.id.value.quoted) stands here twice", at: competency.id.range,
        note: first.asNote, help: "make one entry of the two")
    }
    seen = [:]
    for question in card.questions {
      guard let first = seen.updateValue(question.id.range.start, forKey: question.id.value) else { continue }
      findings.add(
        "duplicate-question", "\(question.id.value.quoted) stands here twice", at: question.id.range,
        note: first.asNote, help: "make one entry of the two")
    }
  }

  private mutating func checkDate() {
    findings.checkDate(card.date)
  }

  private mutating func checkHead() {
    let entries = [
      ("candidate", card.candidate, "whom it is about; a label such as C-17 is enough"),
      ("interviewer", card.interviewer, "who rated"),
      ("date", card.date, "the day of the interview, such as 2027-03-09"),
    ]
    for (key, value, what) in entries { findings.checkEntry(value, at: root.place(of: key), key, what) }
  }

  private mutating func checkOverall() {
    guard card.overall == nil else { return }
    findings.add(
      "no-recommendation", "there is no overall recommendation", severity: .warning,
      at: root.place(of: "overall"),
      help: "write strong_no, no, yes or strong_yes; no_decision where the interview does not allow one")
  }
}

extension Place {
  /// Says where the first of two stands.
  fileprivate var asNote: String { "the first stands at \(line):\(column)" }
}

extension Findings {
  /// Notes an entry in which nothing stands, and what to write.
  mutating func checkEntry(
    _ entry: Placed<String>, at place: PlaceRange?, _ key: String, _ what: String
  ) {
    guard entry.value.isBlank else { return }
    add("missing-entry", "\(key) is empty", severity: .warning, at: place, help: "write \(what)")
  }

  /// Notes a text that is no date; an empty one is none of this check's business.
  mutating func checkDate(_ date: Placed<String>) {
    guard !date.value.isBlank else { return }
    do throws(CalendarDate.Fault) {
      _ = try CalendarDate(date.value)
    } catch {
      add(
        "calendar-date", "\(date.value.quoted) is no date: \(error.message)", severity: .warning,
        at: date.range)
    }
  }
}

internal import Diagnostics
internal import YAML

/// The record of a decision while it is checked against the scorecards.
struct DecisionReview {
  let file: ReadFile<DecisionRecord>
  let scorecards: [Scorecard]
  let plan: AssessmentPlan?
  let rules: NoteRules
  var findings: Findings

  var decision: DecisionRecord { file.value }
  var root: Node { file.root }

  init(
    _ file: ReadFile<DecisionRecord>, scorecards: [ReadFile<Scorecard>], plan: AssessmentPlan?,
    rules: NoteRules
  ) {
    self.file = file
    self.scorecards = scorecards.map(\.value)
    self.plan = plan
    self.rules = rules
    findings = Findings(in: file.source)
  }

  /// Looks at the record by itself, and at what scorecards and plan say of it. Changes are looked up only where the
  /// scorecards are complete: no faulty file is missing among them.
  mutating func check(isComplete: Bool) {
    checkFingerprint()
    checkCandidate()
    checkDates()
    checkEntries()
    for index in decision.changes.indices { checkChange(index, isComplete: isComplete) }
    checkNotes()
  }

  private mutating func checkFingerprint() {
    guard let plan, decision.fingerprint.value != plan.fingerprint else { return }
    findings.add(
      "fingerprint-differs",
      "fingerprint \(decision.fingerprint.value.quoted) is not that of the assessment, \(plan.fingerprint.quoted)",
      at: decision.fingerprint.range, help: "a decision belongs to the loop that its scorecards were made for"
    )
  }

  private mutating func checkCandidate() {
    let candidate = decision.candidate
    guard let label = ScorecardCheck.label(of: scorecards), !candidate.value.isBlank,
      candidate.value.trimmed != label
    else { return }
    findings.add(
      "candidate-differs",
      "the candidate is \(candidate.value.quoted) here, and \(label.quoted) on the scorecards of the folder",
      at: candidate.range, help: "give each candidate a folder, and write the label in one way")
  }

  /// A form that nobody has begun to fill in lacks nothing. What is decided needs a reason and somebody who decided.
  private mutating func checkEntries() {
    let written = [decision.decision, decision.reason, decision.decidedBy, decision.date]
    guard !written.allSatisfy({ $0.value.isBlank }) else { return }
    let entries = [
      ("candidate", decision.candidate, "whom it is about; a label such as C-17 is enough"),
      ("decision", decision.decision, "what was decided"),
      ("reason", decision.reason, "why, from the evidence of the scorecards"),
      ("decided_by", decision.decidedBy, "who decided: a person"),
      ("date", decision.date, "the day of the decision, such as 2027-03-12"),
    ]
    for (key, value, what) in entries { findings.checkEntry(value, at: root.place(of: key), key, what) }
    if decision.retainUntil.value.isBlank {
      findings.add(
        "missing-entry", "retain_until is empty", severity: .hint, at: root.place(of: "retain_until"),
        note: "29 CFR 1602.14 asks for one year in the U.S., California's rules for four",
        help: "write the day until which the record is to be kept")
    }
  }

  private mutating func checkDates() {
    findings.checkDate(decision.date)
    findings.checkDate(decision.retainUntil)
    guard let day = try? CalendarDate(decision.date.value) else { return }
    if let end = try? CalendarDate(decision.retainUntil.value), end < day {
      findings.add(
        "date-order", "the record is kept until \(end.text), and the decision is of \(day.text)",
        severity: .warning, at: decision.retainUntil.range)
    }
    let interviews = scorecards.compactMap { try? CalendarDate($0.date.value) }
    if let last = interviews.max(), day < last {
      findings.add(
        "date-order", "the decision is of \(day.text), before the interview of \(last.text)",
        severity: .warning, at: decision.date.range)
    }
  }

  private mutating func checkNotes() {
    let table = LineTable(file.source)
    for (key, value) in [("decision", decision.decision), ("reason", decision.reason)]
    where !value.value.isEmpty {
      if let node = root[key] { rules.check(node, table, &findings) }
    }
    for index in decision.changes.indices {
      if let node = root["changes"]?[index]?["reason"] { rules.check(node, table, &findings) }
    }
  }
}

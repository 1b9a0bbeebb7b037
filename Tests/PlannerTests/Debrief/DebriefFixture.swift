import Diagnostics
import Rubric
import YAML

/// Records of an invented candidate, made of the files that people would write.
enum DebriefFixture {
  /// A loop of three interviews. `a` weighs half, `b` and `c` a fifth each, and `d`, a tenth, nobody rates.
  static let plan = plan(weights: ["a": 0.5, "b": 0.2, "c": 0.2, "d": 0.1])

  static let fingerprint = "rw2-0000000000000001"

  /// The same with other weights, by id. The target of `a` is 3, of `b` 4, of `c` 2, and of `d` 3.
  static func plan(weights: [String: Double]) -> String {
    let rows = [("a", "required", 3), ("b", "required", 4), ("c", "preferred", 2), ("d", "duty", 3)]
    let competencies = rows.map { id, importance, target in
      """
      - id: \(id)
        name: Competency \(id)
        importance: \(importance)
        target: \(target)
        weight: \(weights[id] ?? 0)

      """
    }
    return """
      fingerprint: \(fingerprint)
      title: Site Reliability Engineer
      competencies:
      \(competencies.joined())interviews:
      - {number: 1, name: Screen, minutes: 30, rates: []}
      - number: 2
        name: Coding
        minutes: 60
        rates: [a, b]
        questions: [{id: a/one, ask: What woke you?}]
      - {number: 3, name: Drill, minutes: 60, rates: [a, c]}
      unmapped: [A degree]

      """
  }

  /// A scorecard. `ratings` are ids with what is written as rating, and with the evidence behind it.
  static func card(
    _ number: Int, by interviewer: String, candidate: String = "C-1", fingerprint: String = fingerprint,
    _ ratings: [(String, String, String)], overall: String = "yes", summary: String = "", notes: String = ""
  ) -> String {
    let rows = ratings.map { id, rating, evidence in
      "- {id: \(quoted(id)), target: 3, rating: \(rating), evidence: \(quoted(evidence))}\n"
    }
    return """
      fingerprint: \(fingerprint)
      interview: {number: \(number), name: Some interview}
      candidate: \(quoted(candidate))
      interviewer: \(quoted(interviewer))
      date: 2027-03-09
      competencies:
      \(rows.joined())questions: [{id: a/one, notes: \(quoted(notes))}]
      overall: \(overall)
      summary: \(quoted(summary))

      """
  }

  static func quoted(_ text: String) -> String { String(JSONWriter.text(.text(text)).dropLast()) }

  /// Three scorecards: 2 by Ana and by Ben, 3 by Cleo. `a` has 4, 3 and 3, `b` 2 and 4, `c` not observed.
  static let cards: [(name: String, text: String)] = [
    (
      "2-coding-ana.yaml",
      card(2, by: "Ana", [("a", "4", "Seen."), ("b", "2", "Seen.")], notes: "Began well.")
    ),
    ("2-coding-ben.yaml", card(2, by: "Ben", [("a", "3", ""), ("b", "4", "Seen.")])),
    ("3-drill.yaml", card(3, by: "Cleo", [("a", "3", "Seen."), ("c", "not_observed", "")], overall: "no")),
  ]

  /// A decision with changed ratings: interview, interviewer, competency, from, to, reason.
  static func decision(
    _ changes: [(Int, String, String, String, String, String)] = [], candidate: String = "C-1",
    fingerprint: String = fingerprint
  ) -> String {
    let rows = changes.map { change in
      """
      - interview: \(change.0)
        interviewer: \(quoted(change.1))
        competency: \(change.2)
        from: \(change.3)
        to: \(change.4)
        reason: \(quoted(change.5))

      """
    }
    return """
      fingerprint: \(fingerprint)
      candidate: \(candidate)
      decision: Take them on.
      changes:\(rows.isEmpty ? " []" : "")
      \(rows.joined())
      """
  }

  static func record(
    plan: String = plan, cards: [(name: String, text: String)] = cards, decision: String? = nil
  ) throws -> CandidateRecord {
    try CandidateRecord(
      plan: SourceText(name: "C-1/assessment.yaml", text: plan),
      scorecards: cards.map { SourceText(name: "C-1/\($0.name)", text: $0.text) },
      decision: decision.map { SourceText(name: "C-1/decision.yaml", text: $0) })
  }
}

import Diagnostics
import Rubric
import YAML

@testable import Planner

/// Invented candidates of an invented loop, made of the files that people would write.
///
/// `a` weighs .4 and is asked for at 3, `b` .3 and 3, `c` .2 and 2, `go|python` .1 and 3. Interview 1 rates nothing, 2
/// `a` and `b`, 3 `a` and `go|python`, 4 `b`, `c` and `go|python`.
enum ComparisonFixture {
  static let fingerprint = "rw2-0000000000000001"

  /// What one interviewer gave: the interview, the name, and the ratings by id. `go=4` is Go at 4.
  typealias Card = (number: Int, by: String, ratings: [String: String])

  /// The assessment; `anchors` stands in what the levels of `b` mean, and `rated` is what interview 4 rates.
  static func plan(
    fingerprint: String = fingerprint, anchors: String = "Does it.", rated: String = "b, c, go|python",
    name: String = "Competency a", target: Int = 3
  ) -> String {
    let rows = [("a", "required", target, 0.4), ("b", "required", 3, 0.3), ("c", "preferred", 2, 0.2)]
    let competencies = rows.map { id, importance, target, weight in
      "- {id: \(id), name: \(id == "a" ? quoted(name) : "Competency \(id)"), importance: \(importance), "
        + "target: \(target), weight: \(weight), alternatives: [\(alternative(id, id == "b" ? anchors : "Does it."))]}\n"
    }
    return """
      fingerprint: \(fingerprint)
      title: Site Reliability Engineer
      competencies:
      \(competencies.joined())- id: go|python
        name: Go or Python
        importance: required
        target: 3
        weight: 0.1
        alternatives: [\(alternative("go", "Writes it.")), \(alternative("python", "Writes it."))]
      interviews:
      - {number: 1, name: Screen, minutes: 30, rates: []}
      - {number: 2, name: Coding, minutes: 60, rates: [a, b]}
      - {number: 3, name: Drill, minutes: 60, rates: [a, go|python]}
      - {number: 4, name: Design, minutes: 60, rates: [\(rated)]}

      """
  }

  private static func alternative(_ id: String, _ anchor: String) -> String {
    let levels = (1...5).map { "\($0): {summary: Level \($0)., anchors: [\(anchor)]}" }.joined(
      separator: ", ")
    return "{id: \(id), name: Name of \(id), target: 3, levels: {\(levels)}}"
  }

  static func quoted(_ text: String) -> String { String(JSONWriter.text(.text(text)).dropLast()) }

  /// A scorecard as a file. A rating that is left out is `null`.
  static func text(_ card: Card, of label: String, fingerprint: String = fingerprint) -> String {
    let asked = [2: ["a", "b"], 3: ["a", "go|python"], 4: ["b", "c", "go|python"]][card.number] ?? []
    let rows = asked.map { id in
      let key = id == "go|python" ? ["go", "python"].first { card.ratings[$0] != nil } ?? id : id
      let chosen = key == id ? "" : "chosen: \(key), "
      return "- {id: \(id), \(chosen)target: 3, rating: \(card.ratings[key] ?? "null"), evidence: Seen.}\n"
    }
    return """
      fingerprint: \(fingerprint)
      interview: {number: \(card.number), name: Some interview}
      candidate: \(quoted(label))
      interviewer: \(quoted(card.by))
      competencies:
      \(rows.joined())overall: "yes"

      """
  }

  /// A candidate whose folder is called like the label.
  static func record(
    _ label: String, _ cards: [Card], plan: String = plan(), fingerprint: String = fingerprint,
    decision: String? = nil
  ) throws -> CandidateRecord {
    try CandidateRecord(
      plan: SourceText(name: "\(label)/assessment.yaml", text: plan),
      scorecards: cards.enumerated().map { index, card in
        SourceText(
          name: "\(label)/\(card.number)-\(index).yaml", text: text(card, of: label, fingerprint: fingerprint)
        )
      },
      decision: decision.map { SourceText(name: "\(label)/decision.yaml", text: $0) })
  }

  /// Three scorecards with two levels each of `a`, `b` and `go`, and one of `c`.
  static func cards(a: (Int, Int), b: (Int, Int), go: (Int, Int), c: Int) -> [Card] {
    [
      (2, "Ana", ["a": "\(a.0)", "b": "\(b.0)"]), (3, "Ben", ["a": "\(a.1)", "go": "\(go.0)"]),
      (4, "Cleo", ["b": "\(b.1)", "c": "\(c)", "go": "\(go.1)"]),
    ]
  }

  static func comparison(_ records: [(String, CandidateRecord)]) throws -> Comparison {
    let candidates = records.map { ComparedCandidate($0.1, folder: $0.0) }
    guard let comparison = Comparison(of: candidates) else { throw Missing() }
    return comparison
  }

  private struct Missing: Error {}

  /// Four candidates, whom two rated on three competencies each: twelve units.
  static func four() throws -> Comparison {
    try comparison([
      ("C-1", record("C-1", cards(a: (4, 4), b: (3, 4), go: (4, 3), c: 3))),
      ("C-2", record("C-2", cards(a: (2, 1), b: (2, 2), go: (1, 1), c: 2))),
      ("C-3", record("C-3", cards(a: (3, 3), b: (5, 4), go: (3, 3), c: 1))),
      ("C-4", record("C-4", cards(a: (3, 5), b: (2, 3), go: (4, 4), c: 5))),
    ])
  }
}

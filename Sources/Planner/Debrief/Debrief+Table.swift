import Diagnostics
import Rubric
import YAML

extension Debrief {
  /// The debrief as rows of a table. The first names the columns; `kind` says what a row is:
  ///
  /// | kind | a row for |
  /// | --- | --- |
  /// | `missing` | each scorecard that is not there or not whole |
  /// | `mixed` | each scorecard of another loop |
  /// | `rating` | each competency of each scorecard, rated or not |
  /// | `note` | each question that something was noted to |
  /// | `recommendation` | each scorecard |
  /// | `combined` | each combined figure |
  /// | `decision` | the decision, empty while there is none |
  ///
  /// Controls and marks of direction are shown (`VisibleText`), since a spreadsheet would act on them or hide them.
  public var rows: [[String]] {
    let entries = missing + mixed + ratings + cards.flatMap(\.notes) + cards.map(\.recommendation) + figures
    return [TableRow.columns] + (entries + [end]).map(\.cells)
  }

  private var missing: [TableRow] {
    gaps.map { gap in
      var row = TableRow("missing")
      (row.interview, row.interviewName) = (String(gap.number), gap.name)
      row.interviewer = gap.interviewer ?? ""
      row.name = gap.lack.unrated.joined(separator: "; ")
      row.standing = gap.source == nil ? "absent" : gap.isBlank ? "blank" : "begun"
      row.file = gap.source.map(\.fileName) ?? ""
      return row
    }
  }

  private var mixed: [TableRow] {
    cards.filter(\.isForeign).map { card in
      var row = card.row("mixed")
      row.text = card.scorecard.fingerprint.value
      return row
    }
  }

  private var ratings: [TableRow] {
    competencies.flatMap { competency in
      competency.readings.map { reading in
        var row = cards[reading.card].row("rating")
        (row.id, row.name) = (competency.id, competency.name)
        row.importance = competency.importance?.rawValue ?? ""
        row.weight = LevelFigures.percent(competency.weight)
        row.target = String(reading.target.rawValue)
        row.chosen = reading.chosen ?? ""
        row.rating = reading.rating?.written ?? ""
        row.standing = reading.standing?.rawValue ?? ""
        row.original = reading.original?.written ?? ""
        row.reason = reading.changes.map(\.reason.value).joined(separator: "\n")
        row.text = reading.evidence
        return row
      }
    }
  }

  private var figures: [TableRow] {
    guard let combined else { return [] }
    return [("all", combined.all), ("required", combined.required), ("before changes", combined.before)]
      .compactMap { name, figure in
        guard let figure else { return nil }
        var row = TableRow("combined")
        row.name = name
        (row.rating, row.target) = (LevelFigures.level(figure.level), LevelFigures.level(figure.target))
        (row.standing, row.weight) = (figure.standing.rawValue, LevelFigures.percent(figure.observed))
        return row
      }
  }

  private var end: TableRow {
    var row = TableRow("decision")
    guard let decision else { return row }
    (row.interviewer, row.date) = (decision.decidedBy.value, decision.date.value)
    (row.text, row.reason) = (decision.decision.value, decision.reason.value)
    row.retainUntil = decision.retainUntil.value
    return row
  }
}

extension DebriefCard {
  fileprivate func row(_ kind: String) -> TableRow {
    var row = TableRow(kind)
    (row.interview, row.interviewName, row.file) = (String(number), name, file)
    (row.interviewer, row.date) = (interviewer ?? "", scorecard.date.value)
    return row
  }

  fileprivate var notes: [TableRow] {
    scorecard.questions.filter { !$0.notes.value.isEmpty }.map { question in
      var row = row("note")
      row.id = question.id.value
      row.name = interview?.questions.first { $0.id == question.id.value }?.ask ?? ""
      row.text = question.notes.value
      return row
    }
  }

  fileprivate var recommendation: TableRow {
    var row = row("recommendation")
    row.rating = scorecard.overall?.value.rawValue ?? ""
    row.text = scorecard.summary.value
    return row
  }
}

/// A row of the table.
private struct TableRow {
  var kind: String
  var interview = ""
  var interviewName = ""
  var interviewer = ""
  var date = ""
  var id = ""
  var name = ""
  var importance = ""
  var weight = ""
  var target = ""
  var chosen = ""
  var rating = ""
  var standing = ""
  var original = ""
  var reason = ""
  var text = ""
  var retainUntil = ""
  var file = ""

  init(_ kind: String) { self.kind = kind }

  static let columns = [
    "kind", "interview", "interview_name", "by", "date", "id", "name", "importance", "weight_percent",
    "target",
    "chosen", "rating", "standing", "original_rating", "reason", "text", "retain_until", "file",
  ]

  var cells: [String] {
    [
      kind, interview, interviewName, interviewer, date, id, name, importance, weight, target, chosen, rating,
      standing, original, reason, text, retainUntil, file,
    ].map { VisibleText.lines($0).joined(separator: "\n") }
  }
}

public import YAML
internal import Rubric
internal import Statistics

extension Comparison {
  /// The comparison for programs, with a ranking only where one was made.
  public func document(ranking: ComparisonRanking?) -> Document {
    let ranked = ranking.map { [Document.Pair("ranking", $0.document)] } ?? []
    return .mapping(
      [
        .init("title", .optional(plan?.title)), .init("company", .optional(plan?.company)),
        .init("candidates", .list(candidates.map(\.document))),
        .init(
          "competencies",
          .list(competencies.map { $0.document(of: candidates.map(\.label)) })),
        .init("left_out", .list(leftOut.map(\.document))),
        .init("agreement", RaterAgreement(of: self).document),
      ] + ranked)
  }

  /// The ratings for a spreadsheet: a row for each, below a row of names. Controls and marks of direction are shown (`VisibleText`).
  public var table: [[String]] {
    let head = [
      "competency", "name", "importance", "weight", "candidate", "interview", "interviewer", "target",
      "rating", "original", "chosen", "mean",
    ]
    let rows = competencies.flatMap { competency in
      zip(candidates, competency.cells).flatMap { candidate, cell in
        cell.ratings.map { Self.row(competency.assessed, candidate, cell, $0) }
      }
    }
    return [head] + rows.map { row in row.map(VisibleText.line) }
  }

  private static func row(
    _ assessed: AssessedCompetency, _ candidate: ComparedCandidate, _ cell: ComparedCell,
    _ rated: ComparedCell.Rated
  ) -> [String] {
    let (card, reading) = (rated.card, rated.reading)
    return [
      assessed.id, assessed.name, assessed.importance.rawValue,
      ComparisonFigures.decimal(assessed.weight, places: 4), candidate.label, String(card.number),
      card.interviewer ?? "", String(reading.target.rawValue), reading.rating?.written ?? "",
      reading.original?.written ?? "", reading.chosen ?? "",
      cell.mean.map { ComparisonFigures.decimal($0, places: 2) } ?? "",
    ]
  }
}

extension ComparedCandidate {
  fileprivate var document: Document {
    .mapping([
      .init("label", .text(label)), .init("folder", .text(folder)),
      .init("fingerprint", .text(plan.fingerprint)), .init("complete", .boolean(debrief.isComplete)),
      .init("missing", .list(missing.map { .text($0) })),
    ])
  }
}

extension ComparedCompetency {
  fileprivate func document(of labels: [String]) -> Document {
    .mapping([
      .init("id", .text(assessed.id)), .init("name", .text(assessed.name)),
      .init("importance", .text(assessed.importance.rawValue)),
      .init("target", .integer(assessed.target.rawValue)), .init("weight", .number(assessed.weight)),
      .init("candidates", .list(zip(labels, cells).map { $1.document(of: $0) })),
    ])
  }
}

extension ComparedCell {
  fileprivate func document(of label: String) -> Document {
    .mapping([
      .init("label", .text(label)), .init("mean", .optional(number: mean)),
      .init("difference", .optional(number: difference)),
      .init("ratings", .list(ratings.map(\.document))),
    ])
  }
}

extension ComparedCell.Rated {
  fileprivate var document: Document {
    .mapping([
      .init("interview", .integer(card.number)), .init("interviewer", .optional(card.interviewer)),
      .init("target", .integer(reading.target.rawValue)),
      .init("rating", reading.rating?.document ?? .null),
      .init("original", reading.original?.document ?? .null), .init("chosen", .optional(reading.chosen)),
    ])
  }
}

extension LeftOutCompetency {
  fileprivate var document: Document {
    .mapping([
      .init("id", .text(id)), .init("name", .text(name)),
      .init("not_rated", .list(unrated.map { .text($0) })),
      .init("other_anchors", .list(otherAnchors.map { .text($0) })),
    ])
  }
}

extension Document {
  /// A number, or null.
  static func optional(number: Double?) -> Document { number.map { .number($0) } ?? .null }
}

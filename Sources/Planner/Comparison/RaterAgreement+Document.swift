internal import Statistics
public import YAML

extension RaterAgreement {
  /// The agreement for programs.
  var document: Document {
    .mapping([
      .init("coefficient", .text("krippendorff-alpha")), .init("metric", .text("ordinal")),
      .init("units", .integer(units)), .init("values", .optional(alpha?.values)),
      .init("pairs", .integer(distances.reduce(0, +))), .init("alpha", .optional(number: alpha?.value)),
      .init("reading", .optional(reading?.rawValue)),
      .init("interval", interval?.document ?? .null),
      .init("levels_apart", .list(distances.map { .integer($0) }, inline: true)),
      .init("unnamed_scorecards", .integer(unnamed)),
    ])
  }
}

extension AlphaInterval {
  fileprivate var document: Document {
    .mapping([
      .init("level", .number(Self.level)), .init("lower", .optional(number: bounds?.lowerBound)),
      .init("upper", .optional(number: bounds?.upperBound)), .init("resamples", .integer(resamples)),
      .init("undefined", .integer(undefined)), .init("seed", .integer(Int(RaterAgreement.seed))),
    ])
  }
}

extension RaterProfile {
  /// The profile for programs.
  public var document: Document {
    .mapping([
      .init("rater", .text(name)), .init("ratings", .integer(count)),
      .init("levels", .list(levels.map { .integer($0) }, inline: true)),
      .init("not_observed", .integer(notObserved)), .init("shared", .integer(difference?.count ?? 0)),
      .init("mean", .optional(number: own?.mean)), .init("others_mean", .optional(number: others?.mean)),
      .init("difference", .optional(number: difference?.mean)),
      .init("standard_error", .optional(number: difference?.standardError)),
      .init("spread", .optional(number: own?.deviation)),
      .init("others_spread", .optional(number: others?.deviation)),
      .init("reading", .text(severity.rawValue)),
    ])
  }

  /// The profile for a spreadsheet: two rows, names and figures. A minus is written as the sign that no spreadsheet
  /// takes for a formula.
  public var table: [[String]] {
    let figures: [(String, String)] =
      [("rater", VisibleText.line(name)), ("ratings", String(count))]
      + levels.enumerated().map { ("level_\($0 + 1)", String($1)) }
      + [("not_observed", String(notObserved)), ("shared", String(difference?.count ?? 0))]
      + [
        ("mean", own?.mean), ("others_mean", others?.mean), ("difference", difference?.mean),
        ("standard_error", difference?.standardError), ("spread", own?.deviation),
        ("others_spread", others?.deviation),
      ].map { ($0, $1.map { ComparisonFigures.decimal($0, places: 2) } ?? "") }
    return [figures.map(\.0), figures.map(\.1)]
  }
}

extension ComparisonRanking {
  /// The ranking for programs.
  var document: Document {
    .mapping([
      .init("note", .text(Self.note)), .init("places", .list(places.map(\.document))),
      .init("unplaced", .list(unplaced.map { .text($0) })),
    ])
  }

  /// What a ranking is not, for those who read its data.
  private static let note =
    "An order of weighted means. It is no recommendation and no decision; a person decides, from the evidence."
}

extension ComparisonRanking.Place {
  fileprivate var document: Document {
    .mapping([
      .init("rank", .integer(rank)), .init("label", .text(label)), .init("figure", .number(figure.level)),
      .init("target", .number(figure.target)), .init("observed", .number(figure.observed)),
      .init("lead", lead?.document ?? .null),
    ])
  }
}

extension RankingLead {
  fileprivate var document: Document {
    .mapping([
      .init("next", .text(next)), .init("difference", .number(difference)),
      .init("weight_tolerance", .optional(number: tolerance)),
      .init("ratings_to_turn", .optional(ratingsToTurn)), .init("uneven", .boolean(isUneven)),
    ])
  }
}

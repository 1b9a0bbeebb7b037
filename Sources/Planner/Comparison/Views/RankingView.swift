/// A ranking, as templates see it.
struct RankingView: View {
  let ranking: ComparisonRanking

  static let fields = Fields<RankingView>([
    .list("places") { $0.ranking.places.map { RankedView(place: $0) } },
    .texts("unplaced") { $0.ranking.unplaced.map(VisibleText.line) },
  ])
}

/// A candidate's place in a ranking.
struct RankedView: View {
  let place: ComparisonRanking.Place

  static let fields = Fields<RankedView>([
    .number("rank") { $0.place.rank },
    .written("label") { $0.place.label },
    .markup("figure") { ComparisonFigures.decimal($0.place.figure.level, places: 2) },
    .markup("target") { ComparisonFigures.decimal($0.place.figure.target, places: 2) },
    .markup("observed") { ComparisonFigures.percent($0.place.figure.observed) },
    .view("lead") { view in view.place.lead.map { RankingLeadView(lead: $0) } },
  ])
}

/// How far a candidate is above the next.
struct RankingLeadView: View {
  let lead: RankingLead

  private var percent: Int? { lead.tolerance.map(ComparisonFigures.percentReached) }

  static let fields = Fields<RankingLeadView>([
    .written("next") { $0.lead.next },
    .flag("isSame") { $0.lead.difference == 0 },
    .markup("difference") { ComparisonFigures.decimal($0.lead.difference, places: 2) },
    .flag("isTiny") { $0.lead.difference < 0.005 },
    .flag("isCertain") { view in (view.lead.tolerance ?? 0) >= 1 },
    .number("percent") { view in
      view.percent.flatMap { $0 > 0 && (view.lead.tolerance ?? 1) < 1 ? $0 : nil }
    },
    .flag("isLoose") { $0.percent == 0 },
    .flag("isReversed") { $0.lead.tolerance == nil },
    .flag("isUneven") { $0.lead.isUneven },
    .number("ratingsToTurn") { $0.lead.ratingsToTurn },
    .flag("isOneRating") { $0.lead.ratingsToTurn == 1 },
  ])
}

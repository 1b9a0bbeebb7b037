import Diagnostics
import Rubric

/// A comparison as its templates see it.
struct ComparisonView: View {
  let comparison: Comparison
  let agreement: RaterAgreement
  let ranking: ComparisonRanking?
  let style: String

  /// The columns of the longest label, for text; longer ones push what follows.
  private var labelWidth: Int {
    let widths = comparison.candidates.map { DisplayWidth.of(VisibleText.line($0.label)) }
    return min(widths.max() ?? 0, 24)
  }

  static let fields = Fields<ComparisonView>([
    .text("title") { $0.comparison.plan?.title },
    .text("company") { $0.comparison.plan?.company },
    .text("fingerprint") { $0.comparison.plan?.fingerprint },
    .markup("style") { $0.style },
    .number("count") { $0.comparison.candidates.count },
    .flag("isSingle") { $0.comparison.candidates.count == 1 },
    .flag("isMixed") { $0.comparison.isMixed },
    .flag("isPartial") { view in view.comparison.candidates.contains { !$0.debrief.isComplete } },
    .list("candidates") { view in
      view.comparison.candidates.map { ComparedCandidateView(candidate: $0, width: view.labelWidth) }
    },
    .list("competencies") { view in
      view.comparison.competencies.map {
        ComparedCompetencyView(
          competency: $0, candidates: view.comparison.candidates, width: view.labelWidth)
      }
    },
    .list("leftOut") { $0.comparison.leftOut.map { LeftOutView(competency: $0) } },
    .view("agreement") { AgreementView(agreement: $0.agreement) },
    .view("ranking") { view in view.ranking.map { RankingView(ranking: $0) } },
  ])
}

/// A candidate of a comparison.
struct ComparedCandidateView: View {
  let candidate: ComparedCandidate
  let width: Int

  private static func gap(_ label: String, _ width: Int) -> String {
    let cleaned = VisibleText.line(label)
    return String(repeating: " ", count: max(0, width - DisplayWidth.of(cleaned)))
  }

  static let fields = Fields<ComparedCandidateView>([
    .written("label") { $0.candidate.label },
    .markup("gap") { gap($0.candidate.label, $0.width) },
    .written("folder") { $0.candidate.folder },
    .text("fingerprint") { $0.candidate.plan.fingerprint },
    .number("cards") { $0.candidate.debrief.cards.count },
    .flag("isOneCard") { $0.candidate.debrief.cards.count == 1 },
    .flag("isComplete") { $0.candidate.debrief.isComplete },
    .texts("missing") { $0.candidate.missing.map(VisibleText.line) },
  ])
}

/// A competency of a comparison.
struct ComparedCompetencyView: View {
  let competency: ComparedCompetency
  let candidates: [ComparedCandidate]
  let width: Int

  static let fields = Fields<ComparedCompetencyView>([
    .text("id") { $0.competency.assessed.id },
    .text("name") { $0.competency.assessed.name },
    .text("importance") { $0.competency.assessed.importance.rawValue },
    .number("target") { $0.competency.assessed.target.rawValue },
    .text("targetName") { $0.competency.assessed.target.name },
    .list("cells") { view in
      zip(view.candidates, view.competency.cells).map {
        ComparedCellView(
          candidate: ComparedCandidateView(candidate: $0, width: view.width), cell: $1,
          target: view.competency.assessed.target)
      }
    },
  ])
}

/// What was seen of a competency of a candidate.
struct ComparedCellView: View {
  let candidate: ComparedCandidateView
  let cell: ComparedCell
  /// The level that stands beside the competency: that of the first candidate's role.
  let target: ProficiencyLevel

  /// The mean and the difference in two columns.
  private var figures: String {
    let difference = cell.difference.map(LevelFigures.difference) ?? ""
    return ComparisonFigures.column(cell.mean.map(LevelFigures.level) ?? "-", width: 5)
      + ComparisonFigures.rightColumn(difference, width: 4)
  }

  static let fields = Fields<ComparedCellView>([
    .view("candidate") { $0.candidate },
    .markup("mean") { $0.cell.mean.map(LevelFigures.level) ?? "" },
    .markup("difference") { $0.cell.difference.map(LevelFigures.difference) ?? "" },
    .markup("figures") { $0.figures },
    .number("target") { $0.cell.target.rawValue },
    .flag("isOtherTarget") { $0.cell.target != $0.target },
    .flag("isRated") { !$0.cell.ratings.isEmpty },
    .list("ratings") { $0.cell.ratings.map { ComparedRatingView(rated: $0) } },
  ])
}

/// An interviewer's rating in a comparison.
struct ComparedRatingView: View {
  let rated: ComparedCell.Rated

  static let fields = Fields<ComparedRatingView>([
    .written("interviewer") { $0.rated.card.interviewer },
    .number("interview") { $0.rated.card.number },
    .number("level") { $0.rated.reading.level },
    .flag("isNotObserved") { $0.rated.reading.rating == .notObserved },
    .flag("isChanged") { $0.rated.reading.rating != $0.rated.reading.original },
    .number("original") { $0.rated.reading.original?.level?.rawValue },
    .written("chosen") { $0.rated.reading.chosen },
  ])
}

/// A competency that cannot be compared.
struct LeftOutView: View {
  let competency: LeftOutCompetency

  static let fields = Fields<LeftOutView>([
    .text("id") { $0.competency.id },
    .text("name") { $0.competency.name },
    .texts("unrated") { $0.competency.unrated.map(VisibleText.line) },
    .texts("otherAnchors") { $0.competency.otherAnchors.map(VisibleText.line) },
  ])
}

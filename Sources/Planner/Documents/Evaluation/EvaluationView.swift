import Diagnostics
import Rubric

/// The accuracy of an extractor, as the template sees it.
struct EvaluationView: View {
  let evaluation: Evaluation
  let showsTable: Bool
  let earlier: EvaluationRenderer.Earlier?

  private var counts: AccuracyCounts { evaluation.counts }
  private var errors: [Evaluation.Posting] { evaluation.postings.filter { !$0.errors.isEmpty } }

  static let fields = Fields<EvaluationView>([
    .number("postings") { $0.counts.postings },
    .flag("isSingle") { $0.counts.postings == 1 },
    .number("labels") { $0.counts.competencies.labelled },
    .number("found") { $0.counts.competencies.found },
    .text("failed") { $0.counts.failed == 0 ? nil : String($0.counts.failed) },
    // The half whose errors are shown; empty where all are.
    .text("half") { $0.evaluation.halves?.shown.rawValue },
    .list("parts") { $0.evaluation.parts.map { AccuracyPartView(part: $0) } },
    .list("rows") { view in
      view.showsTable ? view.evaluation.competencies.map { AccuracyRowView(row: $0) } : []
    },
    .list("faulty") { $0.earlier == nil ? $0.errors.map { FaultyPostingView(posting: $0) } : [] },
    .flag("isFaultless") { $0.errors.isEmpty },
    .view("comparison") { $0.earlier.map { AccuracyChangesView(earlier: $0) } },
  ])
}

/// The figures of all postings or of a half, a column of 17: `640/671  0.954`.
struct AccuracyPartView: View {
  let part: Evaluation.Part

  static let fields = Fields<AccuracyPartView>(
    [.text("name") { $0.part.name.rawValue }, .markup("heading") { column($0.part.name.rawValue) }]
      + AccuracyFigure.allCases.map { figure in .markup(figure.rawValue) { $0.cell(figure) } })

  private func cell(_ figure: AccuracyFigure) -> String {
    guard let (value, share) = figure.value(in: part.counts) else { return Self.column("-") }
    let fraction = share.map { "\($0.right)/\($0.all)  " } ?? ""
    return Self.column(fraction + Figures.thousandths(value))
  }

  private static func column(_ text: String) -> String { Figures.padded(text, to: 17) }
}

/// How often a competency was found rightly: a row of the table.
struct AccuracyRowView: View {
  let row: Evaluation.CompetencyRow

  private static func cell(_ text: String) -> String { Figures.padded(text, to: 7) }

  static let fields = Fields<AccuracyRowView>([
    .text("id") { $0.row.id },
    // Spaces up to the next column.
    .markup("gap") { String(repeating: " ", count: max(0, 26 - $0.row.id.count)) },
    .markup("right") { cell(String($0.row.hits.right)) },
    .markup("wrong") { cell(String($0.row.hits.wrong)) },
    .markup("missed") { cell(String($0.row.hits.missed)) },
    .markup("precision") { cell(Figures.thousandths($0.row.hits.precision)) },
    .markup("recall") { cell(Figures.thousandths($0.row.hits.recall)) },
    .markup("f1") { cell(Figures.thousandths($0.row.hits.f1)) },
  ])
}

/// A posting in which something is wrong.
struct FaultyPostingView: View {
  let posting: Evaluation.Posting

  static let fields = Fields<FaultyPostingView>([
    .text("file") { $0.posting.file },
    .list("errors") { $0.posting.errors.map { AccuracyErrorView(error: $0, file: "") } },
  ])
}

/// One thing that was read otherwise than people read it. Exactly one of the flags is set.
struct AccuracyErrorView: View {
  let error: AccuracyError
  /// The posting, where it is not said otherwise.
  let file: String

  static let fields = Fields<AccuracyErrorView>([
    .text("file") { $0.file },
    .text("place") { $0.error.place.map { "\($0.line):\($0.column)" } },
    .text("subject") { $0.error.subject },
    .text("expected") { $0.error.expected },
    .text("found") { $0.error.found },
    .text("quote") { $0.error.quote },
    .flag("isMissed") { $0.error.kind == .missed },
    .flag("isFalse") { $0.error.kind == .wrong },
    .flag("isImportance") { $0.error.kind == .importance },
    .flag("isAnyOf") { $0.error.kind == .anyOf },
    .flag("isQuote") { $0.error.kind == .quote },
    .flag("isFact") { $0.error.kind == .fact },
  ])
}

import Rubric

/// What changed since an earlier run.
struct AccuracyChangesView: View {
  let earlier: EvaluationRenderer.Earlier

  private var comparison: EvaluationComparison { earlier.comparison }

  private static func views(_ verdicts: [EvaluationComparison.Verdict]) -> [AccuracyErrorView] {
    verdicts.map { AccuracyErrorView(error: $0.error, file: $0.file) }
  }

  static let fields = Fields<AccuracyChangesView>([
    .text("earlier") { $0.earlier.name },
    .list("figures") { $0.comparison.figures.map { FigureChangeView(change: $0) } },
    .list("gains") { views($0.comparison.gains) },
    .number("gainCount") { $0.comparison.gains.count },
    .list("losses") { views($0.comparison.losses) },
    .number("lossCount") { $0.comparison.losses.count },
    .texts("incomparable") { $0.comparison.incomparable },
  ])
}

/// A figure that changed: `f1, first half  0.941 -> 0.950  +0.009`, in columns.
struct FigureChangeView: View {
  let change: EvaluationComparison.FigureChange

  private static func cell(_ value: Double?) -> String {
    Figures.padded(value.map(Figures.thousandths) ?? "-", to: 7)
  }

  private var difference: String {
    guard let before = change.before, let after = change.after else { return "" }
    return Figures.padded((after < before ? "-" : "+") + Figures.thousandths(abs(after - before)), to: 8)
  }

  static let fields = Fields<FigureChangeView>([
    .text("figure") { $0.change.figure.rawValue },
    .text("part") { $0.change.part == .all ? nil : $0.change.part.rawValue },
    .markup("gap") { view in
      let part = view.change.part == .all ? "" : ", \(view.change.part.rawValue) half"
      return String(repeating: " ", count: max(0, 34 - view.change.figure.rawValue.count - part.count))
    },
    .markup("before") { cell($0.change.before) },
    .markup("after") { cell($0.change.after) },
    .markup("difference") { $0.difference },
  ])
}

import Diagnostics
import Statistics

/// The rates of groups, as templates see them.
struct AdverseImpactView: View {
  let impact: AdverseImpact
  let style: String

  private var reference: AdverseImpact.Group? {
    impact.groups.indices.contains(impact.reference) ? impact.groups[impact.reference] : nil
  }

  private var nameWidth: Int {
    let widths = impact.groups.map { DisplayWidth.of(VisibleText.line($0.name)) }
    return min(widths.max() ?? 0, 24)
  }

  static let fields = Fields<AdverseImpactView>([
    .markup("style") { $0.style },
    .written("reference") { $0.reference?.name },
    .flag("hasRates") { ($0.reference?.comparison.group.passed ?? 0) > 0 },
    .flag("isBelow") { $0.impact.isBelowFourFifths },
    .list("groups") { view in
      view.impact.groups.enumerated().map {
        SelectionGroupView(
          group: $1, isReference: $0 == view.impact.reference, width: view.nameWidth)
      }
    },
  ])
}

/// A group with its rate.
struct SelectionGroupView: View {
  let group: AdverseImpact.Group
  let isReference: Bool
  let width: Int

  private var counts: SelectionRates.Group { group.comparison.group }

  private var isSignificant: Bool {
    group.comparison.test.map { $0.twoSided < AdverseImpact.significance } ?? false
  }

  static let fields = Fields<SelectionGroupView>([
    .written("name") { $0.group.name },
    .markup("gap") { view in
      let name = VisibleText.line(view.group.name)
      return String(repeating: " ", count: max(0, view.width - DisplayWidth.of(name)))
    },
    .number("passed") { $0.counts.passed },
    .number("total") { $0.counts.total },
    .markup("rate") { ComparisonFigures.decimal($0.counts.rate * 100, places: 1) },
    .markup("ratio") { $0.group.comparison.ratio.map(ComparisonFigures.ratio) ?? "" },
    .flag("isReference") { $0.isReference },
    .flag("isHighest") { $0.group.comparison.isHighest },
    .flag("isBelow") { $0.group.comparison.isBelowFourFifths },
    .markup("p") { $0.group.comparison.test.map { ComparisonFigures.probability($0.twoSided) } ?? "" },
    .flag("isSignificant") { $0.isSignificant },
    .flag("isTurnedByOne") { $0.group.comparison.isTurnedByOne },
    .flag("isFew") { view in
      view.group.comparison.leastExpected.map { $0 < AdverseImpact.few } ?? false
    },
  ])
}

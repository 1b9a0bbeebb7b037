import Diagnostics
import Rubric

/// What the candidate can ask for and have done, in two columns of 80.
struct DrillListView: View {
  let session: DrillSession

  private var drill: Drill { session.play.drill }

  private var checks: [DrillRowView] {
    DrillRowView.rows(drill.checks.map { DrillDeedView(.check($0.id), in: drill) }, taken: taken)
  }

  private var actions: [DrillRowView] {
    DrillRowView.rows(drill.actions.map { DrillDeedView(.action($0.id), in: drill) }, taken: taken)
  }

  private var taken: [DrillStep.Deed] { session.play.steps.map(\.deed) }

  static let fields = Fields<DrillListView>([
    .list("checks") { $0.checks },
    .list("actions") { $0.actions },
    .number("known") { $0.session.play.facts.count },
    .number("facts") { $0.drill.facts.count },
  ])
}

/// A row of one or two columns.
struct DrillRowView: View {
  let left: String
  let right: String

  /// The columns of a cell, so that two of them, an indent and a gap fit 80.
  private static let width = 38

  /// Steps in two columns, down the first and then down the second, or in one where a name would have to be
  /// cut short; those that were taken with a star.
  static func rows(_ deeds: [DrillDeedView], taken: [DrillStep.Deed]) -> [DrillRowView] {
    let names = deeds.map { PlainText.cleaned($0.name ?? "") }
    let isNarrow = names.allSatisfy { DisplayWidth.of($0) <= width - 9 }
    let cells = zip(deeds, names).map { deed, name in
      cell(deed, name, isTaken: taken.contains(deed.deed), columns: isNarrow ? width : 2 * width + 2)
    }
    let count = isNarrow ? (cells.count + 1) / 2 : cells.count
    return (0..<count).map { row in
      DrillRowView(left: cells[row], right: row + count < cells.count ? cells[row + count] : "")
    }
  }

  private static func cell(_ deed: DrillDeedView, _ name: String, isTaken: Bool, columns: Int) -> String {
    let label = (deed.label ?? "") + (isTaken ? "*" : "")
    let space = String(repeating: " ", count: max(5 - label.count, 1))
    let minutes = deed.minutes.map { " \($0)'" } ?? ""
    return label + space + shortened(name, to: columns - 5 - minutes.count) + minutes
  }

  private static func shortened(_ text: String, to columns: Int) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    var short = String.UnicodeScalarView()
    var used = 1
    for scalar in text.unicodeScalars {
      used += DisplayWidth.of(scalar)
      guard used <= columns else { break }
      short.append(scalar)
    }
    return String(short) + "…"
  }

  private var line: String {
    guard !right.isEmpty else { return left }
    return left + String(repeating: " ", count: max(Self.width + 2 - DisplayWidth.of(left), 0)) + right
  }

  static let fields = Fields<DrillRowView>([.lines("cells") { [$0.line[...]] }])
}

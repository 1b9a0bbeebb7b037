import Diagnostics
import Rubric

/// What the candidate can ask for and have done, in two columns of 80.
struct DrillListView: View {
  let session: DrillSession

  private var drill: Drill { session.play.drill }

  private var checks: [DrillRowView] {
    DrillRowView.rows(
      drill.checks.map { (DrillDeedView(.check($0.id), in: drill), $0.asks) }, taken: taken)
  }

  private var actions: [DrillRowView] {
    DrillRowView.rows(
      drill.actions.map { (DrillDeedView(.action($0.id), in: drill), [$0.does]) }, taken: taken)
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
  /// cut short; those that were taken with a star. Of the names of a step, the first that fits is shown.
  static func rows(
    _ deeds: [(view: DrillDeedView, names: [String])], taken: [DrillStep.Deed]
  ) -> [DrillRowView] {
    let names = deeds.map { deed in
      let names = deed.names.map { PlainText.cleaned($0) }
      return names.first(where: fits) ?? names.first ?? ""
    }
    let isNarrow = names.allSatisfy(fits)
    let cells = zip(deeds, names).map { deed, name in
      let isTaken = taken.contains(deed.view.deed)
      return cell(deed.view, name, isTaken: isTaken, columns: isNarrow ? width : 2 * width + 2)
    }
    let count = isNarrow ? (cells.count + 1) / 2 : cells.count
    return (0..<count).map { row in
      DrillRowView(left: cells[row], right: row + count < cells.count ? cells[row + count] : "")
    }
  }

  /// Whether a name fits a cell beside its number and its minutes.
  private static func fits(_ name: String) -> Bool { DisplayWidth.of(name) <= width - 9 }

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

  /// The row as it is printed.
  var line: String {
    guard !right.isEmpty else { return left }
    return left + String(repeating: " ", count: max(Self.width + 2 - DisplayWidth.of(left), 0)) + right
  }

  static let fields = Fields<DrillRowView>([.lines("cells") { [$0.line[...]] }])
}

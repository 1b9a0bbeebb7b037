import Diagnostics
import Rubric

/// One remark on a file: an entry, or a rewording.
struct DiffAnnotationView: View {
  let names: (from: String, to: String)
  let section: DiffSectionView?
  let entry: DiffEntryView?
  let rewording: RewordingView?
  let item: DiffPage.Item?

  /// All that is told, worst first.
  static func views(
    _ diff: RoleDiff, names: (from: String, to: String), page: DiffPage, hasRewordings: Bool
  ) -> [DiffAnnotationView] {
    let sections = DiffSectionView.views(diff.entries, isWhole: true, page: page)
    let changes = sections.flatMap { section in
      section.entries.map { entry in
        var entry = entry
        entry.isBare = true
        return DiffAnnotationView(
          names: names, section: section, entry: entry, rewording: nil,
          item: entry.entries.first.flatMap { page.item($0.subject) })
      }
    }
    guard hasRewordings else { return changes }
    return changes
      + diff.rewordings.map { change in
        DiffAnnotationView(
          names: names, section: nil, entry: nil,
          rewording: RewordingView(change: change, page: page),
          item: page.item(.competency(change.to.id)))
      }
  }

  /// How much it matters: what must be there, and how much of it, is a warning.
  var severity: Severity {
    switch section?.consequence {
    case .requirement, .measure: .warning
    case .terms, .uncovered, .minor, nil: .hint
    }
  }

  static let fields = Fields<DiffAnnotationView>([
    .text("from") { $0.names.from },
    .text("to") { $0.names.to },
    // Missing for a rewording.
    .view("section") { $0.section },
    .view("entry") { $0.entry },
    // Missing for a change.
    .view("rewording") { $0.rewording },
  ])
}

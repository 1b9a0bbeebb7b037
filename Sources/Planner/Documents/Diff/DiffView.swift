import Rubric

/// What changed between two roles, as the templates of a comparison see it.
struct DiffView: View {
  let diff: RoleDiff
  let names: (from: String, to: String)
  let detail: DiffRenderer.Detail
  /// The changes in sections, put together once: several names ask for them.
  let sections: [DiffSectionView]

  init(diff: RoleDiff, names: (from: String, to: String), detail: DiffRenderer.Detail) {
    self.diff = diff
    self.names = names
    self.detail = detail
    sections = DiffSectionView.views(diff, isWhole: detail.isWhole)
  }

  static let fields = Fields<DiffView>([
    .text("from") { $0.names.from },
    .text("to") { $0.names.to },
    .text("fromTitle") { $0.diff.from.title },
    .text("toTitle") { $0.diff.to.title },
    .flag("isEmpty") { $0.diff.isEmpty },
    .number("count") { $0.diff.changes.count },
    .flag("isSingle") { $0.diff.changes.count == 1 },
    .markup("similarity") { Figures.similarity($0.diff.similarity) },
    .view("direction") { $0.diff.isEmpty ? nil : DirectionView(direction: $0.diff.direction) },
    .list("sections") { $0.sections },
    .flag("isShortened") { view in !view.detail.isWhole && view.sections.contains { $0.isShortened } },
    .number("rewordingCount") { $0.diff.rewordings.isEmpty ? nil : $0.diff.rewordings.count },
    .flag("isSingleRewording") { $0.diff.rewordings.count == 1 },
    .list("rewordings") { $0.detail.hasRewordings ? $0.diff.rewordings.map(RewordingView.init) : [] },
  ])
}

/// The changes of one consequence.
struct DiffSectionView: View {
  let consequence: RoleChange.Consequence
  let entries: [DiffEntryView]

  /// Whether some of it is told without its words.
  var isShortened: Bool { entries.contains(where: \.isShortened) }

  /// One section for each consequence that there is, worst first.
  static func views(_ diff: RoleDiff, isWhole: Bool) -> [DiffSectionView] {
    let entries = diff.entries
    return RoleChange.Consequence.allCases.compactMap { consequence in
      let own = entries.filter { $0.consequence == consequence }
      guard !own.isEmpty else { return nil }
      let views = own.map { DiffEntryView([$0], isShortened: false, isWhole: isWhole) }
      return DiffSectionView(
        consequence: consequence, entries: isWhole ? views : DiffEntryView.grouped(views, in: consequence))
    }
  }

  static let fields = Fields<DiffSectionView>([
    .flag("isRequirement") { $0.consequence == .requirement },
    .flag("isMeasure") { $0.consequence == .measure },
    .flag("isTerms") { $0.consequence == .terms },
    .flag("isUncovered") { $0.consequence == .uncovered },
    .flag("isMinor") { $0.consequence == .minor },
    .list("entries") { $0.entries },
  ])
}

/// A competency that is asked for alike in other words.
struct RewordingView: View {
  let change: CompetencyChange

  static let fields = Fields<RewordingView>([
    .text("name") { $0.change.to.id },
    .list("evidenceBefore") { EvidenceView.views(of: $0.change.from.evidence) },
    .list("evidenceAfter") { EvidenceView.views(of: $0.change.to.evidence) },
  ])
}

extension Figures {
  /// A similarity with two decimals, which is 1.00 only where nothing differs.
  static func similarity(_ figure: Double) -> String { figure < 1 ? share(min(figure, 0.99)) : share(1) }
}

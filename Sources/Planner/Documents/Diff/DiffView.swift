import Rubric

/// What changed between two roles, as the templates of a comparison see it.
struct DiffView: View {
  let diff: RoleDiff
  let names: (from: String, to: String)
  let detail: DiffRenderer.Detail
  /// What the page has beyond other formats.
  let page: DiffPage?
  /// The changes by what they are about, put together once, as the sections are: several names ask for them.
  let entries: [RoleDiffEntry]
  /// The changes in sections.
  let sections: [DiffSectionView]

  init(
    diff: RoleDiff, names: (from: String, to: String), detail: DiffRenderer.Detail, page: DiffPage? = nil
  ) {
    self.diff = diff
    self.names = names
    self.detail = detail
    self.page = page
    entries = diff.entries
    sections = DiffSectionView.views(entries, isWhole: detail.isWhole, page: page)
  }

  static let fields = Fields<DiffView>([
    .markup("style") { $0.page?.style ?? "" },
    .text("from") { $0.names.from },
    .text("to") { $0.names.to },
    .text("fromTitle") { $0.diff.from.title },
    .text("toTitle") { $0.diff.to.title },
    .flag("isEmpty") { $0.diff.isEmpty },
    .number("count") { $0.diff.changes.count },
    .flag("isSingle") { $0.diff.changes.count == 1 },
    .markup("similarity") { Figures.similarity($0.diff.similarity) },
    .view("direction") {
      $0.diff.isEmpty ? nil : DirectionView(direction: $0.diff.direction(of: $0.entries))
    },
    .list("sections") { $0.sections },
    .flag("isShortened") { view in !view.detail.isWhole && view.sections.contains { $0.isShortened } },
    .number("rewordingCount") { $0.diff.rewordings.isEmpty ? nil : $0.diff.rewordings.count },
    .flag("isSingleRewording") { $0.diff.rewordings.count == 1 },
    .list("rewordings") { $0.rewordings },
    .list("sides") { $0.sides },
    .view("consequences") { view in
      (view.page?.consequences).map { ConsequencesView(consequences: $0, isWhole: view.detail.isWhole) }
    },
  ])

  private var rewordings: [RewordingView] {
    detail.hasRewordings ? diff.rewordings.map { RewordingView(change: $0, page: page) } : []
  }

  private var sides: [DiffSideView] {
    guard let page else { return [] }
    return [
      DiffSideView(name: names.from, side: page.from, isFirst: true),
      DiffSideView(name: names.to, side: page.to, isFirst: false),
    ]
  }
}

/// The changes of one consequence.
struct DiffSectionView: View {
  let consequence: RoleChange.Consequence
  let entries: [DiffEntryView]

  /// Whether some of it is told without its words.
  var isShortened: Bool { entries.contains(where: \.isShortened) }

  /// One section for each consequence that there is, worst first.
  static func views(_ entries: [RoleDiffEntry], isWhole: Bool, page: DiffPage? = nil) -> [DiffSectionView] {
    RoleChange.Consequence.allCases.compactMap { consequence in
      let own = entries.filter { $0.consequence == consequence }
      guard !own.isEmpty else { return nil }
      let views = own.map { DiffEntryView([$0], isShortened: false, isWhole: isWhole) }
      var entries = isWhole ? views : DiffEntryView.grouped(views, in: consequence)
      if let page { entries = entries.map { $0.on(page) } }
      return DiffSectionView(consequence: consequence, entries: entries)
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
  /// The page that it stands in; nil elsewhere.
  let page: DiffPage?

  static let fields = Fields<RewordingView>([
    .view("item") { $0.item },
    .text("name") { $0.change.to.id },
    .list("evidenceBefore") { $0.evidence($0.change.from, besides: $0.change.to) },
    .list("evidenceAfter") { $0.evidence($0.change.to, besides: $0.change.from) },
  ])

  private func evidence(_ side: RoleCompetency, besides other: RoleCompetency) -> [EvidenceView] {
    EvidenceView.views(of: page == nil ? side.evidence : side.words(besides: other))
  }

  private var item: DiffItemView? {
    guard let page, let item = page.item(.competency(change.to.id)) else { return nil }
    return DiffItemView(item: item, page: page)
  }
}

extension RoleCompetency {
  /// The words behind it that are not behind another.
  func words(besides other: RoleCompetency) -> [Evidence] {
    let known = Set(other.evidence.map(\.words))
    return evidence.filter { !known.contains($0.words) }
  }
}

extension Figures {
  /// A similarity with two decimals, which is 1.00 only where nothing differs.
  static func similarity(_ figure: Double) -> String { figure < 1 ? share(min(figure, 0.99)) : share(1) }
}

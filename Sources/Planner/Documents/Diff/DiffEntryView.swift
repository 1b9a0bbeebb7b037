import Rubric

/// All that changed about one thing, or the same that changed about several.
struct DiffEntryView: View {
  let entries: [RoleDiffEntry]
  /// Whether it is told without its words.
  let isShortened: Bool
  /// Whether all its words are shown, and not the first of each side.
  let isWhole: Bool
  /// The page that it stands in; nil elsewhere.
  var page: DiffPage?
  /// Whether words that both sides have are left out.
  var isBare = false

  init(_ entries: [RoleDiffEntry], isShortened: Bool, isWhole: Bool) {
    self.entries = entries
    self.isShortened = isShortened
    self.isWhole = isWhole
  }

  /// More entries than this are too many to be read one by one.
  private static let manyMinor = 4
  private static let manyTargets = 2

  /// The same entries with those that say the same put together, where they are many: wishes and duties, and
  /// competencies of which only the target changed.
  static func grouped(_ views: [DiffEntryView], in consequence: RoleChange.Consequence) -> [DiffEntryView] {
    let isMinor = consequence == .minor && views.count > manyMinor
    var groups: [[DiffEntryView]] = []
    var places: [String: Int] = [:]
    for view in views {
      let mayJoin = isMinor || view.isTargetOnly
      if mayJoin, let place = places[view.key] {
        groups[place].append(view)
      } else {
        if mayJoin { places[view.key] = groups.count }
        groups.append([view])
      }
    }
    return groups.flatMap { group -> [DiffEntryView] in
      guard isMinor || group.count > manyTargets else { return group }
      return [DiffEntryView(group.flatMap(\.entries), isShortened: true, isWhole: false)]
    }
  }

  /// What is told of it, without its name.
  private var key: String {
    changes.map { "\($0.change.kind.rawValue)\n\($0.change.sides.before)\n\($0.change.sides.after)" }
      .joined(separator: "\n")
  }

  private var isTargetOnly: Bool { changes.map(\.change.kind) == [.target] }

  private var changes: [DiffChangeView] { entries.first?.own.map(DiffChangeView.init) ?? [] }

  /// The competencies or the fact; empty for alternatives, and for what no competency covers.
  var names: String {
    entries.map { entry in
      switch entry.subject {
      case .competency(let id): id
      case .alternatives: ""
      case .fact(let fact): fact.rawValue.split(separator: "_").joined(separator: " ")
      case .words: ""
      }
    }.joined(separator: ", ")
  }

  /// What came, what went, or what became something else.
  var kind: DiffPage.Kind {
    let kinds = Set(changes.map(\.change.kind))
    if kinds.isSubset(of: [.competencyAdded, .unmappedAdded]) { return .added }
    return kinds.isSubset(of: [.competencyRemoved, .unmappedRemoved]) ? .removed : .changed
  }

  /// The same on a page, where one that is like no other has room for its words.
  func on(_ page: DiffPage) -> DiffEntryView {
    var view = DiffEntryView(entries, isShortened: isShortened && entries.count > 1, isWhole: isWhole)
    view.page = page
    return view
  }

  private var items: [DiffItemView] {
    guard let page else { return [] }
    return entries.compactMap { page.item($0.subject) }.map { DiffItemView(item: $0, page: page) }
  }

  private func evidence(
    _ side: (RoleChange) -> [Evidence], besides other: (RoleChange) -> [Evidence]
  ) -> [EvidenceView] {
    guard !isShortened, let own = entries.first?.own else { return [] }
    var seen: Set<Evidence> = []
    var all = own.flatMap(side).filter { seen.insert($0).inserted }
    if page != nil {
      // What only one side says tells more than what both say.
      let known = Set(own.flatMap(other).map(\.words))
      all = all.filter { !known.contains($0.words) } + (isBare ? [] : all.filter { known.contains($0.words) })
    }
    let views = EvidenceView.views(of: all)
    let products = own.flatMap { $0.products.added + $0.products.removed }
    return isWhole ? views : views.prefix(1).map { $0.clipped(around: products) }
  }

  static let fields = Fields<DiffEntryView>([
    .markup("sign") { $0.kind.sign },
    .text("name") { $0.names },
    .flag("isCame") { $0.kind == .added },
    .flag("isGone") { $0.kind == .removed },
    .flag("isAlternatives") { $0.changes.first?.change.kind.isAlternatives == true },
    .flag("isUncovered") { $0.entries.first?.consequence == .uncovered },
    .flag("isShortened") { $0.isShortened },
    .list("items") { $0.items },
    .view("item") { $0.isShortened ? nil : $0.items.first },
    .list("changes") { $0.changes },
    .flag("hasEvidence") { $0.hasEvidence },
    .list("evidenceBefore") { $0.evidenceBefore },
    .list("evidenceAfter") { $0.evidenceAfter },
  ])

  /// Off a page all words are shown that there are, so that none need be put in order to see whether there are any.
  private var hasEvidence: Bool {
    guard page == nil else { return !evidenceBefore.isEmpty || !evidenceAfter.isEmpty }
    return !isShortened
      && (entries.first?.own ?? []).contains { !$0.evidenceBefore.isEmpty || !$0.evidenceAfter.isEmpty }
  }

  private var evidenceBefore: [EvidenceView] { evidence(\.evidenceBefore, besides: \.evidenceAfter) }
  private var evidenceAfter: [EvidenceView] { evidence(\.evidenceAfter, besides: \.evidenceBefore) }
}

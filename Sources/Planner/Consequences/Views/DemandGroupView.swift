import Rubric

/// Competencies of which the same becomes, and that are asked for as strongly. Exactly one of the flags is there.
struct DemandGroupView: View {
  let kind: Kind
  let importance: Importance
  let changes: [DemandChange]

  /// What becomes of them, worst first.
  enum Kind: CaseIterable {
    case lost, unratedAnew, ratedAnew, targets, fewerReadings, choices, covered, moreReadings, moved, dropped

    fileprivate func holds(for change: DemandChange) -> Bool {
      guard change.isFelt else { return false }
      return switch self {
      case .lost: change.kind == .lost
      case .unratedAnew: change.kind == .unratedAnew
      case .ratedAnew: change.kind == .ratedAnew
      case .covered: change.kind == .covered
      case .dropped: change.kind == .dropped
      case .targets: change.kind == .kept && change.targets != nil
      case .choices: change.kind == .kept && change.choices != nil
      case .moved: change.isMoved && !change.isRechoice
      case .fewerReadings: change.readings.map { $0.to < $0.from } ?? false
      case .moreReadings: change.readings.map { $0.to > $0.from } ?? false
      }
    }
  }

  /// The groups that there are: what is required first, within it the worst.
  static func views(_ loop: LoopDiff) -> [DemandGroupView] {
    Importance.allCases.flatMap { importance in
      Kind.allCases.compactMap { kind in
        let changes = loop.ratings.filter { $0.importance == importance && kind.holds(for: $0) }
        return changes.isEmpty ? nil : DemandGroupView(kind: kind, importance: importance, changes: changes)
      }
    }
  }

  static let fields = Fields<DemandGroupView>([
    .flag("isLost") { $0.kind == .lost },
    .flag("isUnratedAnew") { $0.kind == .unratedAnew },
    .flag("isRatedAnew") { $0.kind == .ratedAnew },
    .flag("isTargets") { $0.kind == .targets },
    .flag("isFewerReadings") { $0.kind == .fewerReadings },
    .flag("isChoices") { $0.kind == .choices },
    .flag("isCovered") { $0.kind == .covered },
    .flag("isMoreReadings") { $0.kind == .moreReadings },
    .flag("isMoved") { $0.kind == .moved },
    .flag("isDropped") { $0.kind == .dropped },
    .text("importance") { $0.importance.rawValue },
    .list("demands") { view in view.changes.map { DemandChangeView(change: $0) } },
  ])
}

/// What becomes of one competency.
struct DemandChangeView: View {
  let change: DemandChange

  static let fields = Fields<DemandChangeView>([
    .text("name") { $0.change.name },
    .text("nameBefore") { $0.change.choices?.from },
    .number("target") { ($0.change.to ?? $0.change.from)?.demand.target.rawValue },
    .number("targetBefore") { $0.change.targets?.from.rawValue },
    .number("readings") { $0.change.readings?.to },
    .number("readingsBefore") { $0.change.readings?.from },
    // How strongly it was asked for; missing where that is as before.
    .text("importanceBefore") { $0.change.importanceBefore?.rawValue },
    .text("heldInBefore") { Figures.listed($0.change.interviews.from) },
    // The interviews that rate it, by the first loop where the second rates it no more.
    .text("heldIn") { view in
      let names = view.change.interviews.to.isEmpty ? view.change.interviews.from : view.change.interviews.to
      return Figures.listed(names)
    },
  ])
}

import Diagnostics
import Rubric

/// The changes of a comparison with their numbers, and where each stands in the texts of both sides.
struct DiffPage: Sendable {
  /// What is told of one thing.
  struct Item: Sendable {
    /// From 1, in the order in which they are shown.
    let number: Int
    let kind: Kind
    /// The competency or the fact; empty for alternatives and for what no competency covers.
    let name: String
    /// What says it in the texts.
    let parts: (from: [SideText.Part], to: [SideText.Part])
  }

  /// What became of it.
  enum Kind: Sendable {
    case added, removed, changed, reworded

    /// One character that tells it without colour.
    var sign: String {
      switch self {
      case .added: "+"
      case .removed: "-"
      case .changed: "±"
      case .reworded: "="
      }
    }
  }

  /// All items, in the order of their numbers.
  let items: [Item]
  let from: DiffSide
  let to: DiffSide
  let consequences: Consequences?
  let style: String
  private let numbers: [RoleDiffEntry.Subject: Int]

  init(
    _ diff: RoleDiff, texts: (from: SideText, to: SideText), isWhole: Bool, consequences: Consequences?,
    style: String
  ) {
    let entries = DiffSectionView.views(diff.entries, isWhole: isWhole).flatMap {
      $0.entries.flatMap(\.entries)
    }
    var items: [Item] = []
    var numbers: [RoleDiffEntry.Subject: Int] = [:]
    for entry in entries {
      items.append(Item(entry, number: items.count + 1))
      numbers[entry.subject] = items.count
    }
    for change in diff.rewordings {
      items.append(Item(change, number: items.count + 1))
      numbers[.competency(change.to.id)] = items.count
    }
    (self.items, self.numbers) = (items, numbers)
    (self.consequences, self.style) = (consequences, style)
    from = DiffSide("a", texts.from, items) { $0.parts.from }
    to = DiffSide("b", texts.to, items) { $0.parts.to }
  }

  /// What is told of a subject.
  func item(_ subject: RoleDiffEntry.Subject) -> Item? { numbers[subject].map { items[$0 - 1] } }
}

extension DiffPage.Item {
  init(_ entry: RoleDiffEntry, number: Int) {
    let view = DiffEntryView([entry], isShortened: false, isWhole: true)
    var facts: [SideText.Part] = []
    if case .fact(let fact) = entry.subject { facts = [.fact(fact)] }
    let others = entry.changes.flatMap(\.competencies).map { SideText.Part.competency($0) } + facts
    self.init(
      number: number, kind: view.kind, name: view.names,
      parts: (
        entry.changes.flatMap(\.evidenceBefore).map { .words($0) } + others,
        entry.changes.flatMap(\.evidenceAfter).map { .words($0) } + others
      ))
  }

  init(_ change: CompetencyChange, number: Int) {
    let entry = SideText.Part.competency(change.to.id)
    self.init(
      number: number, kind: .reworded, name: change.to.id,
      parts: (
        change.from.words(besides: change.to).map { .words($0) } + [entry],
        change.to.words(besides: change.from).map { .words($0) } + [entry]
      ))
  }
}

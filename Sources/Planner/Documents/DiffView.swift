import Rubric
import YAML

/// What changed between two roles, as the templates of a comparison see it.
struct DiffView: View {
  let diff: RoleDiff
  let names: (from: String, to: String)

  static let fields = Fields<DiffView>([
    .text("from") { $0.names.from },
    .text("to") { $0.names.to },
    .text("fromTitle") { $0.diff.from.title },
    .text("toTitle") { $0.diff.to.title },
    .flag("isEmpty") { $0.diff.isEmpty },
    .number("count") { $0.diff.changes.count },
    .flag("isSingle") { $0.diff.changes.count == 1 },
    .text("similarity") { Figures.share($0.diff.similarity) },
    .list("directions") { DirectionView.views($0.diff) },
    .list("subjects") { SubjectView.views($0.diff.changes) },
  ])
}

/// One sentence on what the second role asks for beyond the first.
struct DirectionView: View {
  let figure: Int
  let isRequired: Bool
  let isTarget: Bool
  let isYears: Bool

  static func views(_ diff: RoleDiff) -> [DirectionView] {
    let summary = diff.summary
    return [
      DirectionView(figure: summary.furtherRequired, isRequired: true, isTarget: false, isYears: false),
      DirectionView(figure: summary.raisedTargets, isRequired: false, isTarget: true, isYears: false),
      DirectionView(figure: summary.furtherYears, isRequired: false, isTarget: false, isYears: true),
    ].filter { $0.figure != 0 }
  }

  static let fields = Fields<DirectionView>([
    .number("figure") { abs($0.figure) },
    .flag("isMore") { $0.figure > 0 },
    .flag("isSingle") { abs($0.figure) == 1 },
    .flag("isRequired") { $0.isRequired },
    .flag("isTarget") { $0.isTarget },
    .flag("isYears") { $0.isYears },
  ])
}

/// The changes of one competency or of one fact, together.
struct SubjectView: View {
  let name: String
  let changes: [RoleChange]

  /// Subjects in the order of their first change.
  static func views(_ changes: [RoleChange]) -> [SubjectView] {
    var views: [SubjectView] = []
    for change in changes {
      let name = change.subject
      if let index = views.firstIndex(where: { $0.name == name }) {
        views[index] = SubjectView(name: name, changes: views[index].changes + [change])
      } else {
        views.append(SubjectView(name: name, changes: [change]))
      }
    }
    return views
  }

  static let fields = Fields<SubjectView>([
    .text("name") { $0.name },
    .flag("isUnmapped") { $0.name.isEmpty },
    .list("changes") { ChangeView.views($0.changes) },
  ])
}

/// One change.
struct ChangeView: View {
  let change: RoleChange
  /// False where the change before it has shown the same words.
  let showsEvidence: Bool

  static func views(_ changes: [RoleChange]) -> [ChangeView] {
    changes.enumerated().map { index, change in
      let before = index == 0 ? nil : changes[index - 1]
      let isSame =
        before.map { $0.evidenceBefore == change.evidenceBefore && $0.evidenceAfter == change.evidenceAfter }
        ?? false
      return ChangeView(change: change, showsEvidence: !isSame)
    }
  }

  static let fields = Fields<ChangeView>([
    .text("kind") { $0.change.kind.rawValue },
    .flag("isAdded") { $0.change.kind == .competencyAdded || $0.change.kind == .unmappedAdded },
    .flag("isRemoved") { $0.change.kind == .competencyRemoved || $0.change.kind == .unmappedRemoved },
    .flag("isImportance") { $0.change.kind == .importance },
    .flag("isTarget") { $0.change.kind == .target },
    .flag("isWeight") { $0.change.kind == .weight },
    .flag("isTechnologies") { $0.change.kind == .technologies },
    .flag("isAlternatives") { $0.change.kind.isAlternatives },
    .flag("isFact") { $0.change.kind == .fact },
    .flag("asksForMore") { $0.change.direction == .more },
    .flag("asksForLess") { $0.change.direction == .less },
    .text("before") { $0.change.sides.before },
    .text("after") { $0.change.sides.after },
    .list("evidenceBefore") { $0.evidence($0.change.evidenceBefore) },
    .list("evidenceAfter") { $0.evidence($0.change.evidenceAfter) },
  ])

  /// The first words of a side; two are enough to see what is meant.
  private func evidence(_ evidence: [Evidence]) -> [EvidenceView] {
    showsEvidence ? Array(EvidenceView.views(of: evidence).prefix(2)) : []
  }
}

extension RoleChange.Kind {
  /// Whether it is about a group of alternatives.
  fileprivate var isAlternatives: Bool {
    switch self {
    case .alternativesFormed, .alternativesDissolved, .alternativesWidened, .alternativesNarrowed,
      .alternativesExchanged:
      true
    default: false
    }
  }
}

extension RoleChange {
  /// What the change is about: a competency's id, the members of a group, or a fact. Empty for what no
  /// competency covers.
  fileprivate var subject: String {
    switch self {
    case .competencyAdded(let competency), .competencyRemoved(let competency): competency.id
    case .importance(let change), .target(let change), .technologies(let change), .weight(let change):
      change.to.id
    case .alternatives(let change): Set(change.from + change.to).sorted().joined(separator: ", ")
    case .fact(let change): change.fact.rawValue
    case .unmappedAdded, .unmappedRemoved: ""
    }
  }

  /// Both sides in a few words; empty where a side says nothing.
  fileprivate var sides: (before: String, after: String) {
    switch self {
    case .competencyAdded(let competency): ("", competency.demand)
    case .competencyRemoved(let competency): (competency.demand, "")
    case .importance(let change): (change.from.importance.rawValue, change.to.importance.rawValue)
    case .target(let change): (change.from.target.label, change.to.target.label)
    case .weight(let change): (Figures.share(change.from.weight), Figures.share(change.to.weight))
    case .technologies(let change):
      (change.technologiesRemoved.joined(separator: ", "), change.technologiesAdded.joined(separator: ", "))
    case .alternatives(let change):
      (change.from.joined(separator: " or "), change.to.joined(separator: " or "))
    case .fact(let change): (change.from.words, change.to.words)
    case .unmappedAdded, .unmappedRemoved: ("", "")
    }
  }
}

extension RoleCompetency {
  /// Importance and target: "required, 3 Intermediate".
  fileprivate var demand: String { "\(importance.rawValue), \(target.label)" }
}

extension ProficiencyLevel {
  /// Number and name: "3 Intermediate".
  fileprivate var label: String { "\(rawValue) \(name)" }
}

extension Document {
  /// A short value in words, as it would stand in a sentence.
  fileprivate var words: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): Figures.share(number)
    case .boolean(let flag): flag ? "yes" : "no"
    case .null: ""
    case .list(let items, _): items.map(\.words).joined(separator: "; ")
    case .mapping(let pairs, _): pairs.map(\.value.words).filter { !$0.isEmpty }.joined(separator: " ")
    }
  }
}

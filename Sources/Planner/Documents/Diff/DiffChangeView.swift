import Rubric
import YAML

/// One change.
struct DiffChangeView: View {
  let change: RoleChange

  static let fields = Fields<DiffChangeView>([
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
    .flag("paysMore") { $0.change.factChange?.pays == .more },
    .flag("paysLess") { $0.change.factChange?.pays == .less },
    .text("before") { $0.change.sides.before },
    .text("after") { $0.change.sides.after },
    .view("stages") { $0.change.factChange?.stages.map(StagesView.init) },
  ])
}

/// What became of the stages of interviewing.
struct StagesView: View {
  let change: StagesChange

  static let fields = Fields<StagesView>([
    .texts("added") { $0.change.added.map(\.words) },
    .texts("removed") { $0.change.removed.map(\.words) },
    .texts("lengths") { view in
      view.change.minutes.map { "\($0.name) \(minutes($0.from)) -> \(minutes($0.to))" }
    },
    .flag("isReordered") { $0.change.isReordered },
  ])

  private static func minutes(_ minutes: Int?) -> String { minutes.map(Figures.time) ?? "?" }
}

extension RoleChange.Kind {
  /// Whether it is about a group of alternatives.
  var isAlternatives: Bool {
    switch self {
    case .alternativesFormed, .alternativesDissolved, .alternativesWidened, .alternativesNarrowed,
      .alternativesExchanged:
      true
    default: false
    }
  }
}

extension RoleChange {
  /// The fact that it is about; nil for any other.
  var factChange: FactChange? {
    guard case .fact(let change) = self else { return nil }
    return change
  }

  /// Both sides in a few words; empty where a side says nothing.
  var sides: (before: String, after: String) {
    switch self {
    case .competencyAdded(let competency): ("", competency.demand)
    case .competencyRemoved(let competency): (competency.demand, "")
    case .importance(let change): (change.from.importance.rawValue, change.to.importance.rawValue)
    case .target(let change): (String(change.from.target.rawValue), String(change.to.target.rawValue))
    case .weight(let change): (Figures.percent(change.from.weight), Figures.percent(change.to.weight))
    case .technologies(let change):
      (change.technologiesRemoved.joined(separator: ", "), change.technologiesAdded.joined(separator: ", "))
    case .alternatives(let change): (change.wordsBefore, change.wordsAfter)
    case .fact(let change): (change.from.words(of: change.fact), change.to.words(of: change.fact))
    case .unmappedAdded, .unmappedRemoved: ("", "")
    }
  }
}

extension RoleCompetency {
  /// Importance and target: "required, 3 Intermediate".
  var demand: String { "\(importance.rawValue), \(target.label)" }
}

extension ProficiencyLevel {
  /// Number and name: "3 Intermediate".
  fileprivate var label: String { "\(rawValue) \(name)" }
}

extension ProcessStage {
  /// Its name, and its length where stated: "Coding (45 min)".
  fileprivate var words: String { name + (minutes.map { " (\(Figures.time($0)))" } ?? "") }
}

extension Figures {
  /// A share of a whole in hundredths: `12 %`.
  fileprivate static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

extension Document {
  /// A fact in words, as it would stand in a sentence; empty for nothing.
  func words(of fact: FactChange.Fact) -> String {
    switch self {
    case .text(let text): fact == .level && text == RoleLevel.unspecified.rawValue ? "" : text
    case .integer(let number): String(number) + (fact == .minYears ? "+" : "")
    case .number(let number): Figures.share(number)
    case .boolean(let flag): flag ? "yes" : "no"
    case .null: ""
    case .list(let items, _): items.map { $0.stage }.joined(separator: "; ")
    case .mapping: pay
    }
  }

  private subscript(key: String) -> Document? {
    guard case .mapping(let pairs, _) = self else { return nil }
    return pairs.first { $0.key == key }?.value
  }

  private var number: Int? {
    guard case .integer(let number) = self else { return nil }
    return number
  }

  private var string: String {
    guard case .text(let text) = self else { return "" }
    return text
  }

  private var stage: String {
    (self["name"]?.string ?? "") + (self["minutes"]?.number.map { " (\(Figures.time($0)))" } ?? "")
  }

  /// "GBP 56,000-71,000 a year".
  private var pay: String {
    let ends = [self["min"]?.number, self["max"]?.number].map { $0.map(Figures.grouped) ?? "" }
    let amount = ends[0] == ends[1] ? ends[0] : ends.joined(separator: "-")
    return "\(self["currency"]?.string ?? "") \(amount) a \(self["period"]?.string ?? "")"
  }
}

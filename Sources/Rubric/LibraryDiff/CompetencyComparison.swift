internal import YAML

/// What two versions of a competency do not say alike, its signals left aside.
struct CompetencyComparison {
  private(set) var changes: [LibraryChange] = []
  private let old: String
  private let new: String

  init(_ from: Competency, _ to: Competency) {
    (old, new) = ("competencies/\(from.id)", "competencies/\(to.id)")
    if from.id != to.id { add(.competencyMoved, "id", from.id, to.id) }
    add(.nameChanged, "name", from.name, to.name)
    add(.definitionReworded, "definition", from.definition, to.definition)
    add(.competencyPlaced, "family", from.family.rawValue, to.family.rawValue)
    compareLevels(from, to)
    changes += TextComparison.changes(
      .redFlagChanged, (old, "red flags"), from.redFlags, (new, "red flags"), to.redFlags)
    changes += QuestionComparison(from.questions, in: old, to.questions, in: new).changes
    compareNotes(from, to)
  }

  /// Levels that come from another competency are told there, and here no more than that they do.
  private mutating func compareLevels(_ from: Competency, _ to: Competency) {
    let isInherited = (from.levels.isEmpty, to.levels.isEmpty)
    let kind: LibraryChangeKind =
      isInherited.0 || isInherited.1 ? .levelsInherited : .competencyPlaced
    if from.extends != to.extends || isInherited.0 != isInherited.1 {
      let sides = (
        Self.origin(from, isInherited.0), Self.origin(to, isInherited.1)
      )
      add(kind, "extends", sides.0, sides.1)
    }
    guard !isInherited.0, !isInherited.1 else { return }
    changes += LevelComparison(from.levels, in: old, to.levels, in: new).changes
  }

  private static func origin(_ competency: Competency, _ isInherited: Bool) -> String {
    guard let parent = competency.extends else { return "levels of its own" }
    return isInherited ? "the levels of \(parent)" : "levels of its own, and the questions of \(parent)"
  }

  private mutating func compareNotes(_ from: Competency, _ to: Competency) {
    changes += TextComparison.changes(
      .noteChanged, (old, "references"), from.references.esco + from.references.onet,
      (new, "references"), to.references.esco + to.references.onet)
    for (part, examples) in Self.examples {
      changes += TextComparison.changes(
        .noteChanged, (old, part), from.signals.flatMap(examples), (new, part), to.signals.flatMap(examples))
    }
  }

  private static let examples: [(part: String, of: @Sendable (Signal) -> [String])] = [
    ("examples of signals", { $0.matching.map(\.value) }),
    ("counter-examples of signals", { $0.rejected.map(\.value) }),
  ]

  private mutating func add(_ kind: LibraryChangeKind, _ part: String, _ from: String, _ to: String) {
    changes += TextComparison.changes(kind, (old, part, from), (new, part, to))
  }
}

extension Competency {
  /// What it is known by when it bears another id: its definition, its anchors and its questions.
  var content: String {
    ([definition] + levels.flatMap { $0.anchors.map(\.text) } + questions.map(\.ask)).joined(separator: " ")
  }
}

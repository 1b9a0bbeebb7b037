internal import Diagnostics
internal import YAML

/// Compares two libraries file by file, and what only both as a whole tell at the end.
struct LibraryComparison {
  private let from: RubricLibrary
  private let to: RubricLibrary
  private var changes: [LibraryChange] = []
  private var competencies: [(from: Competency?, to: Competency?)] = []

  init(_ from: RubricLibrary, _ to: RubricLibrary) { (self.from, self.to) = (from, to) }

  /// Whether any competency changed.
  var hasCompetencies: Bool { !competencies.isEmpty }

  /// Compares a file by kind and id. The same bytes say the same.
  mutating func compare(_ file: String) throws(InvalidInput) {
    let (old, new) = (from.source(ofFile: file), to.source(ofFile: file))
    guard old?.bytes != new?.bytes else { return }
    let name = RubricLibrary.name(ofPath: file)
    switch file.split(separator: "/").first.map({ String($0) }) ?? "" {
    case "competencies": competencies.append((try Self.competency(old, name), try Self.competency(new, name)))
    case "exercises":
      try compare(file, old, new, Exercise.shape, Self.exercises, (.exerciseRetired, .exerciseAdded))
    case "formats":
      try compare(file, old, new, InterviewFormat.shape, Self.formats, (.formatRetired, .formatAdded))
    case "policy.yaml": try compare(file, old, new, LoopPolicy.shape, Self.policy)
    case "units.yaml": try compare(file, old, new, UnitFile.shape, NodeComparison.Rules(kind: .unitsChanged))
    case "postings": try compareNodes(file, old, new, Self.postings)
    default: try compareNodes(file, old, new, Self.others)
    }
  }

  /// All changes: those of competencies, and of terms that moved between them, are known at the end alone.
  var finished: [LibraryChange] {
    let retired = competencies.compactMap { $0.to == nil ? $0.from : nil }
    let created = competencies.compactMap { $0.from == nil ? $0.to : nil }
    let pairing = ContentPairing(retired, created, by: \.content)
    let pairs =
      competencies.compactMap { pair in pair.from.flatMap { from in pair.to.map { (from, $0) } } }
      + pairing.pairs.map { ($0.from, $0.to) }
    let all: [(from: Competency?, to: Competency?)] =
      pairs.map { ($0.0, $0.1) } + pairing.removed.map { ($0, nil) } + pairing.added.map { (nil, $0) }
    return changes + pairs.flatMap { CompetencyComparison($0.0, $0.1).changes }
      + pairing.removed.map { LibraryChange(kind: .competencyRetired, from: Self.side($0), to: nil) }
      + pairing.added.map { LibraryChange(kind: .competencyAdded, from: nil, to: Self.side($0)) }
      + SignalComparison(all).changes
  }

  private static func side(_ competency: Competency) -> LibraryChange.Side {
    LibraryChange.Side("competencies/\(competency.id)", "", ComparedText(competency.name).text)
  }

  /// A competency under the name of its file, by which the library knows it.
  private static func competency(_ source: SourceText?, _ id: String) throws(InvalidInput) -> Competency? {
    guard let source else { return nil }
    var competency = try Competency.shape.read(from: source)
    competency.id = id
    return competency
  }

  /// Compares a file that must have its shape.
  private mutating func compare<Value>(
    _ file: String, _ old: SourceText?, _ new: SourceText?, _ shape: Shape<Value>,
    _ rules: NodeComparison.Rules, _ kinds: (LibraryChangeKind, LibraryChangeKind)? = nil
  ) throws(InvalidInput) {
    for source in [old, new].compactMap({ $0 }) { _ = try shape.read(from: source) }
    try compareNodes(file, old, new, rules, kinds)
  }

  private mutating func compareNodes(
    _ file: String, _ old: SourceText?, _ new: SourceText?, _ rules: NodeComparison.Rules,
    _ kinds: (LibraryChangeKind, LibraryChangeKind)? = nil
  ) throws(InvalidInput) {
    if let old, let new {
      let nodes = (try YAMLParser.parse(old), try YAMLParser.parse(new))
      changes += NodeComparison(nodes.0, nodes.1, in: file, rules).changes
    } else if let old {
      let side = LibraryChange.Side(file, "", try Self.title(of: old))
      changes.append(LibraryChange(kind: kinds?.0 ?? rules.kind, from: side, to: nil))
    } else if let new {
      let side = LibraryChange.Side(file, "", try Self.title(of: new))
      changes.append(LibraryChange(kind: kinds?.1 ?? rules.kind, from: nil, to: side))
    }
  }

  /// What people call a file; empty where it does not say.
  private static func title(of source: SourceText) throws(InvalidInput) -> String {
    let root = try YAMLParser.parse(source)
    guard case .scalar(let text, _)? = (root["name"] ?? root["title"])?.content else { return "" }
    return ComparedText(text).text
  }

  private static let exercises = NodeComparison.Rules(
    kind: .exerciseChanged, depth: 1, ordered: ["plan", "parts", "drill", "coding", "work_sample"])
  private static let formats = NodeComparison.Rules(
    kind: .formatChanged, ordered: ["kinds", "prepare", "open", "close", "tell_candidate", "checks"])
  private static let policy = NodeComparison.Rules(kind: .policyChanged, ordered: ["screens", "formats"])
  private static let postings = NodeComparison.Rules(kind: .postingRulesChanged, depth: 1, isCounted: true)
  private static let others = NodeComparison.Rules(kind: .fileChanged, depth: 0, isCounted: true)
}

extension RubricLibrary {
  /// Every file by kind and id, such as `competencies/go` or `policy.yaml`.
  var fileKeys: [String] { Array(paths.keys) }

  /// A file by kind and id.
  func source(ofFile key: String) -> SourceText? { paths[key].flatMap { files[$0]?.source } }
}

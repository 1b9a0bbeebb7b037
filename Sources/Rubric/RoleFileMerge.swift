public import Diagnostics
public import YAML

/// Merges three versions of a role file, as `FileMerge` does, with what is particular to roles.
///
/// Weights that follow from the importances are reckoned anew, since each of them changes with any competency that
/// comes or goes. The letters of any-of groups only tell groups apart: one that both sides gave to groups of their own
/// is another letter in theirs.
public struct RoleFileMerge {
  private let base: SourceText
  private let ours: SourceText
  private let theirs: SourceText

  /// The versions of a role file. The base is blank where there was no such file.
  public init(base: SourceText, ours: SourceText, theirs: SourceText) {
    (self.base, self.ours, self.theirs) = (base, ours, theirs)
  }

  /// Merges the file. Marks have a width and bear the names of the sides.
  public func merge(
    marks width: Int, names: (ours: String, theirs: String)
  ) throws(InvalidInput) -> FileMerge.Outcome {
    let areReckoned = [base, ours, theirs].allSatisfy { FileMerge.isBlank($0) || Self.hasReckonedWeights($0) }
    let rules = MergeRules(
      lists: RoleDefinition.mergeRules.lists, isDerived: { areReckoned && $0 == "competencies/weight" })
    return try FileMerge(rules, base: base, ours: ours, theirs: theirs).merge(
      marks: width, names: names, preparing: AlternativeLetters.told,
      settling: { areReckoned ? Self.reckoned($0, in: ours) : $0 })
  }

  private static func hasReckonedWeights(_ source: SourceText) -> Bool {
    guard let node = try? YAMLParser.parse(source),
      let role = try? RoleDefinition.shape.read(node, in: source)
    else { return false }
    return role.hasReckonedWeights
  }

  /// The tree of a role with its weights reckoned anew; without any where some competencies have none.
  private static func reckoned(_ node: Node, in source: SourceText) -> Node {
    guard let role = try? RoleDefinition.shape.read(node, in: source) else { return node }
    let weights = role.withReckonedWeights().competencies.map(\.weight)
    return node.replacing("competencies") { list in
      let items = list.items
      guard items.count == weights.count else { return list }
      let isWhole = items.allSatisfy { $0["weight"] != nil }
      let mended = zip(items, weights).map { item, weight in
        item.replacing("weight") { old in
          isWhole ? Node(.scalar(Document.number(weight).words, isPlain: true), at: old.range) : nil
        }
      }
      return Node(.sequence(mended), at: list.range)
    }
  }
}

extension RoleDefinition {
  /// The role with the weights that follow from the importances.
  func withReckonedWeights() -> RoleDefinition {
    var role = self
    for index in role.competencies.indices { role.competencies[index].weight = 0 }
    return role.withWeights()
  }

  /// Whether no competency has a weight of its own: all are left out, or as they follow from the importances.
  public var hasReckonedWeights: Bool {
    zip(competencies, withReckonedWeights().competencies).allSatisfy {
      abs($0.weight - $1.weight) < 0.000_15
    } || competencies.allSatisfy { $0.weight == 0 }
  }
}

/// Tells the any-of groups of two sides apart.
private enum AlternativeLetters {
  /// The trees, with the letters of theirs changed where ours means another group by the same, or the same by another.
  static func told(_ trees: FileMerge.Trees) -> FileMerge.Trees {
    let (base, ours, theirs) = (groups(of: trees.base), groups(of: trees.ours), groups(of: trees.theirs))
    var taken = Set(base.keys).union(ours.keys).union(theirs.keys)
    var letters: [String: String] = [:]
    for (letter, members) in theirs.sorted(by: { $0.key < $1.key }) where base[letter] == nil {
      if let twin = ours.sorted(by: { $0.key < $1.key }).first(where: {
        base[$0.key] == nil && $0.value == members
      }) {
        letters[letter] = twin.key
      } else if let other = ours[letter], other.isDisjoint(with: members) {
        let free = unused(in: taken)
        taken.insert(free)
        letters[letter] = free
      }
    }
    guard letters.contains(where: { $0.key != $0.value }) else { return trees }
    var told = trees
    told.theirs = trees.theirs.replacing("competencies") { list in
      let items = list.items.map { item in
        item.replacing("any_of") { old in
          guard let letter = old.words.flatMap({ letters[$0] }) else { return old }
          return Node(.scalar(letter, isPlain: true), at: old.range)
        }
      }
      return Node(.sequence(items), at: list.range)
    }
    return told
  }

  /// The ids of the members of each group, by its letter.
  private static func groups(of node: Node) -> [String: Set<String>] {
    var groups: [String: Set<String>] = [:]
    for item in node["competencies"]?.items ?? [] {
      guard let letter = item["any_of"]?.words, let id = item["id"]?.words else { continue }
      groups[letter, default: []].insert(id)
    }
    return groups
  }

  private static func unused(in taken: Set<String>) -> String {
    for scalar in ("a" as Unicode.Scalar).value...("z" as Unicode.Scalar).value {
      if let letter = Unicode.Scalar(scalar).map({ String($0) }), !taken.contains(letter) { return letter }
    }
    return (1...).lazy.map { "a\($0)" }.first { !taken.contains($0) } ?? "a"
  }
}

extension Node {
  /// The mapping with the value of a key changed; without the key where nothing is given. Anything else as it is.
  fileprivate func replacing(_ key: String, _ change: (Node) -> Node?) -> Node {
    guard case .mapping(let entries) = content else { return self }
    let changed = entries.compactMap { entry -> Entry? in
      guard entry.key == key else { return entry }
      return change(entry.value).map { Entry(key: key, keyRange: entry.keyRange, value: $0) }
    }
    return Node(.mapping(changed), at: range)
  }

  fileprivate var items: [Node] { if case .sequence(let items) = content { items } else { [] } }
}

extension Document {
  /// A number as it is written.
  fileprivate var words: String {
    YAMLWriter.text(self).filter { !$0.isWhitespace }
  }
}

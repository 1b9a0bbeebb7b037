internal import YAML

/// What two versions of a file do not say alike, key by key.
struct NodeComparison {
  private(set) var changes: [LibraryChange] = []
  private let rules: Rules
  private let file: String

  /// How the files of a kind are compared.
  struct Rules {
    /// The kind of the changes.
    let kind: LibraryChangeKind
    /// How many keys deep changes are told apart.
    var depth = 2
    /// The keys at the top in whose lists the order says something.
    var ordered: Set<String> = []
    /// Whether entries are only counted.
    var isCounted = false
  }

  init(_ from: Node, _ to: Node, in file: String, _ rules: Rules) {
    (self.file, self.rules) = (file, rules)
    compare(from, to, [])
  }

  private mutating func compare(_ from: Node?, _ to: Node?, _ path: [String]) {
    let isOrdered = path.first.map { rules.ordered.contains($0) } ?? false
    if path.count < rules.depth, case .mapping(let before)? = from?.content,
      case .mapping(let after)? = to?.content
    {
      let values = (Self.values(of: before), Self.values(of: after))
      for key in Set((before + after).map(\.key)).sorted() {
        compare(values.0[key], values.1[key], path + [key])
      }
      return
    }
    let forms = (CanonicalForm(isOrdered).text(from), CanonicalForm(isOrdered).text(to))
    guard forms.0 != forms.1 else { return }
    let part = path.joined(separator: ", ")
    let sides = rules.isCounted ? counts(from, to, part) : texts(from, to, part, isOrdered)
    changes.append(LibraryChange(kind: rules.kind, from: sides.0, to: sides.1))
  }

  private static func values(of entries: [Node.Entry]) -> [String: Node] {
    Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
  }

  private typealias Sides = (LibraryChange.Side, LibraryChange.Side)

  /// The entries that only one side has.
  private func counts(_ from: Node?, _ to: Node?, _ part: String) -> Sides {
    let (before, after) = (CanonicalForm.leaves(of: from), CanonicalForm.leaves(of: to))
    return (
      LibraryChange.Side(file, part, count: Self.count(of: before, without: after)),
      LibraryChange.Side(file, part, count: Self.count(of: after, without: before))
    )
  }

  private static func count(of leaves: [String], without others: [String]) -> Int {
    var left: [String: Int] = [:]
    for leaf in others { left[leaf, default: 0] += 1 }
    return leaves.count { leaf in
      guard let number = left[leaf], number > 0 else { return true }
      left[leaf] = number - 1
      return false
    }
  }

  /// Both sides in words, where they are few: values, and of lists what only one side has.
  private func texts(_ from: Node?, _ to: Node?, _ part: String, _ isOrdered: Bool) -> Sides {
    var words = (Self.words(of: from), Self.words(of: to))
    if let before = words.0, let after = words.1, !isOrdered {
      let known = (Set(before), Set(after))
      words = (before.filter { !known.1.contains($0) }, after.filter { !known.0.contains($0) })
    }
    let texts = ((words.0 ?? []).joined(separator: "; "), (words.1 ?? []).joined(separator: "; "))
    let isShort = words.0 != nil && words.1 != nil && max(texts.0.utf8.count, texts.1.utf8.count) <= 300
    return (
      LibraryChange.Side(file, part, isShort ? texts.0 : ""),
      LibraryChange.Side(file, part, isShort ? texts.1 : "")
    )
  }

  /// A value or a list of values; nil for what is deeper.
  private static func words(of node: Node?) -> [String]? {
    guard let node, !node.isNull else { return [] }
    switch node.content {
    case .scalar(let text, _): return [ComparedText(text).text]
    case .mapping: return nil
    case .sequence(let items):
      let words = items.compactMap { item -> String? in
        guard case .scalar(let text, _) = item.content else { return nil }
        return ComparedText(text).text
      }
      return words.count == items.count ? words : nil
    }
  }
}

/// A value as it is compared: without comments and the breaking of lines, keys sorted, and entries of lists sorted
/// where their order says nothing. What is null is not there.
struct CanonicalForm {
  private let isOrdered: Bool

  init(_ isOrdered: Bool) { self.isOrdered = isOrdered }

  /// The value as a text that only equal values have; empty for none.
  func text(_ node: Node?) -> String {
    guard let node, !node.isNull else { return "" }
    switch node.content {
    case .scalar(let text, _): return JSONWriter.quoted(ComparedText(text).text)
    case .sequence(let items):
      let texts = items.map { text($0) }
      return "[" + (isOrdered ? texts : texts.sorted()).joined(separator: ",") + "]"
    case .mapping(let entries):
      let texts = entries.filter { !$0.value.isNull }.map { JSONWriter.quoted($0.key) + ":" + text($0.value) }
      return "{" + texts.sorted().joined(separator: ",") + "}"
    }
  }

  /// Every single value with the keys that lead to it.
  static func leaves(of node: Node?, at path: String = "") -> [String] {
    guard let node, !node.isNull else { return [] }
    switch node.content {
    case .scalar(let text, _): return [path + JSONWriter.quoted(ComparedText(text).text)]
    case .sequence(let items): return items.flatMap { leaves(of: $0, at: path) }
    case .mapping(let entries):
      return entries.flatMap { leaves(of: $0.value, at: path + JSONWriter.quoted($0.key) + ":") }
    }
  }
}

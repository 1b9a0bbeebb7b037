/// Compares values of a kind of file, apart from what follows from the rest.
struct MergeComparison {
  private let rules: MergeRules

  init(_ rules: MergeRules) { self.rules = rules }

  /// Whether two values say the same. Keys may stand in any order, entries of lists may not; a number is the
  /// same with and without quotation marks.
  func isSame(_ a: Node?, _ b: Node?, _ pattern: String) -> Bool {
    if rules.isDerived(pattern) { return true }
    guard let a = a?.something, let b = b?.something else {
      return a?.something == nil && b?.something == nil
    }
    switch (a.content, b.content) {
    case (.scalar(let first, _), .scalar(let second, _)): return first == second
    case (.sequence(let first), .sequence(let second)):
      return first.count == second.count && zip(first, second).allSatisfy { isSame($0, $1, pattern) }
    case (.mapping(let first), .mapping(let second)):
      let others = Dictionary(second.map { ($0.key, $0.value) }) { first, _ in first }
      let keys = Set(first.map(\.key))
      return first.allSatisfy { isSame($0.value, others[$0.key], Self.pattern(pattern, $0.key)) }
        && second.allSatisfy { keys.contains($0.key) || isSame(nil, $0.value, Self.pattern(pattern, $0.key)) }
    default: return false
    }
  }

  /// What a value says, the same for values that say the same.
  func content(of node: Node, _ pattern: String) -> String {
    if rules.isDerived(pattern) || node.isNothing { return "-" }
    switch node.content {
    case .scalar(let text, _): return "\(text.utf8.count):\(text)"
    case .sequence(let items): return "[" + items.map { content(of: $0, pattern) }.joined() + "]"
    case .mapping(let entries):
      let parts = entries.sorted { $0.key < $1.key }.compactMap { entry -> String? in
        let inner = Self.pattern(pattern, entry.key)
        if rules.isDerived(inner) || entry.value.isNothing { return nil }
        return "\(entry.key.utf8.count):\(entry.key)" + content(of: entry.value, inner)
      }
      return "{" + parts.joined() + "}"
    }
  }

  /// What is different in a value, in words, down the file.
  func changes(from base: Node, to other: Node, at pattern: String) -> [String] {
    var changes: [String] = []
    collect(base.something, other.something, MergePath(pattern: pattern), into: &changes)
    return changes
  }

  private func collect(_ base: Node?, _ other: Node?, _ path: MergePath, into changes: inout [String]) {
    guard !isSame(base, other, path.pattern) else { return }
    guard let base, let other else {
      return changes.append("\(path.words) \(base == nil ? "added" : "removed")")
    }
    switch (base.content, other.content) {
    case (.mapping(let before), .mapping(let after)):
      for entry in before {
        collect(entry.value.something, other[entry.key]?.something, path.key(entry.key), into: &changes)
      }
      for entry in after where base[entry.key] == nil {
        collect(nil, entry.value.something, path.key(entry.key), into: &changes)
      }
    case (.sequence(let before), .sequence(let after)):
      collect(before, after, path, into: &changes)
    default:
      let (before, after) = MergeConflict.words(of: base, other)
      changes.append((path.words.isEmpty ? "" : path.words + " ") + "from \(before) to \(after)")
    }
  }

  private func collect(
    _ before: [Node], _ after: [Node], _ path: MergePath, into changes: inout [String]
  ) {
    let list = rules.lists[path.pattern]
    let keys = list?.keys ?? [{ content(of: $0, path.pattern) }]
    let alignment = MergeAlignment(base: before, ours: after, theirs: [], by: keys)
    let start = changes.count
    for row in alignment.rows {
      let (base, other) = (row.base.map { before[$0] }, row.ours.map { after[$0] })
      guard let item = base ?? other else { continue }
      collect(base, other, path.item(list?.noun, list?.name(item) ?? item.words ?? ""), into: &changes)
    }
    if changes.count == start { changes.append("\(path.words) in another order") }
  }

  private static func pattern(_ pattern: String, _ key: String) -> String {
    pattern.isEmpty ? key : pattern + "/" + key
  }
}

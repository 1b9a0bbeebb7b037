internal import Diagnostics

/// Merges two versions of a file that come from one base, by meaning and not by lines.
///
/// What one side left as it was is as the other side has it, value by value: the keys of mappings, and the entries
/// of lists by what tells them apart. What both changed in different ways is a conflict. To leave something out is
/// the same as null or an empty list.
public struct ThreeWayMerge: Sendable {
  private let rules: MergeRules
  private let taken: MergeSide

  /// A merge by rules. `taken` is the side that stands where there is a conflict.
  public init(_ rules: MergeRules, taking taken: MergeSide = .ours) {
    self.rules = rules
    self.taken = taken
  }

  /// What comes of both sides.
  public func merge(base: Node, ours: Node, theirs: Node) -> MergeOutcome {
    var walk = MergeWalk(rules: rules, taken: taken)
    let sides = MergeSides(base: base.something, ours: ours.something, theirs: theirs.something)
    let start = ours.entries.first?.keyRange ?? PlaceRange(at: ours.range.start)
    let node = walk.merge(sides, at: .root, place: start)
    let conflicts = walk.conflicts.enumerated().sorted { a, b in
      (a.element.place.start, a.offset) < (b.element.place.start, b.offset)
    }
    return MergeOutcome(
      node: node ?? Node(.mapping([]), at: ours.range), conflicts: conflicts.map(\.element))
  }

  /// Whether two values say the same, apart from what follows from the rest.
  public func isSame(_ a: Node, _ b: Node) -> Bool {
    MergeComparison(rules).isSame(a.something, b.something, "")
  }
}

/// A value in the three versions; nil where there is nothing.
struct MergeSides {
  var base: Node?
  var ours: Node?
  var theirs: Node?
}

/// One merge on its way through the trees.
private struct MergeWalk {
  let rules: MergeRules
  let taken: MergeSide
  var conflicts: [MergeConflict] = []

  init(rules: MergeRules, taken: MergeSide) {
    self.rules = rules
    self.taken = taken
  }

  /// The merged value; nil where nothing is left. `place` is where it stands in our file.
  mutating func merge(_ sides: MergeSides, at path: MergePath, place: PlaceRange) -> Node? {
    if rules.isDerived(path.pattern) { return sides.theirs }
    let comparison = MergeComparison(rules)
    func isSame(_ a: Node?, _ b: Node?) -> Bool { comparison.isSame(a, b, path.pattern) }
    if isSame(sides.ours, sides.theirs) || isSame(sides.ours, sides.base) { return sides.theirs }
    if isSame(sides.theirs, sides.base) { return sides.ours }
    switch (sides.ours?.content, sides.theirs?.content) {
    case (.mapping, .mapping): return mergeMappings(sides, at: path, place: place)
    case (.sequence, .sequence): return mergeLists(sides, at: path, place: place)
    default: return conflict(sides, at: path, place: place)
    }
  }

  private mutating func mergeMappings(_ sides: MergeSides, at path: MergePath, place: PlaceRange) -> Node? {
    let keyed = [sides.base, sides.ours, sides.theirs].map { node in
      (node?.entries ?? []).map { Node(.scalar($0.key, isPlain: false), at: $0.keyRange) }
    }
    let alignment = MergeAlignment(base: keyed[0], ours: keyed[1], theirs: keyed[2], by: [\.words])
    var merged: [Int: Node.Entry] = [:]
    for (index, row) in alignment.rows.enumerated() {
      let base = row.base.flatMap { sides.base?.entries[$0] }
      let (ours, theirs) = (
        row.ours.flatMap { sides.ours?.entries[$0] }, row.theirs.flatMap { sides.theirs?.entries[$0] }
      )
      guard let entry = ours ?? theirs ?? base else { continue }
      let values = MergeSides(
        base: base?.value.something, ours: ours?.value.something, theirs: theirs?.value.something)
      let value = merge(values, at: path.key(entry.key), place: ours.map(Self.place) ?? place)
      if let value { merged[index] = Node.Entry(key: entry.key, keyRange: entry.keyRange, value: value) }
    }
    return Node(
      .mapping(alignment.ordered { merged[$0] != nil }.compactMap { merged[$0] }),
      at: sides.ours?.range ?? place)
  }

  private mutating func mergeLists(_ sides: MergeSides, at path: MergePath, place: PlaceRange) -> Node? {
    let list = rules.lists[path.pattern]
    let items = (
      base: sides.base?.items ?? [], ours: sides.ours?.items ?? [], theirs: sides.theirs?.items ?? []
    )
    let comparison = MergeComparison(rules)
    let keys = list?.keys ?? [{ comparison.content(of: $0, path.pattern) }]
    let alignment = MergeAlignment(base: items.base, ours: items.ours, theirs: items.theirs, by: keys)
    var merged: [Int: Node] = [:]
    for (index, row) in alignment.rows.enumerated() {
      let values = MergeSides(
        base: row.base.map { items.base[$0] }, ours: row.ours.map { items.ours[$0] },
        theirs: row.theirs.map { items.theirs[$0] })
      guard let item = values.ours ?? values.theirs ?? values.base else { continue }
      let name = list?.name(item) ?? item.words ?? ""
      let own = path.item(list?.noun, name)
      merged[index] = merge(values, at: own, place: values.ours.map(Self.place) ?? place)
    }
    return Node(
      .sequence(alignment.ordered { merged[$0] != nil }.compactMap { merged[$0] }),
      at: sides.ours?.range ?? place)
  }

  private mutating func conflict(_ sides: MergeSides, at path: MergePath, place: PlaceRange) -> Node? {
    var changes: [String] = []
    if let base = sides.base, let kept = sides.ours ?? sides.theirs, sides.ours == nil || sides.theirs == nil
    {
      changes = MergeComparison(rules).changes(from: base, to: kept, at: path.pattern)
    }
    conflicts.append(
      MergeConflict(
        path: path, base: sides.base, ours: sides.ours, theirs: sides.theirs, place: place, changes: changes))
    return taken == .ours ? sides.ours : sides.theirs
  }

  /// A caret under a whole list or mapping would say nothing: the key, or the first key, is shown.
  private static func place(of entry: Node.Entry) -> PlaceRange {
    if case .scalar = entry.value.content, !entry.value.isNull { return entry.value.range }
    return entry.keyRange
  }

  private static func place(of node: Node) -> PlaceRange {
    guard let first = node.entries.first else {
      if case .scalar = node.content { return node.range }
      return PlaceRange(at: node.range.start)
    }
    if case .scalar = first.value.content, first.value.range.end.line == first.keyRange.start.line {
      return PlaceRange(start: first.keyRange.start, end: first.value.range.end)
    }
    return first.keyRange
  }
}

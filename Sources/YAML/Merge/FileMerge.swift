public import Diagnostics

/// Merges three versions of a file: by meaning, and kept as people wrote it.
///
/// Where a merge by lines says just what the merge by meaning says, its text is taken, to the byte. Elsewhere the
/// merged tree is written anew, with the comments of both sides.
public struct FileMerge {
  /// What has come of a merge.
  public struct Outcome {
    /// The merged file; where there are conflicts, with marks around both sides of each.
    public let text: SourceText
    /// What both sides have changed in different ways, each with its place in the merged file.
    public let conflicts: [(conflict: MergeConflict, place: PlaceRange)]
  }

  private let rules: MergeRules
  private let base: SourceText
  private let ours: SourceText
  private let theirs: SourceText

  /// The versions of a file and the rules of its kind.
  public init(_ rules: MergeRules, base: SourceText, ours: SourceText, theirs: SourceText) {
    (self.rules, self.base, self.ours, self.theirs) = (rules, base, ours, theirs)
  }

  /// Whether a text holds nothing: there was no such file.
  public static func isBlank(_ source: SourceText) -> Bool { source.bytes.allSatisfy { $0 <= 0x20 } }

  /// The three trees of a file.
  public struct Trees: Sendable {
    /// What both sides come from.
    public var base: Node
    /// Our side.
    public var ours: Node
    /// Their side.
    public var theirs: Node
  }

  /// Merges the file. `preparing` mends the trees before they are merged, where the same is called by different
  /// names, and `settling` the merged tree, where one part of it follows from others. Marks have a width and bear the
  /// names of the sides. Throws where one of the versions is no YAML.
  public func merge(
    marks width: Int, names: (ours: String, theirs: String), preparing: (Trees) -> Trees = { $0 },
    settling: (Node) -> Node = { $0 }
  ) throws(InvalidInput) -> Outcome {
    let read = Trees(
      base: try Self.node(of: base), ours: try Self.node(of: ours), theirs: try Self.node(of: theirs))
    if ours.bytes == base.bytes { return whole(theirs) }
    if theirs.bytes == base.bytes || ours.bytes == theirs.bytes { return whole(ours) }
    let nodes = preparing(read)
    let outcome = merged(nodes, taking: .ours)
    let first = settling(outcome.node)
    if outcome.conflicts.isEmpty {
      if let text = byLines(first, .ours, alone: true) { return whole(text) }
      if try isSaid(first, by: nodes.ours) { return whole(ours) }
      return whole(try rewritten(first, nodes.ours))
    }
    let other = settling(merged(nodes, taking: .theirs).node)
    var texts = try versions(first, other, nodes)
    var marked = ConflictMarkers(texts.ours.bytes, texts.theirs.bytes, width: width, names: names)
    if (try? YAMLParser.parse(SourceText(name: ours.name, bytes: marked.bytes))) != nil {
      // The marks stand in a text of several lines, and would be read as a part of it.
      texts = (try rewritten(first, nodes.ours), try rewritten(other, nodes.ours))
      marked = ConflictMarkers(texts.ours.bytes, texts.theirs.bytes, width: width, names: names)
    }
    var placed = nodes
    placed.ours = try Self.node(of: texts.ours)
    let conflicts = merged(placed, taking: .ours).conflicts.map { ($0, Self.moved($0.place, by: marked)) }
    return Outcome(text: SourceText(name: ours.name, bytes: marked.bytes), conflicts: conflicts)
  }

  private func merged(_ trees: Trees, taking side: MergeSide) -> MergeOutcome {
    let outcome = ThreeWayMerge(rules, taking: side).merge(
      base: trees.base, ours: trees.ours, theirs: trees.theirs)
    return MergeOutcome(node: Self.restoring(outcome.node, trees), conflicts: outcome.conflicts)
  }

  /// The merged tree with the keys that both sides have and that hold nothing: some of them have to be there.
  private static func restoring(_ merged: Node, _ trees: Trees) -> Node {
    var entries = merged.entries
    var last = -1
    for entry in trees.ours.entries {
      if let index = entries.firstIndex(where: { $0.key == entry.key }) {
        last = index
      } else if let other = trees.theirs[entry.key] {
        let value = [entry.value, other].first { $0.isNothing } ?? Node(.sequence([]), at: entry.value.range)
        last += 1
        entries.insert(Node.Entry(key: entry.key, keyRange: entry.keyRange, value: value), at: last)
      }
    }
    return entries.count == merged.entries.count ? merged : Node(.mapping(entries), at: merged.range)
  }

  /// The merged file with what each side says where they differ.
  private func versions(
    _ first: Node, _ other: Node, _ nodes: Trees
  ) throws(InvalidInput) -> (ours: SourceText, theirs: SourceText) {
    if let ours = byLines(first, .ours, alone: false), let theirs = byLines(other, .theirs, alone: false) {
      return (ours, theirs)
    }
    return (try rewritten(first, nodes.ours), try rewritten(other, nodes.ours))
  }

  private func whole(_ source: SourceText) -> Outcome {
    Outcome(text: SourceText(name: ours.name, bytes: source.bytes), conflicts: [])
  }

  private static func moved(_ place: PlaceRange, by marked: ConflictMarkers) -> PlaceRange {
    let start = Place(line: marked.line(of: place.start.line), column: place.start.column)
    guard place.end.line == place.start.line else { return PlaceRange(at: start) }
    return PlaceRange(start: start, end: Place(line: start.line, column: place.end.column))
  }

  /// The tree of a version; an empty mapping where there was no file.
  private static func node(of source: SourceText) throws(InvalidInput) -> Node {
    guard !isBlank(source) else { return Node(.mapping([]), at: PlaceRange(at: .start)) }
    return try YAMLParser.parse(source)
  }

  /// The merge by lines, where it says what a tree says. `alone`, it must not have left out what a side says.
  private func byLines(_ node: Node, _ side: MergeSide, alone: Bool) -> SourceText? {
    let merge = LineMerge(base: base.bytes, ours: ours.bytes, theirs: theirs.bytes, taking: side)
    guard !alone || !merge.hasConflicts else { return nil }
    let source = SourceText(name: ours.name, bytes: merge.bytes)
    guard let read = try? YAMLParser.parse(source) else { return nil }
    return ThreeWayMerge(MergeRules()).isSame(read, node) ? source : nil
  }

  /// Whether our side says just what a tree says, and theirs has no comment that ours has not.
  private func isSaid(_ node: Node, by edited: Node) throws(InvalidInput) -> Bool {
    guard ThreeWayMerge(MergeRules()).isSame(node, edited) else { return false }
    let known = try knownComments(edited)
    return CommentKeeper.texts(of: theirs, try Self.node(of: theirs), rules).allSatisfy(known.contains)
  }

  /// The comments that the merged file has from our side, or that our side took out.
  private func knownComments(_ edited: Node) throws(InvalidInput) -> Set<String> {
    Set(
      CommentKeeper.texts(of: base, try Self.node(of: base), rules)
        + CommentKeeper.texts(of: ours, edited, rules))
  }

  /// A tree written anew, with the comments of ours, and of theirs those that are new there.
  private func rewritten(_ node: Node, _ edited: Node) throws(InvalidInput) -> SourceText {
    if (try? JSONFile(ours)) != nil {
      return SourceText(name: ours.name, text: NodeWriter.json(node))
    }
    let known = try knownComments(edited)
    let plain = NodeWriter.yaml(node)
    let kept = try CommentKeeper(ours, edited, rules).keeping(in: plain)
    let all = try CommentKeeper(theirs, try Self.node(of: theirs), rules, without: known).keeping(
      in: kept)
    let hasReturns = ours.bytes.firstIndex(of: UInt8(ascii: "\n")).map {
      $0 > 0 && ours.bytes[$0 - 1] == 0x0D
    }
    guard hasReturns == true else { return SourceText(name: ours.name, text: all) }
    return SourceText(name: ours.name, bytes: all.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
  }
}

public import Diagnostics

/// Something that both sides of a merge have changed, each in its own way.
public struct MergeConflict: Sendable {
  /// What it is about.
  public let path: MergePath
  /// What it was; nil where it was not there.
  public let base: Node?
  /// What our side made of it; nil where our side removed it.
  public let ours: Node?
  /// What their side made of it; nil where their side removed it.
  public let theirs: Node?
  /// Where it stands in our file; what it stood in, where our side removed it.
  public let place: PlaceRange
  /// What a side that kept it has changed in it, in words, where the other removed it.
  let changes: [String]

  /// What both sides say, in a sentence. The sides are called by their names, such as "loop.yaml" and
  /// "the new loop".
  public func message(ours us: String, theirs them: String) -> String {
    let what = path.words.isEmpty ? "the file" : path.words
    switch (ours, theirs) {
    case (nil, _): return "\(what) is removed in \(us) and changed in \(them)"
    case (_, nil): return "\(what) is changed in \(us) and removed in \(them)"
    case (let ours?, let theirs?):
      let (ours, theirs) = Self.words(of: ours, theirs)
      return "\(what) is \(ours) in \(us) and \(theirs) in \(them)"
    }
  }

  /// What it was before, or what was changed in it.
  public var note: String? {
    if ours != nil, theirs != nil { return base.map { "it was \(Self.words(of: $0))" } }
    guard !changes.isEmpty else { return nil }
    let rest = changes.count > 3 ? ", and \(changes.count - 3) more" : ""
    return "changed: " + changes.prefix(3).joined(separator: "; ") + rest
  }

  /// A value in a few words.
  static func words(of node: Node) -> String {
    guard case .scalar(let text, isPlain: true) = node.content else {
      return MergePath.quoted(node.words ?? "")
    }
    return Int(text) == nil && text != "true" && text != "false" ? MergePath.quoted(text) : text
  }

  /// Two values in a few words; of long ones that begin alike, from the word on that they differ in.
  static func words(of a: Node, _ b: Node) -> (String, String) {
    guard case .scalar(let first, _) = a.content, case .scalar(let second, _) = b.content,
      max(first.utf8.count, second.utf8.count) > 60
    else { return (words(of: a), words(of: b)) }
    let alike = zip(first.unicodeScalars, second.unicodeScalars).prefix { $0 == $1 }.map(\.0)
    let start = alike.dropLast(12).lastIndex(of: " ") ?? 0
    guard start > 0 else { return (words(of: a), words(of: b)) }
    func tail(_ text: String) -> String {
      MergePath.quoted("…" + String(text.unicodeScalars.dropFirst(start + 1)))
    }
    return (tail(first), tail(second))
  }
}

/// What a merge has come to.
public struct MergeOutcome: Sendable {
  /// The merged value. Where there are conflicts, the side that was to be taken stands.
  public let node: Node
  /// What both sides have changed, down our file.
  public let conflicts: [MergeConflict]
}

public import Diagnostics

/// Carries the comments of a file over to a newer text of it: each to what it stands at, wherever that has gone.
///
/// A comment on lines of its own belongs to what follows it, one at the end of a line to what stands on the line.
/// Where that is gone, the comment goes to what held it: none is lost.
public struct CommentKeeper {
  private let rules: MergeRules
  private let source: SourceText
  private let comments: [Comment]

  /// A comment, and where it belongs.
  private struct Comment {
    var text: String
    var anchor: CommentAnchor?
    /// How deep the outermost of what begins on its line stands; nil for a comment on a line of its own.
    var depth: Int?
  }

  /// The comments of a file, as they are written.
  static func texts(of source: SourceText, _ node: Node, _ rules: MergeRules) -> [String] {
    CommentKeeper(source, node, rules).comments.map(\.text)
  }

  /// Finds the comments of a file that has been read as `node`. Entries of lists are told apart by the rules.
  public init(_ source: SourceText, _ node: Node, _ rules: MergeRules) {
    self.init(source, node, rules, without: [])
  }

  /// Finds the comments, without those of some texts.
  init(_ source: SourceText, _ node: Node, _ rules: MergeRules, without known: Set<String>) {
    self.rules = rules
    self.source = source
    guard source.bytes.contains(UInt8(ascii: "#")) else {
      comments = []
      return
    }
    let anchors = CommentAnchor.all(of: node, rules)
    let tokens = TokenLines(node)
    let lines = LineTable(source)
    let all = (1...lines.count).compactMap { number -> Comment? in
      let line = Substring(lines.text(ofLine: number))
      let text = line.drop { $0 == " " || $0 == "\t" }
      if text.hasPrefix("#") {
        guard !tokens.isContent(text, line: number) else { return nil }
        let anchor = anchors[anchors.partitioningIndex { $0.line > number }...].first
        return Comment(text: Self.trimmed(text), anchor: anchor)
      }
      guard let behind = tokens.comment(behind: line, line: number) else { return nil }
      let end = anchors.partitioningIndex { $0.line > number }
      guard let last = anchors[..<end].last else { return Comment(text: Self.trimmed(behind)) }
      let outermost = anchors[anchors.partitioningIndex { $0.line >= last.line }]
      return Comment(text: Self.trimmed(behind), anchor: last, depth: outermost.paths.first?.count)
    }
    comments = known.isEmpty ? all : all.filter { !known.contains($0.text) }
  }

  /// A newer text of the file, with the comments in it.
  public func keeping(in text: String) throws(InvalidInput) -> String {
    guard !comments.isEmpty else { return text }
    let node = try YAMLParser.parse(SourceText(name: source.name, text: text))
    let places = CommentPlaces(CommentAnchor.all(of: node, rules))
    var (above, behind): ([Int: [String]], [Int: String]) = ([:], [:])
    var last: [String] = []
    for comment in comments {
      guard let anchor = comment.anchor else {
        last.append(comment.text)
        continue
      }
      let (line, depth) = places.line(of: anchor)
      if let least = comment.depth, depth >= least {
        behind[line] = behind[line].map { $0 + " " + comment.text } ?? comment.text
      } else {
        above[line, default: []].append(comment.text)
      }
    }
    var lines: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let indent = line.prefix { $0 == " " }
      lines += (above[index + 1] ?? []).map { indent + $0 }
      lines.append(line + (behind[index + 1].map { "  " + $0 } ?? ""))
    }
    let end = last.map { $0 + "\n" }.joined()
    return lines.joined(separator: "\n") + end
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let end = text.last, end == "\r" || end == " " || end == "\t" || end == "\r\n" { text.removeLast() }
    return String(text)
  }
}

/// Something of a file at which a comment can stand: a key or an entry of a list.
struct CommentAnchor {
  /// The line on which it begins.
  let line: Int
  /// The ways to it from the root. Entries of lists are named by the first of the keys that tell them apart, by the
  /// second, and so on.
  let paths: [[String]]

  /// How many keys of entries are tried.
  static let variants = 3

  /// All of a file, in its order; of those on one line the outer ones first.
  static func all(of node: Node, _ rules: MergeRules) -> [CommentAnchor] {
    var anchors: [CommentAnchor] = []
    collect(node, "", Array(repeating: [], count: variants), rules, into: &anchors)
    return anchors
  }

  private static func collect(
    _ node: Node, _ pattern: String, _ paths: [[String]], _ rules: MergeRules,
    into anchors: inout [CommentAnchor]
  ) {
    for entry in node.entries {
      let inner = paths.map { $0 + [entry.key] }
      anchors.append(CommentAnchor(line: entry.keyRange.start.line, paths: inner))
      let pattern = pattern.isEmpty ? entry.key : pattern + "/" + entry.key
      collect(entry.value, pattern, inner, rules, into: &anchors)
    }
    let keys = rules.lists[pattern]?.keys ?? []
    for (index, item) in node.items.enumerated() {
      let names = paths.indices.map { variant in
        let key = keys.isEmpty ? nil : keys[min(variant, keys.count - 1)]
        return "- " + Self.name(of: item, by: key, at: index)
      }
      let inner = zip(paths, names).map { $0 + [$1] }
      anchors.append(CommentAnchor(line: item.range.start.line, paths: inner))
      collect(item, pattern, inner, rules, into: &anchors)
    }
  }

  private static func name(of item: Node, by key: ((Node) -> String?)?, at index: Int) -> String {
    if let name = key?(item) { return String(name.prefix(100)) }
    if case .scalar(let text, _) = item.content { return String(text.prefix(100)) }
    return String(index)
  }
}

/// Where the anchors of one text stand in another.
private struct CommentPlaces {
  private var lines: [[[String]: Int]]

  init(_ anchors: [CommentAnchor]) {
    lines = (0..<CommentAnchor.variants).map { variant in
      Dictionary(anchors.map { ($0.paths[variant], $0.line) }) { first, _ in first }
    }
  }

  /// The line of an anchor; where it is gone, that of what held it; and how deep that stands.
  func line(of anchor: CommentAnchor) -> (line: Int, depth: Int) {
    let depth = anchor.paths.first?.count ?? 0
    for length in stride(from: depth, to: 0, by: -1) {
      for (variant, path) in anchor.paths.enumerated() {
        if let line = lines[variant][Array(path.prefix(length))] { return (line, length) }
      }
    }
    return (1, 0)
  }
}

/// What of each line is no comment.
private struct TokenLines {
  private var ends: [Int: Int] = [:]
  private var texts: [Int: String] = [:]

  init(_ node: Node) { collect(node) }

  private mutating func collect(_ node: Node) {
    note(node.range)
    switch node.content {
    case .scalar(let text, _):
      guard node.range.end.line > node.range.start.line + 1 else { return }
      for line in node.range.start.line + 1...node.range.end.line { texts[line] = text }
    case .sequence(let items): items.forEach { collect($0) }
    case .mapping(let entries):
      for entry in entries {
        note(entry.keyRange)
        collect(entry.value)
      }
    }
  }

  private mutating func note(_ range: PlaceRange) {
    ends[range.end.line] = max(ends[range.end.line] ?? 1, range.end.column)
  }

  /// Whether a line that looks like a comment is part of a text of several lines.
  func isContent(_ text: Substring, line: Int) -> Bool {
    texts[line]?.holds(String(text)) ?? false
  }

  /// The comment at the end of a line.
  func comment(behind line: Substring, line number: Int) -> Substring? {
    guard texts[number] == nil else { return nil }
    // Behind the last value of a line stand marks of the syntax, such as those that begin a block.
    let marks = ":,[]{}?|>+-0123456789 \t".unicodeScalars
    let rest = line.unicodeScalars.dropFirst((ends[number] ?? 1) - 1).drop { marks.contains($0) }
    return rest.first == "#" ? Substring(rest) : nil
  }
}

internal import YAML

/// Where an exercise has texts with slots, and which of them are code.
enum ExerciseTexts {
  /// The keys of the coding task whose texts are code.
  private static let code = ["input", "output", "starter", "reference", "from", "to"]

  /// The keys whose texts people read as prose: their numbers are slots.
  private static let prose: Set<String> = [
    "title", "lesson", "keeps", "equal", "text", "key", "answer", "asked", "slip", "hint", "say", "do",
    "strong",
    "meets",
    "below", "ask", "good", "what", "follows", "fix", "why", "sees", "shows", "says", "otherwise", "does",
    "asks",
    "out_of_time",
  ]

  /// A text in its place.
  struct Entry {
    let text: String
    let node: Node
    /// Whether all of it is code.
    let isCode: Bool
    /// The key under which it stands.
    let key: String?

    /// Whether its numbers have to be slots.
    var isProse: Bool { !isCode && key.map { prose.contains($0) } ?? false }

    /// What it is made of.
    var pieces: [SlotScanner.Piece] { SlotScanner.pieces(of: text, isCode: isCode) }
  }

  /// Every text of an exercise that may hold slots, in the order of the file.
  static func all(of root: Node) -> [Entry] {
    var entries: [Entry] = []
    _ = map(root) { entry in
      entries.append(entry)
      return nil
    }
    return entries
  }

  /// An exercise with texts replaced, those that declare its figures excepted. A text for which `transform` gives
  /// nil stays.
  static func map(_ root: Node, _ transform: (Entry) -> String?) -> Node {
    map(root, key: nil, isCode: false, transform) ?? root
  }

  /// The node with what is replaced in it; nil where nothing is.
  private static func map(
    _ node: Node, key: String?, isCode: Bool, _ transform: (Entry) -> String?
  ) -> Node? {
    switch node.content {
    case .scalar(let text, let isPlain):
      let entry = Entry(text: text, node: node, isCode: isCode, key: key)
      return transform(entry).map { Node(.scalar($0, isPlain: isPlain), at: node.range) }
    case .sequence(let items):
      var mapped: [Node]?
      for (index, item) in items.enumerated() {
        guard let item = map(item, key: key, isCode: isCode, transform) else { continue }
        mapped = mapped ?? items
        mapped?[index] = item
      }
      return mapped.map { Node(.sequence($0), at: node.range) }
    case .mapping(let entries):
      return map(entries, isTop: key == nil, isCode: isCode, transform).map {
        Node(.mapping($0), at: node.range)
      }
    }
  }

  private static func map(
    _ entries: [Node.Entry], isTop: Bool, isCode: Bool, _ transform: (Entry) -> String?
  ) -> [Node.Entry]? {
    var mapped: [Node.Entry]?
    for (index, entry) in entries.enumerated() {
      if isTop, FigureDeclarations.keys.contains(entry.key) { continue }
      let isCode = isCode || !isTop && code.contains(entry.key)
      guard let value = map(entry.value, key: entry.key, isCode: isCode, transform) else { continue }
      mapped = mapped ?? entries
      mapped?[index] = Node.Entry(key: entry.key, keyRange: entry.keyRange, value: value)
    }
    return mapped
  }
}

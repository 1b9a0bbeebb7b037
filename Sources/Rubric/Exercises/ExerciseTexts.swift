internal import YAML

/// Where an exercise has texts with slots, and which of them are code.
enum ExerciseTexts {
  /// The keys of the coding task whose texts are code.
  private static let code: Set<String> = ["input", "output", "starter", "reference", "from", "to"]

  /// The keys whose texts people read as prose: their numbers are slots.
  private static let prose: Set<String> = [
    "title", "lesson", "equal", "text", "key", "answer", "asked", "slip", "hint", "say", "do", "strong",
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
    /// Whether its numbers have to be slots.
    let isProse: Bool

    /// What it is made of.
    var pieces: [SlotScanner.Piece] { SlotScanner.pieces(of: text, isCode: isCode) }
  }

  /// Every text of an exercise that may hold slots, in the order of the file.
  static func all(of root: Node) -> [Entry] {
    var entries: [Entry] = []
    _ = map(root) { entry in
      entries.append(entry)
      return entry.text
    }
    return entries
  }

  /// An exercise with every text replaced but those that declare its figures.
  static func map(_ root: Node, _ transform: (Entry) -> String) -> Node {
    map(root, key: nil, isCode: false, transform)
  }

  private static func map(
    _ node: Node, key: String?, isCode: Bool, _ transform: (Entry) -> String
  ) -> Node {
    switch node.content {
    case .scalar(let text, let isPlain):
      let isProse = !isCode && key.map { prose.contains($0) } ?? false
      let entry = Entry(text: text, node: node, isCode: isCode, isProse: isProse)
      return Node(.scalar(transform(entry), isPlain: isPlain), at: node.range)
    case .sequence(let items):
      return Node(.sequence(items.map { map($0, key: key, isCode: isCode, transform) }), at: node.range)
    case .mapping(let entries):
      let mapped = entries.map { entry in
        if key == nil, FigureDeclarations.keys.contains(entry.key) { return entry }
        let isCode = isCode || code.contains(entry.key) && key != nil
        let value = map(entry.value, key: entry.key, isCode: isCode, transform)
        return Node.Entry(key: entry.key, keyRange: entry.keyRange, value: value)
      }
      return Node(.mapping(mapped), at: node.range)
    }
  }
}

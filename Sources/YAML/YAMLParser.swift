internal import CLibYAML
public import Diagnostics

/// Reads YAML into nodes that know their places.
///
/// Stricter than YAML itself: one document, no anchors, aliases or tags, no duplicate keys, and
/// nesting of at most 64. These are the means by which a small file grows without bound or says two
/// things at once. JSON is read too.
public enum YAMLParser {
  /// How deep lists and mappings may stand in each other.
  public static let maximumDepth = 64

  /// The document of a text; an empty mapping's absence is reported as `empty-file`.
  public static func parse(_ source: SourceText) throws(InvalidInput) -> Node {
    try parse(source, section: 0..<source.bytes.count, firstLine: 1)
  }

  /// The document that a stretch of whole lines makes when it is read by itself. Places are those of
  /// the whole text.
  public static func parse(_ source: SourceText, section: Range<Int>, firstLine: Int) throws(InvalidInput)
    -> Node
  {
    let events = EventReader(source, section: section, firstLine: firstLine)
    var composer = Composer(events: events, source: source)
    return try composer.document()
  }
}

/// Builds the tree from libyaml's events.
private struct Composer {
  let events: EventReader
  let source: SourceText

  mutating func document() throws(InvalidInput) -> Node {
    _ = try events.next()  // stream start
    guard case .documentStart = try events.next().kind else {
      let help = "write the keys of the file, or remove it"
      throw InvalidInput(
        Finding("empty-file", "nothing in it but space and comments", in: source, at: nil, help: help))
    }
    let root = try node(try events.next(), depth: 1)
    _ = try events.next()  // document end
    let next = try events.next()
    guard case .streamEnd = next.kind else {
      throw failure(
        "second-document", "a second document begins here; expected one document in a file", at: next.range)
    }
    return root
  }

  private mutating func node(_ event: Event, depth: Int) throws(InvalidInput) -> Node {
    guard depth <= YAMLParser.maximumDepth else {
      throw failure("too-deep", "nested deeper than \(YAMLParser.maximumDepth) levels", at: event.range)
    }
    switch event.kind {
    case .scalar(let text, let isPlain): return Node(.scalar(text, isPlain: isPlain), at: event.range)
    case .sequenceStart: return try sequence(from: event.range.start, depth: depth)
    case .mappingStart: return try mapping(from: event.range.start, depth: depth)
    case .alias:
      let help = "write the value out where it is needed"
      throw failure("alias", "aliases (\"*name\") are not allowed", at: event.range, help: help)
    default:
      throw failure("yaml-syntax", "expected a value", at: event.range)
    }
  }

  private mutating func sequence(from start: Place, depth: Int) throws(InvalidInput) -> Node {
    var items: [Node] = []
    while true {
      let event = try events.next()
      if case .sequenceEnd = event.kind {
        return Node(.sequence(items), at: PlaceRange(start: start, end: event.range.end))
      }
      items.append(try node(event, depth: depth + 1))
    }
  }

  private mutating func mapping(from start: Place, depth: Int) throws(InvalidInput) -> Node {
    var entries: [Node.Entry] = []
    var seen: [String: Place] = [:]
    while true {
      let event = try events.next()
      if case .mappingEnd = event.kind {
        return Node(.mapping(entries), at: PlaceRange(start: start, end: event.range.end))
      }
      guard case .scalar(let key, _) = event.kind else {
        throw failure("yaml-syntax", "expected a key that is a single value", at: event.range)
      }
      if let first = seen.updateValue(event.range.start, forKey: key) {
        let note = "first defined at \(first.line):\(first.column)"
        throw failure("duplicate-key", "key \"\(key)\" is defined twice", at: event.range, note: note)
      }
      let value = try node(try events.next(), depth: depth + 1)
      entries.append(Node.Entry(key: key, keyRange: event.range, value: value))
    }
  }

  private func failure(
    _ rule: String, _ message: String, at range: PlaceRange, note: String? = nil, help: String? = nil
  ) -> InvalidInput {
    InvalidInput(Finding(rule, message, in: source, at: range, note: note, help: help))
  }
}

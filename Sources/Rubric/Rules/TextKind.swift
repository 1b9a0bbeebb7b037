internal import Diagnostics
internal import YAML

/// The texts of a library that people read or hear, by the key that holds them.
enum TextKind: String, Sendable, CaseIterable {
  case name, definition, summary, anchors
  case terms, yes, no
  case ask, probes, strong, meets, weak
  case redFlags = "red_flags"
  case purpose, interviewer, prepare, open, close
  case tellCandidate = "tell_candidate"
  case checks
  /// What people write into scorecards and decisions; of no file of the library.
  case notes
}

/// A text of the library in its place.
struct LibraryText {
  /// What it is.
  let kind: TextKind
  /// The text itself.
  let text: String
  /// Where it stands.
  let place: PlaceRange
  /// The file.
  let source: SourceText

  /// Every text of a file of the library that people read or hear, in the order of the file.
  ///
  /// Kinds are keys, wherever they stand; the check of a format has its words under `ask`.
  static func all(of root: Node, in source: SourceText) -> [LibraryText] {
    var texts: [LibraryText] = []
    collect(root, nil, source, into: &texts)
    return texts
  }

  private static func collect(
    _ node: Node, _ kind: TextKind?, _ source: SourceText, into texts: inout [LibraryText]
  ) {
    switch node.content {
    case .scalar(let text, _):
      if let kind { texts.append(LibraryText(kind: kind, text: text, place: node.range, source: source)) }
    case .sequence(let items):
      for item in items { collect(item, kind, source, into: &texts) }
    case .mapping(let entries):
      for entry in entries where entry.key != "about" {
        let inner = TextKind(rawValue: entry.key)
        collect(entry.value, kind == .checks ? .checks : inner, source, into: &texts)
      }
    }
  }
}

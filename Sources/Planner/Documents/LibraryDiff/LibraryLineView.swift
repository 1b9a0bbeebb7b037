import Rubric

/// One change of a file, or several that are told in one line.
struct LibraryLineView: View {
  let kind: LibraryChangeKind
  let from: LibraryChange.Side?
  let to: LibraryChange.Side?
  /// How many changes it stands for.
  let count: Int

  /// Terms that came or went are told together, and light rewording is only counted.
  static func views(of changes: [LibraryChange]) -> [LibraryLineView] {
    changes.runs { $0.kind == $1.kind && $0.isTold(with: $1) }.compactMap { LibraryLineView($0) }
  }

  private init?(_ changes: [LibraryChange]) {
    guard let first = changes.first else { return nil }
    (kind, count) = (first.kind, changes.count)
    from = first.from?.joined(changes.compactMap(\.from))
    to = first.to?.joined(changes.compactMap(\.to))
  }

  /// Light rewording is counted and not shown.
  private var isCounted: Bool { kind == .rewordedLightly || kind == .noteChanged }

  /// Both texts; of long ones the stretch that differs.
  private var texts: (before: String, after: String) {
    guard !isCounted, kind != .termMoved else { return ("", "") }
    return Excerpt.pair(from?.text ?? "", to?.text ?? "")
  }

  /// What is told of both sides alike: a term or an anchor that moved as it is.
  private var same: String? {
    guard !isCounted, let from, let to, !to.text.isEmpty, from.text == to.text else { return nil }
    return Excerpt.of(to.text)
  }

  private var isPair: Bool { same == nil && !isCounted && from != nil && to != nil && !isShort && hasText }

  private var hasText: Bool { !(from?.text ?? "").isEmpty || !(to?.text ?? "").isEmpty }

  /// Whether both sides fit on the line.
  private var isShort: Bool {
    guard let from, let to, same == nil, !isCounted, kind != .termMoved else { return false }
    guard !from.text.isEmpty, !to.text.isEmpty else { return false }
    return max(from.text.unicodeScalars.count, to.text.unicodeScalars.count) <= 40
  }

  /// The place, where it is the same on both sides.
  private var part: String? { from == nil || to == nil || from?.part == to?.part ? (to ?? from)?.part : nil }

  static let fields = Fields<LibraryLineView>([
    .text("what") { $0.kind.words },
    .flag("isAdded") { $0.from == nil },
    .flag("isRemoved") { $0.to == nil },
    .flag("isChanged") { $0.from != nil && $0.to != nil },
    .flag("isMoved") { $0.kind == .termMoved },
    .text("part") { $0.isCounted ? nil : $0.part },
    .text("fromPart") { $0.isCounted || $0.part != nil ? nil : $0.from?.part },
    .text("toPart") { $0.isCounted || $0.part != nil ? nil : $0.to?.part },
    .text("origin") { $0.kind == .termMoved ? $0.from?.id : nil },
    .text("same") { $0.same },
    .flag("isShort") { $0.isShort },
    .flag("isPair") { $0.isPair },
    .text("before") { $0.texts.before },
    .text("after") { $0.texts.after },
    .flag("isCounted") { $0.isCounted },
    .number("count") { $0.count },
    .flag("isSingle") { $0.count == 1 },
    .flag("hasEntries") { $0.from?.count != nil || $0.to?.count != nil },
    .number("entriesRemoved") { $0.from?.count },
    .number("entriesAdded") { $0.to?.count },
  ])
}

extension LibraryChangeKind {
  /// The kind in words: `anchor reworded`.
  var words: String { rawValue.map { $0 == "-" ? " " : String($0) }.joined() }
}

extension LibraryChange.Side {
  /// The id of what the file holds.
  fileprivate var id: String { file.split(separator: "/").last.map { String($0) } ?? file }

  /// The first of some sides with the words of all.
  fileprivate func joined(_ sides: [LibraryChange.Side]) -> LibraryChange.Side {
    guard sides.count > 1 else { return self }
    return LibraryChange.Side(file: file, part: part, text: sides.map(\.text).joined(separator: ", "))
  }
}

extension LibraryChange {
  /// Whether a change of the same kind is told in the same line.
  fileprivate func isTold(with next: LibraryChange) -> Bool {
    switch kind {
    case .termAdded, .termRemoved, .rewordedLightly, .noteChanged: true
    case .termMoved: from?.file == next.from?.file
    default: false
    }
  }
}

extension Array {
  /// Stretches of elements that belong to the one before them.
  func runs(_ belong: (Element, Element) -> Bool) -> [[Element]] {
    var runs: [[Element]] = []
    var run: [Element] = []
    for element in self {
      if let last = run.last, !belong(last, element) {
        runs.append(run)
        run = []
      }
      run.append(element)
    }
    return run.isEmpty ? runs : runs + [run]
  }
}

/// Stretches of long texts.
enum Excerpt {
  private static let longest = 240

  /// The beginning of a long text.
  static func of(_ text: String) -> String {
    let words = text.split(separator: " ")
    var (shown, count) = (words.startIndex, 0)
    while shown < words.endIndex, count <= longest {
      count += words[shown].unicodeScalars.count + 1
      shown += 1
    }
    return shown == words.endIndex ? text : words[..<shown].joined(separator: " ") + " …"
  }

  /// Two texts; of long ones what differs, with some words around it.
  static func pair(_ a: String, _ b: String) -> (String, String) {
    guard !a.isEmpty, !b.isEmpty, max(a.unicodeScalars.count, b.unicodeScalars.count) > longest else {
      return (of(a), of(b))
    }
    let (first, second) = (a.split(separator: " "), b.split(separator: " "))
    let start = zip(first, second).prefix { $0 == $1 }.count
    let rest = min(first.count, second.count) - start
    let end = min(rest, zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count)
    return (stretch(first, start, end), stretch(second, start, end))
  }

  private static func stretch(_ words: [Substring], _ start: Int, _ end: Int) -> String {
    let range = max(0, start - 4)..<min(words.count, words.count - end + 4)
    let text = of(words[range].joined(separator: " "))
    let tail = range.upperBound < words.count && !text.hasSuffix("…") ? " …" : ""
    return (range.lowerBound > 0 ? "… " : "") + text + tail
  }
}

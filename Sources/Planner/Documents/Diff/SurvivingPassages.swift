import Diagnostics
import Rubric

/// Where what a change is about stands in the second text, or where it stood that is gone.
struct SurvivingPassages {
  private let page: DiffPage
  /// For each passage of the first text the line of the second on which the nearest passage stands that both have: the
  /// passage itself, one before it, else one behind it.
  private let lines: [Int?]

  init(of page: DiffPage) {
    self.page = page
    // Words that stand there more than once are no landmark.
    let known = Dictionary(page.to.text.passages.map { (PlainText.cleaned($0.text), Int?.some($0.line)) }) {
      _, _ in
      nil
    }
    var lines = page.from.text.passages.map { passage in
      let words = PlainText.cleaned(passage.text)
      return words.isEmpty ? nil : known[words] ?? nil
    }
    for number in lines.indices.dropFirst() where lines[number] == nil { lines[number] = lines[number - 1] }
    for number in lines.indices.dropLast().reversed() where lines[number] == nil {
      lines[number] = lines[number + 1]
    }
    self.lines = lines
  }

  /// The place in the second text where a reader would look for what changed: words that only it has, else those
  /// that the first text had beside, else any. nil where nothing tells it.
  func place(of item: DiffPage.Item?) -> PlaceRange? {
    guard let item else { return nil }
    let before = page.from.places(of: item).inOrder(of: item.parts.from)
    let after = page.to.places(of: item).inOrder(of: item.parts.to)
    if let new = after.first(where: { !$0.isKnown(among: before) }) { return new.range }
    if let gone = before.first(where: { !$0.isKnown(among: after) }), let line = lines[gone.passage] {
      return PlaceRange(at: Place(line: line, column: 1))
    }
    return after.first?.range
  }
}

extension [DiffSide.Place] {
  /// The places by what they say, what says the most first.
  fileprivate func inOrder(of parts: [SideText.Part]) -> [DiffSide.Place] {
    let ranks = Dictionary(zip(parts, parts.indices)) { first, _ in first }
    let ranked = enumerated().map { (place: $1, key: (ranks[$1.part] ?? parts.count, $0)) }
    return ranked.sorted { $0.key < $1.key }.map(\.place)
  }
}

extension DiffSide.Place {
  /// Whether the same words stand at one of some places.
  fileprivate func isKnown(among places: [DiffSide.Place]) -> Bool {
    guard case .words(let own) = part else { return false }
    return places.contains { place in
      if case .words(let other) = place.part { own.words == other.words } else { false }
    }
  }
}

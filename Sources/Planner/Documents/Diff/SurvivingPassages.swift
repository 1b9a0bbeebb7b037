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

  /// The place in the second text; nil where nothing tells it.
  func place(of item: DiffPage.Item?) -> PlaceRange? {
    guard let item else { return nil }
    if let place = page.to.places(of: item).first { return place.range }
    guard let gone = page.from.places(of: item).first, let line = lines[gone.passage] else { return nil }
    return PlaceRange(at: Place(line: line, column: 1))
  }
}

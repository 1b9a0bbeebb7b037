import Diagnostics
import Rubric

/// The text of one side, cut where something begins or ends that a change is about.
struct DiffSide: Sendable {
  /// A place where an item stands.
  struct Place: Sendable {
    /// Where it stands in the file.
    let range: PlaceRange
    /// The id of its mark in the page.
    let target: String
    /// The number of its passage, from 0.
    let passage: Int
    /// What the words say.
    let part: SideText.Part
  }

  /// A stretch of a passage.
  struct Piece: Sendable {
    let text: String
    /// What is told of it, by number; empty where nothing is.
    let items: [DiffPage.Item]
    /// The marks that end behind it.
    let marks: [(item: DiffPage.Item, target: String)]
  }

  let text: SideText
  /// The pieces of each passage.
  private(set) var pieces: [[Piece]] = []
  private var places: [[Place]]
  private let name: String

  /// Cuts a text. Ids of its marks begin with a name.
  init(
    _ name: String, _ text: SideText, _ items: [DiffPage.Item],
    _ parts: (DiffPage.Item) -> [SideText.Part]
  ) {
    self.name = name
    self.text = text
    places = Array(repeating: [], count: items.count)
    var told: [SideText.Part: [DiffPage.Item]] = [:]
    for item in items {
      for part in Set(parts(item)) { told[part, default: []].append(item) }
    }
    pieces.reserveCapacity(text.passages.count)
    for number in text.passages.indices { pieces.append(cut(number, told)) }
  }

  /// Where an item stands, in the order of the text.
  func places(of item: DiffPage.Item) -> [Place] { places[item.number - 1] }

  /// A mark with what is told of it.
  private struct Told {
    let mark: SideText.Mark
    let items: [DiffPage.Item]
  }

  private mutating func cut(_ number: Int, _ told: [SideText.Part: [DiffPage.Item]]) -> [Piece] {
    let passage = text.passages[number]
    let bytes = Array(passage.text.utf8)
    let marks = passage.marks.compactMap { mark in told[mark.part].map { Told(mark: mark, items: $0) } }
      .sorted { $0.mark.range.lowerBound < $1.mark.range.lowerBound }
    let ends = Set(marks.flatMap { [$0.mark.range.lowerBound, $0.mark.range.upperBound] } + [bytes.count])
      .filter { $0 > 0 && $0 <= bytes.count }.sorted()
    var pieces: [Piece] = []
    var (start, next) = (0, 0)
    var open: [Told] = []
    for end in ends {
      while next < marks.count, marks[next].mark.range.lowerBound <= start {
        open.append(marks[next])
        next += 1
      }
      let numbers = Dictionary(open.flatMap { $0.items.map { ($0.number, $0) } }) { first, _ in first }
      pieces.append(
        Piece(
          text: String(decoding: bytes[start..<end], as: UTF8.self),
          items: numbers.values.sorted { $0.number < $1.number },
          marks: close(open.filter { $0.mark.range.upperBound <= end && $0.mark.isFirst }, in: number)))
      open.removeAll { $0.mark.range.upperBound <= end }
      start = end
    }
    return pieces
  }

  /// Notes the marks that end here, one for each item.
  private mutating func close(_ marks: [Told], in passage: Int) -> [(
    item: DiffPage.Item, target: String
  )] {
    var closed: [(item: DiffPage.Item, target: String)] = []
    for told in marks {
      for item in told.items where !closed.contains(where: { $0.item.number == item.number }) {
        let target = "\(name)\(item.number)-\(places[item.number - 1].count + 1)"
        places[item.number - 1].append(
          Place(range: told.mark.place, target: target, passage: passage, part: told.mark.part))
        closed.append((item, target))
      }
    }
    return closed.sorted { $0.item.number < $1.item.number }
  }
}

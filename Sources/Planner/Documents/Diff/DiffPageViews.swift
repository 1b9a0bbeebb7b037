import Diagnostics
import Rubric

/// One thing of an entry of the page, with its number and its places in both texts.
struct DiffItemView: View {
  let item: DiffPage.Item
  let page: DiffPage

  static let fields = Fields<DiffItemView>([
    .number("number") { $0.item.number },
    .text("name") { $0.item.name },
    .list("placesBefore") { DiffPlaceView.views($0.page.from.places(of: $0.item)) },
    .list("placesAfter") { DiffPlaceView.views($0.page.to.places(of: $0.item)) },
  ])
}

/// A place where it stands in a text.
struct DiffPlaceView: View {
  let place: DiffSide.Place
  /// Whether it is on the line of the one before it.
  let isAgain: Bool

  static func views(_ places: [DiffSide.Place]) -> [DiffPlaceView] {
    places.indices.map { index in
      let isAgain = index > 0 && places[index - 1].range.start.line == places[index].range.start.line
      return DiffPlaceView(place: places[index], isAgain: isAgain)
    }
  }

  static let fields = Fields<DiffPlaceView>([
    .number("line") { $0.place.range.start.line },
    .flag("isAgain") { $0.isAgain },
    .text("target") { $0.place.target },
  ])
}

/// The text of one side of the page.
struct DiffSideView: View {
  let name: String
  let side: DiffSide
  let isFirst: Bool

  static let fields = Fields<DiffSideView>([
    .text("name") { $0.name },
    .flag("isFirst") { $0.isFirst },
    .list("passages") { DiffPassageView.views(of: $0.side) },
  ])
}

/// A block of a posting, or a line of a role file.
struct DiffPassageView: View {
  let passage: SideText.Passage
  let pieces: [DiffSide.Piece]
  /// Whether it begins on the line of the one before it.
  let isSameLine: Bool

  /// Lists within more lists than this are not set further in.
  private static let deepest = 3

  static func views(of side: DiffSide) -> [DiffPassageView] {
    let passages = side.text.passages
    return passages.indices.map { index in
      DiffPassageView(
        passage: passages[index], pieces: side.pieces[index],
        isSameLine: index > 0 && passages[index - 1].line == passages[index].line)
    }
  }

  static let fields = Fields<DiffPassageView>([
    .number("line") { $0.isSameLine ? nil : $0.passage.line },
    .flag("isHeading") { $0.passage.kind == .heading },
    .flag("isItem") { $0.passage.kind == .item },
    .flag("isLine") { $0.passage.kind == .line },
    .number("depth") { $0.passage.depth == 0 ? nil : min($0.passage.depth, deepest) },
    .list("pieces") { $0.pieces.map(DiffPieceView.init) },
  ])
}

/// Words of a text, all of which or none of which a change is about. At most one of the flags is there: what became of
/// the worst change.
struct DiffPieceView: View {
  let piece: DiffSide.Piece

  private var kind: DiffPage.Kind? { piece.items.first?.kind }

  static let fields = Fields<DiffPieceView>([
    .line("words") { $0.piece.text },
    .flag("isMarked") { $0.kind != nil },
    .flag("isAdded") { $0.kind == .added },
    .flag("isRemoved") { $0.kind == .removed },
    .flag("isChanged") { $0.kind == .changed },
    .flag("isReworded") { $0.kind == .reworded },
    .list("marks") { $0.piece.marks.map { DiffMarkView(item: $0.item, target: $0.target) } },
  ])
}

/// The end of words that a change is about.
struct DiffMarkView: View {
  let item: DiffPage.Item
  let target: String

  static let fields = Fields<DiffMarkView>([
    .text("target") { $0.target },
    .number("number") { $0.item.number },
    .markup("sign") { $0.item.kind.sign },
    .flag("isAdded") { $0.item.kind == .added },
    .flag("isRemoved") { $0.item.kind == .removed },
    .flag("isChanged") { $0.item.kind == .changed },
    .flag("isReworded") { $0.item.kind == .reworded },
    .text("name") { $0.item.name },
  ])
}

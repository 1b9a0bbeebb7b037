import Diagnostics
import Rubric

/// Several roles side by side, as the templates see it.
struct MatrixView: View {
  let matrix: RoleMatrix
  let roles: [String]
  var style = ""

  static let fields = Fields<MatrixView>([
    .markup("style") { $0.style },
    .texts("roles") { $0.roles },
    .number("count") { $0.matrix.roles.count },
    .list("rows") { view in view.matrix.rows.map { MatrixRowView(name: $0.id, cells: $0.cells.map(text)) } },
    .list("facts") { view in
      view.matrix.facts.map { row in
        MatrixRowView(
          name: row.fact.rawValue.split(separator: "_").joined(separator: " "),
          cells: row.cells.map { $0.words(of: row.fact) })
      }
    },
    .lines("head") { MatrixLayout($0).head.map { Substring($0) } },
    .lines("rowLines") { view in
      let layout = MatrixLayout(view)
      return view.matrix.rows.flatMap { row in
        layout.lines(row.id, row.cells.map { short($0) }).map { Substring($0) }
      }
    },
    .lines("factLines") { view in
      let layout = MatrixLayout(view)
      return view.matrix.facts.flatMap { row in
        let name = row.fact.rawValue.split(separator: "_").joined(separator: " ")
        let cells = row.cells.map { PlainText.cleaned($0.words(of: row.fact)) }
        return layout.lines(name, cells).map { Substring($0) }
      }
    },
  ])

  /// Importance and target: `required 4`; empty for what is not asked for.
  private static func text(_ cell: RoleCompetency?) -> String {
    cell.map { "\($0.importance.rawValue) \($0.target.rawValue)" } ?? ""
  }

  /// The same in few columns: `req 4`.
  private static func short(_ cell: RoleCompetency?) -> String {
    cell.map { "\($0.importance.rawValue.prefix($0.importance == .required ? 3 : 4)) \($0.target.rawValue)" }
      ?? ""
  }
}

/// A competency or a fact, as each role has it.
struct MatrixRowView: View {
  let name: String
  let cells: [String]

  static let fields = Fields<MatrixRowView>([
    .text("name") { $0.name },
    .list("cells") { $0.cells.map(MatrixCellView.init) },
  ])
}

/// What one role says of it.
struct MatrixCellView: View {
  let text: String

  static let fields = Fields<MatrixCellView>([.text("text") { $0.text }])
}

/// The columns of a matrix in a terminal of 80 columns: names of rows, then as much for each role as there is room,
/// at least ten columns each.
private struct MatrixLayout {
  private let roles: [String]
  private let first: Int
  private let width: Int

  private static let columns = 80
  private static let most = 24

  init(_ view: MatrixView) {
    roles = view.roles.map { PlainText.cleaned($0) }
    let names = view.matrix.rows.map { DisplayWidth.of($0.id) }
    let count = max(roles.count, 1)
    let least = 10
    let room = Self.columns - (least + 1) * count
    first = min(max(names.max() ?? 0, 17), max(room, 14), 26)
    width = min(max((Self.columns - first) / count - 1, least), Self.most)
  }

  var head: [String] { lines("", roles) }

  /// A row, on as many lines as its cells need.
  func lines(_ name: String, _ cells: [String]) -> [String] {
    let columns = [Self.broken(name, to: first)] + cells.map { Self.broken($0.isEmpty ? "-" : $0, to: width) }
    let count = columns.map(\.count).max() ?? 0
    return (0..<count).map { line in
      var text = ""
      for (index, column) in columns.enumerated() {
        let cell = line < column.count ? column[line] : ""
        let room = index == 0 ? first : width
        text +=
          (index == 0 ? "" : " ") + cell + String(repeating: " ", count: max(0, room - DisplayWidth.of(cell)))
      }
      let end = text.lastIndex { $0 != " " }
      return end.map { String(text[...$0]) } ?? ""
    }
  }

  /// The words in lines of a width; longer words are broken where the width ends.
  private static func broken(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").flatMap({ pieces($0, width) }) {
      if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func pieces(_ word: Substring, _ width: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in word {
      if DisplayWidth.of(piece) + DisplayWidth.of(String(character)) > width, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }
}

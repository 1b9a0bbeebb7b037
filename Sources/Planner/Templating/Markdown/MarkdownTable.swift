/// A table of Markdown: a row of headings, a row of hyphens, rows.
struct MarkdownTable {
  private static let bar = UInt8(ascii: "|")

  private let headings: [MarkdownLine]
  private let isRight: [Bool]
  private let rows: [[MarkdownLine]]

  /// How many lines it takes.
  var lineCount: Int { rows.count + 2 }

  /// The table at the beginning of some lines, where there is one.
  init?(_ lines: ArraySlice<MarkdownLine>) {
    guard let first = lines.first, let headings = Self.cells(of: first), lines.count > 1,
      let marks = Self.cells(of: lines[lines.startIndex + 1]), marks.count == headings.count,
      marks.allSatisfy(Self.isMark)
    else { return nil }
    self.headings = headings
    isRight = marks.map { $0.last == UInt8(ascii: ":") && $0.first != UInt8(ascii: ":") }
    var rows: [[MarkdownLine]] = []
    for line in lines.dropFirst(2) {
      guard let cells = Self.cells(of: line) else { break }
      rows.append(cells)
    }
    self.rows = rows
  }

  /// Such as `---`, `:---` or `---:`.
  private static func isMark(_ cell: MarkdownLine) -> Bool {
    var inner = cell
    if inner.first == UInt8(ascii: ":") { inner = inner.dropFirst() }
    if inner.last == UInt8(ascii: ":") { inner = inner.dropLast() }
    return !inner.isEmpty && inner.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  /// The cells of a row between bars; a bar behind a backslash is none.
  private static func cells(of line: MarkdownLine) -> [MarkdownLine]? {
    let line = line.dropFirst(line.indent)
    guard line.count > 1, line.first == bar, line.last == bar else { return nil }
    var cells: [MarkdownLine] = []
    var start = line.startIndex + 1
    var isEscaped = false
    for index in line.indices.dropFirst() {
      if line[index] == bar, !isEscaped {
        cells.append(trimmed(line[start..<index]))
        start = index + 1
      }
      isEscaped = line[index] == UInt8(ascii: "\\") && !isEscaped
    }
    return cells.isEmpty ? nil : cells
  }

  private static func trimmed(_ cell: MarkdownLine) -> MarkdownLine {
    let inner = cell.dropFirst(cell.indent)
    let end = inner.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? inner.startIndex
    return withBars(inner[..<end])
  }

  /// The cell with a bar for each bar behind a backslash, in code too.
  private static func withBars(_ cell: MarkdownLine) -> MarkdownLine {
    guard cell.contains(bar) else { return cell }
    var bytes: [UInt8] = []
    for byte in cell {
      if byte == bar, bytes.last == UInt8(ascii: "\\") { bytes.removeLast() }
      bytes.append(byte)
    }
    return bytes[...]
  }

  /// Appends it as HTML. It scrolls within itself where it is too wide; a row has as many cells as there are
  /// headings.
  func append(to output: inout [UInt8]) {
    output +=
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table>\n<thead><tr>".utf8
    for (cell, isRight) in zip(headings, isRight) {
      let name = cell.isEmpty ? "td" : "th scope=\"col\""
      append(cell, name: name, isRight: isRight, to: &output)
    }
    output += "</tr></thead>\n<tbody>\n".utf8
    for row in rows {
      output += "<tr>".utf8
      for (index, isRight) in isRight.enumerated() {
        append(index < row.count ? row[index] : [], name: "td", isRight: isRight, to: &output)
      }
      output += "</tr>\n".utf8
    }
    output += "</tbody>\n</table></div>\n".utf8
  }

  private func append(_ cell: MarkdownLine, name: String, isRight: Bool, to output: inout [UInt8]) {
    output += (isRight ? "<\(name) class=\"num\">" : "<\(name)>").utf8
    MarkdownInline.append(cell, to: &output)
    output += "</\(name.prefix(2))>".utf8
  }
}

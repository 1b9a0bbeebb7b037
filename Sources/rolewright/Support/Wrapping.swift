import Diagnostics

/// Breaks lines for a terminal.
enum Wrapping {
  /// A line in stretches of at most some columns, broken at spaces; later stretches are indented like
  /// the first, and by some columns more. A line that fits stays as it is.
  static func lines(of line: String, columns: Int, hanging: Int = 2) -> [String] {
    guard DisplayWidth.of(line) > columns else { return [line] }
    let indent = String(repeating: " ", count: line.utf8.prefix { $0 == UInt8(ascii: " ") }.count)
    var lines: [String] = []
    var (current, width) = (indent, indent.utf8.count)
    var isEmpty = true
    for word in words(of: line) {
      let added = DisplayWidth.of(word)
      if !isEmpty, width + 1 + added > columns {
        lines.append(current)
        current = indent + String(repeating: " ", count: hanging)
        width = current.utf8.count
        isEmpty = true
      }
      if !isEmpty { current += " " }
      current += word
      width += added + (isEmpty ? 0 : 1)
      isEmpty = false
    }
    return lines + [isEmpty ? "" : current]
  }

  /// What lies between spaces. Where no scalar joins another, each space is a character of its own.
  private static func words(of line: String) -> [Substring] {
    let isPlain = line.unicodeScalars.allSatisfy { $0.value < 0x7F || DisplayWidth.isNarrow($0) }
    return isPlain
      ? line.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) } : line.split(separator: " ")
  }

  /// The lines of a table. Two spaces part a name from what is said of it, which is broken beside the
  /// name; a line without them is broken as any other.
  static func table(_ rows: [Substring], columns: Int, style: Style) -> [String] {
    let cells = rows.map { row in row.parts(between: "  ", atMost: 2).map { String($0) } }
    let width = (cells.filter { $0.count == 2 }.map { DisplayWidth.of($0[0]) }.max() ?? 0) + 2
    return cells.flatMap { cells in
      guard cells.count == 2 else { return cells.flatMap { lines(of: $0, columns: columns) } }
      let text = lines(of: cells[1], columns: max(columns - width, 20), hanging: 0)
      let space = String(repeating: " ", count: width - DisplayWidth.of(cells[0]))
      let below = String(repeating: " ", count: width)
      return text.enumerated().map { ($0 == 0 ? style(.strong, cells[0]) + space : below) + $1 }
    }
  }
}

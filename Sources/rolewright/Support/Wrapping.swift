import Diagnostics

/// Breaks lines for a terminal.
enum Wrapping {
  /// A line in stretches of at most some columns, broken at spaces; later stretches are indented like
  /// the first, and two columns more.
  static func lines(of line: String, columns: Int) -> [String] {
    let indent = String(repeating: " ", count: line.prefix { $0 == " " }.count)
    var lines: [String] = []
    var current = indent
    var isEmpty = true
    for word in line.split(separator: " ") {
      let width = DisplayWidth.of(current) + DisplayWidth.of(word) + (isEmpty ? 0 : 1)
      if !isEmpty, width > columns {
        lines.append(current)
        current = indent + "  "
        isEmpty = true
      }
      current += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [isEmpty ? "" : current]
  }
}

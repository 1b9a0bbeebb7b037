import Diagnostics

/// A comparison as text for a terminal: lines in the colour of their sign, wrapped; where there is room, the words of
/// both sides beside each other.
struct DiffText {
  let style: Style
  let columns: Int

  /// From here on the words of both sides stand in two columns.
  private static let wide = 120
  /// Wider lines are hard to read.
  private static let widest = 160

  init(style: Style = Terminal.resultStyle, columns: Int = Terminal.columns) {
    self.style = style
    self.columns = min(columns, Self.widest)
  }

  /// The text as it is shown.
  func shown(_ text: String) -> String {
    var lines: [String] = []
    var words: (from: [Substring], to: [Substring]) = ([], [])
    for line in Self.lines(of: text) {
      if columns >= Self.wide, line.hasPrefix("    - ") {
        words.from.append(line.dropFirst(4))
      } else if columns >= Self.wide, line.hasPrefix("    + ") {
        words.to.append(line.dropFirst(4))
      } else {
        lines += beside(words)
        words = ([], [])
        lines += Wrapping.lines(of: String(line), columns: columns, hanging: hanging(line)).map {
          style.signed($0, of: line)
        }
      }
    }
    return (lines + beside(words)).joined(separator: "\n")
  }

  /// The lines of a text. Where no CR is, each LF is a character of its own.
  private static func lines(of text: String) -> [Substring] {
    guard !text.utf8.contains(UInt8(ascii: "\r")) else {
      return text.split(separator: "\n", omittingEmptySubsequences: false)
    }
    return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      Substring($0)
    }
  }

  /// A change hangs below its name, words below their line, and the sentence stands flush.
  private func hanging(_ line: Substring) -> Int {
    let indent = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    guard indent == 2 else { return 2 }
    return ["+", "-", "±", "=", "!"].contains(line.dropFirst(indent).first) ? 4 : 0
  }

  /// The words of the first side on the left, those of the second on the right.
  private func beside(_ words: (from: [Substring], to: [Substring])) -> [String] {
    let width = (columns - 6) / 2
    let left = words.from.flatMap { Wrapping.lines(of: String($0), columns: width) }
    let right = words.to.flatMap { Wrapping.lines(of: String($0), columns: width) }
    return (0..<max(left.count, right.count)).map { index in
      let (a, b) = (index < left.count ? left[index] : "", index < right.count ? right[index] : "")
      let space = b.isEmpty ? "" : String(repeating: " ", count: max(0, width - DisplayWidth.of(a)) + 2)
      return "    " + style(.bad, a) + space + style(.good, b)
    }
  }
}

extension Style {
  /// A part of a line in the colour of the line's sign; what stands at the margin is a heading.
  func signed(_ part: String, of line: Substring) -> String {
    guard line.first == " " else { return self(.strong, part) }
    switch line.drop(while: { $0 == " " }).first {
    case "+": return self(.good, part)
    case "-", "!": return self(.bad, part)
    case "±": return self(.notice, part)
    default: return part
    }
  }
}

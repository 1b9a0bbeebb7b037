import Diagnostics

/// Texts that people wrote about a candidate, made fit to be printed without losing anything: the one place for it.
///
/// What would drive a terminal, turn the direction of the text around it or hide is shown instead of being dropped, so
/// that a reader sees what stands there: controls as the pictures that Unicode has for them, `␛`, and other marks by
/// their number, `‹U+202E›`. Escaping for a kind of document comes after it (`Escaping`).
enum VisibleText {
  /// A text of one line; line ends are shown as well.
  static func line(_ text: String) -> String {
    isPlain(text) ? text : shown(text.unicodeScalars)
  }

  /// The lines of a text, to the last that holds anything. Spaces stay, and a tab becomes four.
  static func lines(_ text: String) -> [String] {
    var lines: [String.UnicodeScalarView] = [String.UnicodeScalarView()]
    var isReturn = false
    for scalar in text.unicodeScalars {
      if isLineEnd(scalar.value) {
        if !(isReturn && scalar == "\n") { lines.append(String.UnicodeScalarView()) }
      } else {
        lines[lines.count - 1].append(scalar)
      }
      isReturn = scalar == "\r"
    }
    while lines.last.map({ $0.allSatisfy { $0.properties.isWhitespace } }) ?? false { lines.removeLast() }
    return lines.map { shown($0) }
  }

  private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

  private static func isLineEnd(_ value: UInt32) -> Bool {
    (0x0A...0x0D).contains(value) || value == 0x85 || value == 0x2028 || value == 0x2029
  }

  private static func shown(_ scalars: String.UnicodeScalarView) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      switch scalar.value {
      case 0x09: text.append(contentsOf: "    ".unicodeScalars)
      case 0x0A: text.append("\u{21B5}")
      case let value where isHidden(value):
        text.append(contentsOf: "\u{2039}U+\(hexadecimal(value))\u{203A}".unicodeScalars)
      default: text.append(scalar)
      }
    }
    return String(text)
  }

  /// Controls, marks of direction, spaces and joiners without width, byte order marks, tags and non-characters.
  /// Joiners that emoji and some scripts are spelt with stay.
  private static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF,
      0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE007F:
      true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Field {
  /// A line that people wrote, with nothing of it hidden.
  static func written(_ name: String, _ value: @escaping @Sendable (Owner) -> String?) -> Field {
    Field(name: name, kind: .text) { .text(VisibleText.line(value($0) ?? "")) }
  }

  /// What people wrote, line by line.
  static func note(_ name: String, _ value: @escaping @Sendable (Owner) -> String) -> Field {
    list(name) { NoteLineView.lines(of: value($0)) }
  }
}

/// A line of what somebody wrote.
struct NoteLineView: View {
  let text: String
  /// Whether the next line belongs to the same paragraph.
  let isBroken: Bool

  /// The lines of a text.
  static func lines(of text: String) -> [NoteLineView] {
    let lines = VisibleText.lines(text)
    return lines.enumerated().map { index, line in
      let next = index + 1 < lines.count ? lines[index + 1] : ""
      return NoteLineView(text: line, isBroken: ![line, next].contains { $0.allSatisfy { $0 == " " } })
    }
  }

  /// The same with spaces at the beginning that Markdown takes for spaces and not for code.
  private var indented: String {
    let spaces = text.prefix { $0 == " " }.count
    return String(repeating: "\u{A0}", count: spaces) + text.dropFirst(spaces)
  }

  static let fields = Fields<NoteLineView>([
    Field(name: "line", kind: .text) { .text($0.text) },
    Field(name: "indented", kind: .text) { .text($0.indented) },
    .list("parts") { NotePartView.parts(of: $0.text) },
    .flag("isBroken") { $0.isBroken },
  ])
}

/// As much of a line as fits a terminal behind its bar.
struct NotePartView: View {
  let text: String

  /// The columns of a part.
  private static let columns = 72

  /// A line cut at spaces where there are any, and within words where there are none. Nothing is lost.
  static func parts(of line: String) -> [NotePartView] {
    var parts: [NotePartView] = []
    var rest = Array(line.unicodeScalars)[...]
    while true {
      var width = 0
      let end = rest.firstIndex { scalar in
        width += DisplayWidth.of(scalar)
        return width > columns
      }
      guard let end else { return parts + [NotePartView(rest)] }
      let space = rest[..<end].lastIndex(of: " ").map { $0 + 1 } ?? end
      let cut = space > rest.startIndex + columns / 2 ? space : max(end, rest.startIndex + 1)
      parts.append(NotePartView(rest[..<cut]))
      rest = rest[cut...]
    }
  }

  private init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var text = String.UnicodeScalarView(scalars)
    while text.last == " " { text.removeLast() }
    self.text = String(text)
  }

  static let fields = Fields<NotePartView>([Field(name: "part", kind: .text) { .text($0.text) }])
}

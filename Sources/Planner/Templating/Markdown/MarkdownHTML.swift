/// Turns the Markdown of a library into HTML.
///
/// A strict subset of CommonMark: paragraphs, lists, quotes, tables, fenced and indented code, rules and
/// headings, which become bold paragraphs, since the template decides how headings are nested; within them
/// code, strong and emphasis. Whatever else looks like markup, tags and links included, is shown as it is
/// written. The result is well-formed for any input, and takes time in proportion to its length.
enum MarkdownHTML {
  /// How deep quotes and lists may stand in each other; what stands deeper is a paragraph.
  static let depthLimit = 8

  /// Appends a text of paragraphs, lists and so on.
  static func append(blocks text: String, to output: inout [UInt8]) {
    var writer = MarkdownBlocks(output: output)
    output = []
    writer.write(lines(of: text)[...], depth: 0)
    output = writer.output
  }

  /// Appends words of one line.
  static func append(phrase text: String, to output: inout [UInt8]) {
    MarkdownInline.append(Array(PlainText.cleaned(text).utf8)[...], to: &output)
  }

  /// The lines without control characters and without spaces at their end.
  private static func lines(of text: String) -> [MarkdownLine] {
    PlainText.cleanedLines(of: text).map { line in
      let end = line.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? line.startIndex
      return line[..<end]
    }
  }
}

/// A line, or what is left of it within a list or a quote.
typealias MarkdownLine = ArraySlice<UInt8>

/// A mark at the beginning of a list item.
struct MarkdownMarker: Equatable {
  /// The number; nil in a list without numbers.
  var number: Int?
  /// The columns before the text of the item.
  var width: Int

  /// Whether two items belong to one list.
  func continues(_ other: MarkdownMarker) -> Bool { (number == nil) == (other.number == nil) }
}

extension MarkdownLine {
  var isBlank: Bool { isEmpty || allSatisfy { $0 == UInt8(ascii: " ") } }

  /// The spaces before the first word.
  var indent: Int { prefix { $0 == UInt8(ascii: " ") }.count }

  /// The line without at most so many spaces at its beginning.
  func outdented(by count: Int) -> MarkdownLine { dropFirst(Swift.min(count, indent)) }

  /// The line without its indent, where that makes it no code.
  private var unindented: MarkdownLine? { indent < 4 ? dropFirst(indent) : nil }

  /// The mark that opens or closes fenced code, and its length.
  var fence: (mark: UInt8, count: Int)? {
    guard let line = unindented, let mark = line.first,
      mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
    else { return nil }
    let count = line.prefix { $0 == mark }.count
    let isPlain = mark != UInt8(ascii: "`") || !line.dropFirst(count).contains(mark)
    return count >= 3 && isPlain ? (mark, count) : nil
  }

  /// The words of a heading.
  var heading: MarkdownLine? {
    guard let line = unindented else { return nil }
    let depth = line.prefix { $0 == UInt8(ascii: "#") }.count
    let words = line.dropFirst(depth)
    guard (1...6).contains(depth), words.first == UInt8(ascii: " ") else { return nil }
    return words.dropFirst(words.indent)
  }

  /// What a quote says in this line.
  var quoted: MarkdownLine? {
    guard let line = unindented, line.first == UInt8(ascii: ">") else { return nil }
    return line.dropFirst().outdented(by: 1)
  }

  /// Whether it is a rule across the page.
  var isRule: Bool {
    guard let line = unindented, let mark = line.first, [0x2D, 0x2A, 0x5F].contains(mark) else {
      return false
    }
    return line.count { $0 == mark } >= 3 && line.allSatisfy { $0 == mark || $0 == UInt8(ascii: " ") }
  }

  /// The mark of a list item at the beginning.
  var marker: MarkdownMarker? {
    guard let line = unindented, let first = line.first, !isRule else { return nil }
    var width = 1
    var number: Int?
    if ASCII.isDigit(first) {
      let digits = line.prefix(while: ASCII.isDigit)
      let mark = line.dropFirst(digits.count).first
      guard digits.count < 10, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else { return nil }
      number = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
      width = digits.count + 1
    } else if ![0x2D, 0x2A, 0x2B].contains(first) {
      return nil
    }
    let rest = line.dropFirst(width)
    guard !rest.isEmpty, rest.indent > 0 else { return nil }
    return MarkdownMarker(number: number, width: indent + width + (rest.indent < 5 ? rest.indent : 1))
  }

  /// Whether a paragraph ends before this line.
  var endsParagraph: Bool {
    isBlank || fence != nil || heading != nil || quoted != nil || isRule
      || marker.map { ($0.number ?? 1) == 1 } ?? false
  }
}

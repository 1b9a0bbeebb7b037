import Diagnostics

/// Markdown for a terminal: headings in their look, paragraphs broken anew; code and tables stay as they are.
struct MarkdownPage {
  private let columns: Int
  private let style: Style
  private var lines: [String] = []
  private var paragraph: [Substring] = []
  private var isFenced = false

  /// The lines of a text, none wider than some columns but those of code and tables.
  static func text(_ markdown: String, columns: Int, style: Style) -> String {
    var page = MarkdownPage(columns: columns, style: style)
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) { page.take(line) }
    page.endParagraph()
    return page.lines.joined(separator: "\n")
  }

  private init(columns: Int, style: Style) {
    self.columns = columns
    self.style = style
  }

  private mutating func take(_ line: Substring) {
    let text = line.drop { $0 == " " }
    let isFence = text.hasPrefix("```")
    if isFenced || isFence || text.hasPrefix("|") || text.hasPrefix("#") || text.isEmpty {
      endParagraph()
      if isFence { isFenced.toggle() }
      lines.append(text.hasPrefix("#") && !isFenced ? style(.strong, String(line)) : String(line))
      return
    }
    if begins(line, text) { endParagraph() }
    paragraph.append(line)
  }

  /// Whether a line ends the paragraph before it. A number other than 1 begins no list within a paragraph
  /// (CommonMark, 5.3), unless it stands further left; lines of a quotation are joined.
  private func begins(_ line: Substring, _ text: Substring) -> Bool {
    guard let first = paragraph.first, Self.beginsItem(text) else { return false }
    let start = first.drop { $0 == " " }
    if text.hasPrefix("> ") { return !start.hasPrefix("> ") || Self.beginsItem(text.dropFirst(2)) }
    let isFurther = text.first.map { $0.isNumber } ?? false && !text.hasPrefix("1.")
    let isFurtherLeft = line.count - text.count < first.count - start.count
    return !isFurther || isFurtherLeft || Self.beginsItem(start)
  }

  /// Whether a line begins an item of a list, or is a line of a quotation.
  private static func beginsItem(_ line: Substring) -> Bool {
    let number = line.prefix { $0.isNumber }
    let isNumbered = !number.isEmpty && line.dropFirst(number.count).hasPrefix(". ")
    return line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("> ") || isNumbered
  }

  private mutating func endParagraph() {
    guard let first = paragraph.first else { return }
    let start = first.drop { $0 == " " }
    let isQuotation = start.hasPrefix("> ")
    let rest = paragraph.dropFirst().map { line in
      let text = line.drop { $0 == " " }
      return isQuotation && text.hasPrefix("> ") ? text.dropFirst(2) : text
    }
    let joined = ([first] + rest).joined(separator: " ")
    if isQuotation {
      let parts = Wrapping.lines(
        of: String(joined.drop { $0 == " " }.dropFirst(2)), columns: columns - 2, hanging: 0)
      lines += parts.map { "> \($0)" }
    } else {
      lines += Wrapping.lines(of: joined, columns: columns, hanging: Self.beginsItem(start) ? 2 : 0)
    }
    paragraph = []
  }
}

extension Terminal {
  /// A page of Markdown for the terminal, at most 100 columns wide but for code and tables.
  static func markdown(_ text: String) -> String {
    MarkdownPage.text(text, columns: min(columns, 100), style: resultStyle)
  }
}

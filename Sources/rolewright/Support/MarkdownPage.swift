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
    if Self.beginsItem(text), !isWithinParagraph || !Self.isFurtherNumber(text) { endParagraph() }
    paragraph.append(line)
  }

  /// Whether the lines before this one are a paragraph and no item.
  private var isWithinParagraph: Bool {
    paragraph.first.map { !Self.beginsItem($0.drop { $0 == " " }) } ?? false
  }

  /// Whether a line begins with a number other than 1: it begins no list within a paragraph (CommonMark, 5.3).
  private static func isFurtherNumber(_ line: Substring) -> Bool {
    let number = line.prefix { $0.isNumber }
    return !number.isEmpty && number != "1"
  }

  /// Whether a line begins an item of a list, or is a line of a quotation, which is never joined with another.
  private static func beginsItem(_ line: Substring) -> Bool {
    let number = line.prefix { $0.isNumber }
    let isNumbered = !number.isEmpty && line.dropFirst(number.count).hasPrefix(". ")
    return line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("> ") || isNumbered
  }

  private mutating func endParagraph() {
    guard let first = paragraph.first else { return }
    let isItem = Self.beginsItem(first.drop { $0 == " " })
    let rest = paragraph.dropFirst().map { $0.drop { $0 == " " } }
    let joined = ([first] + rest).joined(separator: " ")
    lines += Wrapping.lines(of: joined, columns: columns, hanging: isItem ? 2 : 0)
    paragraph = []
  }
}

extension Terminal {
  /// A page of Markdown for the terminal, at most 100 columns wide but for code and tables.
  static func markdown(_ text: String) -> String {
    MarkdownPage.text(text, columns: min(columns, 100), style: resultStyle)
  }
}

/// Puts each paragraph of Markdown on one line, and each item of a list: figures that are filled in leave ragged lines
/// behind. Code, tables and headings stay as they are.
enum MarkdownFilling {
  /// The lines of a text, each cleaned.
  static func paragraphs(of text: String) -> [ArraySlice<UInt8>] {
    let lines = PlainText.cleanedLines(of: text)
    guard lines.count > 1 else { return lines }
    var filled: [ArraySlice<UInt8>] = []
    filled.reserveCapacity(lines.count)
    var isFenced = false
    var canGoOn = false
    var isInItem = false
    for line in lines {
      let words = line.drop { $0 == space }
      let isFence = words.starts(with: [tick, tick, tick])
      if canGoOn, !isFence, goesOn(words, isInItem: isInItem) {
        filled[filled.count - 1] = filled[filled.count - 1] + [space] + words
        canGoOn = !endsHard(line)
        continue
      }
      if isFence { isFenced.toggle() }
      filled.append(line)
      isInItem = isItem(words)
      canGoOn = !isFenced && !isFence && isText(words, indent: line.count - words.count) && !endsHard(line)
    }
    return filled
  }

  /// Whether a line goes on with the paragraph or the item before it. Behind a paragraph, no number but 1 begins a
  /// list: "in the year / 1984. Then".
  private static func goesOn(_ words: ArraySlice<UInt8>, isInItem: Bool) -> Bool {
    guard let first = words.first, !blocks.contains(first) else { return false }
    if !isInItem, ASCII.isDigit(first), !words.starts(with: one) { return true }
    return !isItem(words)
  }

  /// Whether another line may go on with it: a paragraph or an item, neither a table nor a heading nor a rule nor code.
  private static func isText(_ words: ArraySlice<UInt8>, indent: Int) -> Bool {
    guard let first = words.first, indent < 4 else { return false }
    return !blocks.contains(first) && !(marks.contains(first) && words.allSatisfy { $0 == first })
  }

  /// A mark of a list at the beginning, or a line under a heading.
  private static func isItem(_ words: ArraySlice<UInt8>) -> Bool {
    guard let first = words.first else { return false }
    if marks.contains(first) {
      let rest = words.dropFirst()
      return rest.first.map { $0 == space } ?? true || words.allSatisfy { $0 == first }
    }
    let digits = words.prefix(while: ASCII.isDigit)
    let rest = words.dropFirst(digits.count)
    return !digits.isEmpty && rest.dropFirst().first == space
      && (rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"))
  }

  /// Two spaces or a backslash at the end keep the line.
  private static func endsHard(_ line: ArraySlice<UInt8>) -> Bool {
    line.last == UInt8(ascii: "\\") || line.suffix(2).elementsEqual([space, space])
  }

  private static let one = Array("1.".utf8)
  private static let space = UInt8(ascii: " ")
  private static let tick = UInt8(ascii: "`")
  /// What begins a table, a heading or a quotation.
  private static let blocks: [UInt8] = [UInt8(ascii: "|"), UInt8(ascii: "#"), UInt8(ascii: ">")]
  private static let marks: [UInt8] = [
    UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "="),
  ]
}

extension Escaping {
  /// Adds paragraphs of the library in Markdown: as HTML in HTML, in other documents as they are written. There, each
  /// further line begins with the indent or the mark of a quote with which the first line began.
  func append(prose text: String, to output: inout [UInt8]) {
    switch self {
    case .html: MarkdownHTML.append(blocks: text, to: &output)
    case .yaml: append(PlainText.cleaned(text), to: &output)
    case .markdown: Self.append(lines: MarkdownFilling.paragraphs(of: Self.trimmed(text)), to: &output)
    case .line: Self.append(lines: PlainText.cleanedLines(of: Self.trimmed(text)), to: &output)
    }
  }

  /// A text without the empty lines at its end, however they are cleaned.
  private static func trimmed(_ text: String) -> String {
    let end = text.utf8.lastIndex { $0 != lineFeed }.map { text.utf8.index(after: $0) }
    return end.map { String(text[..<$0]) } ?? ""
  }

  /// Adds a line of the library in Markdown, likewise.
  func append(phrase text: String, to output: inout [UInt8]) {
    switch self {
    case .html: MarkdownHTML.append(phrase: text, to: &output)
    case .yaml: append(PlainText.cleaned(text), to: &output)
    case .markdown, .line: Self.append(line: PlainText.cleaned(text), to: &output)
    }
  }

  /// In a row of a table of Markdown, a bar would end the cell.
  private static func append(line text: String, to output: inout [UInt8]) {
    let begun = output.lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
    guard begun < output.count, output[begun] == UInt8(ascii: "|"), text.utf8.contains(UInt8(ascii: "|"))
    else {
      output += text.utf8
      return
    }
    var isEscaped = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "|"), !isEscaped { output.append(UInt8(ascii: "\\")) }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      output.append(byte)
    }
  }

  private static func append(lines: [ArraySlice<UInt8>], to output: inout [UInt8]) {
    let begun = output.lastIndex(of: lineFeed).map { output[($0 + 1)...] } ?? output[...]
    let prefix = Array(begun.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") })
    for (index, line) in lines.enumerated() {
      if index > 0 {
        output.append(lineFeed)
        output += prefix
      }
      output += line
      while output.last == UInt8(ascii: " ") { output.removeLast() }
    }
  }

  private static let lineFeed = UInt8(ascii: "\n")
}

/// Writes blocks of Markdown as HTML.
struct MarkdownBlocks {
  private(set) var output: [UInt8]

  init(output: [UInt8]) { self.output = output }

  /// Writes lines. In a tight list a paragraph at the beginning stands without its tags.
  mutating func write(_ lines: ArraySlice<MarkdownLine>, depth: Int, isTight: Bool = false) {
    var rest = lines
    var isTight = isTight
    while let line = rest.first {
      if line.isBlank {
        rest = rest.dropFirst()
        continue
      }
      rest = writeBlock(rest, line, depth: depth, isTight: isTight)
      isTight = false
    }
  }

  /// Writes the block at the beginning and gives the lines behind it.
  private mutating func writeBlock(
    _ lines: ArraySlice<MarkdownLine>, _ line: MarkdownLine, depth: Int, isTight: Bool
  ) -> ArraySlice<MarkdownLine> {
    if let fence = line.fence { return writeFence(lines, fence) }
    if line.indent >= 4 { return writeIndentedCode(lines) }
    if let heading = line.heading {
      put("<p><strong>")
      MarkdownInline.append(heading, to: &output)
      put("</strong></p>\n")
      return lines.dropFirst()
    }
    if line.isRule {
      put("<hr>\n")
      return lines.dropFirst()
    }
    if depth < MarkdownHTML.depthLimit {
      if line.quoted != nil { return writeQuote(lines, depth: depth) }
      if let marker = line.marker { return writeList(lines, marker, depth: depth) }
    }
    if let table = MarkdownTable(lines) {
      table.append(to: &output)
      return lines.dropFirst(table.lineCount)
    }
    return writeParagraph(lines, isTight: isTight)
  }

  private mutating func writeParagraph(_ lines: ArraySlice<MarkdownLine>, isTight: Bool)
    -> ArraySlice<MarkdownLine>
  {
    let further = lines.dropFirst().prefix { !$0.endsParagraph }
    let words = lines.prefix(further.count + 1).map { Array($0.dropFirst($0.indent)) }
    if !isTight { put("<p>") }
    MarkdownInline.append(Array(words.joined(separator: [UInt8(ascii: "\n")]))[...], to: &output)
    put(isTight ? "\n" : "</p>\n")
    return lines.dropFirst(words.count)
  }

  private mutating func writeQuote(_ lines: ArraySlice<MarkdownLine>, depth: Int) -> ArraySlice<MarkdownLine>
  {
    let quoted = lines.prefix { $0.quoted != nil }.compactMap(\.quoted)
    put("<blockquote>\n")
    write(quoted[...], depth: depth + 1)
    put("</blockquote>\n")
    return lines.dropFirst(quoted.count)
  }

  private mutating func writeFence(_ lines: ArraySlice<MarkdownLine>, _ fence: (mark: UInt8, count: Int))
    -> ArraySlice<MarkdownLine>
  {
    let indent = lines.first?.indent ?? 0
    let code = lines.dropFirst().prefix { line in
      guard let end = line.fence, end.mark == fence.mark, end.count >= fence.count else { return true }
      return line.dropFirst(line.indent).contains { $0 != fence.mark }
    }
    writeCode(code.map { $0.outdented(by: indent) })
    return lines.dropFirst(code.count + 2)
  }

  private mutating func writeIndentedCode(_ lines: ArraySlice<MarkdownLine>) -> ArraySlice<MarkdownLine> {
    let indented = lines.prefix { $0.isBlank || $0.indent >= 4 }
    let trailing = indented.reversed().prefix(while: \.isBlank).count
    let code = indented.dropLast(trailing)
    writeCode(code.map { $0.outdented(by: 4) })
    return lines.dropFirst(code.count)
  }

  private mutating func writeCode(_ lines: [MarkdownLine]) {
    put("<pre tabindex=\"0\"><code>")
    for line in lines {
      line.withUnsafeBufferPointer { HTMLEscaping.append($0, to: &output) }
      output.append(UInt8(ascii: "\n"))
    }
    put("</code></pre>\n")
  }

  private mutating func writeList(_ lines: ArraySlice<MarkdownLine>, _ first: MarkdownMarker, depth: Int)
    -> ArraySlice<MarkdownLine>
  {
    var items: [ArraySlice<MarkdownLine>] = []
    var rest = lines
    var isLoose = false
    while let marker = rest.first?.marker, marker.continues(first) {
      let item = MarkdownItem(rest, marker)
      items.append(item.lines[...])
      rest = rest.dropFirst(item.lineCount)
      let after = rest.drop(while: \.isBlank)
      let goesOn = after.first?.marker?.continues(first) ?? false
      isLoose = isLoose || item.isLoose || (goesOn && after.count < rest.count)
      if goesOn { rest = after }
    }
    let start = first.number ?? 1
    put(first.number == nil ? "<ul>\n" : start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n")
    for item in items {
      put("<li>")
      write(item, depth: depth + 1, isTight: !isLoose)
      put("</li>\n")
    }
    put(first.number == nil ? "</ul>\n" : "</ol>\n")
    return rest
  }

  private mutating func put(_ text: String) { output += text.utf8 }
}

/// The lines of one item of a list.
struct MarkdownItem {
  /// The lines, without the mark and the indent.
  private(set) var lines: [MarkdownLine] = []
  /// How many lines it takes, blank ones at its end not counted.
  private(set) var lineCount = 0
  /// Whether a blank line stands within it.
  private(set) var isLoose = false

  init(_ all: ArraySlice<MarkdownLine>, _ marker: MarkdownMarker) {
    var blanks = 0
    for line in all {
      if line.isBlank {
        blanks += 1
        lines.append(line)
        continue
      }
      let isFirst = lines.isEmpty
      let isInside = isFirst || line.indent >= marker.width
      // Without a blank line before it, a line of words goes on with the paragraph.
      guard isInside || (blanks == 0 && !line.endsParagraph && line.marker == nil) else { break }
      isLoose = isLoose || blanks > 0
      lineCount += blanks + 1
      blanks = 0
      lines.append(isFirst ? line.dropFirst(marker.width) : line.outdented(by: marker.width))
    }
    lines.removeLast(blanks)
  }
}

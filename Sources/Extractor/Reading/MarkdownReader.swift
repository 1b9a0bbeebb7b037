/// Reads Markdown, and plain text with headings and lists that can be told from their look.
struct MarkdownReader {
  private let input: UnsafeBufferPointer<UInt8>
  /// The column at which the text was wrapped; nil for text with long lines.
  private let wrapColumn: Int?
  private var previous: Line?
  private var isBehindBlank = true
  /// Whether the posting stands in the keys of YAML.
  private var isKeyed = false
  /// The elements of HTML in it, of which those that never end are known.
  private var elements: HTMLElements

  private struct Line {
    var shape: LineShape
    var range: Range<Int>
  }

  /// Reads a text into blocks; gives the front matter.
  static func read(_ input: UnsafeBufferPointer<UInt8>, into builder: inout BlockBuilder) -> [Posting
    .Metadatum]
  {
    let head = FrontMatter.read(input)
    var reader = MarkdownReader(input, wrapColumn: wrapColumn(of: input, from: 0))
    reader.isKeyed = head.isText
    reader.readLines(from: head.end, into: &builder)
    return head.facts
  }

  /// Reads the text behind an offset into blocks.
  static func readText(
    _ input: UnsafeBufferPointer<UInt8>, from start: Int, into builder: inout BlockBuilder
  ) {
    var reader = MarkdownReader(input, wrapColumn: wrapColumn(of: input, from: start))
    reader.readLines(from: start, into: &builder)
  }

  private init(_ input: UnsafeBufferPointer<UInt8>, wrapColumn: Int?) {
    self.input = input
    self.wrapColumn = wrapColumn
    elements = HTMLElements(input)
  }

  private mutating func readLines(from start: Int, into builder: inout BlockBuilder) {
    // Behind the last stretch of HTML.
    var behind = start
    for line in LineReader(input, from: start) where line.lowerBound >= behind {
      let line = Line(shape: LineShape(input, line), range: line)
      if let end = endOfHTML(line) {
        builder.begin(.paragraph)
        behind = HTMLReader.read(input, in: line.range.lowerBound..<end, &elements, into: &builder)
        (previous, isBehindBlank) = (nil, true)
      } else {
        read(line, into: &builder)
      }
    }
  }

  /// Where a stretch of HTML ends that begins with the tag of a block: at the next blank line, as CommonMark has it.
  private func endOfHTML(_ line: Line) -> Int? {
    let start = line.shape.content.lowerBound
    guard line.shape.kind == .text, input[start] == UInt8(ascii: "<"),
      let tag = HTMLTag(input, at: start), !tag.isEnd, tag.name.beginsHTML
    else { return nil }
    for next in LineReader(input, from: line.range.upperBound) where next.lowerBound > start {
      if LineShape(input, next).kind == .blank { return next.lowerBound }
    }
    return input.count
  }

  /// The length of the longest line, where it is that of wrapped text.
  private static func wrapColumn(of input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var longest = 0
    for line in LineReader(input, from: start) {
      longest = max(longest, line.count)
      if longest > 100 { return nil }
    }
    return longest >= 50 ? longest : nil
  }

  private mutating func read(_ line: Line, into builder: inout BlockBuilder) {
    switch line.shape.kind {
    case .blank:
      isBehindBlank = true
      return
    case .rule:
      if !isBehindBlank, isUnderline(line), previous?.shape.kind == .text {
        builder.become(.heading(level: 2))
      }
      builder.begin(.paragraph)
      isBehindBlank = true
      return
    case .heading(let level):
      builder.begin(.heading(level: level))
      copy(line, into: &builder)
    case .item:
      builder.begin(.item, indent: line.shape.indent)
      copy(line, into: &builder)
    case .text:
      readText(line, into: &builder)
    }
    previous = line
    isBehindBlank = false
  }

  private mutating func readText(_ line: Line, into builder: inout BlockBuilder) {
    if continues(line, builder.openKind) {
      builder.space(line.range.lowerBound..<line.shape.content.lowerBound)
      copy(line, into: &builder)
      return
    }
    builder.begin(.paragraph)
    copy(line, into: &builder)
    if let level = HeadingShape.level(of: builder.openBytes, isBold: isBold(line.shape.content)) {
      builder.become(.heading(level: level))
    }
  }

  private func copy(_ line: Line, into builder: inout BlockBuilder) {
    let content = line.shape.content
    InlineScanner(input: input, end: content.upperBound).copy(from: content.lowerBound, into: &builder)
  }

  /// Whether a line goes on with the block before it. Wrapped text does; a list without bullets, a
  /// line to each entry, does not.
  private func continues(_ line: Line, _ open: Block.Kind) -> Bool {
    guard !isBehindBlank, let previous else { return false }
    if case .heading = open { return false }
    if isKeyed, FrontMatter.isKey(line.shape.content, input) { return false }
    let last = input[max(previous.shape.content.upperBound - 1, 0)]
    let first = input[line.shape.content.lowerBound]
    if open == .item, line.shape.indent > previous.shape.indent { return true }
    // A key of YAML behind the list of another: "benefits:".
    if open == .item, line.shape.indent < previous.shape.indent,
      input[line.shape.content.upperBound - 1] == UInt8(ascii: ":")
    {
      return false
    }
    if last == UInt8(ascii: ":") || hasHardBreak(previous.range) { return false }
    let endsSentence = last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
    if !endsSentence, CharacterClass.isSmall(first) { return true }
    // A line nearly as long as the longest that ends in the middle of a sentence: "written in Go and". A short
    // line with a capital behind an entry of a list is a heading, where it would have fitted well.
    if let wrapColumn, previous.range.count * 4 >= wrapColumn * 3,
      CharacterClass.isSmall(last) || last == UInt8(ascii: ","),
      open != .item || CharacterClass.isSmall(first) || line.shape.content.count > 40
        || previous.range.count * 8 >= wrapColumn * 7
    {
      return true
    }
    // An entry that breaks off, and the end of its sentence: "such as Chef or", "Puppet, and a scripting language."
    if open == .item, !endsSentence, CharacterClass.isSmall(last), previous.shape.content.count > 40,
      input[line.shape.content.upperBound - 1] == UInt8(ascii: ".")
    {
      return true
    }
    return isWrapped(previous, before: line)
  }

  /// Whether the first word of a line would not have fitted on the line before.
  private func isWrapped(_ previous: Line, before line: Line) -> Bool {
    guard let wrapColumn else { return false }
    let firstWord = line.shape.content.prefix { input[$0] > 0x20 }.count
    return previous.range.count + 1 + firstWord > wrapColumn
  }

  /// Two spaces or a backslash at the end of a line keep it apart from the next.
  private func hasHardBreak(_ line: Range<Int>) -> Bool {
    guard line.count >= 2 else { return false }
    let last = input[line.upperBound - 1]
    return last == UInt8(ascii: "\\") || (last == 0x20 && input[line.upperBound - 2] == 0x20)
  }

  private func isUnderline(_ line: Line) -> Bool {
    let mark = input[line.shape.content.lowerBound]
    return mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-")
  }

  private func isBold(_ content: Range<Int>) -> Bool {
    guard content.count > 4 else { return false }
    let stars = input[content.lowerBound]
    guard stars == UInt8(ascii: "*") || stars == UInt8(ascii: "_"), input[content.lowerBound + 1] == stars
    else {
      return false
    }
    let tail = content.suffix(3)
    return tail.contains { input[$0] == stars }
  }
}

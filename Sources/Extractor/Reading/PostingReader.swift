public import Diagnostics

/// Turns the bytes of a file into blocks of clean text.
public struct PostingReader {
  /// The largest file that is read. Real postings stay below 100 KB; a page with all its scripts takes
  /// a megabyte.
  public static let maximumBytes = 2 << 20

  /// What the keys of postings in JSON mean; asked for only where there is JSON.
  public typealias FieldSource = @Sendable () throws(InvalidInput) -> PostingFields

  let file: SourceText
  let decoded: TextDecoding.Decoded
  let repaired: MappedText
  let damage: LegacyCharacters?
  let fields: FieldSource

  /// Reads a posting, or says with its place why it cannot be read.
  public static func read(
    _ source: SourceText,
    _ fields: @escaping FieldSource = { () throws(InvalidInput) in PostingFields() }
  ) throws(InvalidInput) -> Posting {
    try check(source)
    let decoded = try TextDecoding.decoded(source)
    try checkText(decoded.source)
    let (repaired, damage) = TextRepair.repaired(decoded.source.bytes)
    let reader = PostingReader(
      file: source, decoded: decoded, repaired: repaired, damage: damage, fields: fields)
    return try reader.read()
  }

  private func read() throws(InvalidInput) -> Posting {
    switch PostingFormat.of(repaired.bytes, name: file.name) {
    case .json: return try readJSON()
    case .html: return try withoutCode(isPage: true).readPage()
    case .markdown:
      let text = withoutCode(isPage: false)
      var builder = BlockBuilder(capacity: text.repaired.bytes.count)
      let metadata = text.repaired.bytes.withUnsafeBufferPointer { MarkdownReader.read($0, into: &builder) }
      return try text.posting(.markdown, builder.finish(), metadata: metadata)
    }
  }

  /// The same of the text without the code in it.
  private func withoutCode(isPage: Bool) -> PostingReader {
    guard let text = CodeText.removed(from: repaired.bytes, isPage: isPage) else { return self }
    return PostingReader(
      file: file, decoded: decoded, repaired: text.over(repaired), damage: damage, fields: fields)
  }

  /// The posting of some blocks, which are made from the repaired text or from `base` over it.
  func posting(
    _ format: Posting.Format, _ read: (text: MappedText, blocks: [Block]), metadata: [Posting.Metadatum],
    facts: Posting.Facts = .init(), base: MappedText? = nil
  ) throws(InvalidInput) -> Posting {
    guard !read.blocks.isEmpty else {
      throw InvalidInput(
        Finding("empty-file", "no text in it", in: decoded.source, at: nil, help: "expected a job posting"))
    }
    return Posting(
      source: decoded.source, file: file, format: format, metadata: metadata, facts: facts,
      encoding: decoded.encoding, firstForeign: decoded.firstForeign, damage: damage,
      text: read.text, repaired: base.map { $0.over(repaired) } ?? repaired, blocks: read.blocks)
  }

  private static func check(_ source: SourceText) throws(InvalidInput) {
    guard source.bytes.count <= maximumBytes else {
      let message = "larger than \(maximumBytes >> 20) MiB; no posting is that long"
      throw InvalidInput(Finding("too-large", message, in: source, at: nil))
    }
    guard source.bytes.contains(where: { $0 > 0x20 }) else {
      throw InvalidInput(
        Finding("empty-file", "nothing in it", in: source, at: nil, help: "expected a job posting"))
    }
  }

  private static func checkText(_ source: SourceText) throws(InvalidInput) {
    let zero = source.bytes.withUnsafeBufferPointer { $0.firstZeroOffset }
    guard let offset = zero else { return }
    throw InvalidInput(binaryFile(source, at: LineTable(source).range(offset..<offset + 1)))
  }

  static func binaryFile(_ source: SourceText, at range: PlaceRange) -> Finding {
    let help = "expected a posting as Markdown, plain text, HTML or JSON"
    return Finding("binary-file", "a NUL byte: this is not a text file", in: source, at: range, help: help)
  }
}

/// Tells how a text is written.
enum PostingFormat {
  /// JSON is what is called so or begins like an object with a key or a list of such; HTML is what holds
  /// several block tags.
  static func of(_ bytes: [UInt8], name: String) -> Posting.Format {
    bytes.withUnsafeBufferPointer { input in
      let start = ByteOrderMark.length(in: input)
      if isNamedJSON(name) || beginsLikeJSON(input, from: start) { return .json }
      guard HTMLReader.countBlockTags(in: input, upTo: 3) >= 2 else { return .markdown }
      return isMarkdownWithTags(input, from: start) ? .markdown : .html
    }
  }

  /// Whether a text with tags is Markdown with a few lines of HTML, as below the front matter of a page or over its
  /// text: it has more headings and entries of lists of Markdown than tags, or has such headings and begins with no tag.
  private static func isMarkdownWithTags(_ input: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    let beginsWithTag = input[start...].first { $0 > 0x20 } == UInt8(ascii: "<")
    var (headings, marked) = (0, 0)
    for line in LineReader(input, from: start) {
      switch LineShape(input, line).kind {
      case .heading: (headings, marked) = (headings + 1, marked + 1)
      case .item: marked += 1
      default: break
      }
    }
    if headings == 0, beginsWithTag { return false }
    if headings > 1, !beginsWithTag { return true }
    return marked * 2 > HTMLReader.countBlockTags(in: input, upTo: marked * 2)
  }

  private static func beginsLikeJSON(_ input: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var marks = input[start...].lazy.filter { $0 > 0x20 }.makeIterator()
    guard let first = marks.next(), let second = marks.next() else { return false }
    let (brace, quote) = (UInt8(ascii: "{"), UInt8(ascii: "\""))
    return first == brace && second == quote
      || first == UInt8(ascii: "[") && second == brace && marks.next() == quote
  }

  private static func isNamedJSON(_ name: String) -> Bool {
    name.utf8.count >= 5
      && name.utf8.suffix(5).elementsEqual(".json".utf8) { CharacterClass.small($0) == $1 }
  }
}

/// U+FEFF at the head of a file, which says that it is UTF-8 and is no part of its text.
enum ByteOrderMark {
  /// How many bytes it takes; 0 where there is none.
  static func length(in input: UnsafeBufferPointer<UInt8>) -> Int {
    input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }
}

internal import Diagnostics

/// Reads HTML pages and fragments into blocks.
///
/// Not a parser of documents: it follows the tokeniser of the WHATWG standard as far as text needs
/// it, keeps the byte place of all it copies, and forgives what browsers forgive. What a library
/// would give, a tree, has lost the places (docs/decisions/0004-own-html-tokeniser.md).
struct HTMLReader {
  private let input: UnsafeBufferPointer<UInt8>
  private let isFragment: Bool
  private var metadata: [Posting.Metadatum] = []
  private var isPreformatted = false
  private var boldStart: Int?
  private var boldBytes = 0
  private var listDepth = 0
  private var elements: HTMLElements
  private var data: [Range<Int>] = []

  /// What a page says about itself.
  struct Head {
    /// The facts of its head.
    var metadata: [Posting.Metadatum]
    /// Where its first scripts of linked data (JSON-LD) stand.
    var data: [Range<Int>]
  }

  /// Reads a page or a fragment that begins at an offset into blocks; gives its head.
  @discardableResult
  static func read(
    _ input: UnsafeBufferPointer<UInt8>, from start: Int = 0, into builder: inout BlockBuilder
  ) -> Head {
    var reader = HTMLReader(input, in: start..<input.count)
    _ = reader.read(start..<input.count, into: &builder)
    return Head(metadata: reader.metadata, data: reader.data)
  }

  /// Reads a stretch of tags that stands in other text into blocks; gives where it ends, which may be behind it where
  /// an element does that is not read. `elements` is kept from one stretch of a text to the next.
  static func read(
    _ input: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ elements: inout HTMLElements,
    into builder: inout BlockBuilder
  ) -> Int {
    var reader = HTMLReader(input, in: range)
    reader.elements = elements
    let end = reader.read(range, into: &builder)
    elements = reader.elements
    return end
  }

  /// How many block tags stand behind an offset, counted up to a limit.
  static func countBlockTags(
    in input: UnsafeBufferPointer<UInt8>, from start: Int = 0, upTo limit: Int
  ) -> Int {
    let tags = HTMLTags(input, from: start).lazy.filter {
      $0.name.isBlock || $0.name == .html
    }
    return tags.prefix(limit).reduce(0) { count, _ in count + 1 }
  }

  /// More scripts of linked data than any page has.
  private static let mostData = 20

  private init(_ input: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.input = input
    elements = HTMLElements(input)
    let head = min(range.lowerBound + 4_096, range.upperBound)
    isFragment = !HTMLTags(input, from: range.lowerBound, before: head).contains {
      [.html, .body, .head, .div].contains($0.name)
    }
  }

  private mutating func read(_ range: Range<Int>, into builder: inout BlockBuilder) -> Int {
    var offset = range.lowerBound == 0 ? ByteOrderMark.length(in: input) : range.lowerBound
    while offset < range.upperBound {
      if input[offset] == UInt8(ascii: "<"), let tag = HTMLTag(input, at: offset) {
        offset = apply(tag, &builder)
      } else {
        let next =
          input.firstOffset(of: UInt8(ascii: "<"), in: offset + 1..<range.upperBound) ?? range.upperBound
        copyText(offset..<next, into: &builder)
        offset = next
      }
    }
    endBlock(.paragraph, &builder)
    return offset
  }

  /// Acts on a tag; gives the offset behind it, or behind all that belongs to it.
  private mutating func apply(_ tag: HTMLTag, _ builder: inout BlockBuilder) -> Int {
    if let end = elements.endOfUnread(tag) {
      if data.count < Self.mostData, end > tag.end, let script = elements.data(of: tag) {
        data.append(script)
      }
      return end
    }
    switch tag.name {
    case .title:
      if !tag.isEnd, let end = elements.rawEnd(of: tag) {
        metadata.append(
          .init(key: "page-title", value: Trimming.trimmed(text(tag.end..<end.start), of: " \t\r\n")))
        return end.end
      }
    case .meta: applyMeta(tag)
    case .strong, .b, .u: applyBold(tag, builder)
    case .pre:
      isPreformatted = !tag.isEnd
      endBlock(.paragraph, &builder)
    case .br where isHeading(builder): builder.space(tag.start..<tag.end)
    case .br: endBlock(builder.openKind == .item ? .item : .paragraph, &builder)
    case .ul, .ol:
      listDepth = max(0, listDepth + (tag.isEnd ? -1 : 1))
      endBlock(.paragraph, &builder)
    case .li: endBlock(tag.isEnd ? .paragraph : .item, &builder)
    case .p where builder.openKind == .item && builder.isEmpty: break
    case .td, .th: builder.space(tag.start..<tag.end)
    default:
      if let level = tag.name.headingLevel {
        endBlock(tag.isEnd ? .paragraph : .heading(level: level), &builder)
      } else if tag.name.isBlock {
        endBlock(.paragraph, &builder)
      }
    }
    return tag.end
  }

  /// A heading of two lines is one: "Senior Platform <br> Engineer".
  private func isHeading(_ builder: BlockBuilder) -> Bool {
    if case .heading = builder.openKind { !builder.isEmpty } else { false }
  }

  /// `<meta property="og:site_name" content="Orchardwick">`.
  private mutating func applyMeta(_ tag: HTMLTag) {
    guard metadata.count < Self.mostFacts else { return }
    let attributes = HTMLAttributes(input, tag)
    guard let key = attributes["property"] ?? attributes["name"], let value = attributes["content"],
      ["og:", "twitter:", "application-name", "description"].contains(where: key.lowercased().hasPrefix),
      !value.isEmpty, value.utf8.count < Self.longestFact
    else { return }
    let text = EncodedText.plain(MappedText(identity: Array(value.utf8)))
    metadata.append(.init(key: key.lowercased(), value: Trimming.trimmed(text, of: " \t\r\n")))
  }

  /// More facts than the head of a page has that matter, and more bytes than one of them has.
  private static let mostFacts = 60
  private static let longestFact = 400

  private mutating func applyBold(_ tag: HTMLTag, _ builder: BlockBuilder) {
    if !tag.isEnd {
      boldStart = builder.openBytes.count
    } else if let start = boldStart {
      boldBytes += builder.openBytes.count - start
      boldStart = nil
    }
  }

  private mutating func endBlock(_ next: Block.Kind, _ builder: inout BlockBuilder) {
    if builder.openKind == .paragraph, !builder.isEmpty {
      let isBold = boldBytes > 0 && boldBytes + 2 >= builder.openBytes.count
      if startsWithBullet(builder.openBytes) {
        builder.become(.item)
      } else if let level = HeadingShape.level(of: builder.openBytes, isBold: isBold) {
        builder.become(.heading(level: level))
      }
    }
    if !builder.isEmpty { (boldStart, boldBytes) = (nil, 0) }
    builder.begin(next, indent: listDepth)
  }

  /// Preformatted lists have their bullets in the text.
  private func startsWithBullet(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { LineShape.bullet($0, 0..<$0.count) != nil }
  }

  private mutating func copyText(_ range: Range<Int>, into builder: inout BlockBuilder) {
    var offset = range.lowerBound
    var kept = offset
    while offset < range.upperBound {
      if kept < offset || input[offset] != 0x20 {
        offset = CharacterClass.endOfRunningText(input, from: offset, upTo: range.upperBound)
        guard offset < range.upperBound else { break }
      }
      // Between two words of text, a single space is text too.
      let isSpace = input[offset] == 0x20 && kept < offset && offset + 1 < range.upperBound
      let piece = isText(input[isSpace ? offset + 1 : offset]) ? nil : piece(at: offset, within: range)
      guard let piece, piece.length > 0 else {
        offset += 1
        continue
      }
      builder.append(input, kept..<offset)
      let source = offset..<offset + piece.length
      if piece.isLineEnd, isPreformatted || (isFragment && followedByText(source.upperBound, range)) {
        endBlock(.paragraph, &builder)
      } else if let bytes = piece.bytes {
        builder.append(bytes, for: source)
      } else {
        builder.space(source)
      }
      offset += piece.length
      if piece.bytes == nil {
        // The rest of an indentation adds nothing.
        while offset < range.upperBound, input[offset] == 0x20 { offset += 1 }
      }
      kept = offset
    }
    builder.append(input, kept..<range.upperBound)
  }

  /// Whether a byte is copied as it is, whatever follows.
  private func isText(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "&") && byte != 0xC2 && byte != 0xE2
  }

  /// White space or a character reference; length 0 for text.
  private func piece(at offset: Int, within range: Range<Int>) -> (
    bytes: [UInt8]?, length: Int, isLineEnd: Bool
  ) {
    switch input[offset] {
    case UInt8(ascii: "\n"): return (nil, 1, true)
    case 0...0x20: return (nil, 1, false)
    case 0xC2 where offset + 1 < range.upperBound && input[offset + 1] == 0xA0: return (nil, 2, false)
    case UInt8(ascii: "&"):
      guard let (bytes, length) = CharacterReference.decode(input, at: offset, end: range.upperBound) else {
        return (nil, 0, false)
      }
      return (CharacterReference.isSpace(bytes) ? nil : bytes, length, false)
    case 0xE2:
      guard let space = ThinSpace.decode(input, at: offset, end: range.upperBound) else {
        return (nil, 0, false)
      }
      return (space == .space ? nil : [], 3, false)
    default: return (nil, 0, false)
    }
  }

  /// In a fragment, a line that follows at once is a line of its own.
  private func followedByText(_ offset: Int, _ range: Range<Int>) -> Bool {
    offset < range.upperBound && input[offset] > 0x20
  }

  private func text(_ range: Range<Int>) -> String {
    var builder = BlockBuilder(capacity: range.count)
    InlineScanner(input: input, end: range.upperBound).copy(from: range.lowerBound, into: &builder)
    return String(decoding: builder.openBytes, as: UTF8.self)
  }
}

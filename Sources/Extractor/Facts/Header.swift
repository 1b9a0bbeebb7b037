internal import Diagnostics

/// The head of a posting: the lines before its text that state the title, the company and the place.
struct Header {
  /// The parts of a line near the top such as `Company | Title | Place` or `Company · Place · Full-time`;
  /// empty where there is none.
  let fields: [String]
  /// The number of the block that states the title.
  let titleBlock: Int?
  /// The blocks of the head.
  let blocks: Range<Int>

  init(_ marked: MarkedPosting, _ zones: Zones) {
    fields = Self.barredFields(marked) ?? Self.dashedFields(marked)
    titleBlock = Self.titleBlock(marked, zones)
    blocks = Self.head(from: titleBlock ?? 0, marked)
  }

  /// The block that states the title, or else the first of three that is a line of its own with one.
  func titleLine(_ marked: MarkedPosting) -> Int? {
    titleBlock
      ?? marked.posting.blocks.indices.prefix(3).first { block in
        (1...8).contains(marked.blockWords[block].count)
          && marked.holds(.title, in: marked.blockWords[block])
      }
  }

  /// The heading among the first blocks that holds a word of titles and stands above the others; else one of the first
  /// level.
  private static func titleBlock(_ marked: MarkedPosting, _ zones: Zones) -> Int? {
    var best: (block: Int, level: Int)?
    for block in opening(of: marked) where zones.isHeading[block] {
      let (level, words) = (level(marked.posting.blocks[block]), marked.blockWords[block])
      if level < best?.level ?? .max, marked.holds(.title, in: words), !tellsOfEmployer(words, marked),
        !isOfTeam(words, marked), AddressTitle.address(inBlock: block, marked) == nil
      {
        best = (block, level)
      }
    }
    return best?.block
      ?? marked.posting.blocks.indices.prefix(3).first { block in
        level(marked.posting.blocks[block]) == 1 && !opensPart(marked.blockWords[block], marked)
      }
  }

  /// The first dozen blocks, among which the entries of a menu over the text do not count.
  private static func opening(of marked: MarkedPosting) -> Range<Int> {
    let blocks = marked.posting.blocks
    let menu = blocks.indices.prefix(36).prefix {
      blocks[$0].kind != .paragraph || marked.blockWords[$0].count < 13
    }
    let entries = menu.count { blocks[$0].kind == .item }
    return 0..<min(blocks.count, 12 + (menu.count == 36 ? 0 : entries))
  }

  /// The parts of a line near the top between bars, dots or dashes.
  private static func barredFields(_ marked: MarkedPosting) -> [String]? {
    for block in marked.posting.blocks.prefix(4) where mayHoldFields(marked.posting.text.bytes[block.range]) {
      let fields = fields(of: marked.string(block.range))
      if fields.count >= 3 { return fields }
    }
    return nil
  }

  /// Most lines hold no two separators, and to cut a text into characters takes long.
  private static func mayHoldFields(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 400 else { return false }
    // "|" itself, and what "·" and the two dashes end with.
    return line.count { $0 == UInt8(ascii: "|") || $0 == 0xB7 || $0 == 0x93 || $0 == 0x94 } >= 2
  }

  private static func fields(of line: String) -> [String] {
    var parts = line.unicodeScalars.split { $0 == "|" || $0 == "·" }.map { Substring($0) }
    if parts.count < 3 { parts = line.parts(between: " — ").flatMap { $0.parts(between: " – ") } }
    return parts.map { Trimming.trimmed($0, of: " \t") }
  }

  /// The parts of a first line such as `Company - Title - Place` or `Company - Place - Terms - Title`; none where the
  /// first part is the title's.
  private static func dashedFields(_ marked: MarkedPosting) -> [String] {
    guard let first = marked.posting.blocks.first, first.range.count <= 200 else { return [] }
    let isDashed = marked.posting.text.bytes.withUnsafeBufferPointer {
      UnsafeBufferPointer(rebasing: $0[first.range]).holds(" - ")
    }
    guard isDashed else { return [] }
    let parts = TitleParts.parts(of: Array(marked.posting.text.bytes[first.range]))
      .map { Trimming.trimmed($0, of: " \t") }
      .filter { !$0.holds("://") }
    guard parts.count >= 3, !TitleFact.holdsTitle(parts[0], marked),
      TitleFact.holdsTitle(parts[1], marked) || parts.dropFirst().contains(where: { isTitle($0, marked) })
    else { return [] }
    return parts
  }

  /// Whether a part of a line is a title and no sentence that speaks of one.
  private static func isTitle(_ part: String, _ marked: MarkedPosting) -> Bool {
    part.utf8.count { $0 == 0x20 } < mostWords && (part.first?.isUppercase ?? false)
      && TitleFact.holdsTitle(part, marked)
  }

  /// From so many words on a part of a line is a sentence.
  private static let mostWords = 8

  /// The title and the headings right behind it, up to three, that open no part of the posting.
  private static func head(from title: Int, _ marked: MarkedPosting) -> Range<Int> {
    var end = title + 1
    while end < min(marked.posting.blocks.count, title + 4), case .heading = marked.posting.blocks[end].kind,
      !opensPart(marked.blockWords[end], marked)
    {
      end += 1
    }
    return title..<min(end, marked.posting.blocks.count)
  }

  private static func opensPart(_ words: Range<Int>, _ marked: MarkedPosting) -> Bool {
    marked.headings(in: words).contains { $0.count * 2 > words.count }
  }

  /// "Engineering" alone is what a team does, and no title.
  static func isOfTeam(_ words: Range<Int>, _ marked: MarkedPosting) -> Bool {
    words.count == 1 && marked.text(of: words).lowercased().hasSuffix("ing")
  }

  /// "About our engineering team": it begins with words of the part on the employer.
  static func tellsOfEmployer(_ words: Range<Int>, _ marked: MarkedPosting) -> Bool {
    marked.headings(in: words).contains {
      $0.word == words.lowerBound && marked.index.language.zones[Int($0.meaning.index)].needsPerson
    }
  }

  /// The level of a heading; 9 for other text.
  static func level(_ block: Block) -> Int {
    if case .heading(let level) = block.kind { level } else { 9 }
  }
}

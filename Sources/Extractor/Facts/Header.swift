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
    let posting = marked.posting
    fields =
      posting.blocks.prefix(4).lazy.filter { Self.mayHoldFields(posting.text.bytes[$0.range]) }
      .map { Self.fields(of: posting.string($0.range)) }.first { $0.count >= 3 }
      ?? Self.dashedFields(marked)
    let candidates = posting.blocks.indices.prefix(12).filter { block in
      zones.isHeading[block] && marked.holds(.title, in: marked.blockWords[block])
        && !Self.tellsOfEmployer(marked.blockWords[block], marked)
    }
    titleBlock =
      candidates.min { Self.level(posting.blocks[$0]) < Self.level(posting.blocks[$1]) }
      ?? posting.blocks.indices.prefix(3).first { block in
        Self.level(posting.blocks[block]) == 1 && !Self.opensPart(marked.blockWords[block], marked)
      }
    blocks = Self.head(from: titleBlock ?? 0, marked)
  }

  /// Most lines hold no two separators, and to cut a text into characters takes long.
  private static func mayHoldFields(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 400 else { return false }
    // "|" itself, and what "·" and the two dashes end with.
    return line.count { $0 == UInt8(ascii: "|") || $0 == 0xB7 || $0 == 0x93 || $0 == 0x94 } >= 2
  }

  private static func fields(of line: String) -> [String] {
    var parts = line.unicodeScalars.split { $0 == "|" || $0 == "·" }.map { Substring($0) }
    if parts.count < 3 { parts = line.split(separator: " — ").flatMap { $0.split(separator: " – ") } }
    return parts.map { Trimming.trimmed($0, of: " \t") }
  }

  /// The parts of a first line such as `Company - Title - Place`; none where the first part is the title's.
  private static func dashedFields(_ marked: MarkedPosting) -> [String] {
    guard let first = marked.posting.blocks.first, first.range.count <= 200 else { return [] }
    let line = marked.posting.string(first.range)
    let parts = line.split(separator: " - ").map { Trimming.trimmed($0, of: " \t") }
    guard parts.count >= 3, !TitleFact.holdsTitle(parts[0], marked), TitleFact.holdsTitle(parts[1], marked)
    else { return [] }
    return parts
  }

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

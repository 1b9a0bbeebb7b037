internal import Diagnostics

/// The place of work, and whether it can be anywhere.
struct PlaceFact {
  private let marked: MarkedPosting
  private let header: Header
  /// What stands behind a globe or a pin, which job boards put before the place.
  private let behindGlobe: String?

  init(_ marked: MarkedPosting, _ header: Header) {
    (self.marked, self.header) = (marked, header)
    behindGlobe =
      header.blocks.lazy.compactMap { Self.behindGlobe(in: $0, marked) }.first
      ?? Self.lines(of: marked).lazy.compactMap { Self.behindGlobe(in: $0, marked) }.first
  }

  /// The place in the posting's words: from front matter, a line `Location: ...`, the head of a job
  /// board's page, or a field of a first line.
  func location() -> String? {
    let stated = marked.stated(.location).map { place in { place } as () -> String? }
    let places = stated + [labelled, { behindGlobe }, field, behindTitle, line, townBehindTitle, inTitle]
    return places.lazy.compactMap { $0() }.first { !Self.isKindOfPlace($0) }
  }

  /// Whether a place is the value of schema.org's `jobLocationType`, which some boards write in its stead.
  private static func isKindOfPlace(_ text: String) -> Bool { text == "TELECOMMUTE" }

  /// The place behind the title in its own heading: "Platform Engineer - Ghent, UK".
  func inTitle() -> String? {
    guard let block = header.titleBlock,
      let title = marked.cues(in: marked.blockWords[block]).last(where: { $0.isOf(.title) })
    else { return nil }
    let words = title.words.upperBound..<marked.blockWords[block].upperBound
    guard (2...6).contains(words.count), words.allSatisfy(marked.isCapitalised),
      !marked.holdsSignal(in: words), !marked.holds(.place, in: words), Self.isPlace(words, marked)
    else { return nil }
    return marked.text(of: words)
  }

  /// The short lines among the first blocks, which may state a place behind its pin.
  private static func lines(of marked: MarkedPosting) -> [Int] {
    marked.blockWords.indices.prefix(12).filter { (1...30).contains(marked.blockWords[$0].count) }
  }

  /// A line of its own near the head: "Remote, Europe", "Ghent / UK Remote".
  private func line() -> String? {
    let block = marked.posting.blocks.indices.prefix(6).first { block in
      let words = marked.blockWords[block]
      return (1...5).contains(words.count) && marked.posting.blocks[block].kind == .paragraph
        && !heads(block)
        && marked.cues(in: words).contains {
          $0.isOf([.remotePlace, .onSitePlace])
            && ($0.word == words.lowerBound || isInBrackets($0.words, endOf: words)
              || isBehindSlash($0.words, endOf: words))
        }
    }
    return block.map { marked.string(marked.posting.blocks[$0].range) }
  }

  /// Whether a line stands over text and heads it: "Hybrid Working" over what the employer says of it.
  private func heads(_ block: Int) -> Bool {
    block + 1 < marked.posting.blocks.count && marked.blockWords[block].count < 4
      && marked.holds([.mixed, .onSite, .remoteAtTimes, .remote], in: marked.blockWords[block])
      && marked.blockWords[block + 1].count > Self.longestLine
  }

  /// Longer lines are text.
  private static let longestLine = 12

  /// "Ghent / UK Remote".
  private func isBehindSlash(_ cue: Range<Int>, endOf words: Range<Int>) -> Bool {
    cue.upperBound == words.upperBound && words.dropFirst().contains { marked.words.gaps[$0] == .slash }
      && words.allSatisfy { !CharacterClass.isSmall(marked.firstByte(of: $0)) }
      && !marked.holds(.title, in: words)
  }

  /// "Ghent, Belgium (Remote)".
  private func isInBrackets(_ cue: Range<Int>, endOf words: Range<Int>) -> Bool {
    cue.upperBound == words.upperBound && marked.hasMark("(", before: cue.lowerBound)
      && words.allSatisfy { !CharacterClass.isSmall(marked.firstByte(of: $0)) }
      && !marked.holds(.title, in: words)
  }

  /// A line behind that of the title that is a town and its country, "Ghent, Belgium", or the last part of one that
  /// begins with a name which the text has too: "Tidewater - Ghent".
  private func townBehindTitle() -> String? {
    let blocks = marked.posting.blocks
    guard let title = header.titleLine(marked), title + 1 < blocks.count, blocks[title + 1].kind != .item
    else { return nil }
    let words = marked.blockWords[title + 1]
    guard (2...6).contains(words.count), words.allSatisfy({ marked.isCapitalised($0) }),
      !marked.holdsSignal(in: words), marked.headings(in: words).isEmpty,
      !marked.holds([.title, .companyForm, .companyLabel, .titleFrame], in: words)
    else { return nil }
    let text = marked.string(blocks[title + 1].range)
    let parts = TitleParts.parts(of: text).flatMap { $0.parts(between: " — ").map(String.init) }
    if parts.count == 2 { return CompanyName(marked).isWritten(parts[0]) ? parts[1] : nil }
    let commas = words.dropFirst().count { marked.hasMark(",", before: $0) }
    return parts.count == 1 && commas == 1 && !text.contains(where: ".!?:".contains) ? text : nil
  }

  /// The heading behind the title, where it names a place: "### Portland, OR".
  private func behindTitle() -> String? {
    guard let title = header.titleBlock else { return nil }
    // The employer may stand between.
    let block = header.blocks.dropFirst().prefix(2).first { block in
      guard block > title, case .heading = marked.posting.blocks[block].kind else { return false }
      return Self.isPlace(marked.blockWords[block], marked)
    }
    return block.map { marked.string(marked.posting.blocks[$0].range) }
  }

  /// Whether a heading names a place and no employer: words on remote or office work, or a town with the
  /// code of its state or its region behind a comma.
  static func isPlace(_ words: Range<Int>, _ marked: MarkedPosting) -> Bool {
    if marked.holds([.remotePlace, .onSitePlace], in: words) { return true }
    guard let comma = words.dropFirst().first(where: { marked.hasMark(",", before: $0) }) else {
      return false
    }
    let behind = marked.text(of: comma..<words.upperBound)
    let isCode = (2...3).contains(behind.utf8.count) && behind.utf8.allSatisfy(CharacterClass.isCapital)
    return isCode || marked.cues(in: words).contains { $0.isOf(.region) && $0.word >= comma }
  }

  /// Whether the role can be remote, and whether remote work is spoken of. A field goes first; what the employer's
  /// text says goes before what a head says.
  func remote(_ location: String?) -> (isRemote: Bool?, isSpokenOf: Bool) {
    let stated = marked.posting.facts.remote ?? keyed() ?? remoteByField(location) ?? remoteByText()
    if stated == true { return (true, true) }
    let cues = headCues(location)
    let isHeaded = !cues.isDisjoint(with: [.remotePlace, .remote, .remoteAtTimes])
    if let stated { return (stated, isHeaded) }
    if isHeaded { return (true, true) }
    return (cues.isDisjoint(with: [.onSitePlace, .onSite, .mixed]) ? nil : false, false)
  }

  /// What a key states; the text goes before a bare `remote: false`, which exports of boards write where nobody has said
  /// anything.
  private func keyed() -> Bool? {
    let keyed = metadata()
    guard keyed == false, marked.stated(.remote).contains(where: { $0.lowercased() == "false" }) else {
      return keyed
    }
    return remoteByText() ?? false
  }

  /// True where the field of the place says it outright: "Fully remote within Spain, with an office in Gijón".
  private func remoteByField(_ location: String?) -> Bool? {
    guard let location else { return nil }
    let cues = marked.kinds(ofText: location)
    return cues.contains(.remote) && cues.isDisjoint(with: [.onSite, .mixed]) ? true : nil
  }

  /// What the text behind the head says of remote work.
  private func remoteByText() -> Bool? {
    var stated: Bool?
    var (isAtTimes, isShared) = (false, false)
    for block in marked.blocks(withRare: .place) where !isHead(block) {
      let words = marked.blockWords[block]
      let cues = marked.cues(in: words).filter { $0.isOf(.place) }
      let isMixed = cues.contains { $0.isOf(.mixed) }
      let onSite = cues.filter { $0.isOf([.onSite, .mixed]) }.map(\.words)
      // "Remote, hybrid or office work" offers all three; "not a remote role" offers none, nor does "a hybrid model:
      // in the office or working from home".
      let offered = cues.filter { cue in
        (cue.isOf(.remote) || (cue.isOf(.remoteAtTimes) && !isMixed)
          || (cue.isOf(.remotePlace) && !onSite.isEmpty && !isMixed))
          && !onSite.contains { $0.overlaps(cue.words) }
      }
      isShared = isShared || isMixed
      let isPart = cues.contains { cue in
        cue.isOf([.remote, .remoteAtTimes, .remotePlace]) && hasShare(beside: cue.words, in: words)
      }
      if isPart { return false }
      if offered.contains(where: { !$0.isOf(.remoteAtTimes) }) {
        stated = true
      } else if !offered.isEmpty {
        isAtTimes = true
      }
      if !onSite.isEmpty { stated = stated ?? false }
    }
    // A hybrid model in one place tells what "working from home" among the benefits means.
    return stated == true || isAtTimes && !isShared ? true : stated
  }

  /// What a key of front matter, or a line near the head, states of the place of work: `remote: true`, "Workplace:
  /// hybrid".
  private func metadata() -> Bool? {
    for fact in [FactKeys.Fact.remote, .workplace] {
      for value in (marked.stated(fact) + marked.labelled(fact)).lazy.map({ $0.lowercased() }) {
        if value == "true" || value == "yes" { return true }
        if value == "false" || value == "no" { return fact == .remote ? false : nil }
        let cues = marked.kinds(ofText: value)
        if !cues.isDisjoint(with: [.onSitePlace, .mixed]) { return false }
        if !cues.isDisjoint(with: [.remotePlace, .remote]) { return true }
      }
    }
    return nil
  }

  /// What the place and the head of the posting tell.
  private func headCues(_ location: String?) -> Cue.Kinds {
    ([location, behindGlobe, TitleFact.placeBehind(marked, header)].compactMap(\.self) + header.fields)
      .reduce(into: []) { $0.formUnion(marked.kinds(ofText: $1)) }
  }

  /// "Up to 60% home office", "remote work up to 40 %": a share below all of it is hybrid work.
  private func hasShare(beside remote: Range<Int>, in block: Range<Int>) -> Bool {
    // "60% of the company are remote" tells of people.
    let near = max(block.lowerBound, remote.lowerBound - 2)..<min(block.upperBound, remote.upperBound + 4)
    return near.contains { word in
      guard let share = marked.digits(of: word), (5..<100).contains(share) else { return false }
      let behind = marked.posting.text.bytes[marked.words.range(word).upperBound...].prefix(3)
      return behind.drop { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 }.first == UInt8(ascii: "%")
    }
  }

  private func isHead(_ block: Int) -> Bool {
    header.blocks.contains(block) || (block == 0 && !header.fields.isEmpty)
  }

  /// `Location: Remote (US)`, or "Location" over "Remote (US)" near the head.
  private func labelled() -> String? {
    guard let place = marked.index.language.place else { return nil }
    for block in marked.blocks(withHeadingsOf: place) {
      let (words, range) = (marked.blockWords[block], marked.posting.blocks[block].range)
      if block < 14, let below = lineBelow(block, place) { return below }
      guard let colon = marked.posting.text.bytes[range].prefix(24).firstIndex(of: UInt8(ascii: ":")),
        let hit = marked.headings(in: words).first, hit.word == words.lowerBound,
        Int(hit.meaning.index) == place, marked.words.range(hit.words).upperBound == colon
      else { continue }
      let value = Trimming.trimmed(marked.string(colon + 1..<range.upperBound), of: " \t*")
      if !value.isEmpty, value.utf8.count <= 120 { return value }
    }
    return nil
  }

  /// The short line below one that is nothing but a label.
  private func lineBelow(_ block: Int, _ place: Int) -> String? {
    let words = marked.blockWords[block]
    guard block + 1 < marked.blockWords.count, marked.posting.blocks[block + 1].kind == .paragraph,
      marked.headings(in: words).contains(where: { $0.words == words && Int($0.meaning.index) == place })
    else { return nil }
    let next = marked.blockWords[block + 1]
    let isLine =
      (1...6).contains(next.count) && CharacterClass.isCapital(marked.firstByte(of: next.lowerBound))
    return isLine && marked.headings(in: next).isEmpty
      ? marked.string(marked.posting.blocks[block + 1].range) : nil
  }

  /// The text of a block behind its globe or pin, up to the next sign of the kind; nil where there is none.
  private static func behindGlobe(in block: Int, _ marked: MarkedPosting) -> String? {
    let range = marked.posting.blocks[block].range
    let stretch = marked.posting.text.bytes.withUnsafeBufferPointer { input -> Range<Int>? in
      guard let globe = firstSign(of: input, in: range, where: isGlobe) else { return nil }
      let end = firstSign(of: input, in: globe + 4..<range.upperBound) {
        $0 >= 0x1F000 || (0x2300..<0x2C00).contains($0)
      }
      return globe + 4..<(end ?? range.upperBound)
    }
    let place = stretch.map { Trimming.trimmed(marked.string($0).prefix { $0 != "|" }, of: " \t,\u{FE0F}") }
    return place == "" ? nil : place
  }

  private static func isGlobe(_ scalar: UInt32) -> Bool {
    (0x1F30D...0x1F310).contains(scalar) || scalar == 0x1F4CD
  }

  /// Where the first scalar beyond U+2000 stands for which a condition holds.
  private static func firstSign(
    of input: UnsafeBufferPointer<UInt8>, in range: Range<Int>, where holds: (UInt32) -> Bool
  ) -> Int? {
    var start = range.lowerBound
    while let offset = input.firstForeignOffset(in: start..<range.upperBound) {
      if input[offset] >= 0xE2, let (scalar, _) = UTF8Scalar.decode(input, at: offset), holds(scalar) {
        return offset
      }
      start = offset + 1
    }
    return nil
  }

  /// The field behind the title in `Company | Title | Place`, or behind the company where none states
  /// the title. Addresses and money are no places.
  private func field() -> String? {
    guard !header.fields.isEmpty else { return nil }
    let title = header.fields.firstIndex { TitleFact.holdsTitle($0, marked) } ?? 0
    return header.fields[(title + 1)...].first { field in
      !field.holds("://") && !field.contains(where: \.isNumber)
    }
  }
}

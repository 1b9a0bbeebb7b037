internal import Rubric

/// Which part of the posting each block belongs to.
struct Zones {
  /// The index of each block's zone in the posting language.
  let ofBlock: [Int]

  /// Whether each block was taken for a heading, marked as one or not.
  let isHeading: [Bool]

  init(_ marked: MarkedPosting) {
    self.init(marked) { _ in }
  }

  /// Tells for each block, in order, which block's words opened its zone; nil at the beginning.
  @inline(__always)
  init(_ marked: MarkedPosting, opener note: (Int?) -> Void) {
    let intro = marked.index.language.intro ?? 0
    var state = State(zone: intro, level: 0, headed: (intro, nil), intro: intro)
    var zones: [Int] = []
    var inner: (zone: Int, indent: Int, opener: Int)?
    var headings: [Bool] = []
    zones.reserveCapacity(marked.posting.blocks.count)
    headings.reserveCapacity(marked.posting.blocks.count)
    for (number, block) in marked.posting.blocks.enumerated() {
      let level = Self.headingLevel(number, marked)
      let label = Self.labelled(number, marked)
      if let level { state.enter(number, level: level, marked) }
      if let outer = inner?.indent, block.kind != .item || block.indent <= outer { inner = nil }
      zones.append(label ?? inner?.zone ?? state.zone)
      note(label == nil ? inner?.opener ?? state.opener : number)
      if let zone = InnerList.zone(ledToBy: number, marked) { inner = (zone, block.indent, number) }
      if level == nil, Self.opensList(number, marked) { state.open(number, marked) }
      headings.append(level != nil)
    }
    ofBlock = Self.withDuties(Self.withDemands(zones, headings, marked), marked)
    isHeading = headings
  }

  /// Where no list states demands, the wishes of a zone such as "the ideal candidate" are the demands. A heading
  /// with nothing below it but "The ideal candidate has:" and a list states none.
  private static func withDemands(_ ofBlock: [Int], _ isHeading: [Bool], _ marked: MarkedPosting) -> [Int] {
    let zones = marked.index.language.zones
    let states = { number in
      zones[ofBlock[number]].asks == .required && !isHeading[number] && !marked.leadsOn(number)
    }
    guard let demands = zones.firstIndex(where: { $0.asks == .required }),
      !ofBlock.indices.contains(where: states)
    else { return ofBlock }
    return ofBlock.map { zones[$0].alone == .required ? demands : $0 }
  }

  /// Where no words head demands or duties, all that stands under no heading that says anything are the duties, from
  /// the first words about the person on: what goes before speaks of the employer.
  private static func withDuties(_ ofBlock: [Int], _ marked: MarkedPosting) -> [Int] {
    let zones = marked.index.language.zones
    guard let duties = zones.firstIndex(where: { $0.asks == .duty && $0.asksAlways }),
      !ofBlock.contains(where: { zones[$0].asksAlways }),
      let first = marked.blockWords.firstIndex(where: { marked.holds(.person, in: $0) })
    else { return ofBlock }
    return ofBlock.indices.map { number in
      number >= first && ofBlock[number] == marked.index.language.intro ? duties : ofBlock[number]
    }
  }

  /// The numbers of the blocks that are no part of the posting, headings included.
  func outside(_ language: PostingLanguage) -> [Int] {
    guard language.zones.contains(where: \.ends) else { return [] }
    return ofBlock.indices.filter { language.zones[ofBlock[$0]].ends }
  }

  /// The level of a heading; 5 for a short paragraph that is wholly a heading's phrase.
  private static func headingLevel(_ number: Int, _ marked: MarkedPosting) -> Int? {
    let (block, words) = (marked.posting.blocks[number], marked.blockWords[number])
    if case .heading(let level) = block.kind { return level }
    guard block.kind == .paragraph || isListOver(number, marked), (1...7).contains(words.count) else {
      return nil
    }
    let hit = marked.headings(in: words).max { $0.count < $1.count }
    return hit?.count == words.count ? 5 : nil
  }

  /// Whether an item ends in a colon: "- What you bring:" heads the items behind it, which stand no deeper.
  private static func isListOver(_ number: Int, _ marked: MarkedPosting) -> Bool {
    let blocks = marked.posting.blocks
    return blocks[number].kind == .item && number + 1 < blocks.count && blocks[number + 1].kind == .item
      && blocks[number + 1].indent <= blocks[number].indent
      && marked.posting.text.bytes[blocks[number].range].last == UInt8(ascii: ":")
  }

  /// The zone of a paragraph that begins with its own heading: "Requirements: Linux, and ...".
  static func labelled(_ number: Int, _ marked: MarkedPosting) -> Int? {
    let words = marked.blockWords[number]
    guard marked.posting.blocks[number].kind == .paragraph,
      let hit = marked.headings(in: words.prefix(8)).first(where: { $0.word == words.lowerBound }),
      hit.words.upperBound < words.upperBound
    else { return nil }
    let behind = marked.posting.text.bytes[marked.words.range(hit.words).upperBound...].first { $0 != 0x20 }
    let isLabel = behind == UInt8(ascii: ":")
    return isLabel ? Int(hit.meaning.index) : nil
  }

  /// Whether a paragraph ends in a colon, in dots or in "such as" before a list.
  private static func opensList(_ number: Int, _ marked: MarkedPosting) -> Bool {
    let blocks = marked.posting.blocks
    guard blocks[number].kind == .paragraph, number + 1 < blocks.count, blocks[number + 1].kind == .item
    else { return false }
    return marked.leadsOn(number) || endsInIntroducer(marked.blockWords[number], marked)
  }

  private static func endsInIntroducer(_ words: Range<Int>, _ marked: MarkedPosting) -> Bool {
    marked.cues(in: words.suffix(3)).contains {
      $0.isOf(.introducer) && $0.words.upperBound == words.upperBound
    }
  }

  private struct State {
    var zone: Int
    var level: Int
    /// The zone that the last heading opened and its block, before any paragraph led to a list of its own.
    var headed: (zone: Int, opener: Int?)
    let intro: Int
    /// The block whose words opened the zone.
    var opener: Int?
    /// The level of the heading that opened the zone, which may stand below one of another zone.
    var openedLevel = 0
    /// Whether a part with demands or duties was there.
    var hasDemands = false
    /// Whether a list of demands was there.
    var hasAsked = false

    mutating func enter(_ block: Int, level newLevel: Int, _ marked: MarkedPosting) {
      let words = marked.blockWords[block]
      let zones = marked.index.language.zones
      let cue = Self.cue(of: words, marked)
      if hasDemands, zones[zone].ends, !reopens(cue.map { zones[$0.zone] }, newLevel) { return }
      guard let cue else {
        // An unknown heading below the zone's own divides it; beside or above it, it ends a zone that
        // asks for nothing, such as that of the place, and goes on with a list of demands. Behind the
        // demands, what asks for nothing goes on too: "A focus on you" among the benefits.
        let isAbove = newLevel < level
        // A line such as "A bonus would be:" leads to a list, and divides nothing.
        if newLevel > level, leads(words, marked) { return open(block, marked) }
        if isAbove || (newLevel == level && zones[zone].asks == nil && !hasAsked) || zones[zone].needsPerson {
          (zone, level, opener) = (intro, newLevel, block)
          headed = (zone, opener)
        }
        return
      }
      let isNested = newLevel > level && zone != intro && !zones[cue.zone].ends
      let softens =
        newLevel > openedLevel && zones[zone].asks == .preferred && zones[cue.zone].asks == .required
        && !marked.holds(.required, in: words)
      let isEmployer = zones[cue.zone].needsPerson && cue.leavesName
      if isNested, !isEmployer, softens { return }
      if isNested, !isEmployer, !cue.isWhole {
        // "As the engineer of this team you will be responsible for:" leads to a list within another part.
        if leads(words, marked) { open(block, marked) }
        return
      }
      (zone, opener, openedLevel) = (cue.zone, block, newLevel)
      headed = (zone, opener)
      hasDemands = hasDemands || zones[zone].asksAlways
      hasAsked = hasAsked || zones[zone].asks == .required
      if !isNested { level = newLevel }
    }

    /// Whether the posting goes on behind a part that is none of it, once its demands have begun.
    private func reopens(_ cue: ZoneCues?, _ newLevel: Int) -> Bool {
      newLevel == 1 || cue?.asksAlways ?? false
    }

    private func leads(_ words: Range<Int>, _ marked: MarkedPosting) -> Bool {
      guard !words.isEmpty else { return false }
      let end = marked.words.range(words.upperBound - 1).upperBound
      return end < marked.posting.text.bytes.count && marked.posting.text.bytes[end] == UInt8(ascii: ":")
    }

    /// Takes the zone of the list that a paragraph leads to: "should have these qualifications:". A list
    /// that no such words lead to is the heading's again.
    mutating func open(_ block: Int, _ marked: MarkedPosting) {
      let words = Sentences.last(of: marked.blockWords[block], marked)
      let zones = marked.index.language.zones
      let cue = marked.headings(in: words).last { hit in
        let asked = zones[Int(hit.meaning.index)]
        let opens =
          asked.asks != nil
          || Int(hit.meaning.index) == marked.index.language.process && zones[headed.zone].asks == nil
        return opens && words.upperBound - hit.words.upperBound <= 6
          && (hit.count > 1 || asked.asks == .required || asked.asks == .preferred)
      }
      let asked =
        cue.map { Int($0.meaning.index) } ?? Self.zone(askedBy: words, in: block, headed.zone, marked)
      (zone, opener) = asked.map { ($0, block) } ?? headed
    }

    /// The zone of a list among the duties that words lead to which demand: "You are skilled in topics such as".
    private static func zone(
      askedBy words: Range<Int>, in block: Int, _ headed: Int, _ marked: MarkedPosting
    ) -> Int? {
      let zones = marked.index.language.zones
      guard zones[headed].asksAlways && zones[headed].asks == .duty || headed == marked.index.language.intro,
        marked.holds(.required, in: words)
      else { return nil }
      let sentence = Sentence(block: block, words: words, zone: headed, in: marked)
      let modality = Modality(marked, marked.cues(in: words), sentence)
      let last = words.upperBound - 1..<words.upperBound
      guard modality.importance(of: last, in: .duty) == .required else { return nil }
      return zones.firstIndex { $0.asks == .required }
    }

    /// The zone whose phrase covers most of a heading, or one whose marks stand in it; nil where none does.
    private static func cue(of words: Range<Int>, _ marked: MarkedPosting) -> Cue? {
      let hits = marked.headings(in: words)
      guard let best = hits.max(by: { $0.count < $1.count }), covers(best, words) else {
        return HeadingMarks.zone(of: words, marked).map {
          Cue(zone: $0.zone, isWhole: $0.opensWithin, leavesName: false)
        }
      }
      let zone = Int(best.meaning.index)
      let name = best.words.upperBound..<words.upperBound
      return Cue(
        zone: demands(before: best, hits, marked) ?? zone, isWhole: covers(hits, words, marked),
        leavesName: best.word == words.lowerBound && !name.isEmpty
          && name.allSatisfy { marked.isCapitalised($0) })
    }

    private static func covers(_ hit: Lexicon.Hit, _ words: Range<Int>) -> Bool {
      let isAtEdge = hit.word == words.lowerBound || hit.words.upperBound == words.upperBound
      return hit.count * 2 >= words.count || (isAtEdge && words.count <= 4)
    }

    /// What a heading says of its zone.
    private struct Cue {
      let zone: Int
      /// Whether it is made of its phrases and of what joins them.
      let isWhole: Bool
      /// Whether a name follows its phrase, and nothing else: "About Acme Systems".
      let leavesName: Bool
    }

    /// "Requirements & preferred skills" heads one list of demands and wishes: it is read as demands.
    /// "Bonus skills and experience" heads wishes.
    private static func demands(
      before best: Lexicon.Hit, _ hits: ArraySlice<Lexicon.Hit>, _ marked: MarkedPosting
    )
      -> Int?
    {
      let zones = marked.index.language.zones
      if zones[Int(best.meaning.index)].asks == .required, let first = hits.first, first.word < best.word {
        return hits.lazy.filter { $0.word == first.word }.map { Int($0.meaning.index) }
          .first { zones[$0].asks == .preferred }
      }
      guard zones[Int(best.meaning.index)].asks == .preferred else { return nil }
      let other = hits.first {
        zones[Int($0.meaning.index)].asks == .required && $0.words.upperBound <= best.words.lowerBound
      }
      return other.map { Int($0.meaning.index) }
    }

    /// Whether a heading is made of its phrases and of what joins them.
    private static func covers(_ hits: ArraySlice<Lexicon.Hit>, _ words: Range<Int>, _ marked: MarkedPosting)
      -> Bool
    {
      let others = words.filter { word in !hits.contains { $0.words.contains(word) } }
      guard !others.isEmpty else { return true }
      let joiners = marked.words(of: .glue, in: words)
      return others.allSatisfy { word in joiners.contains { $0.contains(word) } }
    }
  }
}

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
      if let level { state.enter(number, level: level, marked) } else { state.goOn(to: number, marked) }
      if let outer = inner?.indent, block.kind != .item || block.indent <= outer { inner = nil }
      let current = inner?.zone ?? state.zone
      let label = Self.label(of: number, in: current, marked)
      zones.append(
        label ?? (level == nil && state.isAside(number, marked) ? marked.index.language.company : nil)
          ?? current)
      note(label == nil ? inner?.opener ?? state.opener : number)
      if let zone = InnerList.zone(ledToBy: number, marked) { inner = (zone, block.indent, number) }
      if level == nil {
        if Self.opensList(number, marked) || Self.isListOver(number, marked) {
          state.open(number, marked)
        } else if block.kind == .paragraph, marked.leadsOn(number) {
          state.lead(number, marked)
        }
      }
      headings.append(level != nil)
    }
    let listed = ToldLists.found(
      in: QualificationLists.found(in: zones, headings, marked), headings, marked)
    ofBlock = Self.withDuties(Self.withDemands(listed, headings, marked), unless: zones, marked)
    isHeading = headings
  }

  /// Where no list states demands, the wishes of a zone such as "the ideal candidate" are the demands. A heading
  /// with nothing below it but "The ideal candidate has:" and a list states none.
  private static func withDemands(_ ofBlock: [Int], _ isHeading: [Bool], _ marked: MarkedPosting) -> [Int] {
    let zones = marked.index.language.zones
    let states = { number in
      zones[ofBlock[number]].asks == .required && !isHeading[number] && !marked.leadsOn(number)
    }
    guard let demands = marked.index.language.demands,
      !ofBlock.indices.contains(where: states)
    else { return ofBlock }
    return ofBlock.map { zones[$0].alone == .required ? demands : $0 }
  }

  /// Where no words head demands or duties, all that stands under no heading that says anything are the duties, from
  /// the first words about the person on: what goes before speaks of the employer.
  private static func withDuties(
    _ ofBlock: [Int], unless headed: [Int], _ marked: MarkedPosting
  ) -> [Int] {
    let zones = marked.index.language.zones
    guard let duties = zones.firstIndex(where: { $0.asks == .duty && $0.asksAlways }),
      !headed.contains(where: { zones[$0].asksAlways }),
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

  /// Lines of more words are sentences.
  private static let longestHeading = 9

  /// Lines of more words that end in a colon are sentences.
  private static let longestLeading = 15

  /// The level of a heading; 5 for a short paragraph that is wholly a heading's phrase.
  private static func headingLevel(_ number: Int, _ marked: MarkedPosting) -> Int? {
    let (block, words) = (marked.posting.blocks[number], marked.blockWords[number])
    if case .heading(let level) = block.kind { return level }
    if isRemarked(number, marked) { return 5 }
    let longest = leadsToLines(number, marked) ? longestLeading : longestHeading
    guard block.kind == .paragraph || isListOver(number, marked), (1...longest).contains(words.count)
    else {
      return nil
    }
    let isWhole = marked.headings(in: words).contains { $0.count == words.count }
    return isWhole || marked.zone(ofWhole: words) != nil || isTitled(number, marked)
      || isOfEmployer(number, marked)
      || words.count > longestHeading && HeadingMarks.zone(of: words, marked) != nil
      ? 5 : nil
  }

  /// Whether a paragraph ends in a colon over short lines that are no items of a list: "We're looking for somebody with deep
  /// knowledge and a sense of direction in:".
  private static func leadsToLines(_ number: Int, _ marked: MarkedPosting) -> Bool {
    let blocks = marked.posting.blocks
    guard blocks[number].kind == .paragraph, number + 2 < blocks.count, marked.endsInColon(number) else {
      return false
    }
    return (number + 1...number + 2).allSatisfy {
      blocks[$0].kind == .paragraph && marked.blockWords[$0].count <= longestLeading
    }
  }

  /// Whether a short line over text is a phrase on the employer and a name: "Why Orchard & Wick?".
  private static func isOfEmployer(_ number: Int, _ marked: MarkedPosting) -> Bool {
    let (blocks, words) = (marked.posting.blocks, marked.blockWords[number])
    guard blocks[number].kind == .paragraph, (2...5).contains(words.count), number + 1 < blocks.count,
      marked.blockWords[number + 1].count > longestHeading || blocks[number + 1].kind == .item,
      words.allSatisfy({ marked.isCapitalised($0) }), !marked.holdsSignal(in: words),
      !endsAsText(number, marked),
      let cue = HeadingCue.of(words, marked)
    else { return false }
    return cue.leavesName && marked.index.language.zones[cue.zone].needsPerson
  }

  /// Whether a paragraph over a list is wholly a heading's phrase up to the brackets in which it ends: "Nice to have (but
  /// we teach it)".
  private static func isRemarked(_ number: Int, _ marked: MarkedPosting) -> Bool {
    let (blocks, words) = (marked.posting.blocks, marked.blockWords[number])
    guard blocks[number].kind == .paragraph, number + 1 < blocks.count, blocks[number + 1].kind == .item,
      (2...longestRemarked).contains(words.count),
      marked.posting.text.bytes[blocks[number].range].last == UInt8(ascii: ")"),
      let open = words.dropFirst().first(where: { marked.hasMark("(", before: $0) })
    else { return false }
    let phrase = words.lowerBound..<open
    return marked.zone(ofWhole: phrase) != nil
      || marked.headings(in: phrase).contains { $0.words == phrase }
  }

  /// How many words a heading has with its remark.
  private static let longestRemarked = 24

  /// Whether a line of its own is capitalised as headings are, and mostly of a heading's phrase: "Skills That Will Help
  /// You Excel".
  private static func isTitled(_ number: Int, _ marked: MarkedPosting) -> Bool {
    let words = marked.blockWords[number]
    guard words.count > 2, words.allSatisfy({ marked.isCapitalised($0) }), !marked.holdsSignal(in: words)
    else {
      return false
    }
    return marked.headings(in: words).contains { $0.count * 2 > words.count }
      || HeadingMarks.zone(of: words, marked)?.opensWithin ?? false || headsText(number, marked)
  }

  /// Whether text follows a line of several words at once, none of which ends or parts a sentence.
  private static func headsText(_ number: Int, _ marked: MarkedPosting) -> Bool {
    let (blocks, words) = (marked.posting.blocks, marked.blockWords[number])
    guard words.count > 3, number + 1 < blocks.count, blocks[number + 1].kind == .paragraph,
      marked.blockWords[number + 1].count > Self.longestHeading * 2,
      words.dropFirst().allSatisfy({ marked.words.gaps[$0] == .soft })
    else { return false }
    return !endsAsText(number, marked) && !marked.holds([.title, .companyForm], in: words)
  }

  /// Whether a line ends as a sentence or a part of one does.
  private static func endsAsText(_ number: Int, _ marked: MarkedPosting) -> Bool {
    marked.posting.text.bytes[marked.posting.blocks[number].range].last.map(".!,;".utf8.contains) ?? true
  }

  /// Whether an item ends in a colon: "- What you bring:" heads the items behind it, which stand no deeper.
  private static func isListOver(_ number: Int, _ marked: MarkedPosting) -> Bool {
    let blocks = marked.posting.blocks
    return blocks[number].kind == .item && number + 1 < blocks.count && blocks[number + 1].kind == .item
      && blocks[number + 1].indent <= blocks[number].indent
      && marked.endsInColon(number)
  }

  /// The label with which a paragraph begins: "Requirements: Linux, and ...".
  static func labelled(_ number: Int, _ marked: MarkedPosting) -> Labels.Label? {
    guard marked.posting.blocks[number].kind == .paragraph else { return nil }
    return Labels.label(of: marked.blockWords[number], marked)
  }

  /// The zone of a block that begins with a label.
  private static func label(of number: Int, in zone: Int, _ marked: MarkedPosting) -> Int? {
    switch marked.posting.blocks[number].kind {
    case .heading: nil
    case .paragraph:
      labelled(number, marked)?.zone
        ?? (marked.index.language.zones[zone].asksAlways
          ? Labels.stack(toldBy: marked.blockWords[number], marked) : nil)
    case .item: Labels.label(ofItem: marked.blockWords[number], in: zone, marked)?.zone
    }
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
    /// Whether a paragraph led to the list that opened the zone, or an item, of which the entries stand no deeper.
    var isLed = false
    /// The last item so far.
    var lastItem: Int?

    mutating func enter(_ block: Int, level newLevel: Int, _ marked: MarkedPosting) {
      let words = marked.blockWords[block]
      let zones = marked.index.language.zones
      let cue = HeadingCue.of(words, marked)
      if hasDemands, zones[zone].ends, !reopens(cue.map { zones[$0.zone] }, newLevel) { return }
      guard let cue else {
        // An unknown heading below the zone's own divides it; beside or above it, it ends a zone that
        // asks for nothing, such as that of the place, and goes on with a list of demands. Behind the
        // demands, what asks for nothing goes on too: "A focus on you" among the benefits.
        let isAbove = newLevel < max(level, openedLevel)
        // A line such as "A bonus would be:" leads to a list, and divides nothing.
        if newLevel > level, leads(words, marked) { return open(block, marked) }
        if isAbove || (newLevel == level && zones[zone].asks == nil && !hasAsked) || zones[zone].needsPerson {
          (zone, level, opener) = (intro, newLevel, block)
          headed = (zone, opener)
        }
        return
      }
      // What stands below a heading on the employer goes on with the posting all the same.
      let isNested = newLevel > level && !zones[zone].needsPerson && !zones[cue.zone].ends
      let softens =
        newLevel > openedLevel && zones[zone].asks == .preferred && zones[cue.zone].asks == .required
        && !marked.holds(.required, in: words)
      let isEmployer = zones[cue.zone].needsPerson && cue.leavesName
      if isNested, !isEmployer, softens { return }
      if isNested, newLevel > openedLevel, !isEmployer, !cue.isWhole {
        // "As the engineer of this team you will be responsible for:" leads to a list within another part.
        if leads(words, marked) { open(block, marked) }
        return
      }
      (zone, opener, openedLevel) = (cue.zone, block, newLevel)
      headed = (zone, opener)
      isLed = false
      hasDemands = hasDemands || zones[zone].asksAlways
      hasAsked = hasAsked || zones[zone].asks == .required
      if !isNested { level = newLevel }
    }

    /// Goes on to a block that is no heading. Behind a list that a paragraph led to, text is the heading's again, and so is
    /// an item that demands behind those that an item led to.
    mutating func goOn(to block: Int, _ marked: MarkedPosting) {
      let blocks = marked.posting.blocks
      if blocks[block].kind == .item { lastItem = block }
      guard isLed, let lead = opener else { return }
      let isBehind =
        switch (blocks[lead].kind, blocks[block].kind) {
        case (.item, .item): block > lead + 1 && demands(block, marked) && !demands(lead + 1, marked)
        case (_, .paragraph):
          lastItem == block - 1 && (block + 1 == blocks.count || blocks[block + 1].kind != .item)
        default: false
        }
      if isBehind { endList() }
    }

    /// Ends a list that something led to: what follows is the heading's again.
    private mutating func endList() {
      (zone, opener) = headed
      isLed = false
    }

    /// Whether a paragraph behind a list speaks of nobody who is hired and asks for nothing: it tells of the employer,
    /// whatever the list states.
    func isAside(_ block: Int, _ marked: MarkedPosting) -> Bool {
      let words = marked.blockWords[block]
      guard marked.posting.blocks[block].kind == .paragraph, let lastItem, lastItem > opener ?? -1,
        marked.index.language.zones[zone].asksAlways, words.count >= Self.shortestAside,
        !marked.leadsOn(block),
        block + 1 == marked.posting.blocks.count || marked.posting.blocks[block + 1].kind != .item
      else { return false }
      let speaking = Cue.Kinds.modality.union([.person, .dutyVerb])
      return !marked.cues(in: words).contains {
        $0.isOf(speaking) && (!$0.isOf([.qualification, .dutyVerb]) || $0.word == words.lowerBound)
      }
    }

    /// Shorter paragraphs are entries of lists without bullets.
    private static let shortestAside = 9

    /// Whether the posting goes on behind a part that is none of it, once its demands have begun.
    private func reopens(_ cue: ZoneCues?, _ newLevel: Int) -> Bool {
      newLevel == 1 || cue?.asksAlways ?? false
    }

    /// More words than these lead to no list.
    private static let longestLead = 20

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
      if Self.waives(words, marked) { return waive(block, marked) }
      let cue = marked.headings(in: words).last { hit in
        let asked = zones[Int(hit.meaning.index)]
        let opens =
          asked.asks != nil || Int(hit.meaning.index) == marked.index.language.unwanted
          || Int(hit.meaning.index) == marked.index.language.process && zones[headed.zone].asks == nil
        // "An exceptional candidate for this role would be able to show some of these:" begins with it.
        let isNear =
          words.upperBound - hit.words.upperBound <= 6
          || hit.word - words.lowerBound <= 1 && !marked.holds(.required, in: words)
        return opens && isNear && words.count <= Self.longestLead
          && (hit.count > 1 || asked.asks == .required || asked.asks == .preferred)
      }
      let asked =
        cue.map { Self.asked($0, in: words, of: block, headed.zone, marked) }
        ?? Self.zone(askedBy: words, in: block, headed.zone, marked)
      (zone, opener) = asked.map { ($0, block) } ?? headed
      isLed = asked != nil
    }

    /// Whether an item begins with words that demand: "Expertise in".
    private func demands(_ item: Int, _ marked: MarkedPosting) -> Bool {
      let words = marked.blockWords[item]
      return marked.cues(in: words.prefix(6)).contains { $0.isOf(.demand) && $0.word - words.lowerBound <= 1 }
    }

    /// Goes on behind a paragraph that leads to lines of their own: those behind one that says that they are not needed
    /// are what is worked with, up to the next such paragraph.
    mutating func lead(_ block: Int, _ marked: MarkedPosting) {
      if Self.waives(Sentences.last(of: marked.blockWords[block], marked), marked) {
        waive(block, marked)
      } else if isLed, zone == marked.index.language.stack {
        endList()
      }
    }

    /// What is worked with follows a paragraph which says that nobody has to know it: "Experience with these is not
    /// required:". Where nothing is asked for, nothing changes.
    private mutating func waive(_ block: Int, _ marked: MarkedPosting) {
      guard marked.index.language.zones[headed.zone].asks != nil, let stack = marked.index.language.stack
      else {
        return
      }
      (zone, opener, isLed) = (stack, block, true)
    }

    /// Whether words say that something is not needed, and wish for nothing: "It is not required, but great to know:".
    private static func waives(_ words: Range<Int>, _ marked: MarkedPosting) -> Bool {
      marked.holds(.waiver, in: words) && !marked.holds(.wish, in: words, besides: .waiver)
    }

    /// The zone of what the words of a heading lead to. A list of what is worked with is demanded, where the words before it
    /// demand it: "must have strong skills in our current technology stack:".
    private static func asked(
      _ hit: Lexicon.Hit, in words: Range<Int>, of block: Int, _ headed: Int, _ marked: MarkedPosting
    ) -> Int {
      let asked =
        Int(hit.meaning.index) == marked.index.language.stack
        ? zone(askedBy: words, in: block, headed, marked) : wished(hit, in: words, of: block, marked)
      return asked ?? Int(hit.meaning.index)
    }

    /// The zone of wishes, where words that lead to demands make wishes of them: "It is a bonus if you have:".
    private static func wished(
      _ hit: Lexicon.Hit, in words: Range<Int>, of block: Int, _ marked: MarkedPosting
    ) -> Int? {
      let zone = Int(hit.meaning.index)
      let zones = marked.index.language.zones
      guard zones[zone].asks == .required, marked.holds(.wish, in: words) else { return nil }
      let sentence = Sentence(block: block, words: words, zone: zone, in: marked)
      let cues = marked.cues(in: words)
      let modality = Modality(marked, cues, sentence)
      guard
        modality.importance(of: hit.words, in: .required) == .preferred || wishes(sentence, cues, marked)
      else { return nil }
      return marked.index.language.wishes
    }

    /// The zone of a list that words lead to which wish, "The following would help:", or, among the duties, which
    /// demand: "You are skilled in topics such as".
    private static func zone(
      askedBy words: Range<Int>, in block: Int, _ headed: Int, _ marked: MarkedPosting
    ) -> Int? {
      let zones = marked.index.language.zones
      let sentence = Sentence(block: block, words: words, zone: headed, in: marked)
      guard zones[headed].asks != nil, !sentence.kinds.isDisjoint(with: .modality), !words.isEmpty else {
        return nil
      }
      let cues = marked.cues(in: words)
      let modality = Modality(marked, cues, sentence)
      let last = words.upperBound - 1..<words.upperBound
      if modality.importance(of: last, in: .required) == .preferred || wishes(sentence, cues, marked) {
        return marked.index.language.wishes
      }
      guard zones[headed].asks == .duty, zones[headed].asksAlways || headed == marked.index.language.intro,
        modality.importance(of: last, in: .duty) == .required
      else { return nil }
      return marked.index.language.demands
    }

    /// Whether a sentence wishes and names nothing itself.
    private static func wishes(_ sentence: Sentence, _ cues: PlacedCues, _ marked: MarkedPosting) -> Bool {
      guard sentence.kinds.contains(.preferredBehind) || sentence.kinds.contains(.preferredAtEnd),
        !marked.holdsSignal(in: sentence.words)
      else { return false }
      let first = sentence.words.lowerBound..<sentence.words.lowerBound + 1
      return Modality(marked, cues, sentence).importance(of: first, in: .required) == .preferred
    }
  }
}

internal import Diagnostics
internal import Rubric

/// A posting with its words and all known phrases marked.
///
/// A class, because nearly everything that reads a posting holds it: to hand on a reference costs less than to hand on
/// all its parts. Nothing of it changes but that it keeps what was found in texts that are asked about more than once.
final class MarkedPosting {
  let posting: Posting
  let index: SignalIndex
  let words: Words

  /// The words of each block.
  let blockWords: [Range<Int>]

  private let signals: HitRow<Lexicon.Hit>
  private let rules: HitRow<Lexicon.RuleHit>
  private let headings: HitRow<Lexicon.Hit>
  private let headingMarks: HitRow<Lexicon.Hit>
  private let cues: HitRow<PlacedCue>
  /// Those of the kinds that are looked for in the whole posting.
  private let rareCues: [PlacedCue]
  /// The cues of texts that are no part of the posting's own, of the first few. Nothing that is called while they are
  /// looked at changes them.
  @exclusivity(unchecked) private var cuesOfTexts:
    [(text: String, cues: [(cue: PlacedCue, bytes: Range<Int>)])] = []

  /// Only a posting that nobody means well with asks about more texts.
  private static let mostTexts = 16

  init(_ posting: Posting, _ index: SignalIndex) {
    let words = WordScanner.words(of: posting.text.bytes)
    var marks = Marks(words.count, index)
    index.lexicon.forEachHit(in: words, of: posting.text.bytes, &marks)
    self.posting = posting
    self.index = index
    self.words = words
    signals = HitRow(marks.signals.array(), in: words.count)
    rules = HitRow(marks.rules.array(), in: words.count)
    headings = HitRow(marks.headings.array(), in: words.count)
    headingMarks = HitRow(marks.headingMarks.array(), in: words.count)
    cues = HitRow(marks.cues.array(), in: words.count)
    rareCues = cues.hits.filter { $0.isOf(.rare) }
    blockWords = Self.words(of: posting.blocks, words)
  }

  /// The signals within some words, by place, longest first.
  func signals(in range: Range<Int>) -> ArraySlice<Lexicon.Hit> { signals.hits(in: range) }

  /// Whether a signal stands within some words.
  func holdsSignal(in range: Range<Int>) -> Bool { signals.holds(in: range) { _ in true } }

  /// The phrases that signals need or exclude within some words.
  func rules(in range: Range<Int>) -> ArraySlice<Lexicon.RuleHit> { rules.hits(in: range) }

  /// The phrases of headings within some words.
  func headings(in range: Range<Int>) -> ArraySlice<Lexicon.Hit> { headings.hits(in: range) }

  /// Whether a phrase or a mark of headings stands within some words.
  func holdsHeading(in range: Range<Int>) -> Bool {
    headings.holds(in: range) { _ in true } || headingMarks.holds(in: range) { _ in true }
  }

  /// The zones whose marks stand within some words.
  func markedZones(in range: Range<Int>) -> [Int] {
    let zones = index.language.zones.count
    return headingMarks.hits(in: range).map { Int($0.meaning.index) - zones }.filter { $0 < zones }
  }

  /// The zone of some words that tell a heading where nothing else stands in it.
  func zone(ofWhole words: Range<Int>) -> Int? {
    let zones = index.language.zones.count
    return headingMarks.hits(in: words).first { $0.words == words && Int($0.meaning.index) >= zones * 2 }
      .map { Int($0.meaning.index) - zones * 2 }
  }

  /// The cues within some words, by place, longest first.
  func cues(in range: Range<Int>) -> PlacedCues { cues.hits(in: range) }

  /// The cues of a text that is no part of the posting's own, such as a title without its place, and the bytes where
  /// they stand. A title is asked about by the facts of title, level and place.
  func cues(ofText text: String) -> [(cue: PlacedCue, bytes: Range<Int>)] {
    if let known = cuesOfTexts.first(where: { $0.text == text }) { return known.cues }
    let cues = index.cues(in: text)
    if cuesOfTexts.count < Self.mostTexts { cuesOfTexts.append((text, cues)) }
    return cues
  }

  /// The text of a block that is asked about as such a text: its cues are known.
  func text(ofBlock block: Int) -> String {
    let range = posting.blocks[block].range
    let text = string(range)
    if cuesOfTexts.count < Self.mostTexts, !cuesOfTexts.contains(where: { $0.text == text }) {
      let cues = cues(in: blockWords[block]).map { cue in
        let bytes = bytes(of: cue.words)
        return (cue: cue, bytes: bytes.lowerBound - range.lowerBound..<bytes.upperBound - range.lowerBound)
      }
      cuesOfTexts.append((text, cues))
    }
    return text
  }

  /// The kinds of cues in such a text.
  func kinds(ofText text: String) -> Cue.Kinds {
    cues(ofText: text).reduce(into: []) { $0.formUnion($1.cue.kind) }
  }

  /// The cues of some of the rare kinds in the whole posting, by place.
  func cues(ofRare kinds: Cue.Kinds) -> [PlacedCue] { rareCues.filter { $0.isOf(kinds) } }

  /// The blocks that hold cues of some of the rare kinds, in order.
  func blocks(withRare kinds: Cue.Kinds) -> [Int] {
    blocks(ofWords: rareCues.lazy.filter { $0.isOf(kinds) }.map(\.word))
  }

  /// The blocks that hold phrases of headings of a zone, in order.
  func blocks(withHeadingsOf zone: Int) -> [Int] {
    blocks(ofWords: headings.hits.lazy.filter { Int($0.meaning.index) == zone }.map(\.word))
  }

  /// The blocks in which some words stand that come in order, each once.
  private func blocks(ofWords words: some Sequence<Int>) -> [Int] {
    var blocks: [Int] = []
    for word in words where blocks.last.map({ blockWords[$0].upperBound <= word }) ?? true {
      let block = blockWords.partitioningIndex { $0.upperBound > word }
      if block < blockWords.count, blockWords[block].contains(word) { blocks.append(block) }
    }
    return blocks
  }

  /// The kinds of cues within some words. Most sentences hold nothing that most facts are made of, and are passed
  /// over by this alone.
  func kinds(in range: Range<Int>) -> Cue.Kinds {
    cues.reduce(in: range, into: Cue.Kinds()) { $0.formUnion($1.kind) }
  }

  /// Whether a cue of some kinds stands within some words.
  func holds(_ kinds: Cue.Kinds, in range: Range<Int>) -> Bool {
    cues.holds(in: range) { $0.isOf(kinds) }
  }

  /// Whether a cue of some kinds stands within some words that none of others covers in part.
  func holds(_ kinds: Cue.Kinds, in range: Range<Int>, besides others: Cue.Kinds) -> Bool {
    let cues = cues(in: range)
    return cues.contains { cue in
      cue.isOf(kinds) && !cues.contains { $0.isOf(others) && $0.words.overlaps(cue.words) }
    }
  }

  /// Whether one of some particles stands within some words.
  func holds(_ kinds: Cue.Particles, in range: Range<Int>) -> Bool {
    range.contains { word in
      var isHeld = false
      forEachParticle(at: word) { particle, words in
        if !particle.isDisjoint(with: kinds), words.upperBound <= range.upperBound { isHeld = true }
      }
      return isHeld
    }
  }

  /// Whether a cue or a particle stands within some words.
  func holdsCue(in range: Range<Int>) -> Bool {
    !cues(in: range).isEmpty || holds(Cue.Particles.all, in: range)
  }

  /// The words of some particles within others, by place.
  func words(of kinds: Cue.Particles, in range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for word in range {
      forEachParticle(at: word) { particle, words in
        if !particle.isDisjoint(with: kinds), words.upperBound <= range.upperBound { found.append(words) }
      }
    }
    return found
  }

  /// Calls with the particles that begin at a word, longest first.
  @inline(__always)
  private func forEachParticle(at word: Int, _ body: (Cue.Particles, Range<Int>) -> Void) {
    index.particles.forEachHit(at: word, in: words, of: posting.text.bytes) { hit in
      body(index.cues[Int(hit.meaning.index)].particle, hit.words)
    }
  }

  /// Whether words that leave something of a kind open, or settle it, stand within some words.
  func holds(open kind: OpenWording.Kind, in range: Range<Int>) -> Bool {
    cues.holds(in: range) { index.isOpen($0, kind) }
  }

  /// The bytes of the text that some words cover.
  func bytes(of range: Range<Int>) -> Range<Int> { range.isEmpty ? 0..<0 : words.range(range) }

  /// The text that some words cover.
  func text(of range: Range<Int>) -> String { string(bytes(of: range)) }

  /// A stretch of the text as a string.
  func string(_ range: Range<Int>) -> String { posting.string(range) }

  /// The first byte of a word.
  func firstByte(of word: Int) -> UInt8 { posting.text.bytes[words.range(word).lowerBound] }

  /// Whether a word is one of small ASCII letters, however it is capitalised.
  func reads(_ word: Int, _ letters: StaticString) -> Bool {
    let range = words.range(word)
    guard range.count == letters.utf8CodeUnitCount else { return false }
    return letters.withUTF8Buffer { letters in
      posting.text.bytes[range].elementsEqual(letters) { CharacterClass.small($0) == $1 }
    }
  }

  /// Whether two stretches of words are the same text, however it is capitalised.
  func areAlike(_ words: Range<Int>, _ others: Range<Int>) -> Bool {
    let text = posting.text.bytes
    let (range, other) = (bytes(of: words), bytes(of: others))
    for place in 0..<min(range.count, other.count) {
      let (byte, otherByte) = (text[range.lowerBound + place], text[other.lowerBound + place])
      if (byte | otherByte) >= 0x80 { return string(range).lowercased() == string(other).lowercased() }
      if CharacterClass.small(byte) != CharacterClass.small(otherByte) { return false }
    }
    return range.count == other.count
  }

  /// The number that a word of digits writes; nil for other words.
  func digits(of word: Int) -> Int? {
    let range = words.range(word)
    guard CharacterClass.isDigit(posting.text.bytes[range.lowerBound]) else { return nil }
    return Int(string(range))
  }

  /// Whether a block ends in a colon or in dots, which lead on to what follows.
  func leadsOn(_ block: Int) -> Bool {
    let (text, end) = (posting.text.bytes, posting.blocks[block].range.upperBound)
    if endsInColon(block) { return true }
    guard posting.blocks[block].range.count >= 3 else { return false }
    let last = (text[end - 3], text[end - 2], text[end - 1])
    return last == (0x2E, 0x2E, 0x2E) || last == (0xE2, 0x80, 0xA6)
  }

  /// Whether a block ends in a colon.
  func endsInColon(_ block: Int) -> Bool {
    posting.text.bytes[posting.blocks[block].range].last == UInt8(ascii: ":")
  }

  /// Whether a mark stands between a word and the one before it.
  func hasMark(_ mark: Unicode.Scalar, before word: Int) -> Bool {
    guard word > 0 else { return false }
    let between = words.range(word - 1).upperBound..<words.range(word).lowerBound
    return posting.text.bytes[between].contains(UInt8(ascii: mark))
  }

  /// Whether a word begins with a capital of A to Z.
  func isCapitalised(_ word: Int) -> Bool {
    CharacterClass.isCapital(firstByte(of: word))
  }

  /// Whether a name may begin at a word: with a capital, or with one inside, as "eHarbour".
  func beginsName(_ word: Int) -> Bool {
    if isCapitalised(word) { return true }
    let range = words.range(word)
    return range.count > 3 && CharacterClass.isCapital(posting.text.bytes[range.lowerBound + 1])
  }

  private static func words(of blocks: [Block], _ words: Words) -> [Range<Int>] {
    var next = 0
    return blocks.map { block in
      let first = words.first(from: next, at: block.range.lowerBound)
      next = words.first(from: first, at: block.range.upperBound)
      return first..<next
    }
  }
}

/// Sorts what is found in a posting.
private struct Marks: ~Copyable, LexiconVisitor {
  private let zones: Int
  private let cueKinds: [Cue.Kinds]
  private(set) var signals: GrowingRow<Lexicon.Hit>
  private(set) var rules: GrowingRow<Lexicon.RuleHit>
  private(set) var headings: GrowingRow<Lexicon.Hit>
  private(set) var headingMarks: GrowingRow<Lexicon.Hit>
  private(set) var cues: GrowingRow<PlacedCue>

  init(_ words: Int, _ index: SignalIndex) {
    (zones, cueKinds) = (index.language.zones.count, index.cueKinds)
    signals = GrowingRow(capacity: words / 4)
    rules = GrowingRow(capacity: words / 2)
    headings = GrowingRow(capacity: words / 8)
    headingMarks = GrowingRow(capacity: words / 8)
    cues = GrowingRow(capacity: words)
  }

  @inline(__always)
  mutating func take(_ hit: Lexicon.Hit) {
    switch hit.meaning.kind {
    case .signal: signals.append(hit)
    case .near, .not: break
    case .heading where hit.meaning.index >= zones: headingMarks.append(hit)
    case .heading: headings.append(hit)
    case .cue: cues.append(PlacedCue(hit, cueKinds))
    }
  }

  @inline(__always)
  mutating func take(_ rule: Lexicon.RuleHit) { rules.append(rule) }
}

extension Words {
  /// The first word from a number on that begins at a byte or behind it.
  fileprivate func first(from word: Int, at byte: Int) -> Int {
    if word == count || Int(starts[word]) >= byte { return word }
    return starts[word...].partitioningIndex { Int($0) >= byte }
  }
}

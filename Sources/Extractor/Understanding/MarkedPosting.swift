internal import Diagnostics

/// Cues with the words in which they stand, by place.
typealias PlacedCues = ArraySlice<(cue: Cue, words: Range<Int>)>

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
  private let cues: HitRow<Lexicon.Hit>
  /// What each of the cues tells, and where.
  private let placedCues: [(cue: Cue, words: Range<Int>)]
  /// The cues of texts that are no part of the posting's own, of the first few.
  private var cuesOfTexts: [(text: String, cues: [(cue: Cue, bytes: Range<Int>)])] = []

  /// Only a posting that nobody means well with asks about more texts.
  private static let mostTexts = 16

  init(_ posting: Posting, _ index: SignalIndex) {
    let words = WordScanner.words(of: posting.text.bytes)
    var cues = GrowingRow<Lexicon.Hit>(capacity: words.count)
    var rules = GrowingRow<Lexicon.RuleHit>(capacity: words.count / 2)
    var signals = GrowingRow<Lexicon.Hit>(capacity: words.count / 4)
    var headings = GrowingRow<Lexicon.Hit>(capacity: words.count / 8)
    var marks = GrowingRow<Lexicon.Hit>(capacity: words.count / 8)
    let zones = index.language.zones.count
    index.lexicon.forEachHit(in: words, of: posting.text.bytes) { hit in
      switch hit.meaning.kind {
      case .signal: signals.append(hit)
      case .near, .not: break
      case .heading where hit.meaning.index >= zones: marks.append(hit)
      case .heading: headings.append(hit)
      case .cue: cues.append(hit)
      }
    } rule: {
      rules.append($0)
    }
    self.posting = posting
    self.index = index
    self.words = words
    self.signals = HitRow(signals.array(), in: words.count)
    self.rules = HitRow(rules.array(), in: words.count)
    self.headings = HitRow(headings.array(), in: words.count)
    headingMarks = HitRow(marks.array(), in: words.count)
    self.cues = HitRow(cues.array(), in: words.count)
    placedCues = self.cues.hits.map { (index.cue($0.meaning), $0.words) }
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

  /// The zones whose marks stand within some words.
  func markedZones(in range: Range<Int>) -> [Int] {
    headingMarks.hits(in: range).map { Int($0.meaning.index) - index.language.zones.count }
  }

  /// The cues within some words, with their meaning.
  func cues(in range: Range<Int>) -> PlacedCues { cues.parts(of: placedCues, in: range) }

  /// The cues of a text that is no part of the posting's own, such as a title without its place, and the bytes where
  /// they stand. A title is asked about by the facts of title, level and place.
  func cues(ofText text: String) -> [(cue: Cue, bytes: Range<Int>)] {
    if let known = cuesOfTexts.first(where: { $0.text == text }) { return known.cues }
    let cues = index.cues(in: text)
    if cuesOfTexts.count < Self.mostTexts { cuesOfTexts.append((text, cues)) }
    return cues
  }

  /// Some cues in the whole posting, by place.
  @inline(__always)
  func cues(where isWanted: (Cue) -> Bool) -> [(cue: Cue, words: Range<Int>)] {
    placedCues.filter { isWanted($0.cue) }
  }

  /// The kinds of cues that begin within some words. Most sentences hold nothing that most facts are made of, and
  /// are passed over by this alone.
  func kinds(in range: Range<Int>) -> Cue.Kinds {
    cues.reduce(in: range, into: Cue.Kinds()) { $0.formUnion(index.kinds(of: $1.meaning)) }
  }

  /// Whether one of some cues stands within some words.
  func holds(_ cue: Cue, in range: Range<Int>) -> Bool {
    let kind = cue.kinds
    return cues.holds(in: range) { hit in
      !index.kinds(of: hit.meaning).isDisjoint(with: kind) && index.cue(hit.meaning) == cue
    }
  }

  /// The bytes of the text that some words cover.
  func bytes(of range: Range<Int>) -> Range<Int> { range.isEmpty ? 0..<0 : words.range(range) }

  /// The text that some words cover.
  func text(of range: Range<Int>) -> String { posting.string(bytes(of: range)) }

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

  /// The number that a word of digits writes; nil for other words.
  func digits(of word: Int) -> Int? {
    let range = words.range(word)
    guard CharacterClass.isDigit(posting.text.bytes[range.lowerBound]) else { return nil }
    return Int(posting.string(range))
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

  private static func words(of blocks: [Block], _ words: Words) -> [Range<Int>] {
    var next = 0
    return blocks.map { block in
      while next < words.count, Int(words.starts[next]) < block.range.lowerBound { next += 1 }
      let first = next
      while next < words.count, Int(words.starts[next]) < block.range.upperBound { next += 1 }
      return first..<next
    }
  }
}

internal import Diagnostics

/// A posting with its words and all known phrases marked.
///
/// A class, because nearly everything that reads a posting holds it, and nothing ever changes it: to hand on a
/// reference costs less than to hand on all its parts.
final class MarkedPosting: Sendable {
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

  init(_ posting: Posting, _ index: SignalIndex) {
    let words = WordScanner.words(of: posting.text.bytes)
    var (signals, headings, cues): ([Lexicon.Hit], [Lexicon.Hit], [Lexicon.Hit]) = ([], [], [])
    var rules: [Lexicon.RuleHit] = []
    var marks: [Lexicon.Hit] = []
    let zones = index.language.zones.count
    cues.reserveCapacity(words.count / 2)
    rules.reserveCapacity(words.count / 4)
    signals.reserveCapacity(words.count / 8)
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
    self.signals = HitRow(signals, in: words.count)
    self.rules = HitRow(rules, in: words.count)
    self.headings = HitRow(headings, in: words.count)
    headingMarks = HitRow(marks, in: words.count)
    self.cues = HitRow(cues, in: words.count)
    blockWords = Self.words(of: posting.blocks, words)
  }

  /// The signals within some words, by place, longest first.
  func signals(in range: Range<Int>) -> [Lexicon.Hit] { signals.hits(in: range) }

  /// Whether a signal stands within some words.
  func holdsSignal(in range: Range<Int>) -> Bool { signals.holds(in: range) { _ in true } }

  /// The phrases that signals need or exclude within some words.
  func rules(in range: Range<Int>) -> [Lexicon.RuleHit] { rules.hits(in: range) }

  /// The phrases of headings within some words.
  func headings(in range: Range<Int>) -> [Lexicon.Hit] { headings.hits(in: range) }

  /// The zones whose marks stand within some words.
  func markedZones(in range: Range<Int>) -> [Int] {
    headingMarks.hits(in: range).map { Int($0.meaning.index) - index.language.zones.count }
  }

  /// The cues within some words, with their meaning.
  func cues(in range: Range<Int>) -> [(cue: Cue, words: Range<Int>)] {
    cues.map(in: range) { (index.cue($0.meaning), $0.words) }
  }

  /// Some cues in the whole posting, by place.
  @inline(__always)
  func cues(where isWanted: (Cue) -> Bool) -> [(cue: Cue, words: Range<Int>)] {
    cues.hits.compactMap { hit in
      let cue = index.cue(hit.meaning)
      return isWanted(cue) ? (cue, hit.words) : nil
    }
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

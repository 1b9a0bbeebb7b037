internal import Diagnostics

/// A posting with its words and all known phrases marked.
struct MarkedPosting {
  let posting: Posting
  let index: SignalIndex
  let words: Words

  /// The words of each block.
  let blockWords: [Range<Int>]

  private let signals: [Lexicon.Hit]
  private let rules: [Lexicon.Hit]
  private let headings: [Lexicon.Hit]
  private let headingMarks: [Lexicon.Hit]
  private let cues: [Lexicon.Hit]

  init(_ posting: Posting, _ index: SignalIndex) {
    self.posting = posting
    self.index = index
    words = WordScanner.words(of: posting.text.bytes)
    blockWords = Self.words(of: posting.blocks, words)
    var (signals, rules, headings, cues): ([Lexicon.Hit], [Lexicon.Hit], [Lexicon.Hit], [Lexicon.Hit]) = (
      [], [], [], []
    )
    var marks: [Lexicon.Hit] = []
    let zones = index.language.zones.count
    for hit in index.lexicon.hits(in: words, of: posting.text.bytes) {
      switch hit.meaning.kind {
      case .signal: signals.append(hit)
      case .near, .not: rules.append(hit)
      case .heading where hit.meaning.index >= zones: marks.append(hit)
      case .heading: headings.append(hit)
      case .cue: cues.append(hit)
      }
    }
    (self.signals, self.rules, self.headings, self.cues) = (signals, rules, headings, cues)
    headingMarks = marks
  }

  /// The signals within some words, by place, longest first.
  func signals(in range: Range<Int>) -> [Lexicon.Hit] { Self.slice(signals, range) }

  /// The phrases that signals need or exclude within some words.
  func rules(in range: Range<Int>) -> [Lexicon.Hit] { Self.slice(rules, range) }

  /// The phrases of headings within some words.
  func headings(in range: Range<Int>) -> [Lexicon.Hit] { Self.slice(headings, range) }

  /// The zones whose marks stand within some words.
  func markedZones(in range: Range<Int>) -> [Int] {
    Self.slice(headingMarks, range).map { Int($0.meaning.index) - index.language.zones.count }
  }

  /// The cues within some words, with their meaning.
  func cues(in range: Range<Int>) -> [(cue: Cue, words: Range<Int>)] {
    Self.slice(cues, range).map { (index.cue($0.meaning), $0.words) }
  }

  /// Some cues in the whole posting, by place.
  @inline(__always)
  func cues(where isWanted: (Cue) -> Bool) -> [(cue: Cue, words: Range<Int>)] {
    cues.compactMap { hit in
      let cue = index.cue(hit.meaning)
      return isWanted(cue) ? (cue, hit.words) : nil
    }
  }

  /// Whether one of some cues stands within some words.
  func holds(_ cue: Cue, in range: Range<Int>) -> Bool {
    Self.slice(cues, range).contains { index.cue($0.meaning) == cue }
  }

  /// The bytes of the text that some words cover.
  func bytes(of range: Range<Int>) -> Range<Int> { range.isEmpty ? 0..<0 : words.range(range) }

  /// The text that some words cover.
  func text(of range: Range<Int>) -> String { posting.string(bytes(of: range)) }

  /// Whether a mark stands between a word and the one before it.
  func hasMark(_ mark: Unicode.Scalar, before word: Int) -> Bool {
    guard word > 0 else { return false }
    let between = words.range(word - 1).upperBound..<words.range(word).lowerBound
    return posting.text.bytes[between].contains(UInt8(ascii: mark))
  }

  /// Whether a word begins with a capital of A to Z.
  func isCapitalised(_ word: Int) -> Bool {
    CharacterClass.isCapital(posting.text.bytes[words.range(word).lowerBound])
  }

  private static func slice(_ hits: [Lexicon.Hit], _ range: Range<Int>) -> [Lexicon.Hit] {
    let first = hits.partitioningIndex { $0.word >= range.lowerBound }
    return hits[first...].prefix { $0.word < range.upperBound }.filter {
      $0.words.upperBound <= range.upperBound
    }
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

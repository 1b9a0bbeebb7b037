internal import Rubric

/// All the wording that reading a posting looks for, compiled into one index and found in one pass:
/// signals, the words they need or exclude, headings, modality, and the cues of facts.
struct Lexicon: Sendable {
  private var terms: [Term] = []
  private var hashes: [UInt64] = []
  private var exact: [[UInt8]] = []
  private var slots: [Int32] = []
  private var filter: [UInt64] = []
  private var meanings: [Meaning] = []
  private var building: [UInt64: Int] = [:]
  private var meaningsOfTerm: [[Meaning]] = []

  /// What a term means to whoever asked for it.
  struct Meaning: Hashable, Sendable {
    /// Who asked.
    var kind: Kind
    /// What for, in the asker's own numbering.
    var index: Int32

    enum Kind: UInt8, Sendable {
      case signal, near, not, heading, cue
    }
  }

  /// A term found in a text.
  struct Hit: Sendable {
    /// The first word.
    var word: Int
    /// How many words.
    var count: Int
    /// What it means.
    var meaning: Meaning

    /// The words.
    var words: Range<Int> { word..<word + count }
  }

  private struct Term: Sendable {
    var first: UInt64
    var start: Int32
    var count: Int32
    /// The index of the exact spelling; -1 when capitals do not count.
    var exact: Int32
    /// The most that may stand between two of its words: a slash, or a comma where the phrase has one.
    var loosest: Words.Gap
    var next: Int32
    /// Its meanings, as a stretch of all.
    var meanings: Range<Int32>
  }

  /// Adds a phrase. One without any word is passed over.
  mutating func add(_ phrase: String, isCaseExact: Bool = false, _ meaning: Meaning) {
    let bytes = Array(phrase.utf8)
    let words = WordScanner.words(of: bytes)
    guard words.count > 0 else { return }
    let loosest = max(.slash, words.gaps.dropFirst().filter { $0 <= .comma }.max() ?? .slash)
    let key = Self.key(of: words.hashes, exact: isCaseExact ? bytes : [], loosest: loosest)
    if let index = building[key] {
      if !meaningsOfTerm[index].contains(meaning) { meaningsOfTerm[index].append(meaning) }
      return
    }
    building[key] = terms.count
    var spelling: Int32 = -1
    if isCaseExact {
      spelling = Int32(exact.count)
      exact.append(Array(bytes[words.range(0..<words.count)]))
    }
    terms.append(
      Term(
        first: words.hashes[0], start: Int32(hashes.count), count: Int32(words.count), exact: spelling,
        loosest: loosest, next: -1, meanings: 0..<0))
    meaningsOfTerm.append([meaning])
    hashes += words.hashes
  }

  /// A digest of folded words, of what may stand between them and, where capitals count, of their
  /// spelling.
  private static func key(of hashes: [UInt64], exact: [UInt8], loosest: Words.Gap) -> UInt64 {
    let words = hashes.reduce(0x9E37_79B9_7F4A_7C15 ^ UInt64(loosest.rawValue)) {
      ($0 ^ $1) &* 0x100_0000_01B3
    }
    return exact.reduce(words) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Builds the index. Call once, after the last phrase.
  mutating func seal() {
    for index in terms.indices {
      let start = Int32(meanings.count)
      meanings += meaningsOfTerm[index]
      terms[index].meanings = start..<Int32(meanings.count)
    }
    (building, meaningsOfTerm) = ([:], [])
    index()
  }

  /// Makes the terms findable by their first word.
  private mutating func index() {
    var size = 256
    while size < terms.count * 4 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    filter = Array(repeating: 0, count: 1_024)
    for index in terms.indices {
      let first = terms[index].first
      filter[Int(first >> 6 & 1_023)] |= 1 << (first & 63)
      let slot = slot(of: first)
      terms[index].next = slots[slot]
      slots[slot] = Int32(index)
    }
  }

  /// Every term in a text, by first word, longest first. Terms may overlap.
  func hits(in words: Words, of text: [UInt8]) -> [Hit] {
    var hits: [Hit] = []
    hits.reserveCapacity(words.count / 4)
    for word in 0..<words.count {
      let hash = words.hashes[word]
      guard filter[Int(hash >> 6 & 1_023)] & (1 << (hash & 63)) != 0 else { continue }
      var index = slots[slot(of: hash)]
      let before = hits.count
      while index >= 0 {
        let term = terms[Int(index)]
        if matches(term, at: word, words, text) {
          for index in term.meanings {
            hits.append(Hit(word: word, count: Int(term.count), meaning: meanings[Int(index)]))
          }
        }
        index = term.next
      }
      if hits.count > before + 1 { hits[before...].sort { $0.count > $1.count } }
    }
    return hits
  }

  /// The slot that holds the terms of a first word, or an empty one.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 16) & mask
    while slots[slot] >= 0, terms[Int(slots[slot])].first != hash { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always)
  private func matches(_ term: Term, at word: Int, _ words: Words, _ text: [UInt8]) -> Bool {
    let count = Int(term.count)
    guard word + count <= words.count else { return false }
    for offset in 1..<max(count, 1) {
      guard words.hashes[word + offset] == hashes[Int(term.start) + offset],
        words.gaps[word + offset] <= term.loosest
      else {
        return false
      }
    }
    guard term.exact >= 0 else { return true }
    return spelledAlike(exact[Int(term.exact)], text[words.range(word..<word + count)])
  }

  /// Alike to the letter; a hyphen, a space and a slash between words are the same, and an acronym may
  /// have a plural s.
  private func spelledAlike(_ term: [UInt8], _ text: ArraySlice<UInt8>) -> Bool {
    let isPlural =
      text.count == term.count + 1 && text.last == UInt8(ascii: "s")
      && CharacterClass.isCapital(term.last ?? 0)
    return (term.count == text.count || isPlural)
      && zip(term, text).allSatisfy {
        $0 == $1 || (!CharacterClass.isASCIIWord($0) && !CharacterClass.isASCIIWord($1))
      }
  }
}

extension Lexicon {
  /// Writes a lexicon that has been sealed. Words and meanings stand in the order of the terms, so that
  /// their counts say where they begin; what is the same for nearly all terms takes no number of its own.
  func write(to writer: inout SnapshotWriter) {
    writer.list(hashes) { $0.digest($1) }
    writer.list(exact) { $0.text(String(decoding: $1, as: UTF8.self)) }
    writer.list(meanings) { $0.integer(Int($1.index) << 3 | Int($1.kind.rawValue)) }
    writer.list(terms) { writer, term in
      let counts = Int(term.count) << 8 | term.meanings.count
      writer.integer(counts << 4 | Int(term.loosest.rawValue) << 1 | (term.exact >= 0 ? 1 : 0))
    }
  }

  /// Reads a lexicon and makes it findable.
  init(from reader: inout SnapshotReader) {
    hashes = reader.list { $0.digest() }
    exact = reader.list { Array($0.text().utf8) }
    meanings = reader.list { reader in
      let code = reader.integer()
      return Meaning(kind: Meaning.Kind(rawValue: UInt8(code & 7)) ?? .cue, index: Int32(code >> 3))
    }
    let hashes = hashes
    var (start, meaning, spelling) = (Int32(0), Int32(0), Int32(0))
    terms = reader.list { reader in
      let code = reader.integer()
      let (count, end) = (Int32(code >> 12), meaning + Int32(code >> 4 & 0xFF))
      defer {
        start += count
        meaning = end
        spelling += Int32(code & 1)
      }
      return Term(
        first: hashes[Int(start)], start: start, count: count, exact: code & 1 == 1 ? spelling : -1,
        loosest: Words.Gap(rawValue: UInt8(code >> 1 & 7)) ?? .slash, next: -1, meanings: meaning..<end)
    }
    index()
  }
}

internal import Rubric

/// Gathers phrases with what they mean, and packs them into a `Lexicon`.
struct LexiconBuilder {
  private struct Term {
    var hashes: [UInt64]
    /// The exact spelling; empty when capitals do not count.
    var spelling: [UInt8]
    var loosest: Words.Gap
    var meanings: [Lexicon.Meaning]

    /// What it is found by.
    var key: UInt64 { hashes.count == 1 ? hashes[0] : Lexicon.Layout.key(hashes[0], hashes[1]) }
  }

  private var terms: [Term] = []
  private var indices: [UInt64: Int] = [:]

  /// The most phrases: an index is a number of four characters.
  private static let most = 1 << 22

  /// Adds a phrase. One without any word is passed over, and of one with more than sixty words the rest.
  mutating func add(_ phrase: String, isCaseExact: Bool = false, _ meaning: Lexicon.Meaning) {
    let bytes = Array(phrase.utf8)
    let words = WordScanner.words(of: bytes)
    guard words.count > 0, terms.count < Self.most else { return }
    let loosest = max(.slash, words.gaps.dropFirst().filter { $0 <= .comma }.max() ?? .slash)
    let key = Self.key(of: words.hashes, exact: isCaseExact ? bytes : [], loosest: loosest)
    if let index = indices[key] {
      if !terms[index].meanings.contains(meaning) { terms[index].meanings.append(meaning) }
      return
    }
    indices[key] = terms.count
    let count = min(words.count, 60)
    let spelling = isCaseExact ? Array(bytes[words.range(0..<count)]) : []
    terms.append(
      Term(
        hashes: Array(words.hashes.prefix(count)), spelling: spelling, loosest: loosest, meanings: [meaning]))
  }

  /// A digest of folded words, of what may stand between them and, where capitals count, of their
  /// spelling.
  private static func key(of hashes: [UInt64], exact: [UInt8], loosest: Words.Gap) -> UInt64 {
    let words = hashes.reduce(0x9E37_79B9_7F4A_7C15 ^ UInt64(loosest.rawValue)) {
      ($0 ^ $1) &* 0x100_0000_01B3
    }
    return exact.reduce(words) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// The index of all that was added.
  func lexicon() -> Lexicon {
    var pack = Pack()
    // The terms of a key stand together, the longest first, and of those the last that was added.
    var heads: [(key: UInt64, terms: [Term])] = []
    var places: [UInt64: Int] = [:]
    for term in terms.reversed() {
      if let place = places[term.key] {
        heads[place].terms.append(term)
      } else {
        places[term.key] = heads.count
        heads.append((term.key, [term]))
      }
    }
    for head in heads { pack.add(head.key, Self.longestFirst(head.terms)) }
    let bytes = SnapshotBytes(pack.packed(heads.map(\.key)))
    return Lexicon(bytes, in: 0..<bytes.count)
  }

  /// Terms of one length stay in their order.
  private static func longestFirst(_ terms: [Term]) -> [Term] {
    let lengths = Set(terms.map(\.hashes.count)).sorted(by: >)
    return lengths.flatMap { length in terms.filter { $0.hashes.count == length } }
  }

  /// The parts of the index while they are filled.
  private struct Pack {
    typealias Width = Lexicon.Layout.Width

    private var heads: [UInt8] = []
    private var terms: [UInt8] = []
    private var hashes: [UInt8] = []
    private var meanings: [UInt8] = []
    private var spellings: [UInt8] = []

    mutating func add(_ hash: UInt64, _ group: [Term]) {
      put(hash, Width.hash, into: &heads)
      put(terms.count / Width.term, Width.index, into: &heads)
      put(group.count, Width.index, into: &heads)
      for term in group { add(term) }
    }

    private mutating func add(_ term: Term) {
      put(term.hashes.count, 1, into: &terms)
      put(Int(term.loosest.rawValue), 1, into: &terms)
      put(hashes.count / Width.hash, Width.index, into: &terms)
      put(meanings.count / Width.meaning, Width.index, into: &terms)
      put(term.meanings.count, Width.index, into: &terms)
      put(spellings.count, Width.index, into: &terms)
      put(term.spelling.count, Width.index, into: &terms)
      for hash in term.hashes.dropFirst(2) { put(hash, Width.hash, into: &hashes) }
      for meaning in term.meanings {
        put(Int(meaning.kind.rawValue), 1, into: &meanings)
        put(Int(meaning.index), Width.index, into: &meanings)
      }
      spellings += term.spelling
    }

    func packed(_ keys: [UInt64]) -> [UInt8] {
      var size = 256
      while size < keys.count * 2 { size *= 2 }
      var slots = Array(repeating: 0, count: size)
      var filter = Array(repeating: UInt8(0), count: Width.filter)
      for (index, hash) in keys.enumerated() {
        let bit = Int(hash & 0xFFFF)
        filter[bit >> 2] |= 1 << UInt8(bit & 3)
        var slot = Int(truncatingIfNeeded: hash >> 16) & (size - 1)
        while slots[slot] > 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = index + 1
      }
      var bytes: [UInt8] = []
      let counts = [
        size, keys.count, terms.count / Width.term, hashes.count / Width.hash,
        meanings.count / Width.meaning,
      ]
      for count in counts { put(count, Width.index, into: &bytes) }
      bytes += filter.map { $0 + 0x30 }
      for slot in slots { put(slot, Width.index, into: &bytes) }
      return bytes + heads + terms + hashes + meanings + spellings
    }

    private func put(_ number: Int, _ width: Int, into bytes: inout [UInt8]) {
      put(UInt64(number), width, into: &bytes)
    }

    private func put(_ number: UInt64, _ width: Int, into bytes: inout [UInt8]) {
      for place in stride(from: width - 1, through: 0, by: -1) {
        bytes.append(0x30 + UInt8(truncatingIfNeeded: number >> UInt64(6 * place) & 0x3F))
      }
    }
  }
}

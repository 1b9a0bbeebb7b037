internal import Rubric

/// Gathers phrases with what they mean, and packs them into a `Lexicon`.
struct LexiconBuilder {
  private struct Term {
    var hashes: [UInt64]
    /// The exact spelling; empty when capitals do not count.
    var spelling: [UInt8]
    var loosest: Words.Gap
    var meanings: [Lexicon.Meaning]

    /// Whether it is a single word, as all of its key are.
    var isWord: Bool { hashes.count == 1 }

    /// What it is found by.
    var key: UInt64 {
      hashes.dropFirst().prefix(2).reduce(hashes[0]) { Lexicon.Layout.Key.adding($1, to: $0) }
    }
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
    // Single words are found most often: they come first, so that they stand at the places where they are looked for
    // first, and close together.
    let (alone, others) = (heads.filter { $0.terms[0].isWord }, heads.filter { !$0.terms[0].isWord })
    for head in alone + others { pack.add(head.key, Self.longestFirst(head.terms)) }
    let bytes = SnapshotBytes(pack.packed())
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

    private var slots: [(key: UInt64, first: Int, count: Int)] = []
    private var roles = [UInt8](repeating: 0, count: Width.roles)
    private var terms: [UInt8] = []
    private var hashes: [UInt8] = []
    private var spellings: [UInt8] = []

    /// The most terms of a key, and meanings of a term: what two characters hold.
    private static let most = 1 << 12 - 1

    mutating func add(_ key: UInt64, _ group: [Term]) {
      let group = group.prefix(Self.most)
      slots.append((key, terms.count, group.count))
      for term in group { add(term) }
    }

    private mutating func add(_ term: Term) {
      let plain = term.meanings.filter { !$0.kind.isRule }.prefix(Self.most)
      let near = Self.signals(term, .near)
      let not = Self.signals(term, .not)
      let spelling = term.spelling.prefix(Self.most)
      put(term.hashes.count, 1, into: &terms)
      put(Int(term.loosest.rawValue), 1, into: &terms)
      put(plain.count, Width.count, into: &terms)
      put(near.count, Width.count, into: &terms)
      put(not.count, Width.count, into: &terms)
      put(spelling.count, Width.count, into: &terms)
      put(hashes.count / Width.hash, Width.index, into: &terms)
      put(spellings.count, Width.index, into: &terms)
      note(term.hashes)
      for hash in term.hashes.dropFirst(3) { put(hash, Width.hash, into: &hashes) }
      for meaning in plain + near + not {
        put(Int(meaning.kind.rawValue), 1, into: &terms)
        put(Int(meaning.index), Width.index, into: &terms)
      }
      spellings += spelling
    }

    /// Notes what words do in the key of their term.
    private mutating func note(_ words: [UInt64]) {
      typealias Roles = Lexicon.Layout.Roles
      let noted =
        switch words.count {
        case 1: [Roles.alone]
        case 2: [Roles.firstOfTwo, Roles.secondOfTwo]
        default: [Roles.firstOfThree, Roles.secondOfThree, Roles.thirdOfThree]
        }
      for (word, role) in zip(words, noted) { roles[Roles.place(of: word)] |= role }
    }

    /// The signals for which a term is a rule, in order.
    private static func signals(_ term: Term, _ kind: Lexicon.Meaning.Kind) -> ArraySlice<Lexicon.Meaning> {
      term.meanings.filter { $0.kind == kind }.sorted { $0.index < $1.index }.prefix(most)
    }

    func packed() -> [UInt8] {
      let size = slots.count * 3 / 2 + 1
      var filter = Array(repeating: UInt8(0x30), count: Width.filter)
      for (key, _, _) in slots { filter[Int(key & Width.filterMask) >> 2] |= 1 << UInt8(key & 3) }
      var bytes: [UInt8] = []
      let counts = [size, terms.count, hashes.count / Width.hash]
      for count in counts { put(count, Width.index, into: &bytes) }
      return bytes + roles.map { $0 + 0x30 } + filter + table(of: size) + terms + hashes + spellings
    }

    private func table(of size: Int) -> [UInt8] {
      var places: [Int?] = Array(repeating: nil, count: size)
      for (number, slot) in slots.enumerated() {
        var place = Lexicon.Layout.Key.slot(of: slot.key, among: size)
        while places[place] != nil { place = (place + 1) % size }
        places[place] = number
      }
      var table: [UInt8] = []
      for place in places {
        let slot = place.map { slots[$0] } ?? (key: 0, first: 0, count: 0)
        let characters = Lexicon.Layout.Key.characters(of: slot.key)
        table += (0..<Width.key).map { UInt8(truncatingIfNeeded: characters >> UInt64(8 * $0)) }
        put(slot.first, Width.index, into: &table)
        put(slot.count, Width.count, into: &table)
      }
      return table
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

extension Lexicon {
  /// Where the parts of a packed index stand, and how they are read.
  ///
  /// In order: five counts; a filter of the keys, four bits to a character; slots, each a head or none; heads,
  /// one for each key, with its terms; terms; the hashes of words behind the second; meanings; spellings. The key
  /// of a term is made of its first two words, and of one word its hash.
  /// All numbers are of a fixed width, so that each is found by its index.
  struct Layout: Sendable {
    /// All of it.
    let range: Range<Int>
    private let slotCount: Int
    private let slots: Int
    private let heads: Int
    private let terms: Int
    private let hashes: Int
    private let meanings: Int
    private let spellings: Int

    /// A term, by where it stands. Its numbers are read one by one, when they are asked for.
    struct Term {
      fileprivate let place: Int
    }

    /// How many characters each number takes.
    enum Width {
      static let hash = 11
      static let index = 4
      static let head = hash + index + index
      static let term = 1 + 1 + 5 * index
      static let meaning = 1 + index
      static let filter = 1 << 14
    }

    /// The characters of an index.
    typealias Packed = UnsafeBufferPointer<UInt8>

    /// The parts of a packed index. One that is cut short is empty.
    init(_ bytes: Packed, in range: Range<Int>) {
      self.range = range
      let isWhole = range.count >= 5 * Width.index + Width.filter && range.upperBound <= bytes.count
      let counts = (0..<5).map { number in
        isWhole ? Self.index(bytes, range.lowerBound + number * Width.index) : 0
      }
      slotCount = counts[0]
      slots = range.lowerBound + 5 * Width.index + Width.filter
      heads = slots + counts[0] * Width.index
      terms = heads + counts[1] * Width.head
      hashes = terms + counts[2] * Width.term
      meanings = hashes + counts[3] * Width.hash
      spellings = meanings + counts[4] * Width.meaning
    }

    /// What terms of several words are found by.
    @inline(__always)
    static func key(_ first: UInt64, _ second: UInt64) -> UInt64 {
      let mixed = (first &* 0x9E37_79B9_7F4A_7C15 ^ second) &* 0xBF58_476D_1CE4_E5B9
      return mixed ^ mixed >> 29
    }

    /// Whether any term may have a key; true for a few that none has.
    @inline(__always)
    func mayHold(_ hash: UInt64, _ bytes: Packed) -> Bool {
      guard slotCount > 0 else { return false }
      let bit = Int(truncatingIfNeeded: hash & 0xFFFF)
      return (bytes[slots - Width.filter + bit >> 2] &- 0x30) & (1 << UInt8(bit & 3)) != 0
    }

    /// The terms of a key, by index; nil when there are none.
    func group(_ hash: UInt64, _ bytes: Packed) -> Range<Int>? {
      let mask = slotCount - 1
      var slot = Int(truncatingIfNeeded: hash >> 16) & mask
      while true {
        let number = Self.index(bytes, slots + slot * Width.index)
        guard number > 0 else { return nil }
        let place = heads + (number - 1) * Width.head
        if Self.hash(bytes, place) == hash {
          let first = Self.index(bytes, place + Width.hash)
          return first..<first + Self.index(bytes, place + Width.hash + Width.index)
        }
        slot = (slot + 1) & mask
      }
    }

    /// A term by its index.
    @inline(__always)
    func term(_ index: Int) -> Term { Term(place: terms + index * Width.term) }

    /// How many words a term has.
    @inline(__always)
    func wordCount(of term: Term, _ bytes: Packed) -> Int { Int(bytes[term.place] &- 0x30) }

    /// The most that may stand between two words of a term: a slash, or a comma where the phrase has one.
    @inline(__always)
    func loosest(of term: Term, _ bytes: Packed) -> Words.Gap {
      Words.Gap(rawValue: bytes[term.place + 1] &- 0x30) ?? .slash
    }

    /// The index of the hash of a term's third word.
    @inline(__always)
    func rest(of term: Term, _ bytes: Packed) -> Int { Self.index(bytes, term.place + 2) }

    /// The meanings of a term, by index.
    @inline(__always)
    func meanings(of term: Term, _ bytes: Packed) -> Range<Int> {
      let first = Self.index(bytes, term.place + 6)
      return first..<first + Self.index(bytes, term.place + 10)
    }

    /// Where the exact spelling of a term stands; empty when capitals do not count.
    @inline(__always)
    func spelling(of term: Term, _ bytes: Packed) -> Range<Int> {
      let start = spellings + Self.index(bytes, term.place + 14)
      return start..<start + Self.index(bytes, term.place + 18)
    }

    /// The hash of a further word by its index.
    @inline(__always)
    func hash(_ index: Int, _ bytes: Packed) -> UInt64 { Self.hash(bytes, hashes + index * Width.hash) }

    /// A meaning by its index.
    func meaning(_ index: Int, _ bytes: Packed) -> Meaning {
      let place = meanings + index * Width.meaning
      let kind = Meaning.Kind(rawValue: bytes[place] &- 0x30) ?? .cue
      return Meaning(kind: kind, index: Int32(Self.index(bytes, place + 1)))
    }

    /// A hash, of which the first of eleven characters holds the highest four bits: in two fours, and four again
    /// of which the first was in the second four already.
    @inline(__always)
    private static func hash(_ bytes: Packed, _ place: Int) -> UInt64 {
      UInt64(index(bytes, place)) << 42 | UInt64(index(bytes, place + 4)) << 18
        | UInt64(index(bytes, place + 7)) & 0x3FFFF
    }

    /// A number of four characters, all of which are read at once.
    @inline(__always)
    private static func index(_ bytes: Packed, _ place: Int) -> Int {
      let characters = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt32.self)
      let digits = UInt32(bigEndian: characters) &- 0x3030_3030
      return Int(digits & 0x3F | digits >> 2 & 0xFC0 | digits >> 4 & 0x3F000 | digits >> 6 & 0xFC0000)
    }
  }
}

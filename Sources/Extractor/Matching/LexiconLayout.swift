extension Lexicon {
  /// Where the parts of a packed index stand, and how they are read.
  ///
  /// In order: six counts; a filter of the first words, four bits to a character; slots, each a head or none;
  /// heads, one for each first word, with its terms; terms; the hashes of further words; meanings; spellings.
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

    /// A term as it is looked at.
    struct Term {
      /// How many words.
      var count: Int
      /// The most that may stand between two of its words: a slash, or a comma where the phrase has one.
      var loosest: Words.Gap
      /// The index of the hash of its second word.
      var rest: Int
      /// Its meanings, by index.
      var meanings: Range<Int>
      /// Its exact spelling; empty when capitals do not count.
      var spelling: Range<Int>
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

    /// The parts of a packed index. One that is cut short is empty.
    init(_ bytes: [UInt8], in range: Range<Int>) {
      self.range = range
      let isWhole = range.count >= 5 * Width.index + Width.filter && range.upperBound <= bytes.count
      let counts = (0..<5).map { number in
        isWhole ? Self.number(bytes, range.lowerBound + number * Width.index, Width.index) : 0
      }
      slotCount = counts[0]
      slots = range.lowerBound + 5 * Width.index + Width.filter
      heads = slots + counts[0] * Width.index
      terms = heads + counts[1] * Width.head
      hashes = terms + counts[2] * Width.term
      meanings = hashes + counts[3] * Width.hash
      spellings = meanings + counts[4] * Width.meaning
    }

    /// Whether any term may begin with a word; true for a few that none begins with.
    @inline(__always)
    func mayBegin(_ hash: UInt64, _ bytes: [UInt8]) -> Bool {
      guard slotCount > 0 else { return false }
      let bit = Int(truncatingIfNeeded: hash & 0xFFFF)
      return (bytes[slots - Width.filter + bit >> 2] &- 0x30) & (1 << UInt8(bit & 3)) != 0
    }

    /// The terms that begin with a word, by index; nil when there are none.
    func head(_ hash: UInt64, _ bytes: [UInt8]) -> Range<Int>? {
      let mask = slotCount - 1
      var slot = Int(truncatingIfNeeded: hash >> 16) & mask
      while true {
        let number = Self.number(bytes, slots + slot * Width.index, Width.index)
        guard number > 0 else { return nil }
        let place = heads + (number - 1) * Width.head
        if Self.hash(bytes, place) == hash {
          let first = Self.number(bytes, place + Width.hash, Width.index)
          return first..<first + Self.number(bytes, place + Width.hash + Width.index, Width.index)
        }
        slot = (slot + 1) & mask
      }
    }

    /// A term by its index.
    @inline(__always)
    func term(_ index: Int, _ bytes: [UInt8]) -> Term {
      let place = terms + index * Width.term
      let meaning = Self.number(bytes, place + 6, Width.index)
      let spelling = spellings + Self.number(bytes, place + 14, Width.index)
      return Term(
        count: Self.number(bytes, place, 1),
        loosest: Words.Gap(rawValue: bytes[place + 1] &- 0x30) ?? .slash,
        rest: Self.number(bytes, place + 2, Width.index),
        meanings: meaning..<meaning + Self.number(bytes, place + 10, Width.index),
        spelling: spelling..<spelling + Self.number(bytes, place + 18, Width.index))
    }

    /// The hash of a further word by its index.
    @inline(__always)
    func hash(_ index: Int, _ bytes: [UInt8]) -> UInt64 { Self.hash(bytes, hashes + index * Width.hash) }

    /// A meaning by its index.
    func meaning(_ index: Int, _ bytes: [UInt8]) -> Meaning {
      let place = meanings + index * Width.meaning
      let number = Self.number(bytes, place + 1, Width.index)
      return Meaning(kind: Meaning.Kind(rawValue: bytes[place] &- 0x30) ?? .cue, index: Int32(number))
    }

    @inline(__always)
    private static func hash(_ bytes: [UInt8], _ place: Int) -> UInt64 {
      var hash: UInt64 = 0
      for offset in 0..<Width.hash { hash = hash << 6 | UInt64(bytes[place + offset] &- 0x30) }
      return hash
    }

    @inline(__always)
    private static func number(_ bytes: [UInt8], _ place: Int, _ width: Int) -> Int {
      var number = 0
      for offset in 0..<width { number = number << 6 | Int(bytes[place + offset] &- 0x30) }
      return number
    }
  }
}

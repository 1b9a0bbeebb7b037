/// A set of words that says of most words that are not in it that they are not, without looking them up: the lowest
/// twelve bits of all of them (Bloom 1970).
struct WordFilter {
  private var bits = Array(repeating: 0 as UInt64, count: 64)

  mutating func insert(_ words: some Sequence<UInt64>) {
    for word in words { bits[Int(word >> 6 & 63)] |= 1 << (word & 63) }
  }

  /// False where a word is not among those inserted; else it may be.
  func mayHold(_ word: UInt64) -> Bool { bits[Int(word >> 6 & 63)] >> (word & 63) & 1 == 1 }
}

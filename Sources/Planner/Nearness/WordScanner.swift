/// The words of a text, for comparing texts by what they have in common.
///
/// A word is a run of ASCII letters and digits, capitals or not. Its ending does not count, so that "deploying",
/// "Deployments" and "deploy" are one word: an "s", then "ment", "ing" or "ed", then an "e" are taken off as
/// long as four letters are left, three for the "s" and the "e". Other letters end a word.
struct ScannedWords {
  /// A hash of each word, in order.
  private(set) var hashes: [UInt64] = []
  /// Where each stands, in bytes.
  private(set) var ranges: [Range<Int>] = []

  /// Scans a text.
  init(_ text: String) {
    Self.forEach(in: text) { hash, range in
      hashes.append(hash)
      ranges.append(range)
    }
  }

  /// Calls with a hash of each word, and where it stands.
  static func forEach(in text: String, _ body: (UInt64, Range<Int>) -> Void) {
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      guard ASCII.isWord(bytes[place]) else {
        place += 1
        continue
      }
      let begin = place
      while place < bytes.count, ASCII.isWord(bytes[place]) { place += 1 }
      body(hash(of: bytes[begin..<place]), begin..<place)
    }
  }

  /// FNV-1a of a word without its ending.
  private static func hash(of word: ArraySlice<UInt8>) -> UInt64 {
    var stem = word
    func drop(_ ending: StaticString, leaving least: Int) -> Bool {
      let count = ending.utf8CodeUnitCount
      guard stem.count >= least + count else { return false }
      let ends = ending.withUTF8Buffer { ending in
        zip(stem.suffix(count), ending).allSatisfy { $0 | 0x20 == $1 }
      }
      if ends { stem = stem.dropLast(count) }
      return ends
    }
    _ = drop("s", leaving: 3)
    _ = drop("ment", leaving: 4) || drop("ing", leaving: 4) || drop("ed", leaving: 4)
    _ = drop("e", leaving: 3)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in stem { hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01b3 }
    return hash ^ hash >> 32
  }
}

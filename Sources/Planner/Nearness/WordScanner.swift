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
    var text = text
    text.withUTF8 { bytes in
      var place = 0
      while place < bytes.count {
        guard ASCII.isWord(bytes[place]) else {
          place += 1
          continue
        }
        let begin = place
        while place < bytes.count, ASCII.isWord(bytes[place]) { place += 1 }
        body(hash(of: bytes, from: begin, to: stemEnd(of: bytes, begin, place)), begin..<place)
      }
    }
  }

  /// A hash of each word, where it does not matter where they stand.
  static func hashes(of text: String) -> [UInt64] {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(4)
    forEach(in: text) { hash, _ in hashes.append(hash) }
    return hashes
  }

  /// A hash of the first word; nil where there is none.
  static func first(in text: String) -> UInt64? {
    var text = text
    return text.withUTF8 { bytes in
      guard let begin = bytes.firstIndex(where: ASCII.isWord) else { return nil }
      let end = bytes[begin...].firstIndex { !ASCII.isWord($0) } ?? bytes.count
      return hash(of: bytes, from: begin, to: stemEnd(of: bytes, begin, end))
    }
  }

  /// Where a word ends without its ending.
  private static func stemEnd(of bytes: UnsafeBufferPointer<UInt8>, _ begin: Int, _ wordEnd: Int) -> Int {
    var end = wordEnd
    func isLetter(_ letter: Unicode.Scalar, before place: Int) -> Bool {
      bytes[end - place] | 0x20 == UInt8(ascii: letter)
    }
    if end - begin >= 4, isLetter("s", before: 1) { end -= 1 }
    if end - begin >= 8, isLetter("t", before: 1), isLetter("n", before: 2), isLetter("e", before: 3),
      isLetter("m", before: 4)
    {
      end -= 4
    } else if end - begin >= 7, isLetter("g", before: 1), isLetter("n", before: 2), isLetter("i", before: 3) {
      end -= 3
    } else if end - begin >= 6, isLetter("d", before: 1), isLetter("e", before: 2) {
      end -= 2
    }
    if end - begin >= 4, isLetter("e", before: 1) { end -= 1 }
    return end
  }

  /// A digest of a whole text, by which texts are one that differ in nothing but their capitals.
  static func digest(of text: String) -> UInt64 {
    var text = text
    let digest = text.withUTF8 { bytes -> UInt64? in
      var digest = basis
      for byte in bytes {
        guard byte < 0x80 else { return nil }
        digest = (digest ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* prime
      }
      return digest
    }
    return digest ?? text.lowercased().utf8.reduce(basis) { ($0 ^ UInt64($1)) &* prime }
  }

  private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  /// FNV-1a.
  private static func hash(of bytes: UnsafeBufferPointer<UInt8>, from begin: Int, to end: Int) -> UInt64 {
    var hash = basis
    for place in begin..<end { hash = (hash ^ UInt64(bytes[place] | 0x20)) &* prime }
    return hash ^ hash >> 32
  }
}

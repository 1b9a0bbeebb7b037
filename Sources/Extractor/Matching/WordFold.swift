/// Folds words so that spellings of the same word meet: small letters, no plural s, no last e, -ize
/// for -ise.
enum WordFold {
  /// Longer words are digested as they are.
  private static let longest = 32

  /// The digest of a folded word.
  static func hash(_ input: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    guard end - start <= longest else { return digest(input, start, end) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { buffer in
      let length = fold(input, start, end, buffer)
      return digest(UnsafeBufferPointer(buffer), 0, length)
    }
  }

  /// The digest of a folded word given as text.
  static func hash(_ word: String) -> UInt64 {
    Array(word.utf8).withUnsafeBufferPointer { hash($0, 0, $0.count) }
  }

  /// FNV-1a, 64 bits, with a final mix (the mixer of SplitMix64), so that any bits can pick a slot.
  @inline(__always)
  private static func digest(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in start..<end { hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash >> 27
  }

  private static func fold(
    _ input: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var length = 0
    var isASCII = true
    for offset in start..<end {
      var byte = input[offset]
      if CharacterClass.isCapital(byte) {
        byte |= 0x20
      } else if byte >= 0x80 {
        isASCII = false
        if (0x80...0x9E).contains(byte), offset > start, input[offset - 1] == 0xC3 { byte += 0x20 }
      }
      buffer[length] = byte
      length += 1
    }
    guard isASCII, length >= 3 else { return length }
    let isAcronym = CharacterClass.isCapital(input[end - 2])
    guard length > 3 || (isAcronym && input[end - 1] == UInt8(ascii: "s")) else { return length }
    length = withoutPlural(buffer, length, isAcronym: isAcronym)
    makeAmerican(buffer, length)
    return length > 3 && buffer[length - 1] == UInt8(ascii: "e") ? length - 1 : length
  }

  /// Drops the plural s: "queries" is "query" and "caches" is "cache". Words in -ss, -us and -is keep
  /// theirs, except acronyms ("APIs"). The last e goes too, so that "processes" meets "process".
  private static func withoutPlural(_ word: UnsafeMutableBufferPointer<UInt8>, _ length: Int, isAcronym: Bool)
    -> Int
  {
    guard word[length - 1] == UInt8(ascii: "s") else { return length }
    let before = word[length - 2]
    if before == UInt8(ascii: "s") || before == UInt8(ascii: "u") { return length }
    if before == UInt8(ascii: "i"), !isAcronym { return length }
    if before == UInt8(ascii: "e"), length > 4, word[length - 3] == UInt8(ascii: "i") {
      word[length - 3] = UInt8(ascii: "y")
      return length - 2
    }
    return length - 1
  }

  /// -ise, -ised, -ising, -iser, -isation with z.
  private static func makeAmerican(_ word: UnsafeMutableBufferPointer<UInt8>, _ length: Int) {
    for ending in endings where length >= ending.count + 3 {
      let start = length - ending.count
      if ending.indices.allSatisfy({ word[start + $0] == ending[$0] }) {
        word[start + 1] = UInt8(ascii: "z")
        return
      }
    }
  }

  private static let endings: [[UInt8]] = ["isation", "ising", "ised", "iser", "ise"].map { Array($0.utf8) }
}

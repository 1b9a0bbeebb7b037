/// Folds words so that spellings of the same word meet: small letters, no plural s, no last e, -ize
/// for -ise.
///
/// A word is folded and digested eight bytes at a time, in a buffer that is as long as the longest word that is
/// folded and whose rest is zero.
enum WordFold {
  /// Longer words are digested as they are.
  private static let longest = 32

  /// The digest of a folded word.
  static func hash(_ input: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    guard end - start <= longest else { return digest(input, start, end) }
    return withUnsafeTemporaryAllocation(byteCount: longest, alignment: 8) { buffer in
      let isASCII = copySmall(UnsafeRawBufferPointer(input), start, end, buffer)
      var length = end - start
      let word = buffer.bindMemory(to: UInt8.self)
      if isASCII {
        let isAcronym = length >= 2 && CharacterClass.isCapital(input[end - 2])
        let isPlural = isAcronym && input[end - 1] == UInt8(ascii: "s")
        if length > 3 || (length == 3 && isPlural) { length = folded(word, length, isAcronym: isAcronym) }
      } else {
        makeSmall(word, length)
      }
      return digest(UnsafeRawBufferPointer(buffer), length)
    }
  }

  /// The digest of a folded word given as text.
  static func hash(_ word: String) -> UInt64 {
    Array(word.utf8).withUnsafeBufferPointer { hash($0, 0, $0.count) }
  }

  /// Copies a word into a buffer, ASCII letters small and zeros behind it. Tells whether it is all ASCII; letters
  /// that are not are copied as they are.
  @inline(__always)
  private static func copySmall(
    _ input: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ buffer: UnsafeMutableRawBufferPointer
  ) -> Bool {
    let length = end - start
    var foreign: UInt64 = 0
    for offset in stride(from: 0, to: length, by: 8) {
      let bytes = eightBytes(input, at: start + offset) & mask(length - offset)
      foreign |= bytes & 0x8080_8080_8080_8080
      buffer.storeBytes(of: bytes.littleEndian, toByteOffset: offset, as: UInt64.self)
    }
    guard foreign == 0 else { return false }
    for offset in stride(from: 0, to: length, by: 8) {
      let bytes = UInt64(littleEndian: buffer.load(fromByteOffset: offset, as: UInt64.self))
      // What else stands in a word, digits and the signs of C++ and .NET, has this bit already.
      let small = bytes | 0x2020_2020_2020_2020 & mask(length - offset)
      buffer.storeBytes(of: small.littleEndian, toByteOffset: offset, as: UInt64.self)
    }
    return true
  }

  /// The lowest bytes of eight, as many as there are left.
  @inline(__always)
  private static func mask(_ left: Int) -> UInt64 { left < 8 ? 1 << UInt64(8 * left) - 1 : .max }

  /// Eight bytes of a text, the first one lowest; zeros behind its end.
  @inline(__always)
  private static func eightBytes(_ input: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    if offset + 8 <= input.count {
      return UInt64(littleEndian: input.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    return input[offset...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Small letters, beyond ASCII those of Latin-1.
  private static func makeSmall(_ word: UnsafeMutableBufferPointer<UInt8>, _ length: Int) {
    var before: UInt8 = 0
    for offset in 0..<length {
      let byte = word[offset]
      if CharacterClass.isCapital(byte) {
        word[offset] = byte | 0x20
      } else if (0x80...0x9E).contains(byte), before == 0xC3 {
        word[offset] = byte + 0x20
      }
      before = byte
    }
  }

  /// The length of a word of small ASCII letters once it is folded, in place.
  @inline(__always)
  private static func folded(
    _ word: UnsafeMutableBufferPointer<UInt8>, _ length: Int, isAcronym: Bool
  ) -> Int {
    let length = withoutPlural(word, length, isAcronym: isAcronym)
    makeAmerican(word, length)
    return length > 3 && word[length - 1] == UInt8(ascii: "e") ? length - 1 : length
  }

  /// Drops the plural s: "queries" is "query" and "caches" is "cache". Words in -ss, -us and -is keep
  /// theirs, except acronyms ("APIs"). The last e goes too, so that "processes" meets "process".
  @inline(__always)
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
  @inline(__always)
  private static func makeAmerican(_ word: UnsafeMutableBufferPointer<UInt8>, _ length: Int) {
    let ending: StaticString =
      switch word[length - 1] {
      case UInt8(ascii: "e"): "ise"
      case UInt8(ascii: "d"): "ised"
      case UInt8(ascii: "r"): "iser"
      case UInt8(ascii: "g"): "ising"
      case UInt8(ascii: "n"): "isation"
      default: ""
      }
    let count = ending.utf8CodeUnitCount
    guard count > 0, length >= count + 3, word[length - count] == UInt8(ascii: "i") else { return }
    let tail = UnsafeBufferPointer(rebasing: word[length - count..<length])
    if ending.withUTF8Buffer({ $0.elementsEqual(tail) }) { word[length - count + 1] = UInt8(ascii: "z") }
  }

  /// The digest of the first bytes of a buffer, mixed as in MurmurHash3 and finished as in SplitMix64, so that
  /// any bits can pick a slot.
  @inline(__always)
  private static func digest(_ buffer: UnsafeRawBufferPointer, _ length: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in stride(from: 0, to: length, by: 8) {
      let bytes = UInt64(littleEndian: buffer.load(fromByteOffset: offset, as: UInt64.self))
      hash = (hash ^ bytes & mask(length - offset)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    hash = (hash ^ UInt64(length)) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash >> 29
  }

  /// FNV-1a of a word that is too long to be folded.
  private static func digest(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in start..<end { hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash >> 27
  }
}

/// Folds words so that spellings of the same word meet: small letters, no plural s, no last e, -ize
/// for -ise.
///
/// A word is folded and digested eight bytes at a time. Most words have no more, and are folded in a register.
enum WordFold {
  /// Longer words are digested as they are.
  private static let longest = 32

  /// The digest of a folded word.
  @inline(__always)
  static func hash(_ input: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    let length = end - start
    guard length > 0 else { return finished(self.start, 0) }
    if length <= 8 {
      let bytes = eightBytes(UnsafeRawBufferPointer(input), at: start) & mask(length)
      if bytes & 0x8080_8080_8080_8080 == 0 { return hash(ofASCII: ShortWord(bytes: bytes), length) }
    }
    return hash(ofLong: input, start, end)
  }

  /// The word of ASCII at an offset and the digest of its folded form, where it has two to seven letters and digits:
  /// most words, which are measured and folded with one look at eight bytes. Length 0 for others, and near the end.
  @inline(__always)
  static func shortWord(
    _ input: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> (length: Int, hash: UInt64) {
    guard offset &+ 8 <= input.count else { return (0, 0) }
    let bytes = eightBytes(UnsafeRawBufferPointer(input), at: offset)
    let others = CharacterClass.marksOfOthers(in: bytes)
    let length = others.trailingZeroBitCount >> 3
    guard length > 1, length < 8, bytes &>> UInt64(8 &* length) & 0x80 == 0 else { return (0, 0) }
    return (length, hash(ofASCII: ShortWord(bytes: bytes & mask(length)), length))
  }

  /// The digest of a folded word given as text.
  static func hash(_ word: String) -> UInt64 {
    Array(word.utf8).withUnsafeBufferPointer { hash($0, 0, $0.count) }
  }

  @inline(__always)
  private static func hash(ofASCII word: ShortWord, _ length: Int) -> UInt64 {
    var word = word
    let ending = WordEnding(length > 1 ? word[length - 2] : 0, word[length - 1], length: length)
    // What else stands in a word, digits and the signs of C++ and .NET, has this bit already.
    word.bytes |= 0x2020_2020_2020_2020 & mask(length)
    let folded = ending.fold(&word, length)
    return finished(mixed(start, word.bytes & mask(folded)), folded)
  }

  private static func hash(ofLong input: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    guard end - start <= longest else { return digest(input, start, end) }
    return withUnsafeTemporaryAllocation(byteCount: longest, alignment: 8) { buffer in
      let isASCII = copySmall(UnsafeRawBufferPointer(input), start, end, buffer)
      var length = end - start
      var word = buffer.bindMemory(to: UInt8.self)
      if isASCII {
        let ending = WordEnding(length > 1 ? input[end - 2] : 0, input[end - 1], length: length)
        length = ending.fold(&word, length)
      } else {
        makeSmall(&word, length)
      }
      return digest(UnsafeRawBufferPointer(buffer), length)
    }
  }

  /// Copies a word into a buffer, ASCII letters small and zeros behind it. Tells whether it is all ASCII; letters
  /// of a word that is not are copied as they are.
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
      let small = bytes | 0x2020_2020_2020_2020 & mask(length - offset)
      buffer.storeBytes(of: small.littleEndian, toByteOffset: offset, as: UInt64.self)
    }
    return true
  }

  /// The lowest bytes of eight, as many as there are left.
  @inline(__always)
  private static func mask(_ left: Int) -> UInt64 {
    left < 8 ? 1 &<< UInt64(truncatingIfNeeded: 8 &* left) &- 1 : .max
  }

  /// Eight bytes of a text, the first one lowest; zeros behind its end.
  @inline(__always)
  private static func eightBytes(_ input: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    if offset + 8 <= input.count {
      return UInt64(littleEndian: input.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    return input[offset...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Small letters, beyond ASCII those of Latin-1.
  private static func makeSmall(_ word: inout UnsafeMutableBufferPointer<UInt8>, _ length: Int) {
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

  /// The digest of the first bytes of a buffer: mixed as in MurmurHash3 and finished as in SplitMix64, so that any
  /// bits can pick a slot.
  private static func digest(_ buffer: UnsafeRawBufferPointer, _ length: Int) -> UInt64 {
    var hash = start
    for offset in stride(from: 0, to: length, by: 8) {
      let bytes = UInt64(littleEndian: buffer.load(fromByteOffset: offset, as: UInt64.self))
      hash = mixed(hash, bytes & mask(length - offset))
    }
    return finished(hash, length)
  }

  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ bytes: UInt64) -> UInt64 {
    let product = (hash ^ bytes) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  @inline(__always)
  private static func finished(_ hash: UInt64, _ length: Int) -> UInt64 {
    let product = (hash ^ UInt64(truncatingIfNeeded: length)) &* 0xBF58_476D_1CE4_E5B9
    return product ^ product >> 29
  }

  /// FNV-1a of a word that is too long to be folded.
  private static func digest(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in start..<end { hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash >> 27
  }
}

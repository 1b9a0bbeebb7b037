/// The SHA-256 digest (FIPS 180-4).
///
/// Written out here because the libraries that offer it bring a whole cryptography suite with them;
/// it names files, marks changes and seals scorecards (docs/decisions/0023-seals-and-records.md).
public struct SHA256: Sendable {
  private var state = SHA256State()
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// A digest of nothing yet.
  public init() {}

  /// The digest of some bytes, in hexadecimal.
  public static func hexadecimal(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.finish()
  }

  /// The digest of a text in UTF-8, in hexadecimal.
  public static func hexadecimal(of text: String) -> String {
    var digest = SHA256()
    digest.update(text)
    return digest.finish()
  }

  /// Adds bytes.
  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  /// Adds a text.
  public mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// The digest in hexadecimal. Nothing may be added afterwards.
  public consuming func finish() -> String {
    let bits = length &* 8
    var tail: [UInt8] = [0x80]
    while (pending.count + tail.count) % 64 != 56 { tail.append(0) }
    tail += (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) }
    update(tail)
    return state.hexadecimal
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var start = 0
    if !pending.isEmpty {
      start = min(64 - pending.count, bytes.count)
      pending += bytes[..<start]
      guard pending.count == 64 else { return }
      pending.withUnsafeBytes { state.add(blocks: $0) }
      pending = []
    }
    let end = bytes.count - (bytes.count - start) % 64
    if start < end { state.add(blocks: UnsafeRawBufferPointer(rebasing: bytes[start..<end])) }
    pending += bytes[end...]
  }
}

/// The eight words that blocks of 64 bytes are mixed into.
private struct SHA256State {
  private var a: UInt32 = 0x6A09_E667
  private var b: UInt32 = 0xBB67_AE85
  private var c: UInt32 = 0x3C6E_F372
  private var d: UInt32 = 0xA54F_F53A
  private var e: UInt32 = 0x510E_527F
  private var f: UInt32 = 0x9B05_688C
  private var g: UInt32 = 0x1F83_D9AB
  private var h: UInt32 = 0x5BE0_CD19

  var hexadecimal: String {
    [a, b, c, d, e, f, g, h].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  /// Mixes in whole blocks.
  mutating func add(blocks bytes: UnsafeRawBufferPointer) {
    Self.constants.withUnsafeBufferPointer { constants in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
        for start in stride(from: 0, to: bytes.count, by: 64) {
          Self.spread(bytes, from: start, to: words)
          add(words, constants)
        }
      }
    }
  }

  /// The words of a block, and those that follow from them. Two rotations of a word are one of it and one of
  /// both, `(w >>> 7) ^ (w >>> 18)` being `((w >>> 11) ^ w) >>> 7`: an instruction less.
  @inline(__always)
  private static func spread(
    _ bytes: UnsafeRawBufferPointer, from start: Int, to words: UnsafeMutableBufferPointer<UInt32>
  ) {
    for t in 0..<16 {
      words[t] = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: start &+ t &* 4, as: UInt32.self))
    }
    for t in 16..<64 {
      let (early, late) = (words[t &- 15], words[t &- 2])
      let s0 = rotate(rotate(early, 11) ^ early, 7) ^ early &>> 3
      let s1 = rotate(rotate(late, 2) ^ late, 17) ^ late &>> 10
      words[t] = words[t &- 16] &+ s0 &+ words[t &- 7] &+ s1
    }
  }

  /// Eight rounds at a time, after which each word is back in its place and none was moved.
  @inline(__always)
  private mutating func add(
    _ words: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>
  ) {
    var next = self
    for t in stride(from: 0, to: 64, by: 8) {
      next.round(words[t] &+ constants[t])
      next.round(words[t &+ 1] &+ constants[t &+ 1])
      next.round(words[t &+ 2] &+ constants[t &+ 2])
      next.round(words[t &+ 3] &+ constants[t &+ 3])
      next.round(words[t &+ 4] &+ constants[t &+ 4])
      next.round(words[t &+ 5] &+ constants[t &+ 5])
      next.round(words[t &+ 6] &+ constants[t &+ 6])
      next.round(words[t &+ 7] &+ constants[t &+ 7])
    }
    (a, b, c, d) = (a &+ next.a, b &+ next.b, c &+ next.c, d &+ next.d)
    (e, f, g, h) = (e &+ next.e, f &+ next.f, g &+ next.g, h &+ next.h)
  }

  @inline(__always)
  private mutating func round(_ word: UInt32) {
    let s1 = Self.rotate(Self.rotate(Self.rotate(e, 14) ^ e, 5) ^ e, 6)
    let t1 = h &+ word &+ s1 &+ ((f ^ g) & e ^ g)
    let s0 = Self.rotate(Self.rotate(Self.rotate(a, 9) ^ a, 11) ^ a, 2)
    let majority = (a ^ b) & (b ^ c) ^ b
    (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ s0 &+ majority)
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }

  private static let constants: [UInt32] = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98,
    0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1,
    0xefbe4786,
    0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d,
    0xb00327c8,
    0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
    0x53380d13,
    0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819,
    0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3,
    0x4ed8aa4a,
    0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb,
    0xbef9a3f7,
    0xc67178f2,
  ]
}

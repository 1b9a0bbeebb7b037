extension Lexicon.Layout {
  /// What the terms of an index are found by: of one word its digest, of several a digest of the first three.
  enum Key {
    /// The key of the terms that go on with a word.
    @inline(__always)
    static func adding(_ next: UInt64, to start: UInt64) -> UInt64 {
      let mixed = (start &* 0x9E37_79B9_7F4A_7C15 ^ next) &* 0xBF58_476D_1CE4_E5B9
      return mixed ^ mixed >> 29
    }

    /// Which of some places a key is looked for first.
    @inline(__always)
    static func slot(of key: UInt64, among count: Int) -> Int {
      Int(truncatingIfNeeded: ((key >> 32) &* UInt64(truncatingIfNeeded: count)) >> 32)
    }

    /// The lowest six bits of each byte of a key as eight characters, the first one lowest: all of it that the table
    /// holds, made with two instructions.
    @inline(__always)
    static func characters(of key: UInt64) -> UInt64 {
      key & 0x3F3F_3F3F_3F3F_3F3F &+ 0x3030_3030_3030_3030
    }
  }
}

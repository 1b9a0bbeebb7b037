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

    /// The lowest 48 bits of a key as eight characters, the first one lowest. To spread the bits of the key that is
    /// looked for takes a dozen steps, and each key that it is held against one.
    @inline(__always)
    static func characters(of key: UInt64) -> UInt64 {
      var bits = key & 0xFFFF_FFFF_FFFF
      bits = bits & 0xFF_FFFF | bits << 8 & 0x00FF_FFFF_0000_0000
      bits = bits & 0x0000_0FFF_0000_0FFF | bits << 4 & 0x0FFF_0000_0FFF_0000
      bits = bits & 0x003F_003F_003F_003F | bits << 2 & 0x3F00_3F00_3F00_3F00
      return bits + 0x3030_3030_3030_3030
    }
  }
}

/// The spaces beyond ASCII and the no-break space.
enum ThinSpace {
  /// As wide as a space or narrower: U+2000 to U+200A and U+202F.
  case space
  /// Without any width: U+200B to U+200D.
  case nothing

  /// What stands at an offset; nil for anything else.
  static func decode(_ input: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> ThinSpace? {
    guard offset + 2 < end, input[offset] == 0xE2, input[offset + 1] == 0x80 else { return nil }
    switch input[offset + 2] {
    case 0x80...0x8A, 0xAF: return .space
    case 0x8B...0x8D: return .nothing
    default: return nil
    }
  }
}

/// The one-byte character sets as which UTF-8 is most often misread.
enum LegacyCharacters: CaseIterable {
  /// Windows-1252, with its five undefined bytes read as C1 controls, as browsers do (WHATWG
  /// Encoding Standard).
  case windows1252
  /// Mac OS Roman.
  case macRoman

  /// The byte that this set shows as a scalar; nil when it has no such character.
  func byte(of scalar: UInt32) -> UInt8? {
    if scalar < 0x80 { return nil }
    switch self {
    case .windows1252:
      if (0xA0...0xFF).contains(scalar) { return UInt8(scalar) }
      if scalar < 0xA0, Self.windowsControls[Int(scalar - 0x80)] == scalar { return UInt8(scalar) }
      return Self.windowsControls.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
    case .macRoman:
      if scalar < Self.macBytes.count {
        let byte = Self.macBytes[Int(scalar)]
        return byte == 0 ? nil : byte
      }
      return Self.macUpperHalf.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
    }
  }

  /// The bytes of Mac OS Roman by scalar, 0 for none: all but four letters of it. Every letter with an accent and every
  /// quotation mark of a sound text is looked up here.
  private static let macBytes: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: 0x2600)
    for (number, scalar) in macUpperHalf.enumerated() where scalar < bytes.count {
      bytes[Int(scalar)] = UInt8(0x80 + number)
    }
    return bytes
  }()

  /// The scalar that a byte from 0x80 means in Windows-1252; nil for the five that mean nothing.
  static func windowsScalar(of byte: UInt8) -> Unicode.Scalar? {
    guard byte < 0xA0 else { return Unicode.Scalar(byte) }
    let value = windowsControls[Int(byte & 0x1F)]
    return value < 0xA0 ? nil : Unicode.Scalar(value)
  }

  /// Bytes 0x80 to 0x9F.
  private static let windowsControls: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// Bytes 0x80 to 0xFF. 0xDB is the euro sign since 1998; 0xF0 the Apple logo in the private use area.
  private static let macUpperHalf: [UInt32] = Array(
    """
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
    """.unicodeScalars.map(\.value))
}

internal import Diagnostics

/// The encoding of a file.
enum TextEncoding: Sendable {
  case utf8
  /// UTF-16 with a byte order mark.
  case utf16
  /// Windows-1252, in the whole file or in a part of it.
  case windows1252
}

/// Turns the bytes of a file into UTF-8. Lines and columns stay those that an editor shows: they are
/// counted in scalars, and each scalar of the file is one of the decoded text.
enum TextDecoding {
  /// A file as UTF-8.
  struct Decoded {
    var source: SourceText
    var encoding: TextEncoding
    /// Where, in the decoded text, the first character stands that was not UTF-8.
    var firstForeign: Range<Int>?
  }

  /// The file as UTF-8; itself where it is that already. Throws where it is no text in a known encoding.
  static func decoded(_ source: SourceText) throws(InvalidInput) -> Decoded {
    if source.bytes.starts(with: [0xFF, 0xFE]) { return utf16(source, isBigEndian: false) }
    if source.bytes.starts(with: [0xFE, 0xFF]) { return utf16(source, isBigEndian: true) }
    guard let first = UTF8Check.firstInvalidByte(in: source.bytes) else {
      return Decoded(source: source, encoding: .utf8, firstForeign: nil)
    }
    return try windows1252(source, firstForeign: first)
  }

  private static func utf16(_ source: SourceText, isBigEndian: Bool) -> Decoded {
    let bytes = source.bytes
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { offset in
      let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    let text = String(decoding: units, as: UTF16.self)
    return Decoded(
      source: SourceText(name: source.name, text: text), encoding: .utf16, firstForeign: nil)
  }

  /// Sequences that are sound UTF-8 are left: they hardly ever stand in Windows-1252 by chance, and
  /// files pasted together from both are common.
  private static func windows1252(_ source: SourceText, firstForeign: Int) throws(InvalidInput) -> Decoded {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(source.bytes.count * 2)
    var undefined: Int?
    var firstLength = 1
    source.bytes.withUnsafeBufferPointer { input in
      var offset = 0
      while offset < input.count {
        if let length = UTF8Check.sequenceLength(at: offset, in: input), !isControl(input[offset]) {
          decoded.append(contentsOf: input[offset..<offset + length])
          offset += length
          continue
        }
        guard let scalar = isControl(input[offset]) ? nil : LegacyCharacters.windowsScalar(of: input[offset])
        else {
          undefined = offset
          return
        }
        let character = Array(String(Character(scalar)).utf8)
        if offset == firstForeign { firstLength = character.count }
        decoded += character
        offset += 1
      }
    }
    if let undefined { throw notText(source, at: undefined) }
    return Decoded(
      source: SourceText(name: source.name, bytes: decoded), encoding: .windows1252,
      firstForeign: firstForeign..<firstForeign + firstLength)
  }

  /// Controls that no text holds.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B
  }

  private static func notText(_ source: SourceText, at offset: Int) -> InvalidInput {
    let lines = LineTable(source)
    if let zero = source.bytes.firstIndex(of: 0) {
      return InvalidInput(PostingReader.binaryFile(source, at: lines.range(zero..<zero + 1)))
    }
    // Shown with U+FFFD in place of what is no UTF-8, so that the caret stands under the byte.
    let shown = SourceText(name: source.name, text: source.text)
    let start = source.text(in: 0..<offset).utf8.count
    let range = LineTable(shown).range(start..<min(start + 3, shown.bytes.count))
    let message = "not UTF-8 text, nor Windows-1252"
    return InvalidInput(Finding("encoding", message, in: shown, at: range, help: "save the file as UTF-8"))
  }
}

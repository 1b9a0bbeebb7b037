import Diagnostics
import Rubric
import Testing

@testable import Extractor

@Suite("Encodings")
struct EncodingTests {
  @Test(
    "UTF-16 with a mark, in both orders",
    arguments: [
      ([0xFF, 0xFE, 0x41, 0x00, 0xE9, 0x00], "Aé"), ([0xFE, 0xFF, 0x00, 0x41, 0x00, 0xE9], "Aé"),
      ([0xFF, 0xFE, 0x3D, 0xD8, 0x80, 0xDE, 0x42], "🚀"), ([0xFE, 0xFF, 0xD8, 0x3D, 0x00, 0x41], "\u{FFFD}A"),
      ([0xFF, 0xFE], ""), ([0xFF, 0xFE, 0x41], ""),
    ])
  func utf16(bytes: [UInt8], expected: String) throws {
    let decoded = try TextDecoding.decoded(SourceText(name: "x", bytes: bytes))
    #expect(decoded.source.text == expected && decoded.encoding == .utf16)
  }

  @Test(
    "Windows-1252, in the whole or in a part",
    arguments: [
      ([0x63, 0x61, 0x66, 0xE9], "café", 3), ([0x93, 0x61, 0x94, 0x20, 0x80], "“a” €", 0),
      (Array("é ".utf8) + [0xE9], "é é", 3), ([0xFF, 0x41], "ÿA", 0),
    ])
  func windows(bytes: [UInt8], expected: String, first: Int) throws {
    let decoded = try TextDecoding.decoded(SourceText(name: "x", bytes: bytes))
    #expect(decoded.source.text == expected && decoded.encoding == .windows1252)
    #expect(decoded.firstForeign?.lowerBound == first)
  }

  @Test("what is neither is refused", arguments: [[0x41, 0x81], [0xE9, 0x01], [0xE9, 0x00]])
  func refused(bytes: [UInt8]) {
    #expect(throws: InvalidInput.self) { try TextDecoding.decoded(SourceText(name: "x", bytes: bytes)) }
  }

  @Test("Windows-1252 is said, with the place of the first character that shows it")
  func hint() throws {
    let bytes = Array("# Engineer\n\n## Requirements\n\n- Linux ".utf8) + [0x96] + Array(" all of it\n".utf8)
    let extraction = try OwnLibrary.extractor().extract(from: SourceText(name: "x.md", bytes: bytes))
    let expected = """
      x.md:5:9: hint: not UTF-8, and read as Windows-1252 from here on [windows-1252]
        |
      5 | - Linux – all of it
        |         ^
        = help: save the file as UTF-8 if a character is wrong

      1 hint

      """
    #expect(FindingPrinter().text(extraction.findings) == expected)
    #expect(extraction.role.competencies[0].evidence[0].quote == "Linux – all of it")
  }

  @Test("text that was damaged twice, and places in it")
  func damagedTwice() {
    let damaged = Array("CafÃƒÂ© and canÃ¢â‚¬â„¢t".utf8)
    let (text, _) = TextRepair.repaired(damaged)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "Café and can’t")
    let origin = text.origin(of: 3..<5)
    #expect(String(decoding: damaged[origin], as: UTF8.self) == "ÃƒÂ©")
    #expect(text.origin(of: 0..<text.bytes.count) == 0..<damaged.count)
  }
}

import Diagnostics
import Testing

@Suite("Bytes looked at eight at a time")
struct ByteSearchTests {
  /// Texts of all lengths around eight and sixteen, with what is looked for at each place.
  private static let texts: [[UInt8]] = (0...20).flatMap { length in
    [UInt8](arrayLiteral: 0x0A, 0x00, 0x7F, 0x80, 0x8A, 0xC3, 0xFF).flatMap { byte in
      (0...length).map { place in
        var text = Array(repeating: UInt8(0x0B), count: length)
        if place < length { text[place] = byte }
        if place + 2 < length { text[place + 2] = 0x0A }
        return text
      }
    }
  }

  @Test(
    "a byte is found where a look at each finds it", arguments: [0x0A, 0x00, 0x0B, 0x80, 0xFF] as [UInt8])
  func byte(wanted: UInt8) {
    for text in Self.texts {
      for start in 0...text.count {
        let found = text.withUnsafeBufferPointer { $0.firstOffset(of: wanted, in: start..<text.count) }
        #expect(found == text[start...].firstIndex(of: wanted))
      }
    }
  }

  @Test(
    "each byte is found that a look at all finds", arguments: [0x0A, 0x00, 0x0B, 0x80, 0x8A, 0xFF] as [UInt8])
  func bytes(wanted: UInt8) {
    for text in Self.texts {
      var found: [Int] = []
      text.withUnsafeBufferPointer { $0.forEachOffset(of: wanted) { found.append($0) } }
      #expect(found == text.indices.filter { text[$0] == wanted })
    }
  }

  @Test("what is no ASCII is found, and scalars are counted, as by a look at each byte")
  func foreign() {
    for text in Self.texts {
      for start in 0...text.count {
        let range = start..<text.count
        let (found, count) = text.withUnsafeBufferPointer {
          ($0.firstForeignOffset(in: range), $0.scalarCount(in: range))
        }
        #expect(found == text[range].firstIndex { $0 >= 0x80 })
        #expect(count == text[range].count { $0 & 0xC0 != 0x80 })
      }
    }
  }

  @Test("stretches are alike when each byte is")
  func alike() {
    for text in Self.texts {
      let other = [0, 1, 2] + text
      for place in text.indices {
        var changed = other
        changed[place + 3] ^= 1
        #expect(!Self.holds(text, other: changed))
      }
      #expect(Self.holds(text, other: other))
    }
  }

  private static func holds(_ text: [UInt8], other: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      other.withUnsafeBufferPointer { text.holds($0, 3..<other.count, at: 0..<text.count) }
    }
  }

  @Test("the first zero byte is found, far into a text too", arguments: [0, 7, 8, 31, 32, 33, 63, 64, 70])
  func zero(place: Int) {
    var text = Array(repeating: UInt8(0x81), count: 71)
    #expect(text.withUnsafeBufferPointer { $0.firstZeroOffset } == nil)
    text[place] = 0
    #expect(text.withUnsafeBufferPointer { $0.firstZeroOffset } == place)
  }

  @Test("what is no ASCII is found far into a text", arguments: [0, 7, 31, 32, 63, 64, 70])
  func farForeign(place: Int) {
    var text = Array(repeating: UInt8(0x20), count: 71)
    text[place] = 0xC3
    #expect(text.withUnsafeBufferPointer { $0.firstForeignOffset(in: 0..<71) } == place)
  }

  @Test(
    "words are found where they stand, and nowhere else",
    arguments: [
      ("key: 1\nfingerprint: x", true), ("fingerprint: x", false), ("\r\nfingerprint:", true), ("", false),
      ("\nfingerprint", false), ("\n\n\nfingerprint:\n", true),
      ("a line\nand one more\nfinger\n\nfingerprint:", true),
      ("a line\nand one more\nfinger\n\nfingerprint", false),
    ])
  func words(text: String, isThere: Bool) {
    #expect(SourceText(name: "x", text: text).holds("\nfingerprint:") == isThere)
  }

  @Test(
    "the name of a file is what stands behind the last slash",
    arguments: [
      ("a.md", "a.md"), ("a/b.md", "b.md"), ("/a/b", "b"), ("a/b/", "b"), ("a//", "a"), ("//", "//"),
      ("", ""),
      ("é/ü.md", "ü.md"),
    ])
  func fileName(path: String, name: String) { #expect(SourceText.fileName(of: path) == name) }
}

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
}

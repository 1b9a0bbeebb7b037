import Rubric
import TestSupport
import Testing

@testable import Catalog

@Suite("Packed texts")
struct PackedTextTests {
  private static func unpacked(_ packed: [UInt8], count: Int, base: [UInt8] = []) -> [UInt8]? {
    packed.withUnsafeBufferPointer { PackedText.unpacked($0, count: count, base: base) }
  }

  /// A text of words, some of which come again and again, with runs and characters of several bytes.
  private static func text(_ random: inout SeededGenerator) -> String {
    let words = ["deploy", "é", "🙂", "the ", "aaaa", "\n  - ", "kubernetes", "\"", "\\", "0", "日本", "x"]
    return (0..<Int.random(in: 0...400, using: &random)).map { _ in
      let word = words.randomElement(using: &random) ?? ""
      return String(repeating: word, count: Int.random(in: 0..<40, using: &random) == 0 ? 300 : 1)
    }.joined()
  }

  @Test("come back as they were, with a base and without", arguments: 0..<120 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = Array(Self.text(&random).utf8)
    let base = seed % 3 == 0 ? [] : Array(Self.text(&random).utf8)
    let packed = TextPacker.packed(text, base: base)
    #expect(String(validating: packed, as: UTF8.self) != nil)
    #expect(Self.unpacked(packed, count: text.count, base: base) == text)
    #expect(Self.unpacked(packed, count: text.count + 1, base: base) == nil)
    if !text.isEmpty { #expect(Self.unpacked(packed, count: text.count - 1, base: base) == nil) }
  }

  @Test("reach as far back as the packer goes")
  func far() {
    var random = SeededGenerator(seed: 1)
    let noise = (0..<40_000).map { _ in UInt8.random(in: 0x21...0x7E, using: &random) }
    let text = noise + Array(noise[5_000..<9_000]) + noise.prefix(3)
    let packed = TextPacker.packed(text)
    #expect(packed.count < 40_400)
    #expect(Self.unpacked(packed, count: text.count) == text)
  }

  @Test("say what repeats itself once")
  func ratio() {
    let text = Array(
      (0..<400).flatMap { "- id: exercise-\($0)\n  minutes: 30\n  rates: [kubernetes, go]\n".utf8 })
    #expect(TextPacker.packed(text).count * 3 < text.count)
  }

  @Test(
    "that are no packed text are nothing, and nobody reads or writes beside them",
    arguments: 0..<300 as Range<UInt64>)
  func hostile(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = Array(Self.text(&random).utf8)
    var packed = TextPacker.packed(text)
    for _ in 0..<Int.random(in: 1...4, using: &random) where !packed.isEmpty {
      let place = Int.random(in: packed.indices, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: packed[place] = UInt8.random(in: 0...255, using: &random)
      case 1: packed.removeSubrange(place...)
      default: packed.insert(UInt8.random(in: 0...255, using: &random), at: place)
      }
    }
    let count = Bool.random(using: &random) ? text.count : Int.random(in: 0...1_000, using: &random)
    let found = Self.unpacked(packed, count: count, base: Array(text.prefix(20)))
    #expect(found == nil || found?.count == count)
  }

  @Test("of lengths that no text has are nothing", arguments: [-1, 1 << 20])
  func lengths(count: Int) {
    #expect(Self.unpacked([0x70, 127, 127], count: count) == nil)
    #expect(Self.unpacked([], count: count) == nil)
    #expect(Self.unpacked([0x0F, 0, 0] + Array(repeating: 127, count: 60), count: count) == nil)
  }
}

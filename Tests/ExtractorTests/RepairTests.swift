import TestSupport
import Testing

@testable import Extractor

@Suite("Repairing misread text")
struct RepairTests {
  @Test("repair undoes damage", arguments: 0..<200)
  func undone(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = (0..<40).map { _ in random.pick(Self.parts) }.joined(separator: " ")
    for set in LegacyCharacters.allCases {
      let damaged = Self.damage(Array(text.utf8), set)
      let (repaired, damage) = TextRepair.repaired(damaged)
      #expect(String(decoding: repaired.bytes, as: UTF8.self) == text)
      #expect(damage == set)
    }
  }

  @Test("repaired text leads back to the damaged bytes")
  func origins() {
    let damaged = Self.damage(Array("Fürth’s café – now".utf8), .windows1252)
    let (repaired, _) = TextRepair.repaired(damaged)
    let text = String(decoding: repaired.bytes, as: UTF8.self)
    #expect(text == "Fürth’s café – now")
    for (start, end) in [(0, 3), (1, 3), (3, 6), (6, 9), (0, repaired.bytes.count)] {
      let part = Array(repaired.bytes[start..<end])
      #expect(Self.damage(part, .windows1252) == Array(damaged[repaired.origin(of: start..<end)]))
    }
  }

  @Test("a text of ASCII alone is returned as it is", arguments: 0..<50)
  func ascii(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<300).map { _ in UInt8(random.next() % 0x80) }
    let (text, damage) = TextRepair.repaired(bytes)
    #expect(text.bytes == bytes && damage == nil)
    #expect(text.origin(of: 10..<20) == 10..<20)
  }

  @Test(
    "sound text is left alone",
    arguments: [
      "Vi söker någon i Malmö som håller våra servrar i gång.",
      "À Noël, l’équipe déménage à Évreux : « Ça ira ».",
      "“Quotes”, dashes – and — bullets •, 5 €, naïveté…", "São Paulo, Österreich, Kraków, Łódź, İstanbul",
      "Größe: 5 µm ± 2 °C · Straße", "Ça va? Été, Âge, Ãœ", "日本語の求人", "🚀 ✓ → ∞", "ÄÖÜ ÅÄÖ ÉÈÊ", "Ã",
      "‚quoted‘ „quoted“",
      "£50,000 ¥5 ©2024 ®", "Łukasz’s café — “ok”", "Α Β Γ; Да, нет",
    ])
  func sound(text: String) {
    let (repaired, damage) = TextRepair.repaired(Array(text.utf8))
    #expect(damage == nil)
    #expect(String(decoding: repaired.bytes, as: UTF8.self) == text)
  }

  @Test("of a text damaged in one part, the sound part stays")
  func part() {
    let text = "Zürich — café ’ Ä"
    let damaged = Array(text.utf8) + Self.damage(Array(text.utf8), .windows1252)
    #expect(String(decoding: TextRepair.repaired(damaged).text.bytes, as: UTF8.self) == text + text)
  }

  /// What a program makes of UTF-8 that it takes for another character set.
  private static func damage(_ bytes: [UInt8], _ set: LegacyCharacters) -> [UInt8] {
    bytes.flatMap { $0 < 0x80 ? [$0] : (set == .macRoman ? mac : windows)[Int($0) - 0x80] }
  }

  private static let windows = characters(of: .windows1252)
  private static let mac = characters(of: .macRoman)

  /// The characters of the bytes from 0x80 on, in UTF-8.
  private static func characters(of set: LegacyCharacters) -> [[UInt8]] {
    var characters = Array(repeating: [UInt8](), count: 0x80)
    for scalar in (UInt32(0x80)..<0x1_0000).reversed().compactMap(Unicode.Scalar.init) {
      if let byte = set.byte(of: scalar.value) {
        characters[Int(byte) - 0x80] = Array(String(Character(scalar)).utf8)
      }
    }
    return characters
  }

  /// Latin letters, punctuation and emoji; always some punctuation, without which damage is no certainty.
  private static let parts = [
    "café", "naïve", "Zürich", "Ångström", "São", "we’re", "“quoted”", "3–5", "—", "…", "•", "€", "£", "🚀",
    "💰",
    "⏰", "✓", "→", "plain", "words", "of ASCII", "Œuvre", "Łódź", "ﬁ",
  ]
}

import Testing

@testable import Rubric

@Suite("Words as they are compared")
struct FoldedWordsTests {
  /// As the words are defined, for letters of any kind.
  private func folded(_ text: String) -> String {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "#" }
    return words.isEmpty ? text : words.joined(separator: " ")
  }

  @Test(
    "small letters, a space between words, and nothing else",
    arguments: [
      ("Runs C++ and C#, daily!", "runs c++ and c# daily"), ("", ""), (" -- ", " -- "), ("a\r\nB", "a b"),
      ("Größe 5", "größe 5"), ("x’s", "x s"),
    ])
  func words(text: String, words: String) {
    #expect(text.foldedWords == words && folded(text) == words)
  }

  @Test("plain letters go the short way to the same end", arguments: 0..<200)
  func random(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let bytes = (0..<40).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(state >> 57)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.foldedWords == folded(text))
  }
}

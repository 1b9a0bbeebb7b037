import TestSupport

/// Texts that are hard to write to a file and to read from it: the same ones in every run.
struct HostileTexts {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// What texts are put together from: all that YAML, HTML or a browser gives a meaning to, halves of surrogate pairs
  /// among it.
  private static let pieces: [[UInt16]] =
    [
      "a", "b", "word", " ", "  ", "\n", "\n", "\n\n", "\t", "\r", "\r\n", "\0", "\"", "'", "\\", "#", " # ",
      ": ", ":",
      "- ", "-", "---", "...", "|", ">", "%", "@", "`", "{{", "}}", "[", "]", "{", "}", ",", "?", "&a", "*a",
      "!", "~",
      "null", "1", "not_observed", "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}",
      "\u{FFFF}",
      "\u{1FFFE}", "\u{1F600}", "\u{E9}", "e\u{301}", "\u{5D0}\u{5D1}", "\u{200F}", "\u{202E}", "\u{2066}",
      "\u{1B}[31m",
      "\u{7F}", "\u{9B}", "</textarea></script>", "<!--", "-->", "=1+1", "rating: 5", "\nrating: 5",
      "\n# no comment",
    ].map { Array($0.utf16) } + [[0xD83D], [0xDE00], [0xDFFF], [0xD800, 0xD800]]

  /// A text of up to `count` pieces, as UTF-16 units.
  mutating func next(upTo count: UInt64 = 12) -> [UInt16] {
    var units: [UInt16] = []
    for _ in 0..<(generator.next() % (count + 1)) {
      // One in ten is any unit at all.
      let isAny = generator.once(in: 10)
      units += isAny ? [UInt16(truncatingIfNeeded: generator.next())] : generator.pick(Self.pieces)
    }
    return units
  }

  /// One of some values.
  mutating func pick<Value>(_ values: [Value]) -> Value { generator.pick(values) }
}

extension [UInt16] {
  /// The text, with what is no character replaced by U+FFFD.
  var repaired: String { String(decoding: self, as: UTF16.self) }
}

/// Texts compared to the last scalar: Swift takes `é` and `e´` for the same.
struct ExactText: Hashable, CustomStringConvertible {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  var description: String { String(decoding: bytes, as: UTF8.self).debugDescription }
}

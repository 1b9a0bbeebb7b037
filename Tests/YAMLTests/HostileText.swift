import TestSupport

/// Texts that a careless writer gets wrong, the same for each seed.
enum HostileText {
  /// A text of a few parts, empty now and then.
  static func make(seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    return make(&random)
  }

  /// A text of a few parts, empty now and then.
  static func make(_ random: inout SeededGenerator) -> String {
    (0..<(random.next() % 5)).map { _ in random.pick(parts) }.joined()
  }

  private static let parts = [
    "no", "yes", "null", "~", "true", "On", "N", "1.10", "0777", "0x1F", "1e3", ".inf", ".NaN", "-", "--- ",
    "...",
    "2024-01-31", "12:30:45", "+1", "1_000", "'", "\"", "\\", ":", ": ", " #", "#", "- ", "? ", "%", "@", "`",
    "&a",
    "*a", "!t", "|", ">", "[", "]", "{", "}", ",", " ", "  ", "\t", "\n", "\r", "\r\n", "\n\n", "\u{85}",
    "\u{2028}",
    "\u{2029}", "\u{FEFF}", "\u{A0}", "\u{0}", "\u{7}", "\u{1B}", "\u{7F}", "\u{9F}", "e\u{301}", "日本", "🚀",
    "👩‍🚀",
    "\u{FFFD}", "\u{FFFF}", "\u{10FFFF}", "=", "<<", "word", "a longer run of words", "\\uD83D", "{{x}}",
    "\u{202E}",
  ]
}

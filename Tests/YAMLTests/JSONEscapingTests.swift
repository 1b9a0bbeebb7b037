import Testing

@testable import YAML

@Suite("What a string of JSON may not hold")
struct JSONEscapingTests {
  @Test(
    "is escaped wherever it stands, and nothing else is",
    arguments: [
      ("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"), ("\u{0}", "\\u0000"),
      ("\u{1F}", "\\u001f"), (" ", " "), ("~", "~"), ("\u{7F}", "\\u007f"), ("\u{80}", "\\u0080"),
      ("\u{9F}", "\\u009f"), ("\u{A0}", "\u{A0}"), ("é", "é"), ("\u{61B}", "\u{61B}"),
      ("\u{61C}", "\\u061c"), ("’", "’"), ("\u{200D}", "\u{200D}"), ("\u{200E}", "\\u200e"),
      ("\u{200F}", "\\u200f"), ("\u{2027}", "\u{2027}"), ("\u{2028}", "\\u2028"), ("\u{202E}", "\\u202e"),
      ("\u{202F}", "\u{202F}"), ("\u{2065}", "\u{2065}"), ("\u{2066}", "\\u2066"),
      ("\u{2069}", "\\u2069"), ("\u{FEFF}", "\\ufeff"), ("\u{FFFD}", "\u{FFFD}"), ("\u{FFFE}", "\\ufffe"),
      ("\u{FFFF}", "\\uffff"), ("😀", "😀"),
    ])
  func escapes(text: String, expected: String) {
    for (before, behind) in (0...17).flatMap({ before in (0...9).map { (before, $0) } }) {
      let (start, end) = (String(repeating: "a", count: before), String(repeating: "!", count: behind))
      #expect(JSONWriter.quoted(start + text + end) == "\"" + start + expected + end + "\"")
      #expect(JSONWriter.quoted(start + text + text + end) == "\"" + start + expected + expected + end + "\"")
    }
  }
}

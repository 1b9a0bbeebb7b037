import Testing

@testable import Planner

@Suite("Markdown of the library with a line for each paragraph")
struct MarkdownFillingTests {
  private func filled(_ text: String) -> String {
    var output: [UInt8] = []
    Escaping.markdown.append(prose: text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "paragraphs and items are put on one line",
    arguments: [
      ("At\n05:05 zone `b`\nfails.\n\nThe two\ndays.", "At 05:05 zone `b` fails.\n\nThe two days."),
      ("- a\n  b\n- c\nd", "- a b\n- c d"), ("1. a\n   b\n2. c", "1. a b\n2. c"),
      ("in\n1984. Then", "in 1984. Then"), ("3. a\n4. b", "3. a\n4. b"), ("a\n\n", "a"), ("", ""),
      ("a  \nb", "a\nb"), ("a\\\nb", "a\\\nb"),
    ])
  func paragraphs(text: String, expected: String) { #expect(filled(text) == expected) }

  @Test(
    "code, tables, headings and quotations keep their lines",
    arguments: [
      "```\na\nb\n```\nc", "| a | b |\n| --- | --- |\n| c | d |", "# A\nb", "> a\n> b", "    a\n    b",
      "a\n---\nb", "a\n| b |", "a\n```\nb\nc\n```",
    ])
  func blocks(text: String) { #expect(filled(text) == text) }

  @Test("a text reads the same as a page whatever its lines")
  func same() {
    for text in ["a\nb\n\n- c\n  d\n- e", "1. a\n   b\n\n```\nx\ny\n```\n\n| a |\n| --- |\n| b |\n"] {
      #expect(html(filled(text)) == html(text).replacing("a\nb", with: "a b").replacing("c\nd", with: "c d"))
    }
  }

  private func html(_ text: String) -> String {
    var output: [UInt8] = []
    MarkdownHTML.append(blocks: text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "a price is no formula",
    arguments: [
      ("$300M", "$300M"), ("from $300 to $400", "from $300 to $400"), ("$x$", "\\$x\\$"),
      ("US$300", "US\\$300"), ("a $5 and b$", "a $5 and b\\$"), ("$", "\\$"), ("$$1$", "\\$\\$1\\$"),
    ])
  func prices(text: String, expected: String) { #expect(Escaping.markdown.escaped(text) == expected) }

  @Test(
    "a figure is no item of a list",
    arguments: [
      ("99.95 % of requests", "99.95 % of requests"), ("1. Stop", "1\\. Stop"), ("12) Stop", "12\\) Stop"),
      ("3.", "3\\."), ("v1. Stop", "v1. Stop"),
    ])
  func figures(text: String, expected: String) { #expect(Escaping.markdown.escaped(text) == expected) }
}

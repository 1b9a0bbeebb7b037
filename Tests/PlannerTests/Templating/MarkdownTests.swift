import TestSupport
import Testing

@testable import Planner

@Suite("Markdown of the library as HTML")
struct MarkdownTests {
  private func html(_ text: String) -> String {
    var output: [UInt8] = []
    MarkdownHTML.append(blocks: text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func phrase(_ text: String) -> String {
    var output: [UInt8] = []
    MarkdownHTML.append(phrase: text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "blocks",
    arguments: [
      ("a\nb\n\nc", "<p>a\nb</p>\n<p>c</p>\n"),
      ("- a\n- b", "<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>\n"),
      ("- a\n  b\n- c\nd", "<ul>\n<li>a\nb\n</li>\n<li>c\nd\n</li>\n</ul>\n"),
      ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"),
      ("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b\n</li>\n</ul>\n</li>\n</ul>\n"),
      ("2. a\n3. b", "<ol start=\"2\">\n<li>a\n</li>\n<li>b\n</li>\n</ol>\n"),
      ("1) a\n\nb", "<ol>\n<li>a\n</li>\n</ol>\n<p>b</p>\n"),
      ("a\n- b", "<p>a</p>\n<ul>\n<li>b\n</li>\n</ul>\n"),
      ("in the year\n1984. Then", "<p>in the year\n1984. Then</p>\n"),
      ("# A *b*", "<p><strong>A <em>b</em></strong></p>\n"), ("#a", "<p>#a</p>\n"),
      ("> a\n> b\n\nc", "<blockquote>\n<p>a\nb</p>\n</blockquote>\n<p>c</p>\n"),
      ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>\n"),
      ("```go\na < b\n\n c\n```\nd", "<pre tabindex=\"0\"><code>a &lt; b\n\n c\n</code></pre>\n<p>d</p>\n"),
      ("````\n```\n````", "<pre tabindex=\"0\"><code>```\n</code></pre>\n"),
      ("```\nnever closed", "<pre tabindex=\"0\"><code>never closed\n</code></pre>\n"),
      (
        "- a\n\n  ```\n  b\n  ```",
        "<ul>\n<li><p>a</p>\n<pre tabindex=\"0\"><code>b\n</code></pre>\n</li>\n</ul>\n"
      ),
      ("    code *a*\n\n    b", "<pre tabindex=\"0\"><code>code *a*\n\nb\n</code></pre>\n"),
      ("", ""), ("\n \n", ""), ("-", "<p>-</p>\n"), ("a\u{0}\u{202E}b\u{7}", "<p>ab</p>\n"),
    ])
  func blocks(text: String, expected: String) { #expect(html(text) == expected) }

  @Test("a table scrolls within itself, and each row has as many cells as there are headings")
  func table() {
    let text = "| a | n |\n| --- | ---: |\n| `x\\|y` | 1 |\n| only |\n| 1 | 2 | 3 |\nb"
    #expect(
      html(text) == """
        <div class="scroll" tabindex="0" role="group" aria-label="Table"><table>
        <thead><tr><th scope="col">a</th><th scope="col" class="num">n</th></tr></thead>
        <tbody>
        <tr><td><code>x|y</code></td><td class="num">1</td></tr>
        <tr><td>only</td><td class="num"></td></tr>
        <tr><td>1</td><td class="num">2</td></tr>
        </tbody>
        </table></div>
        <p>b</p>

        """)
    #expect(html("| a |\n| b |") == "<p>| a |\n| b |</p>\n")
  }

  @Test(
    "words",
    arguments: [
      ("a **b** *c* _d_ `e`", "a <strong>b</strong> <em>c</em> <em>d</em> <code>e</code>"),
      ("***a***", "<strong><em>a</em></strong>"), ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
      ("*a **b* c**", "<em>a **b</em> c**"), ("snake_case_name", "snake_case_name"),
      ("2 * 3 * 4", "2 * 3 * 4"), ("a*b*c", "a<em>b</em>c"), ("**", "**"), ("****a****", "****a****"),
      ("`` a`b ``", "<code>a`b</code>"), ("`a", "`a"), ("`a``b`", "<code>a``b</code>"),
      ("`*a*` *`b`*", "<code>*a*</code> <em><code>b</code></em>"), ("`<b>&`", "<code>&lt;b&gt;&amp;</code>"),
      ("\\*a\\* \\` \\q", "*a* ` \\q"), ("[a](http://b)", "[a](http://b)"),
      ("<a href=x>", "&lt;a href=x&gt;"),
      ("&amp; \"q\" 'r'", "&amp;amp; &quot;q&quot; &#39;r&#39;"), ("a\n b", "a b"), ("", ""),
    ])
  func words(text: String, expected: String) { #expect(phrase(text) == expected) }

  @Test("whatever is written, the result is well-formed, and holds no tag that is not ours")
  func hostile() {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "*", "**", "***", "_", "__", "`", "``", "```", "~~~", "\n", "\n\n", "- ", "1. ", "> ", "| ", "|", "---",
      "\\",
      "<script>", "</p>", "\"", "'", "&", "a", "b c", "    ", "  ", "# ", "\t", "\u{0}", "\u{202E}", "\u{E9}",
      "| --- |\n", "{{x}}", "9999999999. ", "+ ",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      for output in [html(text), phrase(text)] {
        let fault = WellFormed.fault(of: WellFormed.markdown, in: output)
        #expect(fault == nil, "\(fault ?? "") in \(output.debugDescription) of \(text.debugDescription)")
      }
    }
  }

  @Test(
    "a long hostile text is done in no time",
    arguments: [
      "> ", "- ", "1. ", "*a", "**", "_a ", "`", "``a`", "| ", "|\n", "[", "\\", "```\n", " \n- a\n",
      "*a **b ",
    ])
  func long(piece: String) {
    let text = String(repeating: piece, count: 400_000 / piece.utf8.count)
    #expect(WellFormed.fault(of: WellFormed.markdown, in: html(text)) == nil)
  }

  @Test("nesting has an end")
  func depth() {
    let output = html(String(repeating: "> ", count: 100_000) + "a")
    #expect(output.ranges(of: "<blockquote>").count == MarkdownHTML.depthLimit)
    #expect(output.contains("&gt; a"))
  }

  @Test("in Markdown it stays as it is, with the indent of its place and no bar in a table")
  func markdown() {
    func append(_ begun: String, _ text: String, isPhrase: Bool = false) -> String {
      var output = Array(begun.utf8)
      let escaping = Escaping.markdown
      isPhrase ? escaping.append(phrase: text, to: &output) : escaping.append(prose: text, to: &output)
      return String(decoding: output, as: UTF8.self)
    }
    #expect(append("x\n  ", "a\n\n- `b`\n") == "x\n  a\n\n  - `b`")
    #expect(append("> ", "a\n\nb") == "> a\n>\n> b")
    #expect(append("x\n| ", "a|b `c\\|d`", isPhrase: true) == "x\n| a\\|b `c\\|d`")
    #expect(append("- ", "a|b\n c", isPhrase: true) == "- a|b c")
  }
}

import Diagnostics
import Testing

@testable import Extractor

@Suite("Reading postings")
struct ReadingTests {
  @Test(
    "what a line looks like",
    arguments: [
      ("", "blank"), ("   \t", "blank"), ("# A #", "heading 1: A"), ("###  A b", "heading 3: A b"),
      ("####### A", "text: ####### A"), ("#A", "text: #A"), ("- a", "item: a"), ("  * a", "item: a"),
      ("-a", "text: -a"), ("1. a", "item: a"), ("12) a", "item: a"), ("123. a", "text: 123. a"),
      ("1.a", "text: 1.a"), ("• a", "item: a"), ("•a", "item: a"), ("– a", "item: a"), ("✔ a", "item: a"),
      ("---", "rule"), ("* * *", "rule"), ("===", "rule"), ("--", "text: --"), ("> a", "text: a"),
      ("> - a", "item: a"), ("\\- a", "item: a"), ("\\a", "text: \\a"), ("**a**", "text: **a**"),
      ("#", "heading 1: "), ("a\r", "text: a"),
    ])
  func line(text: String, expected: String) {
    let bytes = Array(text.utf8)
    let shown = bytes.withUnsafeBufferPointer { input in
      let shape = LineShape(input, 0..<input.count)
      let content = String(decoding: input[shape.content], as: UTF8.self)
      return switch shape.kind {
      case .blank: "blank"
      case .rule: "rule"
      case .heading(let level): "heading \(level): \(content)"
      case .item: "item: \(content)"
      case .text: "text: \(content)"
      }
    }
    #expect(shown == expected)
  }

  @Test(
    "which texts read like headings",
    arguments: [
      ("What you bring", true, 4), ("What you bring", false, nil), ("WHAT YOU BRING", false, 3),
      ("What you bring:", false, 5), ("We do. You do:", false, nil), ("We build boats.", true, nil),
      ("Location: Ghent", true, nil), ("AWS", false, nil), ("A", true, nil),
      ("THIS LINE IS WRITTEN IN CAPITALS AND MUCH TOO LONG TO BE A HEADING", false, nil),
    ])
  func heading(text: String, isBold: Bool, expected: Int?) {
    #expect(HeadingShape.level(of: Array(text.utf8)[...], isBold: isBold) == expected)
  }

  @Test(
    "Markdown without its marks",
    arguments: [
      ("**bold** and *thin*", "bold and thin"), ("3 * 4", "3 * 4"), ("snake_case _it_", "snake_case it"),
      ("`code`", "code"), ("[text](http://x/(y))", "text"), ("[a [b](c)](d)", "a b"), ("[text]", "[text]"),
      ("[text](open", "[text](open"), ("![alt](x.png)text", "text"), ("\\*stars\\*", "*stars*"),
      ("a &amp; b &lt;c&gt;", "a & b <c>"), ("&#8217;&#x2019;&rsquo;&#146;", "’’’’"),
      ("&unknown; &", "&unknown; &"),
      ("a<br>b", "a b"), ("a <b>c</b>", "a c"), ("1 < 2 > 0", "1 < 2 > 0"), ("a\u{200B}b\u{A0}c", "ab c"),
      ("a  \t b", "a b"), ("Rosslare&ndash;Cherbourg", "Rosslare–Cherbourg"), ("a &#10; b", "a b"),
      ("a\u{202F}b", "a b"),
    ])
  func inline(text: String, expected: String) throws {
    #expect(try Self.blocks("x " + text).map(\.text) == ["x " + expected])
  }

  @Test(
    "tags",
    arguments: [
      ("<p>", "p 3"), ("</P >", "/p 5"), ("<a href=\">\">", "other 12"), ("<a href='x' >b", "other 13"),
      ("<!-- > -->x", "other 10"), ("<!doctype html>", "other 15"), ("<br/>", "br 5"), ("<p", "none"),
      ("< p>", "none"),
      ("<3 you>", "none"), ("<p <b>", "none"), ("<>", "none"), ("<my-tag>", "other 8"), ("<!-- a", "other 6"),
    ])
  func tag(text: String, expected: String) {
    let shown = Array(text.utf8).withUnsafeBufferPointer { input in
      HTMLTag(input, at: 0).map { "\($0.isEnd ? "/" : "")\($0.name) \($0.end)" }
    }
    #expect(shown ?? "none" == expected)
  }

  @Test(
    "blocks",
    arguments: [
      ("a\nb", ["a", "b"].joined(separator: " ")),
      ("# A\na\n\nb", "#1 A|a|b"),
      ("A\n===\nb", "#2 A|b"),
      ("- a\n  b\n- c\n\nd", "- a b|- c|d"),
      ("**Ab**\ntext", "#4 Ab|text"),
      ("---\ntitle: x\n---\na", "a"),
      ("\u{FEFF}# A", "#1 A"),
      ("\u{FEFF}---\ntitle: x\n---\na", "a"),
      ("One thing\nAnother thing", "One thing|Another thing"),
      ("a  \nb", "a|b"),
      ("<p>a</p><p>b<br>c</p>", "a|b|c"),
      ("<h2>A</h2><ul><li>b<li><p>c</p></ul>d", "#2 A|- b|- c|d"),
      ("<div>a<script>b</script><!-- c -->d</div><div></div>", "ad"),
      ("<div><p><b>Ab</b></p><p>plain <b>bold</b></p></div>", "#4 Ab|plain bold"),
      ("<p>Go<br>C#<br>R</p>", "Go|C#|R"),
      ("<div><p>x</p><pre>a\n- b\n- c</pre></div>", "x|a|- - b|- - c"),
      ("<table><tr><td>a</td><td>b</td></tr></table><p></p>", "a b"),
      ("<div>a\n\n  b&nbsp;c</div><p></p>", "a b c"),
      ("<p>a<script>never closed</p><p>b", "anever closed|b"),
      ("\u{FEFF}<p>a</p><p>b</p>", "a|b"),
      ("<p>a&#10;&#9;b</p><p>", "a b"),
    ])
  func blocks(text: String, expected: String) throws {
    let shown = try Self.blocks(text).map { block in
      switch block.kind {
      case .heading(let level): "#\(level) \(block.text)"
      case .item: "- \(block.text)"
      case .paragraph: block.text
      }
    }
    #expect(shown.joined(separator: "|") == expected)
  }

  @Test("front matter and the title of a page are facts")
  func metadata() throws {
    let markdown = try Self.read("---\nTitle: \"A: b\"\n  indented: no\ncompany: 'X'\nempty:\n---\ntext")
    #expect(markdown.metadata.map { "\($0.key)=\($0.value)" } == ["title=A: b", "company=X"])
    #expect(markdown.metadatum("company") == "X" && markdown.metadatum("empty") == nil)
    let page = try Self.read("<html><title>A &amp;\n B</title><body><p>c")
    #expect(page.metadata.map { "\($0.key)=\($0.value)" } == ["page-title=A & B"])
    #expect(page.format == .html && markdown.format == .markdown)
    #expect(try Self.read("---\na: b\nno end").metadata.isEmpty)
  }

  private static func read(_ text: String) throws -> Posting {
    try PostingReader.read(SourceText(name: "x", text: text))
  }

  private static func blocks(_ text: String) throws -> [(kind: Block.Kind, text: String)] {
    let posting = try read(text)
    return posting.blocks.map { ($0.kind, posting.string($0.range)) }
  }
}

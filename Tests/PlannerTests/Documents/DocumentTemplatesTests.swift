import Diagnostics
import Testing

@testable import Planner

@Suite struct DocumentTemplatesTests {
  /// The findings about the built-in templates with one laid over them, as text.
  private func findings(_ name: String, _ text: String) throws -> [String] {
    let own = SourceText(name: "own/\(name).mustache", text: text)
    do {
      _ = try DocumentRenderer(templates: try Repository.templates() + [(name, own)])
      return []
    } catch let error as InvalidInput {
      return error.findings.map { finding in
        let place = finding.range.map { "\($0.start.line):\($0.start.column)" } ?? "-"
        return "\(place) \(finding.rule): \(finding.message)" + (finding.help.map { " (\($0))" } ?? "")
      }
    }
  }

  @Test func builtInTemplatesAreSound() throws {
    #expect(try findings("own.md", "{{title}}\n").isEmpty)
  }

  @Test(
    arguments: [
      ("a\n  {{titel}}\n", "2:3 unknown-name", "did you mean \"title\"?"),
      ("{{#conflict}}\n{{plaecs}}\n{{/conflict}}\n", "2:1 unknown-name", "expected one of \"demands\""),
      (
        "{{#interviews}}{{#format}}{{name.first}}{{/format}}{{/interviews}}\n", "1:27 unknown-name",
        "name.first"
      ),
      ("x {{> rule.md}}\n", "1:3 unknown-partial", "did you mean \"rules.md\"?"),
      ("{{#interviews}}\n{{name}}\n", "1:1 unclosed-section", "\"interviews\" is never closed"),
      ("{{title}}\n{{/title}}\n", "2:1 unopened-section", "was never opened"),
      (
        "{{#title}}{{/level}}\n", "1:11 section-mismatch",
        "expected the end of \"title\", found that of \"level\""
      ),
      ("a {{title\n", "1:3 unclosed-tag", "never ends"),
      ("{{{title}}}\n", "1:1 unescaped", "write {{title}}"),
      ("{{&title}}\n", "1:1 unescaped", "must be escaped"),
      ("{{interviews}}\n", "1:1 not-a-text", "open a section"),
      ("{{.}}\n", "1:1 not-a-text", "not a text here"),
      ("{{> debrief.md}}\n", "1:1 circular-partial", "ends up in itself"),
      ("{{=<% %>=}}\n", "1:1 set-delimiter", "cannot be changed"),
      ("ab {{% CONTENT_TYPE:TEXT}}\n", "1:4 pragma", "cannot be changed here"),
      ("{{ti tle}}\n", "1:1 unknown-name", "did you mean \"title\"?"),
      ("{{<agenda.md}}{{title}}{{/agenda.md}}\n", "1:", "only blocks may stand"),
    ])
  func faultIsFoundWithItsPlace(template: String, place: String, words: String) throws {
    let findings = try findings("debrief.md", template)
    #expect(findings.first?.hasPrefix(place) == true, "\(findings)")
    #expect(findings.first?.contains(words) == true, "\(findings)")
    #expect(findings.count == 1, "\(findings)")
  }

  @Test func allFaultsAreShownTogetherAndOnce() throws {
    // decision.md stands in the debrief and in the loop.
    #expect(try findings("decision.md", "{{one}}\n{{two}}\n").count == 2)
  }

  @Test func partialIsCheckedWhereItIsUsed() throws {
    #expect(try findings("quote.md", "{{quote}}\n").isEmpty)
    #expect(try findings("agenda.md", "{{quote}}\n").first?.hasPrefix("1:1 unknown-name") == true)
  }

  @Test func lineEscapingIsRefusedInHTML() throws {
    let text = "{{% CONTENT_TYPE:LINE}}{{title}}\n"
    #expect(try findings("agenda.html", text).first?.hasPrefix("1:1 pragma") == true)
    #expect(try findings("debrief.md", text).isEmpty)
  }

  @Test(
    "Markdown of the library is escaped like any text, and code in HTML",
    arguments: [
      ("debrief.md", "{{#form}}{{{lesson}}}{{/form}}", "must be escaped"),
      (
        "debrief.md", "{{#form}}{{#about}}{{{.}}}{{/about}}{{#also}}{{{.}}}{{/also}}{{/form}}",
        "must be escaped"
      ),
      ("candidate.html", "{{#form}}{{#coding}}{{{reference}}}{{/coding}}{{/form}}", "must be escaped"),
      ("candidate.html", "{{#form}}{{#coding}}{{reference}}{{/coding}}{{lesson}}{{/form}}", nil),
      ("debrief.md", "{{#form}}{{#coding}}{{{reference}}}{{/coding}}{{key}}{{/form}}", nil),
    ])
  func kinds(name: String, form: String, words: String?) throws {
    let text = "{{#interviews}}{{#exercise}}\(form){{/exercise}}{{/interviews}}\n"
    let findings = try findings(name, text)
    #expect(words == nil ? findings.isEmpty : findings.allSatisfy { $0.contains(words ?? "") }, "\(findings)")
    #expect(findings.isEmpty == (words == nil), "\(findings)")
  }

  @Test func templateOfUnknownKindIsRefused() throws {
    #expect(try findings("loop.docx", "x").first?.hasPrefix("- unknown-template-kind") == true)
  }

  @Test func missingTemplateIsNamed() throws {
    let error = #expect(throws: InvalidInput.self) {
      try DocumentRenderer(templates: try Repository.templates().filter { $0.name != "kit.md" })
    }
    #expect(error?.findings.map(\.message) == ["there is no template \"kit.md\""])
  }

  @Test func checkedTemplatesRenderTheSame() throws {
    let loop = try LoopFixture.loop()
    let templates = try Repository.templates()
    let known = try DocumentRenderer(templates: templates, areChecked: true)
    let checked = try DocumentRenderer(templates: templates)
    let documents = (
      try known.documents(of: loop, loopFile: ""), try checked.documents(of: loop, loopFile: "")
    )
    #expect(documents.0.map(\.path) == documents.1.map(\.path))
    #expect(documents.0.map(\.text) == documents.1.map(\.text))
    #expect(documents.0.allSatisfy { $0.path == "loop.yaml" || !$0.text.isEmpty })
  }

  @Test func checkedTemplatesThatAreNotUsedAreNotRead() throws {
    let broken = ("exercise.md", SourceText(name: "own", text: "{{#open}}"))
    #expect(throws: InvalidInput.self) {
      try DocumentRenderer(templates: try Repository.templates() + [broken])
    }
    let renderer = try DocumentRenderer(templates: try Repository.templates() + [broken], areChecked: true)
    #expect(!renderer.loop(try LoopFixture.loop(), as: .markdown).isEmpty)
  }

  @Test func laterTemplateReplacesAnEarlierOne() throws {
    let own = SourceText(
      name: "own", text: "{{title}} | {{#interviews}}{{number}}{{^last()}}, {{/last()}}{{/interviews}}\n")
    let renderer = try DocumentRenderer(templates: try Repository.templates() + [("debrief.md", own)])
    let documents = try renderer.documents(of: try LoopFixture.loop(quote: "a | b"), loopFile: "")
    #expect(documents.first { $0.path == "debrief.md" }?.text == "a \\| b | 1, 2, 3, 4, 5, 6, 7\n")
  }

  @Test(
    arguments: [
      ("# not a heading", "\\# not a heading"), ("C# and #1", "C# and #1"), ("- item", "\\- item"),
      ("on-call", "on-call"), ("1. first", "1\\. first"), ("12) x", "12\\) x"), ("v1.2", "v1.2"),
      ("snake_case _em_", "snake_case \\_em\\_"), ("*a* `b` [c](d)", "\\*a\\* \\`b\\` \\[c\\](d)"),
      ("R&D &amp; &#35;", "R&D \\&amp; \\&#35;"), ("a|b", "a\\|b"), ("<b>", "\\<b>"),
      ("> quote", "\\> quote"),
      ("https://x.org", "https\\://x.org"), ("~~x~~ $y$", "\\~\\~x\\~\\~ \\$y\\$"),
      ("back\\slash", "back\\\\slash"),
      ("a\nb", "a b"), ("", ""),
    ])
  func markdownIsEscapedWhereItMatters(text: String, escaped: String) {
    #expect(Escaping.markdown.escaped(text) == escaped)
  }

  @Test(
    arguments: [
      ("a  b\n- c ", "a b - c"), ("\u{202E}x\u{0007}y", "xy"),
      ("caf\u{E9} \u{201C}q\u{201D}", "caf\u{E9} \u{201C}q\u{201D}"),
      ("\u{2028}a\u{0085}b", "a b"), (" ", ""), ("", ""),
    ])
  func textIsOneCleanLine(text: String, clean: String) {
    #expect(PlainText.cleaned(text) == clean)
  }

  @Test func figuresReadWell() {
    #expect([0, 45, 60, 345].map(Figures.time) == ["0 min", "45 min", "1 h", "5 h 45 min"])
    #expect(
      [0, 999, 1000, 102_638, 1_234_567].map(Figures.grouped) == [
        "0", "999", "1,000", "102,638", "1,234,567",
      ])
    #expect(
      [[], ["a"], ["a", "b"], ["a", "b", "c"]].map(Figures.listed) == ["", "a", "a and b", "a, b and c"])
    #expect(
      ["Incident drill", "../etc", "\u{E9}t\u{E9}", "---"].map(Slug.of) == [
        "incident-drill", "etc", "t", "interview",
      ])
    #expect(LineFilling.lines(of: "aaa bb cccccccc d", width: 6) == ["aaa bb", "cccccccc", "d"])
  }
}

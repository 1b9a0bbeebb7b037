import Diagnostics
import Foundation
import Testing
import YAML

@testable import Planner

/// What a posting may hold to break out of the place where its text stands.
enum HostileText {
  static let lines = [
    "</p><script>alert(1)</script>", "| a | b |", "\n- x", "{{evil}}", "\"quoted\" # comment",
    "*bold* _em_ `code`",
    "[link](https://example.com)", "&lt;b&gt;", "\u{202E}turned\u{0000}", "\\\"", "$x$ ~~y~~",
  ]
  static let all = lines.joined(separator: " ")
  /// The same as people see it: on one line, without controls.
  static let shown = PlainText.cleaned(all)
}

extension RenderedDocument {
  /// The page without its style sheet, which is the same on all pages; any other document as it is.
  var withoutStyle: RenderedDocument {
    guard let start = text.firstRange(of: "<style>\n"), let end = text.firstRange(of: "</style>") else {
      return self
    }
    return RenderedDocument(path: path, text: String(text[..<start.upperBound] + text[end.lowerBound...]))
  }

  /// The page of the loop without its kits, which are pages of their own as well; any other document as it is.
  var withoutKits: RenderedDocument {
    guard path == "index.html", let start = text.firstRange(of: "<details"),
      let end = text.ranges(of: "</details>").last
    else { return self }
    return RenderedDocument(path: path, text: String(text[..<start.lowerBound] + text[end.upperBound...]))
  }
}

@Suite struct DocumentTextTests {
  private static let plain = Result { try rendered(quote: nil) }
  private static let hostile = Result { try rendered(quote: HostileText.all) }

  private static func rendered(quote: String?) throws -> [RenderedDocument] {
    let loop = try LoopFixture.loop(quote: quote)
    return try DocumentRenderer(templates: try Repository.templates())
      .documents(of: loop, forms: try LoopFixture.forms(of: loop), loopFile: "")
  }

  /// The documents; that of the loop without its kits, which are pages of their own as well.
  private func render(quote: String? = nil) throws -> [RenderedDocument] {
    try (quote == nil ? Self.plain : Self.hostile).get().map(\.withoutKits)
  }

  private func documents(_ ending: String, quote: String? = nil) throws -> [RenderedDocument] {
    try render(quote: quote).filter { $0.path.hasSuffix(ending) && $0.path != "loop.yaml" }
  }

  /// Those in which the posting is quoted: what a candidate is handed does not.
  private func quoting(_ ending: String) throws -> [RenderedDocument] {
    try documents(ending, quote: HostileText.all).filter { !$0.path.hasPrefix("handouts/") }
  }

  @Test func hostileTextStaysTextInHTML() throws {
    for document in try quoting(".html") {
      let scripts = document.path == "index.html" ? 1 : 0
      #expect(document.text.ranges(of: "<script").count == scripts, "\(document.path)")
      #expect(document.text.contains("&lt;/p&gt;&lt;script&gt;alert(1)"), "\(document.path)")
      #expect(document.text.contains("{{evil}}"), "\(document.path)")
      #expect(document.text.contains("&amp;lt;b&amp;gt;"), "\(document.path)")
      #expect(!document.text.unicodeScalars.contains("\u{202E}"), "\(document.path)")
    }
  }

  @Test(arguments: [nil, HostileText.all]) func tagsOfHTMLAreBalanced(quote: String?) throws {
    let empty: Set<Substring> = ["meta", "br", "hr"]
    for document in try documents(".html", quote: quote) {
      var open: [Substring] = []
      for match in document.text.matches(of: /<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?>/)
      where !empty.contains(match.2) {
        if match.1.isEmpty {
          open.append(match.2)
        } else {
          #expect(open.popLast() == match.2, "\(document.path)")
        }
      }
      #expect(open.isEmpty, "\(document.path)")
      #expect(document.text.hasPrefix("<!doctype html>\n<html lang=\"en-GB\">"))
      #expect(!document.text.contains("http-equiv") && !document.text.contains("src="), "\(document.path)")
    }
  }

  @Test func hostileTextStaysTextInMarkdown() throws {
    for document in try quoting(".md") {
      let text = document.text
      #expect(text.contains(Escaping.markdown.escaped(HostileText.shown)), "\(document.path)")
      for (mark, words) in [("<", "script"), ("[", "link"), ("*", "bold*"), ("`", "code"), ("|", " a |")] {
        #expect(
          !text.replacing("\\\(mark)\(words)", with: "").contains(mark + words), "\(document.path): \(mark)")
      }
      #expect(!text.contains("\n- x"), "\(document.path)")
    }
  }

  @Test(arguments: [nil, HostileText.all]) func tablesOfMarkdownAreWhole(quote: String?) throws {
    for document in try documents(".md", quote: quote) {
      var columns = 0
      for line in withoutCode(document.text).split(separator: "\n", omittingEmptySubsequences: false) {
        guard line.hasPrefix("| ") else {
          columns = 0
          continue
        }
        let cells = line.replacing("\\\\", with: "").replacing("\\|", with: "").dropFirst().dropLast()
          .split(separator: "|", omittingEmptySubsequences: false)
        if columns == 0 { columns = cells.count }
        #expect(cells.count == columns, "\(document.path): \(line)")
        // A table of the library may have empty cells.
        guard !document.path.contains("/") else { continue }
        #expect(cells.allSatisfy { !$0.allSatisfy(\.isWhitespace) }, "\(document.path): \(line)")
      }
    }
  }

  @Test(arguments: [nil, HostileText.all]) func scorecardsAreYAML(quote: String?) throws {
    let documents = try documents(".yaml", quote: quote)
    #expect(documents.count == 5)
    for document in documents {
      let node = try YAMLParser.parse(SourceText(name: document.path, text: document.text))
      #expect(
        keys(of: node) == [
          "fingerprint", "interview", "candidate", "interviewer", "date", "competencies", "questions",
          "overall", "summary",
        ])
      let competencies = items(of: node["competencies"])
      #expect(competencies.count == (document.path.hasPrefix("scorecards/3") ? 2 : 3))
      for competency in competencies {
        let isChoice = scalar(competency["id"]) == "go|python"
        #expect(
          keys(of: competency) == ["id"] + (isChoice ? ["chosen"] : []) + ["target", "evidence", "rating"])
        #expect(competency["rating"]?.isNull == true)
        #expect(scalar(competency["target"]) == "3")
      }
      #expect(items(of: node["questions"]).allSatisfy { keys(of: $0) == ["id", "notes"] })
      #expect(node["overall"]?.isNull == true)
      if quote != nil, document.path.hasPrefix("scorecards/3") {
        #expect(scalar(node["interview"]?["name"]) == HostileText.shown)
      }
    }
  }

  private func keys(of node: Node) -> [String] {
    if case .mapping(let entries) = node.content { entries.map(\.key) } else { [] }
  }

  private func items(of node: Node?) -> [Node] {
    if case .sequence(let items) = node?.content { items } else { [] }
  }

  private func scalar(_ node: Node?) -> String? {
    if case .scalar(let text, _) = node?.content { text } else { nil }
  }

  @Test func nothingIsMissing() throws {
    for document in try render() where document.path.contains(/\.(md|html|yaml)$/) {
      let text = prose(document)
      for hole in [
        "{{", "}}", "Optional(", "View(", "PlainText(", "()", "\u{2014}", "!\n", "  (", " .\n", " ,", ",,",
      ] {
        #expect(!text.contains(hole), "\(document.path): \(hole)")
      }
      #expect(text.firstMatch(of: /\{[a-z_]+\}/) == nil, "\(document.path)")
      #expect(text.firstMatch(of: /[>:|] ?nil\b/) == nil, "\(document.path)")
      #expect(text.firstMatch(of: /[a-z.,:"] {2,}[^#]/) == nil, "\(document.path)")
      #expect(
        text.firstMatch(of: /<(td|th|li|p|dd|h[1-5]|title|q)[^>]*>\s*<\/\1>/) == nil,
        "\(document.path)")
      #expect(!text.contains("\n\n\n"), "\(document.path)")
      #expect(document.text.isEmpty || document.text.hasSuffix("\n"), "\(document.path)")
    }
  }

  @Test func noSectionIsEmpty() throws {
    for document in try documents(".md") {
      let lines = document.text.split(separator: "\n")
      for (heading, next) in zip(lines, lines.dropFirst()) where heading.hasPrefix("#") && next.hasPrefix("#")
      {
        let depths = [heading, next].map { $0.prefix { $0 == "#" }.count }
        #expect(depths[0] < depths[1], "\(document.path): \(heading)")
      }
    }
    for document in try documents(".html") {
      #expect(document.text.firstMatch(of: /<\/h([23])>\s*<(\/section|h\1)>/) == nil, "\(document.path)")
      #expect(
        document.text.firstMatch(of: /<(ul|ol|tbody|section)[^>]*>\s*<\/\1>/) == nil, "\(document.path)")
    }
  }

  /// A document without its style sheet, its script and the code that it shows.
  private func prose(_ document: RenderedDocument) -> String {
    let text = document.text.replacing(/(?s)<(style|script|pre|code)\b.*?<\/\1>/, with: "code")
      .replacing(/(?s)<div class="scroll"[^>]*aria-label="Table">.*?<\/div>/, with: "a table of the library")
    return document.path.hasSuffix(".md") ? withoutCode(text) : text
  }

  /// Markdown without code, fenced, indented or between backticks.
  private func withoutCode(_ text: String) -> String {
    var isCode = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line -> String? in
      let isFence = line.drop { $0 == " " }.hasPrefix("```")
      if isFence { isCode.toggle() }
      if isCode || isFence { return isCode && isFence ? "code" : nil }
      return line.hasPrefix("    ") ? "code" : String(line)
    }
    .joined(separator: "\n").replacing(/`[^`\n]+`/, with: "code")
  }
}

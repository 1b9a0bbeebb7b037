import Diagnostics
import Foundation
import Rubric
import Testing

@testable import Planner

@Suite("Two roles on a page")
struct DiffPageTests {
  private let renderer: DiffPageRenderer

  init() throws { renderer = try DiffPageRenderer(templates: try Repository.templates()) }

  /// A text of one paragraph for each line; the words behind evidence stand in it as they are.
  private static func text(_ lines: [String], _ role: RoleDefinition) -> SideText {
    let evidence = role.competencies.flatMap(\.evidence) + role.unmapped
    return SideText(
      lines.enumerated().map { index, line in
        var passage = SideText.Passage(.paragraph, line: index + 1, text: line)
        for item in evidence where item.line == index + 1 {
          let start = line.utf8.count - (line.components(separatedBy: item.quote).last?.utf8.count ?? 0)
          let place = PlaceRange(
            start: Place(line: item.line, column: item.column),
            end: Place(line: item.line, column: item.column + item.quote.unicodeScalars.count))
          passage.marks.append(
            .init(
              range: start - item.quote.utf8.count..<start, part: .words(item), place: place, isFirst: true))
        }
        return passage
      })
  }

  private static func role(_ asked: [(id: String, importance: Importance, line: Int, quote: String)])
    -> RoleDefinition
  {
    RoleDefinition(
      title: "Engineer",
      competencies: asked.map { asked in
        RoleCompetency(
          id: asked.id, importance: asked.importance,
          evidence: [Evidence(line: asked.line, column: 1, section: "required", quote: asked.quote)])
      })
  }

  private static let before = role([
    ("go", .required, 2, "Go or Python"), ("linux", .required, 3, "Linux"), ("security", .duty, 4, "Safe"),
  ])
  private static let after = role([
    ("go", .duty, 2, "Go"), ("cloud", .required, 2, "Go on AWS"), ("security", .duty, 4, "Secure"),
  ])

  private static func comparison(
    _ a: [String] = ["We ask", "Go or Python", "Linux", "Safe"],
    _ b: [String] = ["We ask", "You write Go on AWS", "nothing", "Secure"],
    names: (from: String, to: String) = ("a.md", "b.md")
  ) -> DiffPageRenderer.Comparison {
    DiffPageRenderer.Comparison(
      RoleDiff(from: before, to: after), names: names, texts: (text(a, before), text(b, after)))
  }

  /// The page without its style.
  private func page(_ comparison: DiffPageRenderer.Comparison = comparison()) -> String {
    renderer.page(comparison, consequences: nil).replacing(/(?s)<style>.*?<\/style>/, with: "")
  }

  @Test("each mark tells its kind and its number, and leads to its change and back")
  func marks() {
    let page = page()
    #expect(
      page.contains(
        "<mark class=\"removed\">Linux</mark><a class=\"to removed\" id=\"a2-1\" href=\"#c2\">-2"
          + "<span class=\"unseen\"> removed: linux</span></a>"), "\(page)")
    #expect(
      page.contains(
        "<mark class=\"reworded\">Secure</mark><a class=\"to reworded\" id=\"b4-1\" href=\"#c4\">=4"
          + "<span class=\"unseen\"> reworded: security</span></a>"))
    for (number, name) in [(1, "cloud"), (2, "linux"), (3, "go")] {
      #expect(page.contains("id=\"c\(number)\">\n<p><b class=\"sign\">"))
      #expect(page.contains("\(number)</b> <b>\(name)</b>"))
    }
    #expect(page.contains("<a href=\"#b1-1\">line 2</a>") && page.contains("<a href=\"#a2-1\">line 3</a>"))
  }

  @Test("words that several changes are about are cut where one of them ends")
  func overlaps() {
    let pieces = page().matches(of: /<mark class="([a-z]+)">([^<]*)<\/mark>/).map { "\($0.1): \($0.2)" }
    #expect(pieces.contains("added: Go") && pieces.contains("added:  on AWS"), "\(pieces)")
    #expect(page().contains("You write <mark"))
  }

  @Test("every link leads somewhere, no id stands twice, headings go down by one, and nothing is fetched")
  func frame() {
    let page = page()
    let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for link in page.matches(of: /href="([^"]*)"/) { #expect(ids.contains(String(link.1.dropFirst()))) }
    let depths = page.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.1) }
    #expect(depths.first == 1 && depths.count { $0 == 1 } == 1)
    #expect(zip(depths, depths.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    #expect(page.firstMatch(of: /<script|src=|<link|<img|@import|url\(/) == nil)
  }

  @Test("what a posting says is never markup, and turns no text around")
  func hostile() {
    let words =
      "</p></section><script>alert(1)</script><img src=x onerror=\"a\"> 'x' \u{202E}\u{1B}[31m\u{0} &amp; {{style}}"
    let name = "\"><svg onload=a>.md"
    let page = page(
      Self.comparison(
        [words, "Go or Python", "Linux", "Safe"], [words, "You write Go on AWS", words, "Secure"],
        names: (name, name)))
    #expect(page.firstMatch(of: /<(script|img|svg)/) == nil)
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;a&quot;&gt;"))
    #expect(page.contains("&amp;amp; {{style}}"))
    let isPlain = page.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0 != "\u{202E}") }
    #expect(isPlain)
  }

  @Test("a side that is empty, and sides that are alike")
  func borders() {
    let empty = page(Self.comparison([], [""]))
    #expect(!empty.contains("<mark class=\"added\">Go") && empty.contains("<b>cloud</b>"))
    let same = renderer.page(
      .init(
        RoleDiff(from: Self.before, to: Self.before), names: ("1", "2"),
        texts: (Self.text(["Linux"], Self.before), Self.text(["Linux"], Self.before))),
      consequences: nil)
    #expect(same.contains("<h1>1 to 2: nothing changed</h1>") && !same.contains("id=\"changes\""))
  }

  @Test("its colours stand out by day, by night and on paper")
  func contrast() throws {
    let css = renderer.page(Self.comparison(), consequences: nil)
    let schemes = css.matches(of: /:root \{([^}]*)\}/).map { String($0.1) }
    let own = css.matches(of: /\.compared \{ (--came[^}]*)\}/).map { String($0.1) }
    #expect(schemes.count == 3 && own.count == 3)
    for (scheme, own) in zip(schemes, own) {
      var colours: [String: String] = [:]
      for pair in (scheme + own).matches(of: /--([a-z0-9-]+): (#[0-9a-f]+)/) {
        colours[String(pair.1)] = String(pair.2)
      }
      for (ink, paper) in [
        ("came", "paper"), ("came", "card"), ("went", "paper"), ("went", "card"), ("warm", "card"),
        ("warm", "paper"), ("ink", "cametint"), ("ink", "wenttint"), ("came", "tint"), ("went", "tint"),
        ("warm", "tint"),
      ] {
        let (a, b) = (try #require(colours[ink]), try #require(colours[paper]))
        #expect(Contrast.ratio(a, b) >= 4.5, "\(ink) on \(paper) in \(scheme)")
      }
    }
  }

  // MARK: Remarks of a pull request

  private func remarks(_ comparison: DiffPageRenderer.Comparison = comparison(), file: String = "p/b.md")
    -> [String]
  {
    renderer.annotations(comparison, file: file, hasRewordings: true).split(separator: "\n").map(String.init)
  }

  @Test("what changed is remarked on its words, worst first; what went where it had stood")
  func annotations() {
    #expect(
      remarks() == [
        "::warning file=p/b.md,line=2,endLine=2,col=1,endColumn=10,title=Required%2C or required no more::"
          + "cloud: required, 3 Intermediate%0Anow: \"Go on AWS\"",
        "::warning file=p/b.md,line=1,endLine=1,col=1,endColumn=1,title=Required%2C or required no more::"
          + "linux: was required, 3 Intermediate%0Abefore: \"Linux\"",
        "::warning file=p/b.md,line=2,endLine=2,col=1,endColumn=3,title=Required%2C or required no more::"
          + "go: required -> duty%0Abefore: \"Go or Python\"%0Anow: \"Go\"",
        "::notice file=p/b.md,line=4,endLine=4,col=1,endColumn=7,title=Worded otherwise::"
          + "security: asked for alike in other words%0Abefore: \"Safe\"%0Anow: \"Secure\"",
      ])
  }

  @Test("without a landmark that both texts have, what went is remarked on the file")
  func noLandmark() {
    let remarks = remarks(Self.comparison(["x", "x", "Linux", "Safe"], ["y", "You write Go on AWS"]))
    #expect(
      remarks.contains { $0.hasPrefix("::warning file=p/b.md,title=Required") && $0.contains("linux:") })
    let twice = self.remarks(
      Self.comparison(["We ask", "", "Linux"], ["We ask", "You write Go on AWS", "We ask"]))
    #expect(twice.contains { $0.hasPrefix("::warning file=p/b.md,title=Required") && $0.contains("linux:") })
  }

  @Test("paths and words end neither the command nor a property")
  func escaping() {
    let remarks = remarks(
      Self.comparison(names: ("100%", "a\n::error::b")), file: "a,b:c%\n::error::.md")
    #expect(remarks.count == 4)
    for remark in remarks { #expect(remark.contains(" file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3A.md,")) }
  }
}

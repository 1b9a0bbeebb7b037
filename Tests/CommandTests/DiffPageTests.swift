import Foundation
import TestSupport
import Testing

@Suite("rolewright diff, pages and remarks")
struct DiffPageTests {
  private static let golden = "Tests/CommandTests/Golden/diff-page"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Sides of every kind: Markdown with damaged characters, HTML, JSON, plain text, a role file.
  private static let pairs = [
    ("postings", Fixture.posting, Fixture.page),
    ("json", "Tests/ExtractorTests/Golden/greenhouse.json", Fixture.otherPosting),
    ("role", Fixture.posting, "Tests/RubricTests/Golden/role-diff/after.yaml"),
  ]

  /// The page without its style sheet, which all pages share.
  private static func bare(_ page: String) -> String {
    page.replacing(/(?s)<style>.*?<\/style>/, with: "<style></style>")
  }

  @Test("both texts side by side, whatever they are", arguments: pairs)
  func page(name: String, from: String, to: String) throws {
    let outcome = try Rolewright.run(["diff", from, to, "--format", "html"])
    #expect(outcome.status == 1)
    let page = Self.bare(outcome.output)
    #expect(page == (try Golden.expected("\(Self.golden)/\(name).html", recording: page)))
    #expect(page.contains("<mark class=\"added\">") && page.contains("<mark class=\"removed\">"))
  }

  @Test("remarks on the file of the second side", arguments: pairs)
  func remarks(name: String, from: String, to: String) throws {
    let outcome = try Rolewright.run(["diff", from, to, "--format", "github"])
    #expect(outcome.status == 1)
    #expect(
      outcome.output == (try Golden.expected("\(Self.golden)/\(name).github", recording: outcome.output)))
    for line in outcome.output.split(separator: "\n") {
      #expect(line.hasPrefix("::warning file=\(to),") || line.hasPrefix("::notice file=\(to),"))
    }
  }

  @Test("with what follows for the panel and for scorecards, and several roles as a table")
  func others() throws {
    let matrix = try Rolewright.run([
      "diff", "-f", "html", Fixture.posting, Fixture.page, Fixture.otherPosting,
    ])
    #expect(matrix.status == 1)
    let page = Self.bare(matrix.output)
    #expect(page == (try Golden.expected("\(Self.golden)/matrix.html", recording: page)))
    let loop = try Rolewright.run(["diff", "-f", "html", Fixture.posting, Fixture.page])
    #expect(loop.output.contains("<h2 id=\"loop\">What follows for the loop</h2>"))
    let bare = try Rolewright.run(["diff", "-f", "html", "--no-loop", Fixture.posting, Fixture.page])
    #expect(!bare.output.contains("id=\"loop\""))
  }

  @Test("nothing changed: a page that says so, and no remark")
  func same() throws {
    let page = try Rolewright.run(["diff", Fixture.posting, Fixture.posting, "-f", "html"])
    #expect(page.status == 0 && page.output.contains("nothing changed</h1>"))
    #expect(!page.output.contains("<a class=\"to "))
    let remarks = try Rolewright.run(["diff", Fixture.posting, Fixture.posting, "-f", "github"])
    #expect(remarks.status == 0 && remarks.output.isEmpty)
  }

  @Test(
    "goes to a file in every form, and writes over nothing unasked",
    arguments: ["text", "html", "json", "brief"])
  func output(format: String) throws {
    try folder.write(Fixture.role, to: "a.yaml")
    try folder.write(Fixture.role.replacing("required", with: "duty"), to: "b.yaml")
    let words = ["diff", "a.yaml", "b.yaml", "-f", format]
    let shown = try Rolewright.run(words, in: folder.path).output
    let first = try Rolewright.run(words + ["-o", "out"], in: folder.path)
    #expect(first.status == 1 && first.output.isEmpty)
    #expect(try folder.text("out") == shown)
    try folder.write("mine", to: "out")
    let second = try Rolewright.run(words + ["-o", "out"], in: folder.path)
    #expect(second.status == 2 && second.errors.contains("out: error: ") && second.errors.contains("--force"))
    #expect(try folder.text("out") == "mine")
    #expect(try Rolewright.run(words + ["-o", "out", "--force"], in: folder.path).status == 1)
    #expect(try folder.text("out") == shown)
  }

  @Test("a posting's text is never markup, in no kind of posting", arguments: ["md", "html", "json", "yaml"])
  func hostile(ending: String) throws {
    let words =
      "You know Kubernetes </p></script><script>alert(1)</script><img src=x onerror=alert(2)> \\\" ' \u{202E}x"
    let escaped = words.replacing("<", with: "&lt;")
    let text =
      switch ending {
      case "html": "<h1>SRE</h1><h2>Requirements</h2><ul><li>\(escaped)</li><li>Go</li></ul><p>x</p>"
      case "json": "{\"title\": \"SRE\", \"description\": \"<h2>Requirements</h2><p>\(escaped)</p>\"}"
      case "yaml":
        "title: SRE\ncompetencies: [{id: kubernetes, importance: required}]\nlocation: '\(words.replacing("'", with: "").replacing("\u{202E}", with: ""))'\n"
      default: "# SRE\n\n## Requirements\n\n- \(escaped)\n"
      }
    try folder.write(text, to: "a.\(ending)")
    try folder.write("# SRE\n\n## Requirements\n\n- You know Terraform\n", to: "b.md")
    for sides in [["a.\(ending)", "b.md"], ["b.md", "a.\(ending)"]] {
      let page = try Rolewright.run(["diff", "-f", "html"] + sides, in: folder.path)
      #expect(page.status == 1, "\(page.errors)")
      #expect(page.output.firstMatch(of: /<(script|img)/) == nil)
      #expect(page.output.contains("&lt;script&gt;alert(1)"), "\(page.output)")
      #expect(!page.output.unicodeScalars.contains("\u{202E}"))
      let remarks = try Rolewright.run(["diff", "-f", "github"] + sides, in: folder.path).output
      #expect(
        remarks.split(separator: "\n").allSatisfy { $0.hasPrefix("::warning ") || $0.hasPrefix("::notice ") })
    }
  }

  @Test("what is too large says so")
  func large() throws {
    try folder.write(String(repeating: "You know Kubernetes. ", count: 500_000), to: "a.md")
    let outcome = try Rolewright.run(["diff", "-f", "html", "a.md", "a.md"], in: folder.path)
    #expect(outcome.status == 2 && outcome.errors.contains("[too-large]"))
  }

  @Test("remarks are about two sides")
  func usage() throws {
    let three = [Fixture.posting, Fixture.page, Fixture.otherPosting]
    let outcome = try Rolewright.run(["diff", "-f", "github"] + three)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("github remarks on the second of two sides; for 3 name another format"))
  }
}

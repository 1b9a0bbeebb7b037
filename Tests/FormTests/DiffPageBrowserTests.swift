import Foundation
import TestSupport
import Testing

/// The page of a comparison in a browser, as a reader would see it.
@Suite(
  "the page of a comparison in Chromium",
  .enabled(if: Tool.node.isThere && Tool.chromium.isThere, "node or chromium is not installed"))
struct DiffPageBrowserTests {
  private struct Input: Encodable {
    var chromium: String
    var folder: String
    var page: String
  }

  private struct Result: Decodable {
    var wide: Look
    var narrow: Look
    var paper: Look
    var broken: Int
    var unnamed: Int
    var elements: Int
    var opened: Bool
    var requests: [String]
  }

  private struct Look: Decodable {
    var beside: Bool
    var below: Bool
    var overflow: Int
  }

  @Test("texts stand side by side where there is room, and all of it works without scripts")
  func look() throws {
    let folder = try TemporaryFolder()
    let posting = try ProjectFiles.text("Examples/postings/harbourline-sre.md")
    let hostile =
      "<script>document.title = 1</script><img src=x onerror=alert(1)>" + String(repeating: "x", count: 400)
    let edited = posting.replacing("Terraform in anger", with: "Terraform \(hostile)")
      .replacing("  * Clear written", with: "  * Experience with threat modelling.\n  * Clear written")
    try folder.write(posting, to: "a.md")
    try folder.write(edited, to: "b.md")
    let made = try Rolewright.run(["diff", "a.md", "b.md", "-f", "html", "-o", "page.html"], in: folder.path)
    #expect(made.status == 1, "\(made.errors)")
    let result = try NodeScript.run(
      "diff.mjs",
      Input(
        chromium: Tool.chromium.path ?? "", folder: folder.path, page: folder.path + "/page.html"),
      as: Result.self)
    #expect(result.wide.beside && result.paper.beside && result.narrow.below)
    #expect([result.wide, result.narrow, result.paper].allSatisfy { $0.overflow <= 0 })
    #expect(result.broken == 0 && result.unnamed == 0 && result.elements == 0)
    #expect(result.opened && result.requests == [])
  }
}

import Foundation
import StandIn
import Testing

/// What a release has in place of FoundationEssentials does what that does, as far as ArgumentParser asks for it.
@Suite("The stand-in")
struct StandInTests {
  @Test("writes JSON as Foundation does", arguments: Page.all)
  func json(page: Page) throws {
    let theirs = Foundation.JSONEncoder()
    theirs.outputFormatting = [.prettyPrinted, .sortedKeys]
    let ours = StandIn.JSONEncoder()
    let text = String(data: try ours.encode(page) as StandIn.Data, encoding: .utf8)
    #expect(text == String(decoding: try theirs.encode(page), as: UTF8.self))
  }

  @Test("knows what is wrong where an error says so")
  func errors() {
    struct Told: StandIn.LocalizedError {
      var errorDescription: String? { "told" }
    }
    struct Silent: StandIn.LocalizedError {}
    #expect(Told().errorDescription == "told")
    #expect(Silent().errorDescription == nil)
  }
}

/// Values like those of a command's description.
struct Page: Encodable, Sendable {
  enum Kind: String, Encodable { case positional, option }

  var name: String
  var abstract: String?
  var isHidden = false
  var version = 0
  var kind = Kind.option
  var subpages: [Page] = []
  var values: [String: String] = [:]
  var texts: [[String]] = []

  static let all = [
    Page(name: "plain"),
    Page(name: "\"quoted\" \\ a/b", abstract: "two\nlines\tand\r\u{8}\u{C}\u{1}\u{1F}\u{7F} é 🙂 \u{2028}"),
    Page(
      name: "", abstract: "", isHidden: true, version: -12, kind: .positional,
      subpages: [Page(name: "a", subpages: [Page(name: "b")]), Page(name: "c")],
      values: ["b": "1", "a": "2", "B": "3", "a10": "4", "a9": "5", "é": "6"],
      texts: [[], ["x"], ["y", "z"]]),
  ]
}

import Diagnostics
import Rubric
import TestSupport
import Testing

@testable import Planner

@Suite("The page of a debrief, for every reader")
struct DebriefPageTests {
  private static let folder = "Tests/CommandTests/Golden/debrief/C-17"

  /// The invented candidate of the command's tests: all of it; without a scorecard; without any.
  private static let pages = Result {
    let names = ProjectFiles.list(folder).filter(CandidateRecord.isScorecard)
    let some = [(names, true), (Array(names.dropFirst()), false), ([], false)]
    return try some.map { names, isDecided in try page(names, isDecided: isDecided) }
  }

  private static func page(_ names: [String], isDecided: Bool) throws -> String {
    func source(_ name: String) throws -> SourceText {
      SourceText(name: name, bytes: try ProjectFiles.bytes("\(folder)/\(name)"))
    }
    let record = try CandidateRecord(
      plan: try source("assessment.yaml"), scorecards: try names.map(source),
      decision: isDecided ? try source("decision.yaml") : nil)
    return try DebriefRenderer(templates: try Repository.templates()).text(Debrief(of: record), as: .html)
  }

  private let pages: [String]

  init() throws { pages = try Self.pages.get() }

  /// A page without its style sheet, its scripts and its comments.
  private func body(_ page: String) -> String {
    page.replacing(/(?s)<(style|script)\b.*?<\/\1>/, with: "")
  }

  @Test("tags are balanced, no id stands twice, and every link within leads somewhere")
  func structure() {
    for page in pages {
      var open: [Substring] = []
      for match in body(page).matches(of: /<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?>/)
      where !["meta", "br", "input"].contains(match.2) {
        if match.1.isEmpty { open.append(match.2) } else { #expect(open.popLast() == match.2) }
      }
      #expect(open.isEmpty)
      let ids = body(page).matches(of: /\sid="([^"]+)"/).map { String($0.1) }
      #expect(Set(ids).count == ids.count)
      for link in page.matches(of: /href="([^"]*)"/) {
        #expect(link.1.hasPrefix("#") && ids.contains(String(link.1.dropFirst())), "\(link.1)")
      }
    }
  }

  @Test("headings go down by one, every field has a label, and every column a heading")
  func names() {
    for page in pages {
      let depths = body(page).matches(of: /<h([1-6])[ >]/).compactMap { Int($0.1) }
      #expect(depths.first == 1 && depths.count { $0 == 1 } == 1)
      #expect(zip(depths, depths.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(depths)")
      for field in body(page).matches(of: /<(textarea|input)\s[^>]*\bid="([^"]+)"/) {
        #expect(page.contains("<label for=\"\(field.2)\">"), "\(field.2)")
      }
      for heading in body(page).matches(of: /<th\b([^>]*)>/) {
        #expect(heading.1.contains(/scope="(col|row)"/), "\(heading.0)")
      }
      #expect(page.firstMatch(of: /(src=|<link|<img|@import|url\(|https?:)/) == nil)
      #expect(page.firstMatch(of: /<title>[^<]+<\/title>/) != nil)
    }
  }

  @Test("nothing is empty, and no hole is left")
  func holes() {
    for page in pages.map(body) {
      for hole in ["{{", "Optional(", "View(", "()", " ,", ",,", " .\n", "\n\n\n"] {
        #expect(!page.contains(hole), "\(hole)")
      }
      let empty = page.firstMatch(
        of: /<(td|th|p|dd|dt|h[1-4]|title|ul|ol|tbody|section|blockquote|bdi)[^>]*>\s*<\/\1>/)
      #expect(empty.map { $0.0.contains("id=\"said\"") } ?? true, "\(empty?.0 ?? "")")
    }
  }

  @Test("it says nowhere whom to hire, and holds nobody to a threshold")
  func words() {
    for page in pages.map(body) {
      #expect(
        page.lowercased().firstMatch(
          of: /\b(no[- ]hire|hire|reject|pass mark|passed|failed|threshold|score of)\b/) == nil)
    }
  }

  @Test("levels stand out from their colours, by day, by night and on paper")
  func contrast() throws {
    let css = try #require(pages.first)
    let schemes = css.matches(of: /:root \{([^}]*--depth1[^}]*)\}/).map { String($0.1) }
    #expect(schemes.count == 3)
    for scheme in schemes {
      var colours: [String: String] = [:]
      for pair in scheme.matches(of: /--([a-z0-9-]+): (#[0-9a-f]+)/) {
        colours[String(pair.1)] = String(pair.2)
      }
      for level in 1...5 {
        let pair = (try #require(colours["depth\(level)-ink"]), try #require(colours["depth\(level)"]))
        #expect(Contrast.ratio(pair.0, pair.1) >= 4.5, "\(level) in \(scheme)")
      }
    }
  }

  @Test("what is missing stands at the top, and the figure does not stand at all")
  func partial() {
    #expect(!pages[0].contains("id=\"missing\"") && pages[0].contains("class=\"figure-line\""))
    for page in pages.dropFirst() {
      #expect(page.contains("id=\"missing\"") && !page.contains("class=\"figure-line\""))
      #expect(page.contains("Not all scorecards are in: wait for them."))
    }
  }

  @Test("the templates are sound, and a name that is not there is an error")
  func templates() throws {
    #expect(throws: InvalidInput.self) {
      let own = ("scorecard-debrief.md", SourceText(name: "own", text: "{{candidat}}\n"))
      _ = try DebriefRenderer(templates: try Repository.templates() + [own])
    }
  }
}

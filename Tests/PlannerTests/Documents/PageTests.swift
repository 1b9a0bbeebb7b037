import Foundation
import Testing

@testable import Planner

@Suite("The pages of a loop, for every reader")
struct PageTests {
  private static let pages = Result {
    let loop = try LoopFixture.loop()
    return try DocumentRenderer(templates: try Repository.templates())
      .documents(of: loop, forms: try LoopFixture.forms(of: loop), loopFile: "")
      .filter { $0.path.hasSuffix(".html") }
  }

  private let pages: [RenderedDocument]

  init() throws { pages = try Self.pages.get() }

  /// The page without its style sheet, its script and the inside of code.
  private func body(_ page: RenderedDocument) -> String {
    page.text.replacing(/(?s)<(style|script|pre)\b.*?<\/\1>/, with: "")
  }

  @Test("no id stands twice, and every link within a page leads somewhere")
  func anchors() {
    for page in pages {
      let ids = page.text.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
      #expect(Set(ids).count == ids.count, "\(page.path)")
      for link in page.text.matches(of: /href="#([^"]*)"/) {
        #expect(ids.contains(String(link.1)), "\(page.path): \(link.1)")
      }
    }
    #expect(pages.contains { $0.text.contains("href=\"#kit-3\"") })
  }

  @Test("headings go down by one, and a page has one of the first order")
  func headings() {
    for page in pages {
      let depths = body(page).matches(of: /<h([1-6])[ >]/).compactMap { Int($0.1) }
      #expect(depths.first == 1 && depths.count { $0 == 1 } == 1, "\(page.path)")
      for (before, after) in zip(depths, depths.dropFirst()) {
        #expect(after <= before + 1, "\(page.path): \(depths)")
      }
    }
  }

  @Test("a heading of a table says what it heads, and each row begins with one or is a list of things")
  func tables() {
    for page in pages {
      for heading in body(page).matches(of: /<th\b([^>]*)>/) {
        #expect(heading.1.contains(/scope="(col|row)"/), "\(page.path): \(heading.0)")
      }
    }
  }

  @Test("what can scroll can be reached by the keyboard, and has a name")
  func scrollers() {
    for page in pages {
      #expect(page.text.ranges(of: "<pre").count == page.text.ranges(of: "<pre tabindex=\"0\"").count)
      for scroller in page.text.matches(of: /<div class="scroll"([^>]*)>/) {
        #expect(scroller.1.contains("tabindex=\"0\"") && scroller.1.contains("aria-label=\""), "\(page.path)")
      }
    }
  }

  @Test("every page has a language, a title and one main landmark, and asks nothing of the network")
  func frame() {
    for page in pages {
      #expect(page.text.ranges(of: "<main>").count == 1 && page.text.contains("<html lang=\"en-GB\">"))
      #expect(page.text.firstMatch(of: /<title>[^<]+<\/title>/) != nil, "\(page.path)")
      #expect(page.text.firstMatch(of: /(src=|<link|<img|@import|url\()/) == nil, "\(page.path)")
      for name in page.text.matches(of: /href="([a-z]+:[^"]*)"/) { Issue.record("\(page.path): \(name.1)") }
    }
  }

  @Test("all pages look the same")
  func style() {
    #expect(
      Set(pages.map { $0.text.firstMatch(of: /(?s)<style>.*?<\/style>/).map { String($0.0) } }).count == 1)
  }

  @Test("without scripts every kit stands open in the page of the loop")
  func open() throws {
    let index = try #require(pages.first { $0.path == "index.html" }).text
    #expect(index.ranges(of: "<details class=\"kit\"").count == 6)
    #expect(index.matches(of: /<details class="kit" id="kit-[1-6]" open>/).count == 6)
  }

  @Test("a kit is the same in its page and in that of the loop, its links apart")
  func kits() throws {
    let index = try #require(pages.first { $0.path == "index.html" }).text
    let kits = pages.filter { $0.path.hasPrefix("kits/") }
    for kit in kits {
      let body = try #require(kit.text.firstMatch(of: /(?s)<\/h2>\n(.*)<\/main>/)).1
      #expect(index.contains(body.replacing("href=\"../", with: "href=\"./")), "\(kit.path)")
    }
    #expect(kits.count == 6)
  }

  @Test("words stand out from what is behind them, by day, by night and on paper")
  func contrast() throws {
    let css = try #require(pages.first).text
    let schemes = css.matches(of: /:root \{([^}]*)\}/).map { String($0.1) }
    #expect(schemes.count == 3)
    var colours: [String: String] = [:]
    for scheme in schemes {
      for pair in scheme.matches(of: /--([a-z0-9-]+): (#[0-9a-f]+)/) {
        colours[String(pair.1)] = String(pair.2)
      }
      for (ink, paper) in [
        ("ink", "paper"), ("ink", "card"), ("ink", "tint"), ("ink", "tint2"), ("ink", "warmtint"),
        ("soft", "paper"),
        ("soft", "card"), ("soft", "tint"), ("accent", "paper"), ("accent", "card"), ("accent", "tint"),
        ("warm", "paper"), ("warm", "warmtint"), ("on-fill", "fill"),
      ] {
        let ratio = Contrast.ratio(try #require(colours[ink]), try #require(colours[paper]))
        #expect(ratio >= 4.5, "\(ink) on \(paper): \(ratio) in \(scheme)")
      }
    }
  }
}

/// How far two colours are apart (WCAG 2.2, contrast ratio).
enum Contrast {
  static func ratio(_ a: String, _ b: String) -> Double {
    let (light, dark) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)
  }

  private static func luminance(_ colour: String) -> Double {
    let digits = colour.dropFirst().compactMap(\.hexDigitValue)
    let parts =
      digits.count == 3
      ? digits.map { $0 * 17 }
      : stride(from: 0, to: 6, by: 2).map {
        digits[$0] * 16 + digits[$0 + 1]
      }
    let linear = parts.map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}

import Diagnostics
import Rubric
import Testing

@testable import Planner

@Suite("Why a competency was found or not, as text")
struct WhyRendererTests {
  private static let hostile = "{{id}} \u{1B}[31m\u{202E}<b>\n# x"

  private static func reasoning() -> Reasoning {
    let source = SourceText(name: "p\u{1B}.md", text: "- Go \u{1B}[31m and \u{9B}1m \u{202E}日本語\n")
    var reasoning = Reasoning(id: "go", name: hostile, source: source)
    let range = PlaceRange(start: Place(line: 1, column: 3), end: Place(line: 1, column: 5))
    let mark = Reasoning.Mark(range: range, words: hostile)
    let section = Reasoning.Section(name: hostile, asks: nil, heading: mark)
    let term = Reasoning.Term(text: hostile, file: hostile, line: 1)
    reasoning.misses = Reasoning.Rejection.allCases.map { rejection in
      var miss = Reasoning.Miss(mark: mark, term: term, rejection: rejection, by: mark, section: section)
      miss.wanted = [hostile]
      miss.reason = hostile
      miss.competency = hostile
      return miss
    }
    reasoning.terms = [hostile]
    return reasoning
  }

  @Test("every rejection has words of its own, and hostile words stay words")
  func words() throws {
    let reasoning = Self.reasoning()
    let text = try WhyRenderer(templates: try Repository.templates()).text(reasoning)
    #expect(!text.unicodeScalars.contains { [0x1B, 0x9B, 0x202E, 0x0D].contains($0.value) })
    #expect(text.contains("{{id}} [31m<b> # x"))
    let lines = text.split(separator: "\n").filter { $0.contains(" rejected: ") }
    #expect(lines.count == Reasoning.Rejection.allCases.count && Set(lines).count == lines.count)
    #expect(lines.allSatisfy { !$0.hasSuffix("rejected: ") })
  }

  @Test("a place beyond the end of the file is shown without its line")
  func beyond() throws {
    var reasoning = Self.reasoning()
    reasoning.misses[0].mark.range = PlaceRange(at: Place(line: 9_999, column: 7))
    let text = try WhyRenderer(templates: try Repository.templates()).text(reasoning)
    #expect(text.contains("at 9999:7 rejected"))
  }
}

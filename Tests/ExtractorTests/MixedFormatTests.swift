import Rubric
import Testing

@testable import Extractor

@Suite("HTML within Markdown")
struct MixedFormatTests {
  private func importances(_ text: String) throws -> [String: Importance] {
    let role = try OwnLibrary.extract(text).role
    return Dictionary(uniqueKeysWithValues: role.competencies.map { ($0.id, $0.importance) })
  }

  @Test("a menu of tags over Markdown leaves its headings and lists what they are")
  func menu() throws {
    let menu = "<div align=\"center\">\n  <nav>\n    <a href=\"/\">Home</a>\n  </nav>\n</div>\n\n"
    let text = "# Engineer\n\n## Requirements\n\n- Linux\n\n## Nice to have\n\n- Kafka\n"
    #expect(try importances(menu + text) == ["linux": .required, "messaging-streaming": .preferred])
  }

  @Test("headings and lists of tags stand beside those of Markdown")
  func lists() throws {
    let text = """
      # Engineer

      <style>
      .card { color: red; }

      .list { color: green; }
      </style>
      <div class="card">
      <h2>Requirements</h2>
      <ul>
      <li>Kubernetes</li>
      </ul>
      <h2>Nice to have</h2>
      <ul><li>Kafka</li><li>Rust</li></ul>
      </div>

      ## What you will do

      - Run our Linux servers
      """
    #expect(
      try importances(text)
        == ["kubernetes": .required, "messaging-streaming": .preferred, "rust": .preferred, "linux": .duty])
  }

  @Test("an underlined line of its own is a heading")
  func underlined() throws {
    let text =
      "<p>Engineer</p><p><u>Nice to have</u></p><ul><li>Kafka</li></ul><p><u>Requirements</u></p><ul><li>Go</li></ul>"
    #expect(try importances(text) == ["messaging-streaming": .preferred, "go": .required])
  }

  @Test("elements that never end are looked for once", .timeLimit(.minutes(1)))
  func hostile() throws {
    let text =
      "# Engineer\n\n## Requirements\n\n- Linux\n\n"
      + String(repeating: "<nav>\n\n<div hidden>\n\n", count: 20_000)
    #expect(try importances(text)["linux"] != nil)
  }
}

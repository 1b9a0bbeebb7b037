import Diagnostics
import Rubric
import TestSupport
import Testing

/// Every rule has a file in `Rubrics/rules`, and `docs/findings.md` is a table of these files.
@Suite("The rules of findings")
struct FindingRulesTests {
  private static let page = "docs/findings.md"
  private static let rules = Result { try library() }

  @Test("every rule of the sources is explained, and every explained rule exists")
  func complete() throws {
    // A list of phrases needs no code of its own.
    let applied = try Self.rules.get().filter { !$0.searched.isEmpty }.map(\.id)
    #expect(try Self.rules.get().map(\.id) == Set(try inSources() + applied).sorted())
  }

  @Test("rules are written in small letters and hyphens")
  func names() throws {
    let form = try Regex("[a-z]+(-[a-z0-9]+)*")
    #expect(try inSources().filter { try form.wholeMatch(in: $0) == nil } == [])
    #expect(try inSources().count > 20)
  }

  /// `ROLEWRIGHT_RECORD=1 swift test --filter FindingRulesTests` writes the table anew.
  @Test("the table of the documentation is made of the rules")
  func table() throws {
    let rows = try Self.rules.get().map { rule in
      "| `\(rule.id)` | \(Self.cell(rule.meaning)) | \(Self.cell(rule.remedy)) |"
    }
    let page = try ProjectFiles.text(Self.page).split(separator: "\n", omittingEmptySubsequences: false)
    let isRow = { (line: Substring) in line.hasPrefix("| `") }
    let start = try #require(page.firstIndex(where: isRow))
    let lines = page[..<start] + rows.map { $0[...] } + page[start...].drop(while: isRow)
    let text = lines.joined(separator: "\n")
    #expect(text == (try Golden.expected(Self.page, recording: text)))
  }

  /// A text in a cell of a Markdown table.
  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  /// The first argument of every call that notes a finding.
  private func inSources() throws -> [String] {
    let names = "Finding|InvalidInput|finding|add|addUnexpected|addUnknown|report|failure"
    let call = try Regex("(?:^|[^A-Za-z])(\(names))\\(\\s*\"([^\" ]+)\"")
    return SourceFile.all.flatMap { file in
      file.code.joined(separator: "\n").matches(of: call).compactMap {
        $0.output[2].substring.map(String.init)
      }
    }
  }

  private static func library() throws -> [FindingRule] {
    let files = try ProjectFiles.list("Rubrics/rules", ending: ".yaml").map { name in
      let bytes = try ProjectFiles.bytes("Rubrics/rules/\(name)")
      return (path: "rules/\(name)", source: SourceText(name: name, bytes: bytes))
    }
    let library = RubricLibrary(files)
    return try library.ruleIDs.map { try #require(try library.rule($0)) }
  }
}

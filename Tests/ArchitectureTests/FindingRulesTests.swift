import TestSupport
import Testing

/// `docs/findings.md` explains every rule of the sources, and no other.
@Suite("The table of findings")
struct FindingRulesTests {
  @Test("every rule is explained, in order, and every explained rule exists")
  func complete() throws {
    let (documented, used) = (try documented(), Set(try inSources()).sorted())
    #expect(documented == used)
  }

  @Test("rules are written in small letters and hyphens")
  func names() throws {
    let form = try Regex("[a-z]+(-[a-z0-9]+)*")
    #expect(try inSources().filter { try form.wholeMatch(in: $0) == nil } == [])
    #expect(try inSources().count > 20)
  }

  @Test("each row says what it means and what to do")
  func rows() throws {
    for row in try table() {
      #expect(row.count == 3 && row.allSatisfy { !$0.isEmpty }, "\(row)")
    }
  }

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

  private func documented() throws -> [String] {
    try table().map { $0[0].filter { $0 != "`" } }
  }

  private func table() throws -> [[String]] {
    try ProjectFiles.text("docs/findings.md").split(separator: "\n").filter { $0.hasPrefix("| `") }.map {
      line in
      line.split(separator: "|").map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    }
  }
}

import Foundation
import TestSupport
import Testing

@Suite("rolewright diff")
struct DiffTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("a posting does not differ from itself, nor from the role that is read from it")
  func same() throws {
    #expect(try Rolewright.run(["diff", Fixture.posting, Fixture.posting]).status == 0)
    let role = folder.path + "/role.yaml"
    #expect(try Rolewright.run(["extract", Fixture.posting, "-o", role]).status == 0)
    #expect(try Rolewright.run(["diff", Fixture.posting, role]).status == 0)
  }

  @Test("differences end with 1, and are named")
  func different() throws {
    let outcome = try diff(Fixture.role, Fixture.role.replacing("id: go", with: "id: python"))
    #expect(outcome.status == 1)
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.output.contains("  - go: was required, 3 Intermediate\n")
        && outcome.output.contains("  + python: required, 3 Intermediate\n"))
  }

  @Test("what moved and was renumbered is no difference")
  func order() throws {
    let lines = Fixture.role.split(separator: "\n").map(String.init)
    let moved = lines[..<3] + lines[5..<7] + lines[3..<5] + lines[7...]
    #expect(try diff(Fixture.role, moved.joined(separator: "\n") + "\n").status == 0)
  }

  @Test("as JSON it is a list of typed changes")
  func json() throws {
    let outcome = try diff(
      Fixture.role, Fixture.role.replacing("level: mid", with: "level: senior"), "--format", "json")
    #expect(outcome.status == 1)
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(document != nil)
  }

  @Test("in every form it is word for word", arguments: ["text", "brief", "markdown", "yaml"])
  func forms(format: String) throws {
    let outcome = try Rolewright.run(Self.pair + ["--format", format])
    #expect(outcome.status == 1)
    let path = "Tests/CommandTests/Golden/diff/roles.\(format)"
    #expect(outcome.output == (try Golden.expected(path, recording: outcome.output)))
  }

  @Test("with all changes and what is worded otherwise")
  func whole() throws {
    let outcome = try Rolewright.run(Self.pair + ["--all", "--rewording"])
    let path = "Tests/CommandTests/Golden/diff/whole.text"
    #expect(outcome.output == (try Golden.expected(path, recording: outcome.output)))
  }

  @Test("several roles side by side", arguments: ["text", "markdown", "json"])
  func matrix(format: String) throws {
    let outcome = try Rolewright.run(["diff", "-f", format] + Self.examples)
    #expect(outcome.status == 1)
    let path = "Tests/CommandTests/Golden/diff/matrix.\(format)"
    #expect(outcome.output == (try Golden.expected(path, recording: outcome.output)))
  }

  @Test("up to six roles fit 80 columns")
  func width() throws {
    let lines = try Rolewright.run(["diff"] + Self.examples + Self.examples).output.split(separator: "\n")
    #expect(lines.filter { $0.count > 80 } == [])
    #expect(try Rolewright.run(["diff"] + Array(repeating: Fixture.posting, count: 4)).status == 0)
  }

  @Test("a wide terminal has the words of both sides beside each other")
  func wide() throws {
    let terminal = try #require(PseudoTerminal())
    terminal.resize(columns: 120)
    try folder.write(Self.stated("Runs Go services"), to: "a.yaml")
    try folder.write(Self.stated("Writes Go", importance: "duty"), to: "b.yaml")
    let text = try Rolewright.run(
      ["diff", folder.path + "/a.yaml", folder.path + "/b.yaml"], on: terminal,
      environment: ["TERM": "xterm", "NO_COLOR": "1"])
    let gap = String(repeating: " ", count: 57 - "- line 4: \"Runs Go services\"".count + 2)
    #expect(text.contains("    - line 4: \"Runs Go services\"\(gap)+ line 4: \"Writes Go\""), "\(text)")
  }

  @Test("sides are called by what tells them apart")
  func names() throws {
    try folder.write(Fixture.role, to: "old/a.yaml")
    try folder.write(Fixture.role, to: "new/a.yaml")
    try folder.write(Fixture.role, to: "b.yaml")
    func head(_ a: String, _ b: String) throws -> String {
      try Rolewright.run(["diff", "-f", "brief", a, b], in: folder.path).output
    }
    #expect(try head("old/a.yaml", "b.yaml") == "a.yaml -> b.yaml: nothing changed\n")
    #expect(try head("old/a.yaml", "new/a.yaml") == "old/a.yaml -> new/a.yaml: nothing changed\n")
    #expect(try head("b.yaml", "b.yaml") == "1. b.yaml -> 2. b.yaml: nothing changed\n")
  }

  @Test("hostile words come out as words")
  func hostile() throws {
    let words = "\\e[31mRed\\e[0m <script>alert(1)</script> | [a](javascript:x) **b**\\u202e"
    let (a, b) = (Self.stated("fine"), Self.stated(words, importance: "duty"))
    for format in ["text", "brief", "markdown"] {
      let output = try diff(a, b, "--format", format).output
      #expect(!output.unicodeScalars.contains("\u{1B}") && !output.unicodeScalars.contains("\u{202E}"))
    }
    let markdown = try diff(a, b, "--format", "markdown").output
    #expect(
      markdown.contains(#"\<script>alert(1)\</script> \| \[a\](javascript:x) \*\*b\*\*"#), "\(markdown)")
  }

  @Test("what cannot be compared")
  func usage() throws {
    let alone = try Rolewright.run(["diff", Fixture.posting])
    #expect(alone.status == 64 && alone.errors.contains("name at least two postings or roles"))
    let brief = try Rolewright.run(["diff", "-f", "brief"] + Self.examples)
    #expect(brief.status == 64)
    #expect(brief.errors.contains("brief is a line about two sides; for 3 name another format"))
    #expect(try Rolewright.run(["diff", Fixture.posting, "nowhere.md"]).status == 2)
  }

  private static let examples = [Fixture.posting, Fixture.otherPosting, Fixture.page]
  private static let pair = [
    "diff", "Tests/RubricTests/Golden/role-diff/before.yaml", "Tests/RubricTests/Golden/role-diff/after.yaml",
  ]

  /// A role that asks for Go in some words.
  private static func stated(_ words: String, importance: String = "required") -> String {
    """
    title: Engineer
    competencies:
      - id: go
        importance: \(importance)
        evidence: [{line: 4, column: 1, section: required, quote: "\(words)"}]

    """
  }

  private func diff(_ a: String, _ b: String, _ more: String...) throws -> Rolewright.Outcome {
    try folder.write(a, to: "a.yaml")
    try folder.write(b, to: "b.yaml")
    return try Rolewright.run(["diff", "a.yaml", "b.yaml"] + more, in: folder.path)
  }
}

import TestSupport
import Testing

@Suite("Help, version and bad usage")
struct HelpTests {
  private static let folder = "Tests/CommandTests/Golden/help"
  private static let commands = Result { try Command.all() }

  @Test("every command has its help text, and no help text is left over")
  func complete() throws {
    let names = try Self.commands.get().map { "\(Self.name($0)).txt" }.sorted()
    #expect(names.count > 1)
    for call in try Self.commands.get() {
      let help = try Rolewright.run(call + ["--help"])
      #expect(help.status == 0 && help.errors.isEmpty)
      #expect(
        help.output == (try Golden.expected("\(Self.folder)/\(Self.name(call)).txt", recording: help.output)))
    }
    #expect(ProjectFiles.list(Self.folder, ending: ".txt") == names)
  }

  @Test("a help text fits a terminal of 80 columns, and breaks no example line")
  func width() throws {
    for call in try Self.commands.get() {
      let lines = try Rolewright.run(call + ["--help"]).output.split(separator: "\n")
      #expect(lines.filter { $0.count > 80 && !$0.hasPrefix("USAGE:") } == [])
      let broken = zip(lines, lines.dropFirst()).filter { line, next in
        line.hasPrefix("  rolewright ") && next.first?.isLowercase == true
      }
      #expect(broken.map(\.0) == [])
    }
  }

  @Test("the version is the changelog's newest")
  func version() throws {
    let outcome = try Rolewright.run(["--version"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let version = outcome.output.filter { $0 != "\n" }
    let heading = try #require(
      try ProjectFiles.text("CHANGELOG.md").split(separator: "\n").first { $0.hasPrefix("## ") })
    #expect(heading.contains(version), "\(heading)")
  }

  @Test(
    "bad usage ends with 64, on standard error only",
    arguments: [
      ["frobnicate"], ["extract"], ["extract", "--colour"], ["extract", "--format", "docx", "posting.md"],
      ["plan"], ["plan", "a.md", "b.md"], ["diff", "a.md"], ["diff"], ["lint", "--format", "xml"],
      ["explain", "alias", "encoding"], ["eval"], ["eval", "--gold", "labels"],
      ["eval", "--gold", "a", "--postings", "b", "--floor", "f2=0.9"],
      ["eval", "--gold", "a", "--postings", "b", "--only-half", "third"],
      ["why"], ["why", "a.md"], ["why", "a.md", "go", "-f", "yaml"],
      ["extract", "a.md", "b.md", "--overrides", "a.overrides.yaml"],
      ["plan", "a.md", "--interviews", "9"], ["plan", "a.md", "--interviews", "0"],
      ["plan", "a.md", "--minutes", "14"], ["plan", "a.md", "--minutes", "half"],
      ["plan", "a.md", "--max-per-interview", "9"], ["plan", "a.md", "--panel"],
    ])
  func badUsage(arguments: [String]) throws {
    let outcome = try Rolewright.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("Usage: rolewright"))
  }

  @Test("completion scripts name every command", arguments: ["bash", "zsh", "fish"])
  func completion(shell: String) throws {
    let outcome = try Rolewright.run(["--generate-completion-script", shell])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    for call in try Self.commands.get() {
      for word in call { #expect(outcome.output.contains(word)) }
    }
  }

  private static func name(_ call: [String]) -> String {
    (["rolewright"] + call).joined(separator: "-")
  }
}

import Foundation
import TestSupport

/// A command as `--experimental-dump-help` tells of it: the list of what there is comes from the binary
/// itself, so that no test can forget a new command.
struct Command: Decodable {
  var commandName: String
  var subcommands: [Command]?

  /// All commands but `help`, each with the words that call it: none for the binary itself.
  static func all() throws -> [[String]] {
    struct Dump: Decodable { var command: Command }
    let text = try Rolewright.run(["--experimental-dump-help"]).output
    return try JSONDecoder().decode(Dump.self, from: Data(text.utf8)).command.calls(behind: [])
  }

  private func calls(behind words: [String]) -> [[String]] {
    let inner = (subcommands ?? []).filter { $0.commandName != "help" }
    return [words] + inner.flatMap { $0.calls(behind: words + [$0.commandName]) }
  }
}

/// Files that tests read.
enum Fixture {
  static let posting = "Examples/postings/harbourline-sre.md"
  static let overrides = "Examples/postings/harbourline-sre.overrides.yaml"
  static let otherPosting = "Examples/postings/tidewater-data-platform-lead.txt"

  static let page = "Examples/postings/orchard-platform-engineer.html"

  /// A small role that any library can rate.
  static let role = """
    title: Platform Engineer
    level: mid
    competencies:
      - id: kubernetes
        importance: required
      - id: go
        importance: required
      - id: communication
        importance: preferred

    """

  /// A role that asks for more than a loop has room for.
  static func crowdedRole() -> String {
    let ids = ProjectFiles.list("Rubrics/competencies", ending: ".yaml").map { path in
      String(path.split(separator: "/").last?.dropLast(5) ?? "")
    }
    return "title: Everything Engineer\ncompetencies:\n"
      + ids.map { "  - {id: \($0), importance: required}\n" }.joined()
  }
}

import TestSupport

/// A repository of git in a folder of a test's own. What git itself is set to elsewhere does not reach it.
struct GitRepository {
  let folder: TemporaryFolder

  /// Whether git is installed.
  static let isThere = Tool.isThere("git")

  /// A new repository, set up with the lines that docs/diff.md gives.
  init() throws {
    folder = try TemporaryFolder()
    try run("git init -q -b main . && git config user.name A && git config user.email a@example.com")
    try run("git config commit.gpgsign false && git config core.autocrlf false && git config core.pager cat")
  }

  /// Runs lines of shell with `rolewright` in the path; both streams come as one.
  @discardableResult
  func shell(_ lines: String) throws -> Rolewright.Outcome {
    let quiet = "export HOME=\"$PWD\" GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_DATE='2026-01-01T00:00:00Z' NO_COLOR=1"
    return try Rolewright.shell("\(quiet)\n\(lines)", in: folder.path)
  }

  /// Runs lines of shell that have to end well.
  func run(_ lines: String) throws {
    let outcome = try shell(lines)
    guard outcome.status == 0 else { throw Failed(text: "\(lines): \(outcome.output)") }
  }

  /// Writes a file and commits it.
  func commit(_ text: String, to path: String, _ message: String = "a change") throws {
    try folder.write(text, to: path)
    try run("git add -A && git commit -q -m '\(message)'")
  }

  private struct Failed: Error {
    let text: String
  }
}

/// The lines of shell and the files that docs/diff.md shows, by what they are called there.
enum GitDocument {
  /// The lines of the fenced block behind a comment `<!-- name -->`.
  static func block(_ name: String) throws -> String {
    let lines = try ProjectFiles.text("docs/diff.md").split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0 == "<!-- \(name) -->" } ?? lines.endIndex
    let block = lines[start...].drop { !$0.hasPrefix("```") }.dropFirst()
    return block.prefix { !$0.hasPrefix("```") }.map { $0 + "\n" }.joined()
  }
}

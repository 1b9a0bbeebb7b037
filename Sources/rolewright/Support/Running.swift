import ArgumentParser
import Diagnostics
import Rubric

/// The exit statuses of the command. 64, bad usage, is ArgumentParser's.
enum Exit {
  /// Findings, differences, or a loop that cannot cover a required competency.
  static let findings = ExitCode(1)
  /// Could not run: unreadable input, a bad file.
  static let failure = ExitCode(2)
}

extension InvalidInput {
  /// There is no competency of an id.
  static func unknownCompetency(_ id: String, in library: RubricLibrary) -> InvalidInput {
    InvalidInput(
      "unknown-competency", "no competency of that name is in the library", file: id,
      help: Suggestion.help(for: id, in: library.competencyIDs)
        ?? "\"rolewright rubric list\" shows the names")
  }
}

extension ParsableCommand {
  /// Runs the body of a command; what cannot be read or written ends it with status 2 and all
  /// findings.
  func reportingFailure(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let invalid as InvalidInput {
      Terminal.note(FindingPrinter(style: Terminal.noteStyle).text(invalid.findings))
      throw Exit.failure
    }
  }

  /// Shows findings that do not stop the work.
  func show(_ findings: [Finding]) {
    Terminal.note(FindingPrinter(style: Terminal.noteStyle).text(findings))
  }
}

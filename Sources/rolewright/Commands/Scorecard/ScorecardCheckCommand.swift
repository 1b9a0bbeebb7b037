import ArgumentParser
import Diagnostics

/// `rolewright scorecard check`.
struct ScorecardCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is missing or wrong in filled-in scorecards.",
    discussion: """
      Holds scorecards to what their interviews rate: ratings without evidence, evidence without a rating, \
      competencies that the interview does not rate, another loop's scorecard, one that is still blank, notes on \
      topics that the law protects, and ratings that a decision changes.

      A folder is a candidate's, with all that is in it. A file is checked against the assessment.yaml beside it \
      or in the folder above. A file that cannot be read does not keep the others from being checked. \
      "rolewright explain RULE" explains a finding.

      Text goes to standard error; json, github and sarif, as of "lint", to standard output.

      Exit status: 0 nothing found but hints, 1 findings, 2 a file could not be read.
      """)

  @Argument(help: "Scorecards, decisions, and folders of candidates.", completion: .file())
  var files: [String]

  @Option(name: .shortAndLong, help: "How findings are written: text, json, github or sarif.")
  var format: FindingFormat = .text

  @OptionGroup var options: LibraryOptions

  func run() throws { try look().report(as: format, rule: options.ruleLookup()) }

  private func look() -> Inspection {
    do throws(InvalidInput) {
      var linter = CandidateLinter(try options.uncheckedLibrary())
      for file in files { linter.take(path: file) }
      return try linter.inspection()
    } catch {
      return Inspection(findings: error.findings, isUnreadable: true)
    }
  }
}

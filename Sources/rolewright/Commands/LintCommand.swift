import ArgumentParser
import Diagnostics
import Rubric

/// `rolewright lint`.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    // Read by itself, it need not look for what only the whole tree of commands answers.
    _superCommandName: "rolewright",
    abstract: "Find faults in role files, rubrics, postings, loops and scorecards.",
    discussion: """
      A role file is read whole, and its competencies are looked up in the library; so is a file of \
      overrides, NAME.overrides.yaml. A loop is read with the role beside it, and scorecards and decisions as \
      "scorecard check" reads them. A posting is read as "extract" would. With --rubrics and no files, the whole library is checked, the built-in part \
      and your own; of exercises, your own alone. "rolewright explain RULE" explains a finding.

      Text goes to standard error. The other formats are for programs and go to standard output: a \
      list of objects (json), remarks on a pull request (github), and the format of code scanners \
      (sarif). docs/findings.md describes them.

      Exit status: 0 nothing found but hints, 1 findings, 2 a file could not be read.
      """)

  @Argument(help: "Role files, postings, loops, scorecards and decisions.", completion: .file())
  var files: [String] = []

  @Option(name: .shortAndLong, help: "How findings are written: text, json, github or sarif.")
  var format: FindingFormat = .text

  @OptionGroup var options: LibraryOptions

  func run() throws { try look().report(as: format, rule: options.ruleLookup()) }

  /// What is found, and whether something could not be read at all.
  private func look() -> Inspection {
    do throws(InvalidInput) {
      let library = try options.uncheckedLibrary()
      return files.isEmpty ? Inspection(findings: try options.check(library)) : try lookAtFiles(library)
    } catch {
      return Inspection(findings: error.findings, isUnreadable: true)
    }
  }

  /// Files of candidates are looked at together: they say things of each other.
  private func lookAtFiles(_ library: RubricLibrary) throws(InvalidInput) -> Inspection {
    var linter = Linter(library, options)
    var candidates = CandidateLinter(library)
    var inspection = Inspection()
    for file in files {
      inspection.add { () throws(InvalidInput) in
        let source = try InputFiles.posting(file).text
        let kind = RecordKind(of: source)
        if try candidates.take(source, kind) { return [] }
        return try linter.findings(in: source, kind)
      }
    }
    return inspection + (try candidates.inspection())
  }
}

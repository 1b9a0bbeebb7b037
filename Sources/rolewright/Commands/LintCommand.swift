import ArgumentParser
import Diagnostics
import Rubric
import YAML

/// `rolewright lint`.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find faults in role files, rubrics and postings.",
    discussion: """
      A role file is read whole, and its competencies are looked up in the library; so is a file of \
      overrides, NAME.overrides.yaml. A posting is read as "extract" would. With --rubrics and no files, the whole library is checked, the built-in part \
      and your own; of exercises, your own alone. "rolewright explain RULE" explains a finding.

      Text goes to standard error. The other formats are for programs and go to standard output: a \
      list of objects (json), remarks on a pull request (github), and the format of code scanners \
      (sarif). docs/findings.md describes them.

      Exit status: 0 nothing found but hints, 1 findings, 2 a file could not be read.
      """)

  @Argument(help: "Role files and postings.", completion: .file())
  var files: [String] = []

  @Option(name: .shortAndLong, help: "How findings are written: text, json, github or sarif.")
  var format: Format = .text

  @OptionGroup var options: LibraryOptions

  /// How findings are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github, sarif
  }

  func run() throws {
    let (findings, isUnreadable) = look()
    report(findings)
    if isUnreadable { throw Exit.failure }
    if findings.contains(where: { $0.severity != .hint }) { throw Exit.findings }
  }

  /// What is found, and whether something could not be read at all.
  private func look() -> (findings: [Finding], isUnreadable: Bool) {
    do throws(InvalidInput) {
      let library = try options.uncheckedLibrary()
      return files.isEmpty ? (try options.check(library), false) : lookAtFiles(library)
    } catch {
      return (error.findings, true)
    }
  }

  private func lookAtFiles(_ library: RubricLibrary) -> (findings: [Finding], isUnreadable: Bool) {
    var linter = Linter(library, options)
    var findings: [Finding] = []
    var isUnreadable = false
    for file in files {
      do throws(InvalidInput) {
        findings += try linter.findings(in: try InputFiles.posting(file).text)
      } catch {
        findings += error.findings
        isUnreadable = true
      }
    }
    return (findings, isUnreadable)
  }

  private func report(_ findings: [Finding]) {
    let report = FindingReport(findings)
    switch format {
    case .text: show(findings)
    case .json: Terminal.write(JSONWriter.text(report.json))
    case .github: Terminal.write(report.githubCommands)
    case .sarif:
      let version = Rolewright.configuration.version
      Terminal.write(JSONWriter.text(report.sarif(version: version, rule: options.ruleLookup())))
    }
  }
}

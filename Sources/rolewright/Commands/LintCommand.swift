import ArgumentParser
import Diagnostics
import Rubric

/// `rolewright lint`.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find faults in role files, rubrics and postings.",
    discussion: """
      A role file is read whole, and its competencies are looked up in the library. A posting is read \
      as "extract" would. With --rubrics and no files, the whole library is checked, the built-in part \
      and your own. docs/findings.md explains every rule.

      Exit status: 0 nothing found but hints, 1 findings, 2 a file could not be read.
      """)

  @Argument(help: "Role files and postings.", completion: .file())
  var files: [String] = []

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try reportingFailure {
      let library = try options.uncheckedLibrary()
      var findings = files.isEmpty ? try options.check(library) : []
      var linter = Linter(library, options)
      var isUnreadable = false
      for file in files {
        do throws(InvalidInput) {
          findings += try linter.findings(in: try InputFiles.read(file))
        } catch {
          findings += error.findings
          isUnreadable = true
        }
      }
      show(findings)
      if isUnreadable { throw Exit.failure }
      if findings.contains(where: { $0.severity != .hint }) { throw Exit.findings }
    }
  }
}

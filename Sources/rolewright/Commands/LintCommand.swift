import ArgumentParser
import Diagnostics
import Extractor
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
      """)

  @Argument(help: "Role files and postings.", completion: .file())
  var files: [String] = []

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try reportingFailure {
      let library = try options.uncheckedLibrary()
      var findings = files.isEmpty ? library.check() : []
      for file in files { findings += try self.findings(in: file, library) }
      show(findings)
      if findings.contains(where: { $0.severity != .hint }) { throw Exit.findings }
    }
  }

  private func findings(in file: String, _ library: RubricLibrary) throws(InvalidInput) -> [Finding] {
    let input = try RoleInput(file) { () throws(InvalidInput) in try options.extractor { library } }
    let source = try InputFiles.read(file)
    let known = library.competencyIDs
    let unknown = input.role.competencies.map(\.id).filter { !known.contains($0) }.map { id in
      let nearest = Suggestion.nearest(to: id, in: known)
      return Finding(
        "unknown-competency", "competency \"\(id)\" is not in the library", severity: .warning, in: source,
        at: nil,
        help: nearest.map { "did you mean \"\($0)\"?" })
    }
    return input.findings + unknown
  }
}

import ArgumentParser
import Diagnostics
import Extractor
import Planner
import Rubric

/// `rolewright textconv`.
struct TextconvCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "textconv",
    abstract: "Print what a posting or a role says, for git diff to compare.",
    discussion: """
      A line for each fact and each competency, without lines and quotations: what is reworded or \
      moved gives the same text. What cannot be read as a posting or a role is printed as it is, and \
      the exit status is 0, so that git always has something to compare.

      With git (docs/diff.md says where the lines go):
        postings/*.md diff=rolewright
        git config diff.rolewright.textconv "rolewright textconv"
      """)

  @Argument(help: "A posting or a role.", completion: .file())
  var file: String

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try reportingFailure {
      let source = try InputFiles.read(file, upTo: Self.mostBytes)
      Terminal.write((try? meaning(of: source)) ?? source.text)
    }
  }

  /// What git hands over is printed whatever it is; it is the repository that says which files these are.
  private static let mostBytes = 64 << 20

  /// What a file says; nil for one that says nothing of a role.
  private func meaning(of source: SourceText) throws(InvalidInput) -> String? {
    let renderer = try MeaningRenderer(templates: try options.templateSources())
    if RoleInput.isRole(source) { return renderer.text(try RoleDefinition(from: source)) }
    let file = try DocumentConverter.text(of: source) ?? PostingFile(source)
    let extractor = try options.extractor { () throws(InvalidInput) in try options.library() }
    let role = try extractor.extract(from: file.text, original: file.original).role
    return role.competencies.isEmpty && role.unmapped.isEmpty ? nil : renderer.text(role)
  }
}

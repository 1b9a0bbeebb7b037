import ArgumentParser
import Diagnostics
import Extractor
import Planner
import Rubric
import YAML

/// `rolewright why`.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Say why a posting asks for a competency, or what came nearest.",
    discussion: """
      For a competency that was found: the words, the term of the rubric that they match and its rules, \
      the section and the heading that opened it, and how importance and target level came about. For \
      one that was not: the places that came near, and the rule that rejected each.

      Exit status: 0 the posting asks for it, 1 it does not, 2 could not run.
      """)

  @Argument(help: "A posting, or - for standard input.", completion: .file())
  var posting: String

  @Argument(help: "The id of a competency, such as on-call.")
  var id: String

  @Option(name: .shortAndLong, help: "text or json.")
  var format: Format = .text

  @OptionGroup var overriding: OverridesOption

  @OptionGroup var options: LibraryOptions

  /// How the reasons are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func run() throws {
    try reportingFailure {
      let (reasoning, findings) = try reasons()
      switch format {
      case .json: Terminal.write(JSONWriter.text(reasoning.document))
      case .text:
        let renderer = try WhyRenderer(templates: try options.templateSources())
        Terminal.write(Terminal.page(renderer.text(reasoning)))
      }
      show(findings)
      if reasoning.demand == nil { throw Exit.findings }
    }
  }

  private func reasons() throws(InvalidInput) -> (reasoning: Reasoning, findings: [Finding]) {
    let library = try options.library()
    guard let competency = try library.competency(id) else { throw .unknownCompetency(id, in: library) }
    let file = try InputFiles.posting(posting)
    let source = file.text
    if file.original == nil { try RoleInput.refuseRole(source) }
    let extractor = try options.extractor { library }
    let reasons = try extractor.reasons(
      for: competency, in: source, library: library, overrides: try overriding.read())
    guard let reasons else { throw .unknownCompetency(id, in: library) }
    return reasons
  }
}

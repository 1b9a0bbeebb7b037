import ArgumentParser
import Diagnostics
import Planner
import Rubric
import YAML

/// `rolewright rubric diff`.
struct RubricDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what changed between two versions of the rubrics.",
    discussion: """
      Each side is a folder of rubrics, or "built-in". A folder that has library.yaml, policy.yaml, \
      units.yaml and postings/en.yaml is a library by itself; any other is laid over the built-in one.

      What makes old ratings and new ones differ in meaning comes first, then what makes loops differ, \
      then what makes the same posting another role. Spaces, comments and order change nothing.

      Exit status: 0 nothing changed, 1 something did, 2 could not run.
      """)

  @Argument(help: "The old rubrics.", completion: .directory)
  var old: String

  @Argument(help: "The new rubrics.", completion: .directory)
  var new: String

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      "Saved roles: which of their competencies changed, and whether their loops do.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var roles: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Candidates: which of their ratings still mean the same.", valueName: "dir"),
    completion: .directory)
  var scorecards: [String] = []

  @Option(name: .shortAndLong, help: "text, markdown, yaml or json.")
  var format: Format = .text

  @Option(
    name: .long,
    help: ArgumentHelp("Lay a folder of templates over the built-in ones, by name.", valueName: "dir"),
    completion: .directory)
  var templates: String?

  /// How the comparison is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, yaml, json
  }

  func run() throws {
    try reportingFailure {
      let report = try report()
      Terminal.write(try text(report))
      if !report.diff.isEmpty { throw Exit.findings }
    }
  }

  private func report() throws(InvalidInput) -> LibraryDiffReport {
    let libraries = (try LibraryOptions.library(of: old), try LibraryOptions.library(of: new))
    let diff = try LibraryDiff(from: libraries.0, to: libraries.1)
    var report = LibraryDiffReport(diff, from: old, to: new)
    for path in roles {
      let file = InputFiles.isFolder(path) ? path + "/role.yaml" : path
      let role = try RoleDefinition(from: try InputFiles.read(file))
      report.roles.append(TouchedRole(role, file: path, diff, from: libraries.0, to: libraries.1))
    }
    for path in scorecards {
      let plan = try CandidateInput(at: path).record.plan
      report.candidates.append(try TouchedCandidate(plan, folder: path, diff, under: libraries.1))
    }
    return report
  }

  private func text(_ report: LibraryDiffReport) throws(InvalidInput) -> String {
    switch format {
    case .yaml: return DocumentFormat.yaml.text([report.document])
    case .json: return DocumentFormat.json.text([report.document])
    case .markdown: return try renderer().text(report, as: .markdown)
    case .text: return Self.coloured(try renderer().text(report, as: .text))
    }
  }

  private func renderer() throws(InvalidInput) -> LibraryDiffRenderer {
    try LibraryDiffRenderer(templates: try LibraryOptions.templateSources(over: templates))
  }

  /// Lines wrapped for the terminal, and in the colour of their sign.
  private static func coloured(_ text: String) -> String {
    let style = Terminal.resultStyle
    let columns = min(Terminal.columns, 100)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      Wrapping.lines(of: String(line), columns: columns).map { style.signed($0, of: line) }
    }
    return lines.joined(separator: "\n")
  }
}

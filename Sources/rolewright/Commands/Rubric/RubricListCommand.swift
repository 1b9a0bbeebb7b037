import ArgumentParser
import Diagnostics
import Planner
import Rubric
import YAML

/// `rolewright rubric list`.
struct RubricListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the competencies by family.")

  @Option(name: .shortAndLong, help: "text, yaml or json.")
  var format: Format = .text

  @OptionGroup var options: LibraryOptions

  /// How the list is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, yaml, json
  }

  func run() throws {
    try reportingFailure {
      let competencies = try options.library().allCompetencies()
      switch format {
      case .text:
        let renderer = try LibraryRenderer(templates: try options.templateSources())
        Terminal.write(Terminal.page(renderer.list(competencies)))
      case .yaml: Terminal.write(DocumentFormat.yaml.text([.list(competencies.map(\.summary))]))
      case .json: Terminal.write(DocumentFormat.json.text([.list(competencies.map(\.summary))]))
      }
    }
  }
}

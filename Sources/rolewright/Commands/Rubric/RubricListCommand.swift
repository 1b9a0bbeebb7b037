import ArgumentParser
import Diagnostics
import Planner
import Rubric

/// `rolewright rubric list`.
struct RubricListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the competencies by family.")

  @Option(name: .shortAndLong, help: "text, yaml or json.")
  var format: ListFormat = .text

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try reportingFailure {
      let competencies = try options.library().allCompetencies()
      try format.write(competencies.map(\.summary)) {
        try LibraryRenderer(templates: try options.templateSources()).list(competencies)
      }
    }
  }
}

import ArgumentParser
import Diagnostics
import Planner
import Rubric
import YAML

/// `rolewright exercise list`.
struct ExerciseListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the exercises by kind.")

  @Option(name: .shortAndLong, help: "text, yaml or json.")
  var format: Format = .text

  @OptionGroup var options: LibraryOptions

  /// How the list is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, yaml, json
  }

  func run() throws {
    try reportingFailure {
      let library = try options.library()
      var exercises: [Exercise] = []
      for id in library.exerciseIDs {
        if let form = try library.exercise(id)?.form(seed: nil) { exercises.append(form.exercise) }
      }
      switch format {
      case .text:
        let renderer = try ExerciseRenderer(templates: try options.templateSources(), names: [:])
        Terminal.write(Terminal.page(renderer.list(exercises)))
      case .yaml: Terminal.write(DocumentFormat.yaml.text([.list(exercises.map(\.summary))]))
      case .json: Terminal.write(DocumentFormat.json.text([.list(exercises.map(\.summary))]))
      }
    }
  }
}

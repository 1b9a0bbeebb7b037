import ArgumentParser
import Diagnostics
import Planner
import Rubric

/// `rolewright exercise list`.
struct ExerciseListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the exercises by kind.")

  @Option(name: .shortAndLong, help: "text, yaml or json.")
  var format: ListFormat = .text

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try reportingFailure {
      let library = try options.library()
      var exercises: [Exercise] = []
      for id in library.exerciseIDs {
        if let form = try library.exercise(id)?.form(seed: nil) { exercises.append(form.exercise) }
      }
      try format.write(exercises.map(\.summary)) {
        try ExerciseRenderer(templates: try options.templateSources(), names: [:]).list(exercises)
      }
    }
  }
}

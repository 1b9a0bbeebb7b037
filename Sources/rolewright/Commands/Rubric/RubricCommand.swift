import ArgumentParser

/// `rolewright rubric`.
struct RubricCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rubric",
    abstract: "Look at the library of competencies, add to it, compare it, take it elsewhere.",
    discussion: """
      The built-in library, with your own laid over it where --rubrics names a folder. "rolewright lint \
      --rubrics DIR" checks it.
      """,
    subcommands: [
      RubricListCommand.self, RubricShowCommand.self, RubricNewCommand.self, RubricExportCommand.self,
      RubricDiffCommand.self,
    ])
}

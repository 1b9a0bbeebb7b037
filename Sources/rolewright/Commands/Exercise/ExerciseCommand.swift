import ArgumentParser

/// `rolewright exercise`.
struct ExerciseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise",
    abstract: "List, show and check exercises and their forms.",
    subcommands: [ExerciseListCommand.self, ExerciseShowCommand.self, ExerciseLintCommand.self])
}

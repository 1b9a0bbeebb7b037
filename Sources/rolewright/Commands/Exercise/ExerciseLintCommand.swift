import ArgumentParser
import Diagnostics
import Rubric

/// `rolewright exercise lint`.
struct ExerciseLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find faults in exercises: figures, slots, forms, keys and drills.",
    discussion: """
      Computes the figures of each exercise, draws fifty forms, looks up what keys quote, and walks drills along \
      every path. Solutions of coding exercises are run by the project's tests, not here. "rolewright explain \
      RULE" explains a finding.

      Exit status: 0 nothing found but hints, 1 findings, 2 there is no such exercise.
      """)

  @Argument(help: "Ids of exercises; all of them when none is given.")
  var ids: [String] = []

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try reportingFailure {
      let library = try options.uncheckedLibrary()
      for id in ids where library.source(ofExercise: id) == nil {
        throw InvalidInput.unknownExercise(id, in: library)
      }
      let findings = library.checkExercises(ids.isEmpty ? library.exerciseIDs : ids)
      show(findings)
      if findings.contains(where: { $0.severity != .hint }) { throw Exit.findings }
    }
  }
}

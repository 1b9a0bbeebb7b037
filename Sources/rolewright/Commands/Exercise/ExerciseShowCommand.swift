import ArgumentParser
import Diagnostics
import Planner
import Rubric

/// `rolewright exercise show`.
struct ExerciseShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show an exercise: what the candidate is handed, and all that the interviewer needs.",
    discussion: """
      Without --form it is the first form. With a seed, any word, it is a parallel form: the same task with \
      other names and numbers, and a key that follows. The same seed gives the same form everywhere.

      --files writes a folder: the interviewer's page, each part for the candidate as a file of its own, and of a \
      coding exercise the starters, the reference solution and the cases.
      """)

  @Argument(help: "The id of an exercise, such as rate-limits.")
  var id: String

  @Option(name: .long, help: ArgumentHelp("Draw a parallel form by a seed.", valueName: "seed"))
  var form: String?

  @Option(name: .shortAndLong, help: "text, markdown or yaml, which is the exercise's file.")
  var format: Format = .text

  @Flag(name: .long, help: "Show what the candidate is handed, and nothing else.")
  var handout = false

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    name: .long, help: ArgumentHelp("Write a folder of files.", valueName: "dir"), completion: .directory)
  var files: String?

  @Flag(help: "Replace files that are there.")
  var force = false

  @OptionGroup var options: LibraryOptions

  /// How an exercise is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, yaml
  }

  func validate() throws {
    if files != nil, output != nil { throw ValidationError("Give either --files or --output.") }
    if format == .yaml, handout || form != nil || files != nil {
      throw ValidationError("The file of an exercise has no forms: leave out --form, --handout and --files.")
    }
  }

  func run() throws {
    try reportingFailure {
      let library = try options.library()
      guard let blueprint = try library.exercise(id) else {
        throw InvalidInput.unknownExercise(id, in: library)
      }
      if format == .yaml { return try put(blueprint.source.text) }
      let form = try blueprint.form(seed: form)
      let renderer = try ExerciseRenderer(
        templates: try options.templateSources(), names: try library.competencyNames(),
        areChecked: options.hasOnlyBuiltInTemplates)
      if let files {
        _ = try OutputFiles(mayReplace: force).write(renderer.files(of: form), to: files)
      } else {
        try put(handout ? renderer.handout(of: form) : renderer.page(of: form))
      }
    }
  }

  private func put(_ text: String) throws(InvalidInput) {
    if let output {
      try OutputFiles(mayReplace: force).write(text, to: output)
    } else {
      Terminal.write(format == .text ? Terminal.markdown(text) : text)
    }
  }
}

extension InvalidInput {
  /// An exercise that the library does not have.
  static func unknownExercise(_ id: String, in library: RubricLibrary) -> InvalidInput {
    InvalidInput(
      "unknown-exercise", "the library has no such exercise", file: id,
      help: Suggestion.help(for: id, in: library.exerciseIDs) ?? "\"rolewright exercise list\" lists them")
  }
}

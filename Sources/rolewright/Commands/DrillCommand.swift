import ArgumentParser
import Diagnostics
import Planner
import Rubric

/// `rolewright drill`.
struct DrillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "Lead an incident drill: the screen is yours, the candidate speaks.",
    discussion: """
      Keeps the clock of the drill, finds what each request shows, says what falls due, and takes notes. \
      Type a few letters of what the candidate asks for:
        depl                 the check that has "deployments" among its words
        c3, a2               a check or an action by its number; ? lists them
        n TEXT               a note; n on-call: TEXT notes it for a competency
        w 2, h, u, q         wait two minutes, give a hint, undo, end

      The record holds the path, the facts found and missed, and the notes, in the form of a scorecard. \
      It goes to standard output, or to the file of -o, which is whole after every note.
      """)

  @Argument(help: "The id of an exercise that is a drill.")
  var id: String

  @Option(name: .long, help: ArgumentHelp("Draw a parallel form by a seed.", valueName: "seed"))
  var form: String?

  @OptionGroup var result: ResultFile

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try reportingFailure {
      let library = try options.library()
      guard let blueprint = try library.exercise(id) else {
        throw InvalidInput.unknownExercise(id, in: library)
      }
      let form = try blueprint.form(seed: form)
      guard let drill = form.drill else { throw InvalidInput.notADrill(id, in: blueprint) }
      guard let session = DrillSession(drill, rated: form.exercise.rates.map(\.id)) else {
        throw InvalidInput.noStart(drill, in: blueprint)
      }
      let renderer = try DrillRenderer(
        form, templates: try options.templateSources(), names: try library.competencyNames())
      var table = DrillTable(
        session: session, renderer: renderer, file: result.output, mayReplace: result.force)
      try table.lead()
    }
  }
}

extension InvalidInput {
  /// An exercise that cannot be played.
  fileprivate static func notADrill(_ id: String, in blueprint: ExerciseBlueprint) -> InvalidInput {
    InvalidInput(
      "not-a-drill", "\"\(id)\" is of the kind \"\(blueprint.exercise.kind.rawValue)\"",
      file: blueprint.source.name, help: "\"rolewright exercise show \(id)\" shows it")
  }

  /// A drill that begins nowhere.
  fileprivate static func noStart(_ drill: Drill, in blueprint: ExerciseBlueprint) -> InvalidInput {
    InvalidInput(
      "unknown-state", "the drill has no state \"\(drill.start)\"", file: blueprint.source.name,
      help: Suggestion.help(for: drill.start, in: drill.states.map(\.id)))
  }
}

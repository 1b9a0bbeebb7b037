public import ArgumentParser
import Diagnostics
import Planner
public import Rubric

/// `rolewright rubric new`.
struct RubricNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin the file of a new competency.",
    discussion: """
      Prints a file with every key and a word on each. "rolewright lint --rubrics DIR" finds what is \
      still to be written.
      """)

  @Argument(help: "The id: small letters, digits and hyphens.")
  var id: String

  @Option(help: "languages, platform, delivery, operations, systems, security or people.")
  var family: CompetencyFamily

  @Option(help: ArgumentHelp("The competency of which it is a special case.", valueName: "id"))
  var extends: String?

  @OptionGroup var result: ResultFile

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard Competency.isID(id) else {
      throw ValidationError("An id is made of small letters, digits and hyphens, such as service-mesh.")
    }
  }

  func run() throws {
    try reportingFailure {
      try check(against: try options.library())
      let renderer = try LibraryRenderer(templates: try options.templateSources())
      try result.write(renderer.skeleton(id: id, family: family, extends: extends))
    }
  }

  private func check(against library: RubricLibrary) throws(InvalidInput) {
    if library.source(ofCompetency: id) != nil {
      throw InvalidInput(
        "duplicate-competency", "the library has this competency", file: id,
        help: "\"rolewright rubric show \(id) --format yaml\" prints its file, to be changed")
    }
    if let extends, library.source(ofCompetency: extends) == nil {
      throw InvalidInput(
        "unknown-competency", "no competency of that name is in the library", file: extends,
        help: Suggestion.help(for: extends, in: library.competencyIDs))
    }
  }
}

extension CompetencyFamily: ExpressibleByArgument {}

import ArgumentParser
import Diagnostics
import Extractor
import Rubric
import YAML

/// `rolewright rubric export`.
struct RubricExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the library for other programs.",
    discussion: """
      json-schema: a JSON Schema for each kind of file, by which editors complete and check them.
      case: the library as a competency framework in JSON, after 1EdTech CASE 1.1.
      csv: tables of the competencies, the anchors of their levels, and the questions.
      """)

  @Option(name: .shortAndLong, help: "json-schema, case or csv.")
  var format: Format

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "dir"),
    completion: .directory)
  var output: String

  @Flag(help: "Replace files that are there.")
  var force = false

  @OptionGroup var options: LibraryOptions

  /// What is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonSchema = "json-schema"
    case `case`, csv
  }

  func run() throws {
    try reportingFailure {
      let files = try files(of: try options.library())
      _ = try OutputFiles(mayReplace: force).write(files, to: output)
      Terminal.note("wrote \(files.count) \(files.count == 1 ? "file" : "files") to \(output)\n")
    }
  }

  private func files(of library: RubricLibrary) throws(InvalidInput) -> [(path: String, text: String)] {
    switch format {
    case .jsonSchema:
      let texts = try library.keyTexts()
      return (FileKind.rubrics + [.postingLanguage, .postingFields]).map { kind in
        ("\(kind.name).schema.json", JSONWriter.text(kind.jsonSchema(texts)))
      }
    case .case:
      let framework = CompetencyFramework(
        competencies: try library.allCompetencies(), about: try library.edition())
      return [("framework.json", JSONWriter.text(framework.document))]
    case .csv:
      let competencies = try library.allCompetencies()
      return LibraryTable.allCases.map { ("\($0.rawValue).csv", CSVWriter.text($0.rows(of: competencies))) }
    }
  }
}

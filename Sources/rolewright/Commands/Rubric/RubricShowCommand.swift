import ArgumentParser
import Diagnostics
import Planner
import Rubric

/// `rolewright rubric show`.
struct RubricShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a competency: levels, questions, and the wording that states it.",
    discussion: """
      As HTML it is one file that prints well. As YAML it is the competency's file: change it, put it \
      below a folder of your own, and name that folder with --rubrics.
      """)

  @Argument(help: "The id of a competency, such as on-call.")
  var id: String

  @Option(name: .shortAndLong, help: "text, markdown, html or yaml.")
  var format: Format = .text

  @OptionGroup var result: ResultFile

  @OptionGroup var options: LibraryOptions

  /// How a competency is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, html, yaml
  }

  func run() throws {
    try reportingFailure {
      try result.write(try text(of: try options.library())) { format == .text ? Terminal.page($0) : $0 }
    }
  }

  private func text(of library: RubricLibrary) throws(InvalidInput) -> String {
    guard let competency = try library.competency(id), let source = library.source(ofCompetency: id) else {
      throw .unknownCompetency(id, in: library)
    }
    switch format {
    case .yaml: return source.text
    case .text: return try page(competency, in: library, as: .text)
    case .markdown: return try page(competency, in: library, as: .markdown)
    case .html: return try page(competency, in: library, as: .html)
    }
  }

  private func page(
    _ competency: Competency, in library: RubricLibrary, as format: PageFormat
  ) throws(InvalidInput) -> String {
    let renderer = try LibraryRenderer(templates: try options.templateSources())
    return renderer.page(of: competency, signals: try library.signals(of: competency.id), as: format)
  }
}

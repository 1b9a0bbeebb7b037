import ArgumentParser
import Diagnostics
import Planner
import Rubric
import YAML

/// How debriefs and comparisons are written.
enum ScorecardFormat: String, ExpressibleByArgument, CaseIterable {
  case text, markdown, html, json, csv
}

/// Where debriefs and comparisons are written, and how.
struct ScorecardOutput {
  let format: ScorecardFormat
  /// The file that may be named; nil for a command that writes to standard output alone.
  let file: ResultFile?

  /// Writes a result: for programs as a document or a table, for people as `text` says.
  func write(
    document: @autoclosure () -> Document, table: @autoclosure () -> [[String]],
    text: (PageFormat) throws(InvalidInput) -> String
  ) throws(InvalidInput) {
    let result =
      switch format {
      case .text: page(try text(.text))
      case .markdown: try text(.markdown)
      case .html: try text(.html)
      case .json: JSONWriter.text(document())
      case .csv: CSVWriter.text(table())
      }
    guard let file else { return Terminal.write(result) }
    try file.write(result)
  }

  /// Text in lines of the terminal's width, or of 80 columns in a file.
  private func page(_ text: String) -> String {
    file?.output == nil ? Terminal.page(text) : Terminal.page(text, style: .plain, columns: 80)
  }
}

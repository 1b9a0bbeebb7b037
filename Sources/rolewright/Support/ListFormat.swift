import ArgumentParser
import YAML

/// How the things of the library are listed.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case text, yaml, json

  /// Writes a list: a page for people, or a row for each thing for programs.
  func write(_ rows: [Document], page: () throws -> String) throws {
    switch self {
    case .text: Terminal.write(Terminal.page(try page()))
    case .yaml: Terminal.write(DocumentFormat.yaml.text([.list(rows)]))
    case .json: Terminal.write(DocumentFormat.json.text([.list(rows)]))
    }
  }
}

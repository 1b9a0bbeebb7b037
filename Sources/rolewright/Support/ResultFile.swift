import ArgumentParser
import Diagnostics

/// Where a command writes its result: a file, or standard output where none is named.
struct ResultFile: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Replace the file if it is there.")
  var force = false

  /// Writes a result. The terminal may be given it in another form, such as in lines of its width.
  func write(
    _ text: String, onTerminal page: (String) -> String = { $0 }
  ) throws(InvalidInput) {
    guard let output else { return Terminal.write(page(text)) }
    try OutputFiles(mayReplace: force).write(text, to: output)
  }
}

import ArgumentParser
import Diagnostics
import Rubric

/// The file of overrides of a posting: used where it is named, and never looked for.
struct OverridesOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Set right what is read from the posting, as a file of overrides says.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var overrides: String?

  /// The overrides; nil where no file was named.
  func read() throws(InvalidInput) -> Overrides? { try Overrides(atPath: overrides) }
}

extension Overrides {
  /// Reads the file at a path; nil without a path.
  init?(atPath path: String?) throws(InvalidInput) {
    guard let path else { return nil }
    try self.init(from: try InputFiles.read(path))
  }
}

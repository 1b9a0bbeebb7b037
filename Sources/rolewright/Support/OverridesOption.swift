import ArgumentParser
import Diagnostics
import Rubric

/// The file of overrides of a posting, where one is named.
struct OverridesOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Set right what is read from the posting, as a file of overrides says.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var overrides: String?

  /// Reads the file; nil without one.
  func read() throws(InvalidInput) -> Overrides? { try Overrides(atPath: overrides) }
}

import ArgumentParser
import YAML

/// Bringing a loop's folder up to date.
struct UpdateOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Bring the folder of a loop up to date, and keep what was edited in it.", valueName: "dir"),
    completion: .directory)
  var update: String?

  @Option(
    name: .long, help: "Where an edit and the new plan contradict each other, take the one: edited or new.")
  var take: Side?

  /// Which of two changes stands.
  enum Side: String, ExpressibleByArgument, CaseIterable {
    case edited, new

    /// The side of a merge into the edited file.
    var side: MergeSide { self == .edited ? .ours : .theirs }
  }

  func validate() throws {
    if take != nil, update == nil {
      throw ValidationError("--take says what to do with conflicts of --update; name a folder with it.")
    }
  }
}

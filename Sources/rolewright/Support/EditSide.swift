import ArgumentParser
import YAML

/// Which of two contradicting changes to a loop's folder stands.
enum EditSide: String, ExpressibleByArgument, CaseIterable {
  case edited, new

  /// The side of a merge into the edited file.
  var side: MergeSide { self == .edited ? .ours : .theirs }
}

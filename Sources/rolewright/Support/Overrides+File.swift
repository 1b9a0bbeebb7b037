import Diagnostics
import Rubric

extension Overrides {
  /// Reads the file at a path; nil without a path: overrides are used where they are named, and never looked for.
  init?(atPath path: String?) throws(InvalidInput) {
    guard let path else { return nil }
    try self.init(from: try InputFiles.read(path))
  }
}

internal import Diagnostics
internal import YAML

extension LibraryCheck {
  /// `level-order`: the levels stand in the file in another order than 1 to 5, where a reader takes one
  /// for the other.
  mutating func checkLevelOrder() {
    for file in competencies {
      guard case .mapping(let entries) = file.root["levels"]?.content else { continue }
      for (before, level) in zip(entries, entries.dropFirst()) where level.key < before.key {
        add(
          "level-order", "level \(level.key) stands behind level \(before.key)", severity: .warning,
          in: file.source, at: level.keyRange)
      }
    }
  }
}

internal import Diagnostics
internal import YAML

extension LibraryCheck {
  /// What the interview formats say of competencies.
  mutating func checkFormats() {
    for file in formats {
      checkID(file.value.id, of: file)
      for (index, id) in file.value.best.enumerated() where !library.competencyIDs.contains(id) {
        addUnknownCompetency(id, in: file.source, at: file.root["rates"]?["best"]?[index]?.range)
      }
      checkLargestWork(of: file)
    }
  }

  /// The questions with which a format opens.
  private mutating func checkLargestWork(of file: CheckedFile<InterviewFormat>) {
    guard let work = file.value.largestWork else { return }
    let known = competencies.flatMap { $0.value.questions.map(\.id) }
    for (index, id) in work.questions.enumerated() where !known.contains(id) {
      // A library of one's own may have other questions.
      guard Suggestion.nearest(to: id, in: known) != nil else { continue }
      addUnknown(
        "unknown-question", "\"\(id)\" is no question of the library", severity: .warning, word: id,
        known: known,
        in: file.source, at: file.root["largest_work"]?["questions"]?[index]?.range)
    }
  }

  /// What the policy says of interview formats.
  mutating func checkPolicy() {
    guard let policy else { return }
    for (key, ids) in [("screens", policy.value.screens), ("formats", policy.value.formats)] {
      for (index, id) in ids.enumerated() where !library.formatIDs.contains(id) {
        addUnknown(
          "unknown-format", "the policy names \"\(id)\", which is no interview format of the library",
          severity: .error, word: id, known: library.formatIDs, in: policy.source,
          at: policy.root[key]?[index]?.range)
      }
    }
  }
}

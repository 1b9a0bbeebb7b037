internal import Diagnostics
internal import YAML

extension LibraryCheck {
  /// `shared-term`: two competencies state the same wording, and neither needs other words near it, so
  /// that one phrase of a posting counts for both.
  mutating func checkSharedTerms() {
    var seen: [String: (id: String, isCaseExact: Bool, source: SourceText, place: PlaceRange)] = [:]
    for file in competencies {
      for (index, signal) in file.value.signals.enumerated() where signal.near.isEmpty {
        for (text, place) in wordings(of: signal, at: file.root["signals"]?[index]) {
          guard let place else { continue }
          let folded = WordSearch.parts(text).joined(separator: " ") + text.filter { "+#.".contains($0) }
          let key = signal.isCaseExact ? text : folded
          guard let first = seen[key] else {
            seen[key] = (file.value.id, signal.isCaseExact, file.source, place)
            continue
          }
          guard first.id != file.value.id else { continue }
          add(
            "shared-term", "\"\(text)\" states \"\(first.id)\" too", severity: .warning, in: file.source,
            at: place,
            note: "stated at \(first.source.name):\(first.place.start.line):\(first.place.start.column)")
        }
      }
    }
  }
}

internal import Diagnostics
internal import YAML

extension LibraryCheck {
  /// `adverb-only`: two anchors of a competency say the same but for words of degree, so that nobody can
  /// tell the levels apart. The words of degree are data of the rule; every word in -ly is one.
  mutating func checkDegrees() {
    guard let rule = rules["adverb-only"] else { return }
    let degrees = Set(rule.words.flatMap(WordSearch.parts))
    for file in competencies {
      var seen: [[String]: (level: Int, place: PlaceRange)] = [:]
      for level in file.value.levels {
        let anchors = file.root["levels"]?[String(level.level.rawValue)]?["anchors"]
        for (index, anchor) in level.anchors.enumerated() {
          guard let place = anchors?[index]?.range else { continue }
          let words = WordSearch.parts(anchor.text).filter { !degrees.contains($0) && !$0.hasSuffix("ly") }
          if let first = seen[words], first.level != level.level.rawValue {
            add(
              "adverb-only", "this anchor differs from one of level \(first.level) by words of degree only",
              severity: .warning, in: file.source, at: place,
              note: "the other stands at \(first.place.start.line):\(first.place.start.column)")
          } else {
            seen[words] = (level.level.rawValue, place)
          }
        }
      }
    }
  }
}

internal import Diagnostics
internal import Rubric

/// The words by which a posting calls what a demand is about: its name, what a title says for it, and products, which say
/// nothing of how people work.
struct PlainNames {
  private let phrases: [[UInt64]]

  /// The names of a demand.
  init(_ demand: Demand) {
    let names = demand.competencies.flatMap { [$0.name] + $0.titles }
    phrases = (names + (demand.isOfPeople ? [] : demand.technologies)).map(ScannedWords.hashes)
  }

  /// Whether some words hold one of them.
  func isNamed(in evidence: Evidence) -> Bool {
    let words = ScannedWords.hashes(of: evidence.words)
    return phrases.contains { words.holds(run: $0) }
  }
}

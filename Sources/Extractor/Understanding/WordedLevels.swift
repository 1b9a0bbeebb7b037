internal import Rubric

/// The levels that the words of a sentence ask for: "deep knowledge of Kafka". A level is for all that the sentence names,
/// up to a "but": "Be an expert in Linux, but never stop learning" asks nobody to be an expert in learning. Of two that are
/// joined by "or" the lower is enough. What the employer tells of its team asks nobody for a level.
struct WordedLevels {
  private let marked: MarkedPosting
  private let levels: [Phrase]

  /// Words that ask for a level.
  typealias Phrase = (words: Range<Int>, level: ProficiencyLevel)

  init(_ cues: PlacedCues, _ sentence: Sentence, _ marked: MarkedPosting) {
    self.marked = marked
    let isToldOfTeam = sentence.zone == marked.index.language.team && !sentence.kinds.contains(.person)
    guard sentence.kinds.contains(.proficiency), !isToldOfTeam else {
      levels = []
      return
    }
    let levels = Self.phrases(in: cues, marked)
    self.levels = levels.filter { high in
      !levels.contains { Self.isChoice(high.words, $0.words, marked) && $0.level < high.level }
    }
  }

  /// The phrases of a level among some cues, without those that say nothing of one.
  static func phrases(in cues: PlacedCues, _ marked: MarkedPosting) -> [Phrase] {
    let none = cues.filter { $0.isOf(.noModality) }.map(\.words)
    return cues.compactMap { cue in
      guard case .proficiency(let level) = marked.index.cue(cue),
        !none.contains(where: { $0.overlaps(cue.words) })
      else { return nil }
      return (cue.words, level)
    }
  }

  /// Whether "or" alone joins two levels, of which the lower is enough: "expertise or interest in Kafka".
  private static func isChoice(_ a: Range<Int>, _ b: Range<Int>, _ marked: MarkedPosting) -> Bool {
    let between = between(a, b)
    return between.count == 1 && marked.reads(between.lowerBound, "or")
  }

  /// The words between two stretches; none where they touch.
  private static func between(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
    let (start, end) = (min(a.upperBound, b.upperBound), max(a.lowerBound, b.lowerBound))
    return start..<max(start, end)
  }

  /// The highest level asked for on the same side of each "but" as some words; nil where none is.
  func level(of words: Range<Int>) -> ProficiencyLevel? {
    levels.lazy.filter { !isParted($0.words, words) }.map(\.level).max()
  }

  private func isParted(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    Self.between(a, b).contains { marked.reads($0, "but") }
  }
}

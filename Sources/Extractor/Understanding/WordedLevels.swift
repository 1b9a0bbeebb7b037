internal import Rubric

/// The levels that the words of a sentence ask for: "deep knowledge of Kafka". A level is for all that the sentence names
/// behind it, up to the next level and up to a "but": "Be an expert in Linux, but never stop learning" asks nobody to be an
/// expert in learning, and "Expertise in Linux and familiarity with Kafka" nobody to be one in Kafka. What stands before
/// every level has the first, and "Kafka basics" its own. Of two that are joined by "or" the lower is enough. What the
/// employer tells of its team asks nobody for a level.
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

  /// What asks for the level of some words: of levels with nothing named between them the highest. nil where there is none
  /// on the same side of each "but".
  func phrase(for words: Range<Int>) -> Phrase? {
    let own = levels.filter { !isParted($0.words, words) }
    guard own.count > 1, let near = Self.nearest(own, to: words) else { return own.first }
    if let behind = own.first(where: { $0.words.lowerBound == words.upperBound }), isSoft(words.upperBound) {
      return behind
    }
    let beside = own.filter { isBeside($0.words, near.words) }
    let highest = beside.map(\.level).max()
    return Self.nearest(beside.filter { $0.level == highest }, to: words)
  }

  /// The last of some levels that stands before some words, else the first behind them.
  private static func nearest(_ phrases: [Phrase], to words: Range<Int>) -> Phrase? {
    phrases.last { $0.words.lowerBound <= words.lowerBound } ?? phrases.first
  }

  private func isSoft(_ word: Int) -> Bool { marked.words.gaps[word] == .soft }

  /// Whether nothing is named between two stretches.
  private func isBeside(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    !marked.holdsSignal(in: Self.between(a, b))
  }

  private func isParted(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    Self.between(a, b).contains { marked.reads($0, "but") }
  }
}

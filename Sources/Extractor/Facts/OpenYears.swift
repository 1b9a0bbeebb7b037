internal import Rubric

/// Years of experience as such that a posting states twice.
struct OpenYears {
  let marked: MarkedPosting
  let sentences: [Sentence]

  /// The most sentences that are looked at.
  private static let most = 20

  /// Demands that name different numbers, and wishes for no more than what is demanded.
  func hits(minimum: Int?) -> [OpenWords.Hit] {
    let zones = marked.index.language.zones
    let stated = sentences.lazy.filter { marked.holds(.years, in: $0.words) }.compactMap(years).prefix(
      Self.most)
    let demanded = stated.filter { zones[$0.sentence.zone].asks == .required && $0.isWhole }
    var hits: [OpenWords.Hit] = []
    if Set(demanded.map(\.years)).count > 1 {
      hits += demanded.map { (.yearsDiffer, $0.words, $0.sentence) }
    }
    for wish in stated where zones[wish.sentence.zone].asks == .preferred {
      if let minimum, wish.years <= minimum { hits.append((.yearsRepeated, wish.words, wish.sentence)) }
    }
    return hits
  }

  private typealias Stated = (years: Int, words: Range<Int>, sentence: Sentence, isWhole: Bool)

  /// The years of a sentence that begins with them and speaks of experience as such, "2+ years of industry
  /// experience in ...": no competency stands between or right behind. Whole is one that says nothing else.
  private func years(in sentence: Sentence) -> Stated? {
    let cues = marked.cues(in: sentence.words)
    guard let unit = cues.first(where: { $0.cue == .years })?.words,
      unit.lowerBound <= sentence.words.lowerBound + 4,
      let years = NumberWords(marked).smallest(before: unit.lowerBound, in: sentence.words)
    else { return nil }
    let spoken = cues.filter { $0.cue == .experience && $0.words.lowerBound >= unit.upperBound }.map(\.words)
    guard let first = spoken.first, first.lowerBound - unit.upperBound <= 3 else { return nil }
    let end = spoken.dropFirst().reduce(first.upperBound) { $1.lowerBound == $0 ? $1.upperBound : $0 }
    let isWhole = end == sentence.words.upperBound || marked.words.gaps[end] >= .comma
    let near = unit.upperBound..<min(end + 2, sentence.words.upperBound)
    guard marked.signals(in: near).isEmpty, isWhole || end - first.lowerBound >= 3 else { return nil }
    return (years, sentence.words.lowerBound..<end, sentence, isWhole)
  }
}

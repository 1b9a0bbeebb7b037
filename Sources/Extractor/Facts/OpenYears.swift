internal import Diagnostics
internal import Rubric

/// Years of experience as such that a posting states twice.
struct OpenYears {
  let marked: MarkedPosting
  let sentences: [Sentence]

  /// The most mentions of years that are looked at.
  private static let most = 20

  /// Demands that name different numbers, and wishes for no more than what is demanded.
  func hits(minimum: Int?) -> [OpenWords.Hit] {
    let zones = marked.index.language.zones
    let stated = marked.cues(ofRare: .years).prefix(Self.most).compactMap { years(at: $0.words) }
    let demanded = stated.filter { zones[$0.sentence.zone].asks == .required && $0.isWhole }
    var hits: [OpenWords.Hit] = []
    if demanded.contains(where: { $0.years != demanded[0].years }) {
      hits += demanded.map { (.yearsDiffer, $0.words, $0.sentence) }
    }
    for wish in stated where zones[wish.sentence.zone].asks == .preferred {
      if let minimum, wish.years <= minimum { hits.append((.yearsRepeated, wish.words, wish.sentence)) }
    }
    return hits
  }

  private typealias Stated = (years: Int, words: Range<Int>, sentence: Sentence, isWhole: Bool)

  /// The years of a sentence that begins with them and speaks of experience as such, "2+ years of industry
  /// experience in ...": no competency stands between, and none or several behind. Whole is one that says nothing else.
  private func years(at unit: Range<Int>) -> Stated? {
    let next = sentences.partitioningIndex { $0.words.lowerBound > unit.lowerBound }
    guard next > 0, case let sentence = sentences[next - 1], sentence.words.contains(unit.lowerBound),
      unit.lowerBound <= sentence.words.lowerBound + 4,
      let years = NumberWords(marked).smallest(before: unit.lowerBound, in: sentence.words)
    else { return nil }
    let cues = marked.cues(in: sentence.words)
    let spoken = cues.filter { $0.isOf(.experience) && $0.word >= unit.upperBound }.map(\.words)
    guard let first = spoken.first, first.lowerBound - unit.upperBound <= 3 else { return nil }
    let end = spoken.dropFirst().reduce(first.upperBound) { $1.lowerBound == $0 ? $1.upperBound : $0 }
    let isWhole = end == sentence.words.upperBound || marked.words.gaps[end] >= .comma
    let between = unit.upperBound..<first.lowerBound
    let near = unit.upperBound..<min(end + 2, sentence.words.upperBound)
    let isOfNone = !marked.holdsSignal(in: near) && (isWhole || end - first.lowerBound >= 3)
    guard !marked.holdsSignal(in: between), isOfNone || isOfMany(sentence) else { return nil }
    return (years, sentence.words.lowerBound..<end, sentence, isWhole)
  }
  /// "Experience in development, cloud architecture and operations" is experience as such.
  private func isOfMany(_ sentence: Sentence) -> Bool {
    var competencies: [Int] = []
    for hit in marked.signals(in: sentence.words) {
      let competency = marked.index.competency(of: hit)
      if !competencies.contains(competency) { competencies.append(competency) }
      if competencies.count > 2 { return true }
    }
    return false
  }
}

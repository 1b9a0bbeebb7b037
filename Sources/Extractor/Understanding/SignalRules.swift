/// Which signals of a sentence count: those whose rules hold and that no longer one hides.
struct SignalRules {
  private let marked: MarkedPosting
  private let hits: ArraySlice<Lexicon.Hit>
  private let rules: ArraySlice<Lexicon.RuleHit>

  /// What becomes of a signal's term in a sentence.
  enum Verdict {
    case accepted
    /// Words stand in the sentence that the signal excludes.
    case excluded(by: Range<Int>)
    /// None of the words stands in the sentence that the signal needs.
    case lonely
    /// The term stands in a longer one of another competency or of a product, or begins in it.
    case hidden(by: Lexicon.Hit)
  }

  init(_ marked: MarkedPosting, in sentence: Range<Int>) {
    self.marked = marked
    hits = marked.signals(in: sentence)
    let index = marked.index
    let hasRules = hits.contains { hit in
      let signal = index.signals[index.signal(of: hit)]
      return signal.needsNear || signal.hasNot
    }
    rules = hasRules ? marked.rules(in: sentence) : []
  }

  /// Whether no term of a signal stands in the sentence.
  var isEmpty: Bool { hits.isEmpty }

  /// Calls with the terms that count, by place.
  @inline(__always)
  func forEachAccepted(_ body: (Lexicon.Hit) -> Void) {
    var longest: Lexicon.Hit?
    for hit in hits {
      if case .accepted = verdict(on: hit, &longest) { body(hit) }
    }
  }

  /// What becomes of each term, by place.
  func verdicts() -> [(hit: Lexicon.Hit, verdict: Verdict)] {
    var longest: Lexicon.Hit?
    return hits.map { ($0, verdict(on: $0, &longest)) }
  }

  /// What becomes of a term, and which of those up to it reaches farthest. Terms of one place may state several
  /// competencies. In a term of its own competency that names no product, a term counts too: "modern C++" names the
  /// language.
  private func verdict(on hit: Lexicon.Hit, _ longest: inout Lexicon.Hit?) -> Verdict {
    if let verdict = broken(by: hit) { return verdict }
    if let longest, hides(longest, hit) { return .hidden(by: longest) }
    if hit.words.upperBound > longest?.words.upperBound ?? 0 { longest = hit }
    return .accepted
  }

  private func hides(_ longest: Lexicon.Hit, _ hit: Lexicon.Hit) -> Bool {
    guard hit.word < longest.words.upperBound, hit.words != longest.words else { return false }
    let isOfOne = marked.index.competency(of: hit) == marked.index.competency(of: longest)
    if !isOfOne, isEntry(hit, of: longest) { return false }
    return !isOfOne || marked.index.terms[Int(longest.meaning.index)].technology != nil
  }

  /// Whether a term is one of two that a longer one joins: "security" of "security and compliance" states its own
  /// competency as well.
  private func isEntry(_ hit: Lexicon.Hit, of longest: Lexicon.Hit) -> Bool {
    let (words, whole) = (hit.words, longest.words)
    let isFirst = words.lowerBound == whole.lowerBound
    guard isFirst ? words.upperBound < whole.upperBound : words.upperBound == whole.upperBound,
      marked.index.terms[Int(longest.meaning.index)].technology == nil
    else { return false }
    let joiner = isFirst ? words.upperBound : words.lowerBound - 1
    return marked.holds(.listEnd, in: joiner..<joiner + 1)
      || marked.words.gaps[isFirst ? words.upperBound : words.lowerBound] == .comma
  }

  /// The words of a sentence that exclude a term. Those that hold the term itself, such as "go-to-market" for
  /// "Go", exclude it there alone; others exclude it all over the sentence.
  private func excluding(_ hit: Lexicon.Hit, _ signal: Int) -> Range<Int>? {
    guard marked.index.lexicon.first(.not, of: signal, among: rules, where: { _ in true }) != nil else {
      return nil
    }
    return marked.index.lexicon.first(.not, of: signal, among: rules) { rule in
      let words = rule.words
      let holdsTerm = words.contains { word in
        word + hit.words.count <= words.upperBound
          && marked.areAlike(word..<word + hit.words.count, hit.words)
      }
      return !holdsTerm || words.overlaps(hit.words)
    }?.words
  }

  /// The rule of its signal that a term breaks. A word that a signal needs stands outside its term, or
  /// holds more than the term: "provide guidance" for "guidance".
  private func broken(by hit: Lexicon.Hit) -> Verdict? {
    let number = marked.index.signal(of: hit)
    let signal = marked.index.signals[number]
    if signal.hasNot, let words = excluding(hit, number) { return .excluded(by: words) }
    guard signal.needsNear else { return nil }
    let near = marked.index.lexicon.first(.near, of: number, among: rules) {
      $0.words.lowerBound < hit.words.lowerBound || $0.words.upperBound > hit.words.upperBound
    }
    return near == nil ? .lonely : nil
  }
}

internal import Rubric

/// What the employer tells of itself in running text among demands: "We are a small team of driven people".
enum EmployerTalk {
  /// How many words of a name may stand before what it tells: "Quillmere Systems offers a".
  private static let longestName = 3

  /// How many words such talk begins with.
  private static let longestPhrase = 4

  /// The zone of a sentence that begins as such talk does, or stands behind one in a paragraph that does, and demands or
  /// wishes nothing; nil for others.
  static func zone(
    of sentence: Sentence, behind others: ArraySlice<Sentence>, _ marked: MarkedPosting
  ) -> Int? {
    let language = marked.index.language
    let asks = language.zones[sentence.zone].asks
    guard asks == .required || asks == .preferred,
      marked.posting.blocks[sentence.block].kind == .paragraph,
      !demands(sentence, marked),
      others.first?.zone == language.company || begins(sentence.words, marked)
    else { return nil }
    return language.company
  }

  /// Whether words of it demand or wish, and not only in a phrase such as "a warm welcome".
  private static func demands(_ sentence: Sentence, _ marked: MarkedPosting) -> Bool {
    let asking = Cue.Kinds.wish.union(.required)
    return !sentence.kinds.isDisjoint(with: asking)
      && marked.holds(asking, in: sentence.words, besides: .noModality)
  }

  private static func begins(_ words: Range<Int>, _ marked: MarkedPosting) -> Bool {
    for word in words.prefix(longestName + 1) {
      if tells(from: word, in: words, marked) { return !marked.holdsSignal(in: words.lowerBound..<word) }
      if !marked.isCapitalised(word) { return false }
    }
    return false
  }

  private static func tells(from word: Int, in words: Range<Int>, _ marked: MarkedPosting) -> Bool {
    let beginning = word..<min(word + longestPhrase, words.upperBound)
    return marked.words(of: .employer, in: beginning).first?.lowerBound == word
      && !marked.cues(in: beginning).contains { $0.isOf(.person) && $0.word == word }
  }
}

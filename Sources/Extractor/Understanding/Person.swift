/// The person of whom several sentences in a row tell what they must bring.
enum Person {
  /// How many sentences may tell more of the person: "The ideal candidate has run servers. They know Linux. They ..."
  private static let most = 8

  /// Whether a sentence begins with what stands for the person of whom the one before it, or one before such sentences,
  /// demands something. What they will do is no demand.
  static func isToldMore(_ number: Int, _ sentences: [Sentence], _ marked: MarkedPosting) -> Bool {
    guard number > 0, sentences[number - 1].block == sentences[number].block,
      isPronoun(sentences[number], marked)
    else { return false }
    var before = number - 1
    while before >= 0, number - before <= most, sentences[before].block == sentences[number].block {
      if sentences[before].kinds.isSuperset(of: [.person, .required]) { return true }
      guard isPronoun(sentences[before], marked) else { return false }
      before -= 1
    }
    return false
  }

  private static func isPronoun(_ sentence: Sentence, _ marked: MarkedPosting) -> Bool {
    let first = sentence.words.lowerBound
    return sentence.words.count > 2 && marked.holds(.pronoun, in: first..<first + 1)
      && !marked.reads(first + 1, "will")
  }
}

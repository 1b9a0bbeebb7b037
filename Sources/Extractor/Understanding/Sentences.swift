/// A sentence, or an item of a list.
struct Sentence {
  /// The number of its block.
  var block: Int
  /// Its words.
  var words: Range<Int>
  /// The index of its zone.
  var zone: Int
  /// The kinds of its cues: most sentences hold nothing that most facts are made of.
  let kinds: Cue.Kinds

  /// A sentence of a posting.
  init(block: Int, words: Range<Int>, zone: Int, in marked: MarkedPosting) {
    (self.block, self.words, self.zone) = (block, words, zone)
    kinds = marked.kinds(in: words)
  }
}

/// Cuts blocks into sentences.
enum Sentences {
  /// Text that runs on without an end is cut behind this many words, so that what is looked up for
  /// every word of a sentence in all of it takes no longer than the text is long.
  static let longest = 400

  /// The last sentence of some words, at most as long as one may be.
  static func last(of words: Range<Int>, _ marked: MarkedPosting) -> Range<Int> {
    let longest = words.suffix(longest)
    let start = longest.last { marked.words.gaps[$0] >= .sentence }
    return (start ?? longest.lowerBound)..<words.upperBound
  }

  /// Whether a line that heads a list by its colon asks for something itself: "Strong experience with AWS services:".
  private static func demands(_ block: Int, _ marked: MarkedPosting) -> Bool {
    let words = marked.blockWords[block]
    return marked.posting.blocks[block].kind == .heading(level: 5) && words.count > 2
      && marked.holdsSignal(in: words)
      && marked.cues(in: words).contains { $0.isOf(.qualification) && $0.word == words.lowerBound }
  }

  /// The sentences of all blocks that are no headings, in order. A label within a paragraph heads what follows it
  /// there: "Requirements: Linux. Nice to have: Kafka."
  static func split(_ marked: MarkedPosting, _ zones: Zones) -> [Sentence] {
    var sentences: [Sentence] = []
    sentences.reserveCapacity(marked.blockWords.count * 2)
    let gaps = marked.words.gaps
    for (block, words) in marked.blockWords.enumerated()
    where !words.isEmpty && (!zones.isHeading[block] || demands(block, marked)) {
      var (start, zone) = (words.lowerBound, zones.ofBlock[block])
      let first = sentences.count
      let mayHoldLabels = marked.posting.blocks[block].kind == .paragraph
      for word in words.dropFirst() where gaps[word] >= .sentence || word - start >= longest {
        sentences.append(sentence(block, start..<word, zone, behind: sentences[first...], marked))
        start = word
        if mayHoldLabels, let label = Labels.label(of: start..<words.upperBound, marked) { zone = label.zone }
      }
      sentences.append(
        sentence(block, start..<words.upperBound, zone, behind: sentences[first...], marked))
    }
    return sentences
  }

  /// A sentence of a zone, or of the employer where it tells of itself there.
  private static func sentence(
    _ block: Int, _ words: Range<Int>, _ zone: Int, behind others: ArraySlice<Sentence>,
    _ marked: MarkedPosting
  ) -> Sentence {
    var sentence = Sentence(block: block, words: words, zone: zone, in: marked)
    if let talk = EmployerTalk.zone(of: sentence, behind: others, marked) { sentence.zone = talk }
    return sentence
  }
}

internal import Diagnostics
internal import Rubric

/// What telling the reasons of one competency needs besides the reading itself.
struct ReasoningScope {
  let reading: PostingReading
  /// The index of the competency.
  let competency: Int
  /// The number of its first signal in the index.
  let firstSignal: Int
  /// Its signals as the rubric writes them.
  let signals: [Signal]
  let lines: LineTable

  private let wording: [(place: SignalWording, hashes: [UInt64])]
  private let file: String
  /// For each block, the block whose words opened its zone.
  private let openers: [Int?]
  /// The levels that stand in what leads to an entry.
  let led: LedLevels

  init(_ reading: PostingReading, competency: Int, library: RubricLibrary) throws(InvalidInput) {
    self.reading = reading
    self.competency = competency
    let id = reading.marked.index.competencies[competency]
    firstSignal = reading.marked.index.signals.firstIndex { $0.competency == competency } ?? 0
    signals = try library.signals(of: id)
    wording = try library.wording(of: id).map { ($0, WordScanner.words(of: $0.text).hashes) }
    file = library.source(ofCompetency: id)?.name ?? id
    lines = LineTable(reading.marked.posting.source)
    led = LedLevels(reading.marked)
    var openers: [Int?] = []
    _ = Zones(reading.marked) { openers.append($0) }
    self.openers = openers
  }

  var marked: MarkedPosting { reading.marked }

  /// The terms of the competency, each once, with the digests of their words.
  var terms: [(term: Reasoning.Term, signal: Int, hashes: [UInt64])] {
    wording.map { (term($0.place), $0.place.signal, $0.hashes) }
  }

  /// Words with their place in the file.
  func mark(_ words: Range<Int>) -> Reasoning.Mark {
    Reasoning.Mark(range: reading.places(of: words, lines), words: marked.text(of: words))
  }

  /// The signal of a hit, as the rubric writes it; nil for a rubric that is not that of the index.
  func signal(_ number: Int) -> Signal? {
    let own = number - firstSignal
    return signals.indices.contains(own) ? signals[own] : nil
  }

  /// The term that a hit matches: one that is spelt alike, else one that folds alike.
  func term(of hit: Lexicon.Hit) -> Reasoning.Term? {
    let own = marked.index.term(hit.meaning).signal - firstSignal
    let hashes = Array(marked.words.hashes[hit.words])
    let alike = wording.filter { $0.place.signal == own && $0.hashes == hashes }
    let text = marked.text(of: hit.words)
    return (alike.first { $0.place.text == text } ?? alike.first).map { term($0.place) }
  }

  private func term(_ wording: SignalWording) -> Reasoning.Term {
    Reasoning.Term(text: wording.text, file: file, line: wording.place.line)
  }

  /// The part of the posting in which a sentence stands, which may bear a label of its own or stand behind one.
  func section(of sentence: Sentence) -> Reasoning.Section {
    let block = section(ofBlock: sentence.block)
    guard sentence.zone != reading.zones.ofBlock[sentence.block] else { return block }
    let zone = marked.index.language.zones[sentence.zone]
    let labels = reading.sentences.lazy.filter {
      $0.block == sentence.block && $0.words.lowerBound <= sentence.words.lowerBound
    }
    .compactMap { Labels.label(of: $0.words, marked) }
    let label = labels.reversed().first { $0.zone == sentence.zone }
    return Reasoning.Section(name: zone.name, asks: zone.asks, heading: label.map { mark($0.words) })
  }

  /// A part of the posting, by a block in it.
  func section(ofBlock block: Int) -> Reasoning.Section {
    let zone = marked.index.language.zones[reading.zones.ofBlock[block]]
    let heading = openers[block].map { opener -> Reasoning.Mark in
      let words = marked.blockWords[opener]
      let label = Labels.label(of: words, marked)?.words
      return mark(opener == block && !reading.zones.isHeading[block] ? label ?? words : words)
    }
    return Reasoning.Section(name: zone.name, asks: zone.asks, heading: heading)
  }
}

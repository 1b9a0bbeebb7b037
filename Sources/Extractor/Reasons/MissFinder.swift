internal import Diagnostics
internal import Rubric

/// Finds where a posting comes near a competency and does not state it, and the rule that rejected each.
struct MissFinder {
  private let scope: ReasoningScope
  private let overriding: Overriding?
  /// The words that were looked at, so that each place is told once.
  private var seen: Set<Range<Int>>
  private var misses: [Candidate] = []

  /// A miss before its places are looked up, of which there may be very many.
  private struct Candidate {
    var words: Range<Int>
    var rejection: Reasoning.Rejection
    var block: Int
    var hit: Lexicon.Hit?
    var term: Reasoning.Term?
    var by: Range<Int>?
    var competency: Int?
    var reason: String?
  }

  /// The words that are the employer's own name.
  private let ownNames: Set<Range<Int>>

  init(_ scope: ReasoningScope, _ overriding: Overriding?, claims: [Claim]) {
    self.scope = scope
    self.overriding = overriding
    let all = overriding?.claims ?? scope.reading.claims
    seen = Set(claims.lazy.filter { $0.competency == scope.competency }.map(\.words))
    ownNames = Set(all.lazy.filter { $0.competency == scope.competency }.map(\.words)).subtracting(seen)
  }

  /// The first misses, in the order of the posting, and how many further ones there are.
  mutating func first(_ count: Int) -> (misses: [Reasoning.Miss], further: Int) {
    ruledOut()
    for words in ownNames { add(Candidate(words: words, rejection: .ownName, block: block(of: words))) }
    for sentence in scope.reading.sentences { look(in: sentence) }
    for block in scope.reading.zones.isHeading.indices where scope.reading.zones.isHeading[block] {
      for hit in scope.marked.signals(in: scope.marked.blockWords[block]) where isOwn(hit) {
        add(Candidate(words: hit.words, rejection: .heading, block: block, hit: hit))
      }
    }
    for (words, term, rejection) in NearSpelling(scope).misses() {
      let longer = Compound.around(words, scope.marked)
      add(Candidate(words: words, rejection: rejection, block: block(of: words), term: term, by: longer))
    }
    let sorted = misses.sorted { $0.words.lowerBound < $1.words.lowerBound }
    return (sorted.prefix(count).map(miss), max(0, sorted.count - count))
  }

  private mutating func ruledOut() {
    for (words, reason) in overriding?.reasons(against: scope.competency) ?? [:] {
      add(Candidate(words: words, rejection: .override, block: block(of: words), reason: reason))
    }
  }

  private func isOwn(_ hit: Lexicon.Hit) -> Bool {
    scope.marked.index.competency(of: hit) == scope.competency
  }

  private mutating func look(in sentence: Sentence) {
    guard scope.marked.signals(in: sentence.words).contains(where: isOwn) else { return }
    let circumstances = Circumstances(scope.marked, sentence)
    for (hit, verdict) in SignalRules(scope.marked, in: sentence.words).verdicts() where isOwn(hit) {
      var miss = Candidate(words: hit.words, rejection: .lonely, block: sentence.block, hit: hit)
      switch verdict {
      case .accepted:
        guard let rejection = circumstances.rejection(of: hit.words) else { continue }
        (miss.rejection, miss.by) = rejection
      case .excluded(let words): (miss.rejection, miss.by) = (.excluded, whole(words, around: hit.words))
      case .lonely: break
      case .hidden(let longer):
        (miss.rejection, miss.by) = (.hidden, longer.words)
        miss.competency = scope.marked.index.competency(of: longer)
      }
      add(miss)
    }
  }

  /// Of excluded words that hold the term, the longer word that they begin: "go-to-market" for "go-to".
  private func whole(_ excluded: Range<Int>, around words: Range<Int>) -> Range<Int> {
    guard excluded.overlaps(words), let compound = Compound.around(words, scope.marked) else {
      return excluded
    }
    return compound.count > excluded.count ? compound : excluded
  }

  private func block(of words: Range<Int>) -> Int {
    scope.marked.blockWords.partitioningIndex { $0.upperBound > words.lowerBound }
  }

  private mutating func add(_ miss: Candidate) {
    if seen.insert(miss.words).inserted { misses.append(miss) }
  }

  private func miss(_ candidate: Candidate) -> Reasoning.Miss {
    var miss = Reasoning.Miss(
      mark: scope.mark(candidate.words), term: candidate.term ?? candidate.hit.flatMap { scope.term(of: $0) },
      rejection: candidate.rejection, by: candidate.by.map { scope.mark($0) },
      section: scope.section(ofBlock: candidate.block))
    miss.competency = candidate.competency.map { scope.marked.index.competencies[$0] }
    miss.reason = candidate.reason
    if candidate.rejection == .lonely, let hit = candidate.hit {
      let near = scope.signal(scope.marked.index.term(hit.meaning).signal)?.near ?? []
      miss.wanted = Array(near.prefix(6))
      miss.furtherWanted = max(0, near.count - 6)
    }
    return miss
  }
}

/// What keeps a sentence from stating what it names.
private struct Circumstances {
  private let marked: MarkedPosting
  private let sentence: Sentence
  private let cues: PlacedCues

  init(_ marked: MarkedPosting, _ sentence: Sentence) {
    self.marked = marked
    self.sentence = sentence
    cues = marked.cues(in: sentence.words)
  }

  /// Why some words state nothing, and the words that see to it; nil where nothing does.
  func rejection(of words: Range<Int>) -> (Reasoning.Rejection, by: Range<Int>?)? {
    let zone = marked.index.language.zones[sentence.zone]
    if zone.asks == nil { return (.section, nil) }
    let silence = Silence.stretches(cues, in: sentence, marked)
      .first { $0.words.overlaps(words) }
    if let silence { return (.void, silence.by) }
    if Address.holds(words, marked) { return (.void, words) }
    return ClaimFinder.counts(sentence, cues, marked) ? nil : (.person, nil)
  }
}

/// Words that hyphens join.
enum Compound {
  /// The longer word that some words are part of, such as "go-to-market"; nil where they are all of it.
  static func around(_ words: Range<Int>, _ marked: MarkedPosting) -> Range<Int>? {
    var (start, end) = (words.lowerBound, words.upperBound)
    while start > 0, words.lowerBound - start < 6, isJoined(start, marked) { start -= 1 }
    while end < marked.words.count, end - words.upperBound < 6, isJoined(end, marked) { end += 1 }
    return start..<end == words ? nil : start..<end
  }

  /// Whether nothing but a hyphen stands before a word.
  private static func isJoined(_ word: Int, _ marked: MarkedPosting) -> Bool {
    let between = marked.words.range(word - 1).upperBound..<marked.words.range(word).lowerBound
    return marked.posting.text.bytes[between].elementsEqual([UInt8(ascii: "-")])
  }
}

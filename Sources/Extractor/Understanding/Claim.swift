internal import Rubric

/// One place in a posting that states a competency: numbers alone, for a posting has hundreds of them.
struct Claim {
  /// The index of the competency.
  let competency: Int
  /// The number of the signal.
  let signal: Int
  /// The number of the term, which may name a product.
  let term: Int
  /// How strongly it is asked for here.
  var importance: Importance
  /// The words that state it.
  let words: Range<Int>
  /// The number of the sentence.
  let sentence: Int
  /// The level that the sentence's own words ask for.
  let proficiency: ProficiencyLevel?
  /// The number of the group of alternatives it belongs to, counted over the posting.
  var group: Int?
  /// The words of a later sentence that ask for it: "two of those languages".
  var pointer: Range<Int>?
}

extension SignalIndex {
  /// The product that a claim names.
  func technology(of claim: Claim) -> String? { terms[claim.term].technology }

  /// Whether a claim names a product.
  func namesTechnology(_ claim: Claim) -> Bool { terms[claim.term].technology != nil }
}

/// Finds what the sentences of a posting ask for.
struct ClaimFinder {
  private let marked: MarkedPosting
  private var groups = 0
  /// The block of the last sentence with claims, and the number of its first claim.
  private var entry = (block: -1, first: 0)
  /// The levels that stand in what leads to an entry.
  private let led: LedLevels

  init(_ marked: MarkedPosting) {
    self.marked = marked
    led = LedLevels(marked)
  }

  /// The claims of all sentences, in order.
  mutating func claims(in sentences: [Sentence]) -> [Claim] {
    var claims: [Claim] = []
    claims.reserveCapacity(sentences.count * 2)
    for (number, sentence) in sentences.enumerated() {
      guard let asks = marked.index.language.zones[sentence.zone].asks else { continue }
      if sentence.kinds.contains(.pointer) { raise(&claims, pointedAtBy: sentence, number, asks) }
      let goesOn = asks == .duty && Person.isToldMore(number, sentences, marked)
      add(to: &claims, from: sentence, number, goesOn ? .required : asks)
    }
    ListedChoices(marked: marked, sentences: sentences).group(&claims, next: &groups)
    return claims
  }

  /// Asks for what the sentence before names as strongly as this one: "We use Go, Rust and Java. You must know two
  /// of these languages".
  private mutating func raise(
    _ claims: inout [Claim], pointedAtBy sentence: Sentence, _ number: Int, _ asks: Importance
  ) {
    guard claims.last?.sentence == number - 1 else { return }
    let cues = marked.cues(in: sentence.words)
    guard let pointer = cues.first(where: { $0.isOf(.pointer) })?.words else { return }
    let importance = Modality(marked, cues, sentence).importance(of: pointer, in: asks)
    let isChoice = cues.contains {
      $0.isOf(.introducer) && (-1...1).contains(pointer.lowerBound - $0.words.upperBound)
    }
    var isRaised = false
    for index in claims.indices.reversed().prefix(while: { claims[$0].sentence == number - 1 })
    where marked.index.namesTechnology(claims[index]) && claims[index].importance > importance {
      claims[index].importance = importance
      claims[index].group = isChoice ? groups : nil
      claims[index].pointer = pointer
      isRaised = true
    }
    groups += isRaised && isChoice ? 1 : 0
  }

  private mutating func add(
    to claims: inout [Claim], from sentence: Sentence, _ number: Int, _ asks: Importance
  ) {
    let rules = SignalRules(marked, in: sentence.words)
    guard !rules.isEmpty else { return }
    let cues = marked.cues(in: sentence.words)
    guard Self.counts(sentence, cues, marked) else { return }
    let silenced = Silence.stretches(cues, in: sentence, marked)
    let modality = Modality(marked, cues, sentence)
    let levels = WordedLevels(cues, sentence, marked)
    let ledLevel = led.phrase(leadingTo: sentence)?.level
    let first = claims.count
    rules.forEachAccepted { hit in
      guard !silenced.contains(where: { $0.words.overlaps(hit.words) }), !Address.holds(hit.words, marked)
      else {
        return
      }
      let term = Int(hit.meaning.index)
      let signal = marked.index.terms[term].signal
      claims.append(
        Claim(
          competency: marked.index.signals[signal].competency, signal: signal, term: term,
          importance: modality.importance(of: hit.words, in: asks), words: hit.words, sentence: number,
          proficiency: levels.phrase(for: hit.words)?.level ?? ledLevel))
    }
    Alternatives(marked, cues, sentence.kinds).group(&claims, from: first, next: &groups)
    if sentence.block != entry.block { entry = (sentence.block, first) }
    if entry.first < first, first < claims.count { goOnWithChoice(&claims, from: first, sentence) }
  }

  /// What an entry goes on to say of one of a choice is no demand by itself: "Go, Rust or C++. You have written
  /// lock-free code", "Go or Python. (Preferably Go)". "Go or Rust. Go is a must" is one.
  private func goOnWithChoice(_ claims: inout [Claim], from first: Int, _ sentence: Sentence) {
    guard marked.posting.blocks[sentence.block].kind == .item else { return }
    for index in first..<claims.count where claims[index].group == nil {
      let claim = claims[index]
      let name = marked.index.technology(of: claim)
      if name != nil, sentence.kinds.contains(.required) { continue }
      claims[index].group =
        claims[entry.first..<first].first { other in
          other.group != nil && other.competency == claim.competency
            && (name == nil || marked.index.technology(of: other) == name)
        }?.group
    }
  }

  /// Whether a sentence counts where only those about the person hired do: it speaks of that person, or it stands
  /// under no heading that says anything and is an item, or begins with a verb of work, "Run our clusters", or as
  /// qualifications do, "Experience with Kafka".
  static func counts(
    _ sentence: Sentence, _ cues: PlacedCues, _ marked: MarkedPosting
  ) -> Bool {
    let language = marked.index.language
    if sentence.kinds.contains(.person) || !language.zones[sentence.zone].needsPerson { return true }
    guard sentence.zone == language.intro else { return false }
    return marked.posting.blocks[sentence.block].kind == .item
      || cues.contains { $0.isOf([.dutyVerb, .qualification]) && $0.word == sentence.words.lowerBound }
  }
}

/// Stretches of a sentence that state nothing, whatever they name.
enum Silence {
  /// The brackets or the clause of a phrase such as "is not required", and the word behind "no", each with
  /// the phrase that silences it.
  static func stretches(
    _ cues: PlacedCues, in sentence: Sentence, _ marked: MarkedPosting
  ) -> [(by: Range<Int>, words: Range<Int>)] {
    let asked = Brackets.question(in: sentence.words, marked).map { [(by: $0, words: $0)] } ?? []
    guard !sentence.kinds.isDisjoint(with: Self.silencing) else { return asked }
    return asked
      + cues.compactMap { cue in
        let words = cue.words
        if cue.isOf(.void) || cue.isOf(.waiver) {
          let isNone = cues.contains { $0.isOf(.noModality) && $0.words.overlaps(words) }
          let clause = Clause.speaking(words, in: sentence.words, marked)
          if isNone || isWished(words, in: clause, cues, sentence) { return nil }
          return (words, cue.isOf(.void) ? clause : Waivers.object(of: cue, cues, in: clause, marked))
        }
        if cue.isOf(.others) {
          return isOfOthers(words, cues, sentence, marked) ? (words, sentence.words) : nil
        }
        if cue.isOf(.relative) {
          return OtherTeams.stretch(behind: words, cues, in: sentence.words, marked).map { (words, $0) }
        }
        guard cue.isOf(.negation), words.upperBound < sentence.words.upperBound,
          !isHyphenated(words.lowerBound, marked),
          !cues.contains(where: { $0.isOf(.demand) && $0.words.overlaps(words) })
        else { return nil }
        return (words, Self.entry(behind: words, in: sentence.words, marked))
      }
  }

  private static let silencing = Cue.Kinds.waiver.union([.void, .negation, .others, .relative])

  /// What "no" denies: the few words behind it, up to what joins others to them: "no Kafka experience", "no Java or C++".
  private static func entry(
    behind negation: Range<Int>, in sentence: Range<Int>, _ marked: MarkedPosting
  ) -> Range<Int> {
    let start = negation.upperBound
    let rest = (start + 1..<sentence.upperBound).prefix(2)
    let end = rest.first { marked.words.gaps[$0] >= .comma || marked.holds(.glue, in: $0..<$0 + 1) }
    return start..<(end ?? (rest.last ?? start) + 1)
  }

  /// Whether a sentence that begins with somebody else speaks of the person nowhere: "Our customers run Kafka", but
  /// "Our customers run Kafka, and you help them".
  private static func isOfOthers(
    _ words: Range<Int>, _ cues: PlacedCues, _ sentence: Sentence, _ marked: MarkedPosting
  ) -> Bool {
    let name = sentence.words.lowerBound..<words.lowerBound
    // "Help customers run Kafka" is a duty.
    if name.isEmpty, cues.contains(where: { $0.isOf(.dutyVerb) && $0.word == words.lowerBound }) {
      return false
    }
    return name.count <= longestName && name.allSatisfy { marked.isCapitalised($0) }
      && !cues.contains { $0.isOf(Cue.Kinds.modality.union(.person)) && !$0.words.overlaps(words) }
  }

  /// How many words of a name may stand before what a sentence says of its bearer: "Acme Systems helps companies".
  private static let longestName = 4

  /// Whether a wish stands beside a phrase: "Kafka is not required, but is a plus".
  private static func isWished(
    _ words: Range<Int>, in clause: Range<Int>, _ cues: PlacedCues, _ sentence: Sentence
  ) -> Bool {
    guard !sentence.kinds.isDisjoint(with: .wish) else { return false }
    let beside = (words.lowerBound - farthestWish..<words.upperBound + farthestWish).clamped(to: clause)
    return cues.contains { $0.isOf(.wish) && !$0.words.overlaps(words) && beside.contains($0.word) }
  }

  /// How many words a wish stands at the most from what denies a demand.
  private static let farthestWish = 6

  /// "Little-to-no guidance" denies nothing.
  private static func isHyphenated(_ word: Int, _ marked: MarkedPosting) -> Bool {
    let start = marked.words.range(word).lowerBound
    return start > 0 && marked.posting.text.bytes[start - 1] == UInt8(ascii: "-")
  }
}

internal import Rubric

/// One place in a posting that states a competency.
struct Claim {
  /// The index of the competency.
  var competency: Int
  /// The number of the signal.
  var signal: Int
  /// How strongly it is asked for here.
  var importance: Importance
  /// The product that is named.
  var technology: String?
  /// The words that state it.
  var words: Range<Int>
  /// The number of the sentence.
  var sentence: Int
  /// The level that the sentence's own words ask for.
  var proficiency: ProficiencyLevel?
  /// The number of the group of alternatives it belongs to, counted over the posting.
  var group: Int?
  /// The words of a later sentence that ask for it: "two of those languages".
  var pointer: Range<Int>?
}

/// Finds what the sentences of a posting ask for.
struct ClaimFinder {
  private let marked: MarkedPosting
  private let zones: [ZoneCues]
  private var groups = 0

  init(_ marked: MarkedPosting) {
    self.marked = marked
    zones = marked.index.language.zones
  }

  /// The claims of all sentences, in order.
  mutating func claims(in sentences: [Sentence]) -> [Claim] {
    var claims: [Claim] = []
    for (number, sentence) in sentences.enumerated() {
      raise(&claims, pointedAtBy: sentence, number)
      claims += self.claims(in: sentence, number)
    }
    return claims
  }

  /// Asks for what the sentence before names as strongly as this one: "We use Go, Rust and Java. You must know two
  /// of these languages".
  private mutating func raise(_ claims: inout [Claim], pointedAtBy sentence: Sentence, _ number: Int) {
    guard claims.last?.sentence == number - 1, sentence.kinds.contains(.pointer),
      let asks = zones[sentence.zone].asks
    else { return }
    let cues = marked.cues(in: sentence.words)
    guard let pointer = cues.first(where: { $0.cue == .pointer })?.words else { return }
    let importance = Modality(marked, cues, sentence.words).importance(of: pointer, in: asks)
    let isChoice = cues.contains {
      $0.cue == .introducer && (-1...1).contains(pointer.lowerBound - $0.words.upperBound)
    }
    var isRaised = false
    for index in claims.indices.reversed().prefix(while: { claims[$0].sentence == number - 1 })
    where claims[index].technology != nil && claims[index].importance > importance {
      claims[index].importance = importance
      claims[index].group = isChoice ? groups : nil
      claims[index].pointer = pointer
      isRaised = true
    }
    groups += isRaised && isChoice ? 1 : 0
  }

  private mutating func claims(in sentence: Sentence, _ number: Int) -> [Claim] {
    let zone = zones[sentence.zone]
    guard let asks = zone.asks else { return [] }
    let all = SignalRules(marked, in: sentence.words).accepted()
    guard !all.isEmpty else { return [] }
    let cues = marked.cues(in: sentence.words)
    guard Self.counts(sentence, cues, marked) else { return [] }
    let isSilencing = !sentence.kinds.isDisjoint(with: [.void, .negation])
    let silenced = isSilencing ? Silence.stretches(cues, in: sentence.words, marked) : []
    let hits =
      silenced.isEmpty ? all : all.filter { hit in !silenced.contains { $0.words.overlaps(hit.words) } }
    guard !hits.isEmpty else { return [] }
    let modality = Modality(marked, cues, sentence.words)
    let proficiency = sentence.kinds.contains(.proficiency) ? Self.proficiency(cues) : nil
    var claims = hits.map { hit in
      let term = marked.index.term(hit.meaning)
      return Claim(
        competency: marked.index.signals[term.signal].competency, signal: term.signal,
        importance: modality.importance(of: hit.words, in: asks), technology: term.technology,
        words: hit.words,
        sentence: number, proficiency: proficiency)
    }
    Alternatives(marked, cues).group(&claims, next: &groups)
    return claims
  }

  /// Whether a sentence counts where only those about the person hired do: it speaks of that person, or it stands
  /// under no heading that says anything and is an item, or begins with a verb of work, "Run our clusters", or as
  /// qualifications do, "Experience with Kafka".
  static func counts(
    _ sentence: Sentence, _ cues: PlacedCues, _ marked: MarkedPosting
  ) -> Bool {
    let zone = marked.index.language.zones[sentence.zone]
    if !zone.needsPerson || cues.contains(where: { $0.cue == .person }) { return true }
    guard zone.isIntro else { return false }
    return marked.posting.blocks[sentence.block].kind == .item
      || cues.contains {
        ($0.cue == .dutyVerb || $0.cue == .qualification) && $0.words.lowerBound == sentence.words.lowerBound
      }
  }

  /// The highest level that the words of a sentence ask for, or the lowest where none asks for much.
  private static func proficiency(_ cues: PlacedCues) -> ProficiencyLevel? {
    cues.lazy.compactMap { cue in
      if case .proficiency(let level) = cue.cue { level } else { nil }
    }.max()
  }
}

/// Stretches of a sentence that state nothing, whatever they name.
enum Silence {
  /// The brackets or the clause of a phrase such as "is not required", and the word behind "no", each with
  /// the phrase that silences it.
  static func stretches(
    _ cues: PlacedCues, in sentence: Range<Int>, _ marked: MarkedPosting
  ) -> [(by: Range<Int>, words: Range<Int>)] {
    cues.compactMap { cue, words in
      switch cue {
      case .void where !cues.contains(where: { $0.cue == .noModality && $0.words.overlaps(words) }):
        return (words, Clause.speaking(words, in: sentence, marked))
      case .negation where words.upperBound < sentence.upperBound && !isHyphenated(words.lowerBound, marked):
        return (words, words.upperBound..<words.upperBound + 1)
      default: return nil
      }
    }
  }

  /// "Little-to-no guidance" denies nothing.
  private static func isHyphenated(_ word: Int, _ marked: MarkedPosting) -> Bool {
    let start = marked.words.range(word).lowerBound
    return start > 0 && marked.posting.text.bytes[start - 1] == UInt8(ascii: "-")
  }
}

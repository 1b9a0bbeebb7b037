internal import Diagnostics
internal import Rubric

/// Words of a posting that leave something for the panel to settle, or that settle it.
struct OpenWords {
  let marked: MarkedPosting
  let sentences: [Sentence]
  let zones: Zones
  /// What the posting asks for and no competency covers.
  let uncovered: [Sentence]
  let quotes: QuoteCutter

  /// More words on one thing than this help nobody.
  private static let most = 6

  /// The words, in the order of the posting. `isRemote` says whether the posting speaks of remote work, and
  /// `years` how many years it demands.
  func wordings(isRemote: Bool, years: Int?) -> [OpenWording] {
    var found = hits(isRemote: isRemote)
    found += OpenYears(marked: marked, sentences: sentences).hits(minimum: years)
    let told = found.map(\.sentence.words.lowerBound)
    found += uncovered.lazy.filter { isPlainDemand($0) && !told.contains($0.words.lowerBound) }
      .prefix(Self.most).map { (.uncovered, $0.words, $0) }
    found.sort { a, b in
      a.words.lowerBound != b.words.lowerBound
        ? a.words.lowerBound < b.words.lowerBound : a.kind.rawValue < b.kind.rawValue
    }
    return found.map { OpenWording($0.kind, quotes.evidence($0.sentence, around: $0.words)) }
  }

  /// Words of a sentence with what they are about.
  typealias Hit = (kind: OpenWording.Kind, words: Range<Int>, sentence: Sentence)

  /// One hit of a kind in a sentence, and of each kind the first few.
  private func hits(isRemote: Bool) -> [Hit] {
    var hits: [Hit] = []
    // The cues that were taken, by number, and where their sentences begin.
    var taken: [(cue: Int32, start: Int)] = []
    for cue in marked.cues(ofRare: .open) {
      guard case .open(let wording) = marked.index.cue(cue), let (number, sentence) = sentence(at: cue.word)
      else { continue }
      let alike = taken.lazy.filter { $0.cue == cue.number }
      guard alike.last?.start != sentence.words.lowerBound, alike.count < Self.most,
        let kind = kind(wording, cue.words, sentence, number), kind != .office || isRemote
      else { continue }
      hits.append((kind, cue.words, sentence))
      taken.append((cue.number, sentence.words.lowerBound))
    }
    return hits
  }

  /// The sentence that a word stands in, and its number; a heading is one too, without a number.
  private func sentence(at word: Int) -> (number: Int?, sentence: Sentence)? {
    let next = sentences.partitioningIndex { $0.words.lowerBound > word }
    if next > 0, sentences[next - 1].words.contains(word) { return (next - 1, sentences[next - 1]) }
    let block = marked.blockWords.partitioningIndex { $0.upperBound > word }
    guard block < marked.blockWords.count, marked.blockWords[block].contains(word) else { return nil }
    return (
      nil, Sentence(block: block, words: marked.blockWords[block], zone: zones.ofBlock[block], in: marked)
    )
  }

  /// What words of a sentence are about; nil where they are about nothing that is open.
  private func kind(_ kind: OpenWording.Kind, _ words: Range<Int>, _ sentence: Sentence, _ number: Int?)
    -> OpenWording.Kind?
  {
    // These hold wherever they stand, and what lays down a condition for employment is no demand by itself.
    if [.noOnCall, .closed, .backgroundCheck].contains(kind) { return kind }
    // Who tells of itself as a young team keeps others away as well as who demands it.
    if kind == .exclusion { return isDenied(sentence) || isName(words) ? nil : kind }
    let zone = marked.index.language.zones[sentence.zone]
    let isOfPerson =
      !zone.needsPerson || sentence.zone == marked.index.language.intro || sentence.kinds.contains(.person)
    guard isOfPerson, kind == .clearance || !sentence.kinds.contains(.void) else { return nil }
    switch kind {
    case .trait where Brackets.question(in: sentence.words, marked)?.overlaps(words) ?? false: return nil
    case .similar, .trait:
      return isSpoken(sentence) && isDemanded(words, sentence) && isRatable(kind, sentence) ? kind : nil
    case .certificate, .spokenLanguage: return isDemanded(words, sentence) ? kind : nil
    case .degree:
      guard isDemanded(words, sentence), !isDenied(sentence) else { return nil }
      let isOpen = acceptsEquivalents(sentence, number) || acceptsYears(for: words, sentence)
      return isOpen ? .degreeOrEquivalent : .degree
    case .degreeOrEquivalent: return nil
    case .onCall: return isDuty(words, sentence) ? kind : nil
    case .hours: return zone.asks != nil && isDuty(words, sentence) && !isDenied(sentence) ? kind : nil
    case .office: return offersChoice(sentence) ? nil : kind
    case .beginners: return isDenied(sentence) || isNegated(words, sentence) ? nil : kind
    case .anywhere: return isOfPlace(sentence) ? kind : nil
    case .travel: return sentence.kinds.contains(.perk) ? nil : kind
    default: return kind
    }
  }

  /// Whether a sentence speaks of the person, or of remote work, or is a line of its own. "Trusted worldwide" tells nobody
  /// where to live.
  private func isOfPlace(_ sentence: Sentence) -> Bool {
    sentence.words.count < Self.shortLine
      || !sentence.kinds.isDisjoint(with: Cue.Kinds.place.union(.person))
  }

  /// A sentence of fewer words is a line on the place.
  private static let shortLine = 8

  /// Whether "not" stands before some words of a sentence: "not open to graduates".
  private func isNegated(_ words: Range<Int>, _ sentence: Sentence) -> Bool {
    (sentence.words.lowerBound..<words.lowerBound).contains { marked.reads($0, "not") }
  }

  /// Whether words stand in a demand, and are no wish.
  private func isDemanded(_ words: Range<Int>, _ sentence: Sentence) -> Bool {
    guard marked.index.language.zones[sentence.zone].asks == .required, !zones.isHeading[sentence.block]
    else { return false }
    let modality = Modality(marked, marked.cues(in: sentence.words), sentence)
    return modality.importance(of: words, in: .required) == .required
  }

  /// Whether a sentence denies something, or is a notice of equal opportunity: "No rockstars, please".
  private func isDenied(_ sentence: Sentence) -> Bool {
    !sentence.kinds.isDisjoint(with: Cue.Kinds.waiver.union([.void, .negation]))
  }

  /// Whether some words begin a name of more: "Rockstar Instruments".
  private func isName(_ words: Range<Int>) -> Bool {
    let next = words.upperBound
    return next < marked.words.count && marked.words.gaps[next] < .comma
      && words.allSatisfy { marked.isCapitalised($0) } && marked.isCapitalised(next)
  }

  /// Whether a sentence is an item of a list, or speaks of the person.
  private func isSpoken(_ sentence: Sentence) -> Bool {
    marked.posting.blocks[sentence.block].kind == .item || sentence.kinds.contains(.person)
  }

  /// "Or similar" leaves something open where a competency is rated, and not where a degree is asked for.
  private func isRatable(_ kind: OpenWording.Kind, _ sentence: Sentence) -> Bool {
    kind != .similar
      || marked.holdsSignal(in: sentence.words) && !marked.holds(open: .degree, in: sentence.words)
  }

  /// A demand, and no wish, that is more than a name.
  private func isPlainDemand(_ sentence: Sentence) -> Bool {
    marked.index.language.zones[sentence.zone].asks == .required && sentence.words.count > 2
      && marked.posting.blocks[sentence.block].kind == .item
      && marked.blockWords[sentence.block].lowerBound == sentence.words.lowerBound
      && sentence.kinds.isDisjoint(with: [.preferredBehind, .preferredBefore])
      && !acceptsEquivalents(sentence) && !isOfYears(sentence) && !isAlternative(sentence)
  }

  /// Whether "or" begins a line: it goes on with the one before.
  private func isAlternative(_ sentence: Sentence) -> Bool {
    let first = sentence.words.lowerBound
    return marked.holds(.joiner, in: first..<first + 1)
  }

  /// Whether a demand is one of years alone: "5+ years of relevant experience", "3 years as a platform engineer".
  private func isOfYears(_ sentence: Sentence) -> Bool {
    sentence.kinds.contains(.years)
      && (sentence.words.count <= 7 || sentence.words.count <= 12 && sentence.kinds.contains(.title))
  }

  /// Whether words of a sentence tell the work, and not what somebody has done before.
  private func isDuty(_ words: Range<Int>, _ sentence: Sentence) -> Bool {
    switch marked.index.language.zones[sentence.zone].asks {
    case .preferred: false
    case .required: !isOfPast(words, sentence)
    case .duty, nil: true
    }
  }

  /// Whether a demand is one of experience with what some words name: "Experience in an on-call rotation", but
  /// "Willingness to work in one".
  private func isOfPast(_ words: Range<Int>, _ sentence: Sentence) -> Bool {
    if sentence.kinds.contains(.years) { return true }
    guard sentence.kinds.contains(.experience) else { return false }
    let first = sentence.words.lowerBound
    let cues = marked.cues(in: first..<words.lowerBound)
    let begins = cues.contains { $0.isOf(.experience) && $0.word == first }
    return begins && !cues.contains { $0.isOf(.dutyVerb) && $0.word == first }
      || cues.contains { $0.isOf(.qualification) && marked.holds(.experience, in: $0.words) }
  }

  /// "From home or in the office" leaves the choice to the person, and so does a benefit.
  private func offersChoice(_ sentence: Sentence) -> Bool {
    let isBenefit = marked.index.language.zones[sentence.zone].asks == nil
    return (isBenefit || sentence.kinds.contains(.joiner))
      && !sentence.kinds.isDisjoint(with: [.remote, .remoteAtTimes, .remotePlace])
  }

  /// Whether something may stand for a degree: the sentence or the next one says so.
  private func acceptsEquivalents(_ sentence: Sentence, _ number: Int?) -> Bool {
    if acceptsEquivalents(sentence) { return true }
    guard let next = number.map({ $0 + 1 }), next < sentences.count, sentences[next].zone == sentence.zone
    else { return false }
    return acceptsEquivalents(sentences[next])
  }

  /// Whether years of experience may stand for a degree: "a degree or 3+ years of experience", "5 years, or a degree".
  private func acceptsYears(for degree: Range<Int>, _ sentence: Sentence) -> Bool {
    guard sentence.kinds.isSuperset(of: [.joiner, .years]) else { return false }
    let cues = marked.cues(in: sentence.words)
    return cues.contains { joiner in
      guard joiner.isOf(.joiner) else { return false }
      return cues.contains { years in
        guard years.isOf(.years) else { return false }
        return joiner.word >= degree.upperBound
          ? isCounted(years, within: Self.farthestYears, behind: joiner)
          : years.word < joiner.word
            && (0...Self.farthestDegree).contains(degree.lowerBound - joiner.words.upperBound)
            && !cues.contains { marked.index.isOpen($0, .degree) && $0.word < joiner.word }
      }
    }
  }

  /// Whether a number of years stands a few words behind others: "or 5 years", but "5 or more years".
  private func isCounted(_ years: PlacedCue, within most: Int, behind other: PlacedCue) -> Bool {
    let between = other.words.upperBound..<max(years.word, other.words.upperBound)
    // "A degree in computer science or mathematics with 5 years" asks for both.
    return (1...most).contains(between.count) && !marked.holds([.companion, .listEnd], in: between)
      && between.contains { NumberWords(marked).number($0) != nil }
  }

  /// How many words may stand between "or" and the years behind it, "or at least 3+ years", or a degree: "or a
  /// relevant degree".
  private static let farthestYears = 3
  private static let farthestDegree = 2

  private func acceptsEquivalents(_ sentence: Sentence) -> Bool {
    sentence.kinds.contains(.open) && marked.holds(open: .degreeOrEquivalent, in: sentence.words)
  }
}

extension [OpenWording] {
  /// Whether people without experience may apply.
  var invitesBeginners: Bool { contains { $0.kind == .beginners } }
}

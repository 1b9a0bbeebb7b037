internal import Rubric

/// How strongly the words of a sentence ask for what it names.
struct Modality {
  /// From here on to the end of the sentence, all is a wish.
  private var wishFrom: Int?
  /// Stretches in which all is a wish.
  private var wishes: [Range<Int>] = []
  /// A stretch that is a wish unless it tells a duty: "Experience with Kafka helps", but "Ask what helps".
  private var lastWish: Range<Int>?
  /// Clauses that demand what they name.
  private var demands: [Range<Int>] = []
  /// Clauses that tell what the employer has, which ask for nothing among demands: "Our backend is written in Go".
  private var told: [Range<Int>] = []

  /// Whether the sentence stands among duties, of which a demand leaves what it does not speak of as they are.
  private let isOfDuties: Bool

  /// What the cues of a sentence make of it. Most sentences hold none that matters.
  init(_ marked: MarkedPosting, _ cues: PlacedCues, _ sentence: Sentence) {
    isOfDuties = marked.index.language.zones[sentence.zone].asks == .duty
    if sentence.kinds.contains(.years), Qualities.beginsWithYears(sentence.words, cues, marked) {
      demands.append(sentence.words)
    }
    if !sentence.kinds.isDisjoint(with: [.ours, .oursBehind]) {
      told = Ours.clauses(cues, in: sentence, marked)
    }
    guard !sentence.kinds.isDisjoint(with: .modality) else { return }
    let isNoneHere = sentence.kinds.contains(.noModality)
    let purpose = sentence.kinds.contains(.required) ? Purpose.start(in: sentence, cues, marked) : nil
    for cue in cues where cue.isOf(.modality) {
      let isNone =
        isNoneHere
        && cues.contains {
          $0.isOf(.noModality) && $0.words.overlaps(cue.words)
            // "Kafka would be helpful" wishes, and "be helpful to others" does not.
            && !($0.words.count < cue.words.count && cue.words.clamped(to: $0.words) == $0.words)
        }
      if isNone { continue }
      if cue.isOf(.trait), Self.demandsTraits(sentence, marked) { demands.append(cue.words) }
      add(cue, cues, sentence.words, before: purpose, marked)
    }
  }

  /// Whether a trait is asked for where a duty would be: in running text about the person, or in a list under no
  /// heading that says anything. An entry of a list of duties, "Be a team player", is a duty.
  private static func demandsTraits(_ sentence: Sentence, _ marked: MarkedPosting) -> Bool {
    if marked.posting.blocks[sentence.block].kind == .item {
      return sentence.zone == marked.index.language.intro
    }
    return sentence.kinds.contains(.person)
  }

  private mutating func add(
    _ cue: PlacedCue, _ cues: PlacedCues, _ sentence: Range<Int>, before purpose: Int?,
    _ marked: MarkedPosting
  ) {
    let words = cue.words
    switch cue.kind {
    case .qualification where words.lowerBound == sentence.lowerBound:
      demands.append(withoutWork(Clause.around(words, in: sentence, marked), behind: words, marked))
    case .qualification where Qualities.isOfPerson(words, in: sentence, cues, marked):
      let clause = words.lowerBound..<Clause.around(words, in: sentence, marked).upperBound
      demands.append(withoutWork(clause, behind: words, marked))
    case .required:
      let clause = withoutWork(Clause.speaking(words, in: sentence, marked), behind: words, marked)
      guard let purpose, clause.contains(purpose) else { return demands.append(clause) }
      demands.append(
        words.lowerBound < purpose ? clause.lowerBound..<purpose : words.lowerBound..<clause.upperBound)
    case .expert:
      if let demand = Experts.demand(before: words, in: sentence, cues, marked) { demands.append(demand) }
    case .preferredAtEnd where Self.endsClause(words, in: sentence, marked), .preferredBefore,
      .preferredBehind:
      addWish(cue, cues, sentence, marked)
    default: break
    }
  }

  /// A demand up to where the sentence goes on to tell the work: "has deep knowledge of Linux and will run our
  /// clusters".
  private func withoutWork(_ demand: Range<Int>, behind cue: Range<Int>, _ marked: MarkedPosting) -> Range<
    Int
  > {
    guard isOfDuties, cue.upperBound < demand.upperBound,
      let turn = marked.words(of: .turn, in: cue.upperBound..<demand.upperBound).first(where: {
        // "You have the drive to deliver software" demands what is delivered.
        marked.holdsSignal(in: demand.lowerBound..<$0.lowerBound)
      })
    else { return demand }
    return demand.lowerBound..<turn.lowerBound
  }

  /// Whether some words end a sentence, or what a comma or another mark ends.
  private static func endsClause(_ words: Range<Int>, in sentence: Range<Int>, _ marked: MarkedPosting)
    -> Bool
  {
    words.upperBound == sentence.upperBound || marked.words.gaps[words.upperBound] >= .comma
  }

  private mutating func addWish(
    _ cue: PlacedCue, _ cues: PlacedCues, _ sentence: Range<Int>, _ marked: MarkedPosting
  ) {
    let words = cue.words
    if let aside = Brackets.aside(around: words, in: sentence, marked) {
      wishes.append(WishReach.inBrackets(aside, in: sentence, cues, marked))
    } else if cue.isOf(.preferredBefore) || Self.isAtHead(words, of: sentence, marked)
      || Self.leads(words, in: sentence, marked)
    {
      wishFrom = min(wishFrom ?? words.lowerBound, words.lowerBound)
    } else if let ahead = WishReach.ahead(of: words, in: sentence, marked) {
      wishes.append(ahead)
    } else {
      let end = cues.last { $0.isOf(.required) && $0.words.upperBound <= words.lowerBound }?.words.upperBound
      let clause = Self.clauseStart(before: words.lowerBound, in: sentence, marked)
      let start = WishReach.lastEntry(before: words.lowerBound, from: clause, cues, marked)
      let wish = max(start, end ?? start)..<WishReach.end(of: words, in: sentence, marked)
      let isAlsoBefore = cues.contains { $0.isOf(.preferredBefore) && $0.words == words }
      if cue.isOf(.preferredAtEnd), !isAlsoBefore {
        lastWish = wish
      } else {
        wishes.append(wish)
      }
    }
  }

  /// Whether a wish stands before all that a sentence names.
  private static func isAtHead(_ wish: Range<Int>, of sentence: Range<Int>, _ marked: MarkedPosting) -> Bool {
    wish.lowerBound <= sentence.lowerBound + 1
      && !marked.holdsSignal(in: sentence.lowerBound..<wish.lowerBound)
  }

  /// Whether a colon behind a wish leads to what is wished for: "The following would be useful, but you don't
  /// need all of them: Kafka, Spark".
  private static func leads(_ wish: Range<Int>, in sentence: Range<Int>, _ marked: MarkedPosting) -> Bool {
    let colon = (wish.upperBound..<sentence.upperBound).prefix(9).first { marked.hasMark(":", before: $0) }
    return colon.map { !marked.holdsSignal(in: sentence.lowerBound..<$0) } ?? false
  }

  /// The importance of some words in a zone that asks for `base`.
  func importance(of words: Range<Int>, in base: Importance) -> Importance {
    if let wishFrom, words.lowerBound >= wishFrom { return .preferred }
    if wishes.contains(where: { $0.overlaps(words) }) { return .preferred }
    let isDemanded = demands.contains { $0.overlaps(words) }
    if let lastWish, lastWish.overlaps(words), base != .duty || isDemanded { return .preferred }
    if base != .duty, told.contains(where: { $0.overlaps(words) }) { return .duty }
    return base == .duty && isDemanded ? .required : base
  }

  /// Where the clause begins that ends before a word: behind the last dash or semicolon, or behind brackets and a comma.
  /// "Kafka (or a like log) is a plus" is one clause.
  private static func clauseStart(before word: Int, in sentence: Range<Int>, _ marked: MarkedPosting) -> Int {
    var start = word
    while start > sentence.lowerBound {
      if Clause.begins(at: start, marked) { break }
      if marked.words.gaps[start] == .hard, start < word, !Brackets.opens(at: start, marked),
        !Brackets.closes(before: start, marked), !goesOn(from: start, to: word, marked)
      {
        break
      }
      start -= 1
    }
    return start
  }

  /// Whether a list goes on behind a bracket and a comma up to its last entry, of which a wish is told as of those before:
  /// "Linux (RHEL), Kafka (or Pulsar) and Spark are a plus".
  private static func goesOn(from start: Int, to wish: Int, _ marked: MarkedPosting) -> Bool {
    guard marked.hasMark(")", before: start), marked.hasMark(",", before: start) else { return false }
    return marked.holds(.listEnd, in: start..<wish)
      && !marked.cues(in: start..<wish).contains { $0.isOf(.demand) && $0.word == start }
  }
}

/// Parts of a sentence between semicolons, and those in brackets: each speaks for itself.
enum Clause {
  /// The part of which some words tell something: the brackets that they stand in, or their clause.
  static func speaking(_ words: Range<Int>, in sentence: Range<Int>, _ marked: MarkedPosting) -> Range<Int> {
    Brackets.aside(around: words, in: sentence, marked) ?? around(words, in: sentence, marked)
  }

  /// The clause that holds some words.
  static func around(_ words: Range<Int>, in sentence: Range<Int>, _ marked: MarkedPosting) -> Range<Int> {
    var (start, end) = (words.lowerBound, words.upperBound)
    while start > sentence.lowerBound, !begins(at: start, marked) { start -= 1 }
    while end < sentence.upperBound, !begins(at: end, marked) { end += 1 }
    return start..<end
  }

  /// Whether a semicolon stands before a word.
  static func begins(at word: Int, _ marked: MarkedPosting) -> Bool {
    word > 0 && marked.words.gaps[word] == .hard && marked.hasMark(";", before: word)
  }
}

/// Brackets around words.
enum Brackets {
  /// The words of the brackets around a wish: "(preferably Python)" and "(AWS preferred)" wish for one
  /// product and leave the rest as it is. nil outside brackets, and for brackets that hold the wish
  /// alone at the end of a sentence: "AWS and NoSQL (desirable)".
  static func aside(around wish: Range<Int>, in sentence: Range<Int>, _ marked: MarkedPosting) -> Range<Int>?
  {
    let bytes = marked.posting.text.bytes
    let start = marked.words.range(sentence.lowerBound).lowerBound
    let place = marked.bytes(of: wish)
    guard let open = openBracket(in: start..<place.lowerBound, of: bytes) else { return nil }
    let close = bytes[place.upperBound...].firstIndex(of: UInt8(ascii: ")")) ?? bytes.count
    let isAlone = open + 1 == place.lowerBound && close == place.upperBound
    if isAlone, wish.upperBound == sentence.upperBound { return nil }
    var words = wish
    while words.lowerBound > sentence.lowerBound, marked.words.range(words.lowerBound - 1).lowerBound > open {
      words = words.lowerBound - 1..<words.upperBound
    }
    while words.upperBound < sentence.upperBound, marked.words.range(words.upperBound).upperBound <= close {
      words = words.lowerBound..<words.upperBound + 1
    }
    return words
  }

  /// The last bracket that opens in a stretch, where none closes behind it.
  private static func openBracket(in range: Range<Int>, of bytes: [UInt8]) -> Int? {
    let last = bytes[range].lastIndex { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
    return last.flatMap { bytes[$0] == UInt8(ascii: "(") ? $0 : nil }
  }

  /// Whether a closing bracket stands before a word, and no other mark.
  static func closes(before word: Int, _ marked: MarkedPosting) -> Bool {
    guard word > 0 else { return false }
    let gap = marked.words.range(word - 1).upperBound..<marked.words.range(word).lowerBound
    let marks = marked.posting.text.bytes[gap].filter { $0 > 0x20 && $0 != UInt8(ascii: ".") }
    return marks == [UInt8(ascii: ")")]
  }

  /// What stands in brackets in front of the question mark that ends a sentence: it is said to the reader, and asks
  /// for nothing. "Work from anywhere (Curious to see how?)".
  static func question(in sentence: Range<Int>, _ marked: MarkedPosting) -> Range<Int>? {
    let bytes = marked.posting.text.bytes
    let range = marked.bytes(of: sentence)
    guard range.upperBound < bytes.count, bytes[range.upperBound] == UInt8(ascii: "?"),
      let open = openBracket(in: range, of: bytes)
    else { return nil }
    return sentence.first { marked.words.range($0).lowerBound > open }.map { $0..<sentence.upperBound }
  }

  /// Whether an opening bracket stands right before a word.
  static func opens(at word: Int, _ marked: MarkedPosting) -> Bool {
    let start = marked.words.range(word).lowerBound
    return start > 0 && marked.posting.text.bytes[start - 1] == UInt8(ascii: "(")
  }
}

internal import Rubric

/// Finds lists of alternatives: "Go, Ruby or Python", "such as Docker and Kubernetes", "Java/Kotlin".
struct Alternatives {
  private let marked: MarkedPosting
  private let cues: PlacedCues
  /// The kinds of the sentence's cues: most sentences hold nothing that makes a choice.
  private let kinds: Cue.Kinds

  /// How many unknown words may stand between two commas of a list.
  private let longestUnknown = 3

  /// How many words may stand between two entries of a list: what lies farther apart is no choice, whatever "or" joins.
  private let widest = 12

  /// How many words of a bracket are looked at.
  private let longestBracket = 24

  init(_ marked: MarkedPosting, _ cues: PlacedCues, _ kinds: Cue.Kinds) {
    self.marked = marked
    self.cues = cues
    self.kinds = kinds
  }

  /// Gives the claims of one sentence, which are those from a number on, their groups. A duty has no alternatives: all
  /// of it is done.
  func group(_ claims: inout [Claim], from first: Int, next: inout Int) {
    guard mayOfferChoice(claims, from: first) else { return }
    var start = first
    var isGrouped = false
    while start < claims.count {
      if introduces(claims[start].words) {
        start += 1
        continue
      }
      var end = start + 1
      while end < claims.count, areListed(claims[end - 1].words, claims[end].words),
        !isParted(claims[end - 1], claims[end])
      {
        end += 1
      }
      end = endOfChoice(claims, start..<end)
      let isChoice = offersChoice(claims, start..<end)
      while start < end {
        let choice = start..<(isChoice ? end : endOfSlashes(claims, start..<end))
        if choice.count > 1, isOfSeveral(claims, choice) {
          for index in choice { claims[index].group = next }
          next += 1
          isGrouped = true
        }
        start = choice.upperBound
      }
    }
    if isGrouped { groupAgain(&claims, from: first) }
  }

  /// Whether words are a part of what leads to a choice: "languages" of "one of the following languages: Go, Rust".
  private func introduces(_ words: Range<Int>) -> Bool {
    kinds.contains(.introducer) && cues.contains { $0.isOf(.introducer) && $0.words.overlaps(words) }
  }

  /// Whether several claims stand there, and anything of which choices are made.
  private func mayOfferChoice(_ claims: [Claim], from first: Int) -> Bool {
    guard claims.count - first > 1 else { return false }
    return !kinds.isDisjoint(with: .choice)
      || (first + 1..<claims.count).contains { marked.words.gaps[claims[$0].words.lowerBound] == .slash }
  }

  /// "Very good Go, or Rust and the wish to learn Go" speaks of one choice, and so do "container technologies (Docker or
  /// Kubernetes)", which say what they are examples of.
  private func groupAgain(_ claims: inout [Claim], from first: Int) {
    for index in first..<claims.count where claims[index].group == nil {
      let (name, competency) = (marked.index.technology(of: claims[index]), claims[index].competency)
      claims[index].group =
        claims[first...].first { other in
          guard other.group != nil else { return false }
          if let name { return marked.index.technology(of: other) == name }
          return other.competency == competency && heads(claims[index].words, other.words)
        }?.group
    }
  }

  /// Whether a bracket behind some words begins with what they are examples of: "container technologies (Docker".
  private func heads(_ words: Range<Int>, _ example: Range<Int>) -> Bool {
    guard words.upperBound <= example.lowerBound, example.lowerBound - words.upperBound <= 4 else {
      return false
    }
    return (words.upperBound...example.lowerBound).contains { marked.hasMark("(", before: $0) }
  }

  /// Where the stretch of a run ends that slashes join: "Kafka/Pulsar" of "Linux, Kafka/Pulsar and Docker".
  private func endOfSlashes(_ claims: [Claim], _ run: Range<Int>) -> Int {
    let end = run.dropFirst().first { !isJoinedBySlash(claims[$0 - 1], claims[$0]) } ?? run.upperBound
    return isDemandedWhole(claims, run.lowerBound..<end) ? run.lowerBound + 1 : end
  }

  /// Whether slashes with spaces around them set apart what is demanded behind them: "Docker / Kubernetes / Helm
  /// experience required" asks for all of it.
  private func isDemandedWhole(_ claims: [Claim], _ run: Range<Int>) -> Bool {
    guard kinds.contains(.required), run.count > 1 else { return false }
    let isSpaced = run.dropFirst().allSatisfy { index in
      let word = claims[index].words.lowerBound
      return marked.hasMark("/", before: word) && marked.hasMark(" ", before: word)
    }
    let end = claims[run.upperBound - 1].words.upperBound
    return isSpaced && cues.contains { $0.isOf(.required) && (0...farthestEnd).contains($0.word - end) }
  }

  /// Whether a run states several competencies, none of them as a duty.
  private func isOfSeveral(_ claims: [Claim], _ run: Range<Int>) -> Bool {
    run.contains { claims[$0].competency != claims[run.lowerBound].competency }
      && run.allSatisfy { claims[$0].importance != .duty }
  }

  /// Where the choice ends with which a run begins: "Go or Rust, Linux and Docker" offers two.
  private func endOfChoice(_ claims: [Claim], _ run: Range<Int>) -> Int {
    let (first, last) = (claims[run.lowerBound].words, claims[run.upperBound - 1].words)
    guard kinds.contains(.joiner), !isIntroduced(first),
      let joiner = cues.last(where: {
        $0.isOf(.joiner) && $0.word >= first.lowerBound && $0.words.upperBound <= last.lowerBound
      })?.words,
      let behind = run.first(where: { claims[$0].words.lowerBound >= joiner.upperBound })
    else { return run.upperBound }
    return run.first { claims[$0].words.lowerBound >= claims[behind].words.upperBound } ?? run.upperBound
  }

  /// Whether nothing but list glue and single unknown entries stands between two claims.
  /// "Automation skills, e.g. Python" begins a list of its own behind the words that introduce it.
  private func areListed(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    if first.overlaps(second) { return true }
    // "Such as Kubernetes at scale" names one.
    if first.upperBound == second.lowerBound, marked.reads(second.lowerBound, "at") { return false }
    let between = first.upperBound..<second.lowerBound
    if between.count > widest { return false }
    if kinds.contains(.introducer),
      cues.contains(where: { $0.isOf(.introducer) && between.contains($0.word) })
    {
      return false
    }
    if !kinds.isDisjoint(with: [.joiner, .kind, .openEnd]), opensChoice(between) { return false }
    if !kinds.isDisjoint(with: [.introducer, .openEnd]), closesChoice(behind: first, between) {
      return false
    }
    var unknown = 0
    var glue = Reach(cues, marked)
    for word in between {
      if isBoundary(marked.words.gaps[word]) { unknown = 0 }
      if glue.covers(word) { unknown = 0 } else { unknown += 1 }
      if unknown > longestUnknown || marked.words.gaps[word] == .sentence { return false }
    }
    // The entry just before the second claim must be set off from it; "or very good Scala" is one.
    return unknown == 0 || isBoundary(marked.words.gaps[second.lowerBound])
      || (unknown <= 2 && isJoiner(second.lowerBound - unknown - 1))
  }

  /// Whether a semicolon stands between two claims, and not between two products alone: "Oracle or MySQL; disaster
  /// recovery" are two entries, and "one of: Go; Rust" goes on.
  private func isParted(_ first: Claim, _ second: Claim) -> Bool {
    let (end, start) = (first.words.upperBound, second.words.lowerBound)
    guard end <= start, (end...start).contains(where: { Clause.begins(at: $0, marked) }) else { return false }
    return end < start || !marked.index.namesTechnology(first) || !marked.index.namesTechnology(second)
  }

  /// Whether a bracket opens in front of a claim, and offers a choice of its own: "data pipelines (batch or streaming)".
  /// One that goes on with the choice is none: "Go (or Rust)", "Kubernetes (EKS) or Nomad".
  private func opensChoice(_ between: Range<Int>) -> Bool {
    guard
      let start = (between.lowerBound...between.upperBound).last(where: { marked.hasMark("(", before: $0) }),
      !isJoiner(start)
    else { return false }
    let last = min(start + longestBracket, marked.words.count - 1)
    let close = (start...last).dropFirst().first { marked.hasMark(")", before: $0) } ?? last + 1
    guard close > between.upperBound, !isJoiner(close) else { return false }
    return cues.contains {
      $0.isOf(.kind)
        ? $0.words.upperBound == start
        : ($0.isOf(.joiner) || $0.isOf(.openEnd) && isAnd(close)) && (start..<close).contains($0.word)
    }
  }

  /// Whether a bracket ends behind a claim that begins with words such as "e.g.", or is left open with "etc." and followed
  /// by "and": what follows it is no part of the choice.
  private func closesChoice(behind first: Range<Int>, _ between: Range<Int>) -> Bool {
    let close = (between.lowerBound...between.upperBound).first { marked.hasMark(")", before: $0) }
    let start = max(0, first.lowerBound - longestBracket)
    guard let close, let open = (start...first.lowerBound).last(where: { marked.hasMark("(", before: $0) })
    else { return false }
    let isEnd = between.contains(close) && isAnd(close)
    return cues.contains {
      $0.isOf(.introducer) && $0.word == open
        || $0.isOf(.openEnd) && isEnd && (open..<close).contains($0.word)
    }
  }

  /// Whether a word joins entries all of which are asked for, as "and" does.
  private func isAnd(_ word: Int) -> Bool {
    word < marked.words.count && marked.holds(.glue, in: word..<word + 1) && !isJoiner(word)
  }

  private func isJoiner(_ word: Int) -> Bool {
    cues.contains { $0.isOf(.joiner) && $0.words.contains(word) }
  }

  /// Whether a run of claims is a choice: "or" stands in it, slashes join it, it is introduced by
  /// "such as" and the like, or "or similar" follows. Slashes make choices of what they join alone.
  private func offersChoice(_ claims: [Claim], _ run: Range<Int>) -> Bool {
    let (first, last) = (claims[run.lowerBound].words, claims[run.upperBound - 1].words)
    let inside = first.lowerBound..<last.upperBound
    if kinds.contains(.joiner),
      cues.contains(where: { $0.isOf(.joiner) && inside.contains($0.word) && !isNamed($0, claims[run]) })
    {
      return true
    }
    if isIntroduced(first) { return true }
    if kinds.contains(.follower), cues.contains(where: { $0.isOf(.follower) && isJustBehind($0.words, last) })
    {
      return true
    }
    guard kinds.contains(.kind) else { return false }
    return cues.contains { cue in
      cue.isOf(.kind)
        && (opensBracket(behind: cue.words, before: first)
          || isLeftOpen(cue.words, first, last, of: run.count))
    }
  }

  /// "Scripting in Ruby, Python, Go, etc": a list of several that is left open behind what they are examples of.
  private func isLeftOpen(_ kind: Range<Int>, _ first: Range<Int>, _ last: Range<Int>, of count: Int) -> Bool
  {
    guard kinds.contains(.openEnd), count > 2 else { return false }
    let farthest = marked.hasMark("(", before: first.lowerBound) ? farthestBracket : farthestKind
    return (0...farthest).contains(first.lowerBound - kind.upperBound)
      && cues.contains { $0.isOf(.openEnd) && (0...farthestEnd).contains($0.word - last.upperBound) }
  }

  /// How many words stand at the most between what a list has examples of and the list.
  private let farthestKind = 3

  /// Likewise where the list stands in brackets: "scripting languages used in operations (Python, Go, Bash, etc.)".
  private let farthestBracket = 8

  /// How many words stand at the most between a list and what leaves it open.
  private let farthestEnd = 4

  /// Whether a joiner stands in the words of a claim, and joins no others: "write programs or scripts".
  private func isNamed(_ joiner: PlacedCue, _ claims: ArraySlice<Claim>) -> Bool {
    claims.contains { $0.words.contains(joiner.word) }
  }

  private func isJoinedBySlash(_ first: Claim, _ second: Claim) -> Bool {
    marked.words.gaps[second.words.lowerBound] == .slash
      && first.words.upperBound == second.words.lowerBound
      && marked.index.namesTechnology(first) && marked.index.namesTechnology(second)
  }

  /// Whether words such as "at least one of these languages:" stand at most four words before a list.
  private func isIntroduced(_ first: Range<Int>) -> Bool {
    kinds.contains(.introducer)
      && cues.contains {
        $0.isOf(.introducer) && $0.words.upperBound <= first.lowerBound
          && (first.lowerBound - $0.words.upperBound <= 4 || leads($0.words, to: first))
      }
  }

  /// Whether a colon before a list leads to it from words that name nothing: "Some of the following would help, but you
  /// do not need all of them: Kafka, Spark".
  private func leads(_ introducer: Range<Int>, to first: Range<Int>) -> Bool {
    marked.hasMark(":", before: first.lowerBound)
      && !marked.holdsSignal(in: introducer.upperBound..<first.lowerBound)
  }

  /// "Scripting languages (Perl, Ruby, Python)": what stands in the bracket are examples of the kind.
  private func opensBracket(behind kind: Range<Int>, before first: Range<Int>) -> Bool {
    guard kind.upperBound <= first.lowerBound, first.lowerBound - kind.upperBound <= 2 else { return false }
    return (kind.upperBound...first.lowerBound).contains { marked.hasMark("(", before: $0) }
  }

  private func isJustBehind(_ cue: Range<Int>, _ last: Range<Int>) -> Bool {
    cue.lowerBound >= last.upperBound && cue.lowerBound - last.upperBound <= 1
  }

  private func isBoundary(_ gap: Words.Gap) -> Bool { gap == .comma || gap == .slash || gap == .hard }
}

/// How far the joiners and the glue of a sentence reach, asked word by word in order: each is looked at once.
private struct Reach {
  private let cues: PlacedCues
  private let marked: MarkedPosting
  private var next: Int
  private var end = 0

  init(_ cues: PlacedCues, _ marked: MarkedPosting) {
    (self.cues, self.marked, next) = (cues, marked, cues.startIndex)
  }

  /// Whether one of them covers a word, which does not stand before the one asked for last.
  mutating func covers(_ word: Int) -> Bool {
    while next < cues.endIndex, cues[next].word <= word {
      if cues[next].isOf(.joiner) { end = max(end, cues[next].words.upperBound) }
      next += 1
    }
    return word < end || marked.holds(.glue, in: word..<word + 1)
  }
}

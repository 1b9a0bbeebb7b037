internal import Rubric

/// Finds lists of alternatives: "Go, Ruby or Python", "such as Docker and Kubernetes", "Java/Kotlin".
struct Alternatives {
  private let marked: MarkedPosting
  private let cues: PlacedCues

  /// How many unknown words may stand between two commas of a list.
  private let longestUnknown = 3

  init(_ marked: MarkedPosting, _ cues: PlacedCues) {
    self.marked = marked
    self.cues = cues
  }

  /// Gives the claims of one sentence their groups. A duty has no alternatives: all of it is done.
  func group(_ claims: inout [Claim], next: inout Int) {
    guard claims.count > 1 else { return }
    var start = 0
    while start < claims.count {
      var end = start + 1
      while end < claims.count, areListed(claims[end - 1].words, claims[end].words) { end += 1 }
      end = endOfChoice(claims[start..<end])
      let run = start..<end
      let isOfSeveral = claims[run].contains { $0.competency != claims[start].competency }
      if isOfSeveral, claims[run].allSatisfy({ $0.importance != .duty }),
        offersChoice(claims[run].first?.words, claims[run].last?.words, claims[run])
      {
        for index in run { claims[index].group = next }
        next += 1
      }
      start = end
    }
    guard claims.contains(where: { $0.group != nil }) else { return }
    // "Very good Go, or Rust and the wish to learn Go" speaks of one choice.
    for index in claims.indices where claims[index].group == nil && claims[index].technology != nil {
      claims[index].group =
        claims.first { $0.technology == claims[index].technology && $0.group != nil }?.group
    }
  }

  /// Where the choice ends with which a run begins: "Go or Rust, Linux and Docker" offers two.
  private func endOfChoice(_ run: ArraySlice<Claim>) -> Int {
    guard let first = run.first?.words, let last = run.last?.words,
      !cues.contains(where: { $0.cue == .introducer && isJustBefore($0.words, first) }),
      let joiner = cues.last(where: {
        $0.cue == .joiner && $0.words.lowerBound >= first.lowerBound && $0.words.upperBound <= last.lowerBound
      })?.words,
      let behind = run.first(where: { $0.words.lowerBound >= joiner.upperBound })?.words
    else { return run.endIndex }
    return run.firstIndex { $0.words.lowerBound >= behind.upperBound } ?? run.endIndex
  }

  /// Whether nothing but list glue and single unknown entries stands between two claims.
  /// "Automation skills, e.g. Python" begins a list of its own behind the words that introduce it.
  private func areListed(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    if first.overlaps(second) { return true }
    let between = first.upperBound..<second.lowerBound
    if cues.contains(where: { $0.cue == .introducer && between.contains($0.words.lowerBound) }) {
      return false
    }
    var unknown = 0
    for word in first.upperBound..<second.lowerBound {
      if isBoundary(marked.words.gaps[word]) { unknown = 0 }
      if isGlue(word) { unknown = 0 } else { unknown += 1 }
      if unknown > longestUnknown || marked.words.gaps[word] == .sentence { return false }
    }
    // The entry just before the second claim must be set off from it; "or very good Scala" is one.
    return unknown == 0 || isBoundary(marked.words.gaps[second.lowerBound])
      || (unknown <= 2 && isJoiner(second.lowerBound - unknown - 1))
  }

  private func isJoiner(_ word: Int) -> Bool {
    cues.contains { $0.cue == .joiner && $0.words.contains(word) }
  }

  /// Whether a run of claims is a choice: "or" stands in it, slashes join it, it is introduced by
  /// "such as" and the like, or "or similar" follows.
  private func offersChoice(_ first: Range<Int>?, _ last: Range<Int>?, _ run: ArraySlice<Claim>) -> Bool {
    guard let first, let last else { return false }
    let inside = first.lowerBound..<last.upperBound
    if cues.contains(where: { $0.cue == .joiner && inside.contains($0.words.lowerBound) }) { return true }
    if cues.contains(where: { $0.cue == .introducer && isJustBefore($0.words, first) }) { return true }
    if cues.contains(where: { $0.cue == .follower && isJustBehind($0.words, last) }) { return true }
    if cues.contains(where: { $0.cue == .kind && opensBracket(behind: $0.words, before: first) }) {
      return true
    }
    return zip(run, run.dropFirst()).contains { a, b in
      a.technology != nil && b.technology != nil && marked.words.gaps[b.words.lowerBound] == .slash
        && a.words.upperBound == b.words.lowerBound
    }
  }

  /// At most four words before a list, as in "at least one of these languages:".
  private func isJustBefore(_ cue: Range<Int>, _ first: Range<Int>) -> Bool {
    cue.upperBound <= first.lowerBound && first.lowerBound - cue.upperBound <= 4
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

  private func isGlue(_ word: Int) -> Bool {
    cues.contains { ($0.cue == .glue || $0.cue == .joiner) && $0.words.contains(word) }
  }
}

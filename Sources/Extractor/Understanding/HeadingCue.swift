internal import Rubric

/// What a heading says of its zone.
struct HeadingCue {
  let zone: Int
  /// Whether it is made of its phrases and of what joins them.
  let isWhole: Bool
  /// Whether a name follows its phrase, and nothing else: "About Acme Systems".
  let leavesName: Bool

  /// The zone whose phrase covers most of a heading, or one whose marks stand in it; nil where none does.
  static func of(_ words: Range<Int>, _ marked: MarkedPosting) -> HeadingCue? {
    if let zone = marked.zone(ofWhole: words) {
      return HeadingCue(zone: zone, isWhole: true, leavesName: false)
    }
    if let plain = withoutRemark(words, marked), let cue = of(plain, marked), cue.isWhole { return cue }
    if isTitle(words, marked) { return nil }
    let hits = marked.headings(in: words)
    guard let best = longest(of: hits, words, marked), covers(best, words) else {
      return HeadingMarks.zone(of: words, marked).map {
        HeadingCue(zone: $0.zone, isWhole: $0.opensWithin, leavesName: false)
      }
    }
    let zone = wished(best, words, marked) ?? demanded(best, words, marked) ?? Int(best.meaning.index)
    let name = best.words.upperBound..<words.upperBound
    return HeadingCue(
      zone: demands(before: best, hits, marked) ?? zone,
      isWhole: covers(hits, words, marked) || isMarked(words, as: zone, marked),
      leavesName: best.word == words.lowerBound && !name.isEmpty
        && name.allSatisfy { marked.isCapitalised($0) })
  }

  /// Whether words are the title of somebody: "Quality Engineer", which speaks of no qualities.
  private static func isTitle(_ words: Range<Int>, _ marked: MarkedPosting) -> Bool {
    (2...4).contains(words.count) && marked.holds(.title, in: words.upperBound - 1..<words.upperBound)
      && !marked.headings(in: words).contains { $0.count > 1 }
      && words.allSatisfy { marked.isCapitalised($0) }
  }

  /// "The hiring process" of "The hiring process (all calls are by video)": what stands in brackets and says nothing of parts
  /// or wishes is a remark.
  private static func withoutRemark(_ words: Range<Int>, _ marked: MarkedPosting) -> Range<Int>? {
    guard words.count > leastWithRemark,
      let open = words.dropFirst().first(where: { marked.hasMark("(", before: $0) }),
      words.upperBound - open >= leastOfRemark
    else { return nil }
    let remark = open..<words.upperBound
    let zones = marked.index.language.zones
    let asksNothing =
      marked.headings(in: remark).allSatisfy { zones[Int($0.meaning.index)].asks == nil }
      && marked.markedZones(in: remark).allSatisfy { zones[$0].asks == nil }
    // "Unless something else is required" is said of the part itself.
    let isPlain = asksNothing && !marked.holds([.preferredBefore, .preferredBehind], in: remark)
    return isPlain ? words.lowerBound..<open : nil
  }

  /// A remark has so many words, and the heading with it so many.
  private static let leastOfRemark = 3
  private static let leastWithRemark = 4

  /// The longest phrase of a heading. Of several such, the last is what it is about, where nothing joins them: "Position
  /// requirements", but "Skills and responsibilities".
  private static func longest(
    of hits: ArraySlice<Lexicon.Hit>, _ words: Range<Int>, _ marked: MarkedPosting
  ) -> Lexicon.Hit? {
    guard let first = hits.max(by: { $0.count < $1.count }) else { return nil }
    let last = hits.last { $0.count == first.count && $0.word >= first.words.upperBound }
    guard let last, last.words.upperBound == words.upperBound,
      (first.word + 1...last.word).allSatisfy({ marked.words.gaps[$0] == .soft }),
      !marked.holds(.glue, in: first.words.upperBound..<last.word)
    else { return first }
    return last
  }

  /// The zone of wishes, where what stands beside a phrase of demands wishes: "You'll have an edge if you have".
  private static func wished(_ best: Lexicon.Hit, _ words: Range<Int>, _ marked: MarkedPosting) -> Int? {
    guard marked.index.language.zones[Int(best.meaning.index)].asks == .required,
      !marked.holds(.required, in: words)
    else { return nil }
    let isWished = marked.holds(
      [.preferredBefore, .preferredBehind], in: words, besides: [.noModality, .waived, .waivedBehind])
    return isWished ? marked.index.language.wishes : nil
  }

  /// The zone of demands, where a heading of what is worked with demands it: "Required tools and technologies".
  private static func demanded(_ best: Lexicon.Hit, _ words: Range<Int>, _ marked: MarkedPosting) -> Int? {
    guard Int(best.meaning.index) == marked.index.language.stack, marked.holds(.required, in: words) else {
      return nil
    }
    return marked.index.language.demands
  }

  private static func covers(_ hit: Lexicon.Hit, _ words: Range<Int>) -> Bool {
    let isAtEdge = hit.word == words.lowerBound || hit.words.upperBound == words.upperBound
    return hit.count * 2 >= words.count || (isAtEdge && words.count <= (hit.count > 1 ? 4 : 3))
  }

  /// "Requirements & preferred skills" heads one list of demands and wishes: it is read as demands.
  /// "Bonus skills and experience" heads wishes.
  private static func demands(
    before best: Lexicon.Hit, _ hits: ArraySlice<Lexicon.Hit>, _ marked: MarkedPosting
  )
    -> Int?
  {
    let zones = marked.index.language.zones
    if zones[Int(best.meaning.index)].asks == .required, let first = hits.first, first.word < best.word {
      return hits.lazy.filter { $0.word == first.word }.map { Int($0.meaning.index) }
        .first { zones[$0].asks == .preferred }
    }
    guard zones[Int(best.meaning.index)].asks == .preferred, !marked.hasMark("(", before: best.word) else {
      return nil
    }
    let other = hits.first { hit in
      zones[Int(hit.meaning.index)].asks == .required && hit.words.upperBound <= best.words.lowerBound
        && !hits.contains { $0.count > hit.count && $0.words.overlaps(hit.words) }
    }
    return other.map { Int($0.meaning.index) }
  }

  /// Whether the marks in a heading tell the same as its phrase, and it names no competency: "Not required, but useful".
  private static func isMarked(_ words: Range<Int>, as zone: Int, _ marked: MarkedPosting) -> Bool {
    HeadingMarks.zone(of: words, marked).map { $0.zone == zone && $0.opensWithin } ?? false
  }

  /// Whether a heading is made of its phrases and of what joins them.
  private static func covers(_ hits: ArraySlice<Lexicon.Hit>, _ words: Range<Int>, _ marked: MarkedPosting)
    -> Bool
  {
    let others = words.filter { word in !hits.contains { $0.words.contains(word) } }
    guard !others.isEmpty else { return true }
    let joiners = marked.words(of: .glue, in: words)
    return others.allSatisfy { word in joiners.contains { $0.contains(word) } }
  }
}

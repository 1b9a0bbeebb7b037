internal import Rubric

/// Which part of the posting each block belongs to.
struct Zones {
  /// The index of each block's zone in the posting language.
  let ofBlock: [Int]

  /// Whether each block was taken for a heading, marked as one or not.
  let isHeading: [Bool]

  init(_ marked: MarkedPosting) {
    let names = marked.index.language.zones.map(\.name)
    let intro = names.firstIndex(of: "intro") ?? 0
    var state = State(zone: intro, level: 0, intro: intro)
    var zones: [Int] = []
    var headings: [Bool] = []
    for (number, block) in marked.posting.blocks.enumerated() {
      let level = Self.headingLevel(block, marked.blockWords[number], marked)
      if let level { state.enter(marked.blockWords[number], level: level, marked) }
      zones.append(Self.labelled(number, marked) ?? state.zone)
      if level == nil, Self.opensList(number, marked) { state.open(marked.blockWords[number], marked) }
      headings.append(level != nil)
    }
    ofBlock = zones
    isHeading = headings
  }

  /// The level of a heading; 5 for a short paragraph that is wholly a heading's phrase.
  private static func headingLevel(_ block: Block, _ words: Range<Int>, _ marked: MarkedPosting) -> Int? {
    if case .heading(let level) = block.kind { return level }
    guard block.kind == .paragraph, (1...7).contains(words.count) else { return nil }
    let hit = marked.headings(in: words).max { $0.count < $1.count }
    return hit?.count == words.count ? 5 : nil
  }

  /// The zone of a paragraph that begins with its own heading: "Requirements: Linux, and ...".
  static func labelled(_ number: Int, _ marked: MarkedPosting) -> Int? {
    let words = marked.blockWords[number]
    guard marked.posting.blocks[number].kind == .paragraph,
      let hit = marked.headings(in: words.prefix(8)).first(where: { $0.word == words.lowerBound }),
      hit.words.upperBound < words.upperBound
    else { return nil }
    let isLabel = marked.posting.text.bytes[marked.words.range(hit.words).upperBound] == UInt8(ascii: ":")
    return isLabel ? Int(hit.meaning.index) : nil
  }

  /// Whether a paragraph ends in a colon before a list.
  private static func opensList(_ number: Int, _ marked: MarkedPosting) -> Bool {
    let blocks = marked.posting.blocks
    return blocks[number].kind == .paragraph && number + 1 < blocks.count && blocks[number + 1].kind == .item
      && marked.posting.text.bytes[blocks[number].range].last == UInt8(ascii: ":")
  }

  private struct State {
    var zone: Int
    var level: Int
    let intro: Int

    mutating func enter(_ words: Range<Int>, level newLevel: Int, _ marked: MarkedPosting) {
      let zones = marked.index.language.zones
      guard let cue = Self.cue(of: words, marked) else {
        // An unknown heading below the zone's own divides it; beside or above it, it ends a zone that
        // asks for nothing and goes on with a list of demands.
        let isAbove = newLevel < level
        if isAbove || (newLevel == level && zones[zone].asks == nil) || zones[zone].needsPerson {
          (zone, level) = (intro, newLevel)
        }
        return
      }
      let isNested = newLevel > level && zone != intro
      let softens =
        zones[zone].asks == .preferred && zones[cue.zone].asks == .required
        && !marked.holds(.required, in: words)
      if isNested, !cue.isWhole || softens { return }
      zone = cue.zone
      if !isNested { level = newLevel }
    }

    /// Takes the zone of the list that a paragraph leads to: "should have these qualifications:".
    mutating func open(_ words: Range<Int>, _ marked: MarkedPosting) {
      let zones = marked.index.language.zones
      let cue = marked.headings(in: words).last { zones[Int($0.meaning.index)].asks != nil }
      if let cue, words.upperBound - cue.words.upperBound <= 6 { zone = Int(cue.meaning.index) }
    }

    /// The zone whose phrase covers most of a heading; nil where none covers enough.
    private static func cue(of words: Range<Int>, _ marked: MarkedPosting) -> (zone: Int, isWhole: Bool)? {
      let hits = marked.headings(in: words)
      guard let best = hits.max(by: { $0.count < $1.count }) else { return nil }
      let isAtEdge = best.word == words.lowerBound || best.words.upperBound == words.upperBound
      guard best.count * 2 >= words.count || (isAtEdge && words.count <= 4) else { return nil }
      let zone = Int(best.meaning.index)
      return (demands(beside: best, hits, marked) ?? zone, best.count == words.count)
    }

    /// "Requirements & preferred skills" heads one list of demands and wishes: it is read as demands.
    private static func demands(beside best: Lexicon.Hit, _ hits: [Lexicon.Hit], _ marked: MarkedPosting)
      -> Int?
    {
      let zones = marked.index.language.zones
      guard zones[Int(best.meaning.index)].asks == .preferred else { return nil }
      let other = hits.first {
        zones[Int($0.meaning.index)].asks == .required && !$0.words.overlaps(best.words)
      }
      return other.map { Int($0.meaning.index) }
    }
  }
}

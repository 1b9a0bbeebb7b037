internal import Rubric

/// Lists of qualifications under headings that do not say what they list.
enum QualificationLists {
  /// The zones of all blocks, with lists most entries of which ask for something made demands, where no heading says
  /// what they are: those under a heading of the role, or under none that is known.
  static func found(in ofBlock: [Int], _ isHeading: [Bool], _ marked: MarkedPosting) -> [Int] {
    guard let demands = marked.index.language.demands else { return ofBlock }
    var found = ofBlock
    var start = 0
    while start < ofBlock.count {
      guard EntryLists.isEntry(start, isHeading, marked), isOpen(ofBlock[start], marked) else {
        start += 1
        continue
      }
      let list = EntryLists.list(around: start, ofBlock, isHeading, marked)
      if isAsked(list, marked) { for block in list { found[block] = demands } }
      start = list.upperBound
    }
    return found
  }

  /// Whether a zone leaves open what its lists are.
  private static func isOpen(_ zone: Int, _ marked: MarkedPosting) -> Bool {
    let language = marked.index.language
    return zone == language.intro || zone == language.role || zone == language.team
  }

  /// Whether more than half of some entries, and two at least, ask for something.
  private static func isAsked(_ entries: Range<Int>, _ marked: MarkedPosting) -> Bool {
    let asking = entries.count { asks(marked.blockWords[$0], marked) }
    return asking >= 2 && asking * 2 > entries.count
  }

  private static func asks(_ words: Range<Int>, _ marked: MarkedPosting) -> Bool {
    let cues = marked.cues(in: words)
    return cues.contains { cue in
      let asks = cue.isOf(.required) || cue.isOf([.qualification, .trait]) && cue.word == words.lowerBound
      return asks && !cues.contains { $0.isOf(.noModality) && $0.words.overlaps(cue.words) }
    }
  }
}

internal import Rubric

/// Lists under headings that do not say what stands there, told by their entries: "Life with us" over what the employer
/// gives, "From hello to yes" over the steps of hiring.
enum ToldLists {
  /// The zones of all blocks, with lists most entries of which name perks made benefits, and lists of nothing but steps
  /// made the process.
  static func found(in ofBlock: [Int], _ isHeading: [Bool], _ marked: MarkedPosting) -> [Int] {
    steps(in: perks(in: ofBlock, isHeading, marked), isHeading, marked)
  }

  private static func perks(in ofBlock: [Int], _ isHeading: [Bool], _ marked: MarkedPosting) -> [Int] {
    let language = marked.index.language
    guard let benefits = language.benefits else { return ofBlock }
    let named = marked.blocks(withRare: .perk).filter { EntryLists.isEntry($0, isHeading, marked) }
    guard named.count > 1 else { return ofBlock }
    var found = ofBlock
    var done = 0
    for entry in named where entry >= done && language.zones[ofBlock[entry]].asks != nil {
      let list = EntryLists.list(around: entry, ofBlock, isHeading, marked)
      done = list.upperBound
      let count = named.count { list.contains($0) }
      if count > 1, count * 2 > list.count { for block in list { found[block] = benefits } }
    }
    return found
  }

  /// A step has so many words at the most.
  private static let longestStep = 16

  private static func steps(in ofBlock: [Int], _ isHeading: [Bool], _ marked: MarkedPosting) -> [Int] {
    guard let process = marked.index.language.process, !ofBlock.contains(process) else { return ofBlock }
    var found = ofBlock
    var done = 0
    for entry in ofBlock.indices where entry >= done && EntryLists.isEntry(entry, isHeading, marked) {
      guard isStep(entry, marked) else { continue }
      let list = EntryLists.list(around: entry, ofBlock, isHeading, marked)
      done = list.upperBound
      let steps = list.filter { isStep($0, marked) }
      let isTold = steps.count > 1 && steps.count(where: { namesStage($0, marked) }) * 2 >= steps.count
      if isTold, list.allSatisfy({ steps.contains($0) || isEnd($0, marked) }) {
        for block in list { found[block] = process }
      }
    }
    return found
  }

  /// Whether an entry begins with a stage of interviewing, and demands nothing: "Technical interview with two engineers".
  private static func isStep(_ block: Int, _ marked: MarkedPosting) -> Bool {
    let words = marked.blockWords[block]
    guard words.count <= longestStep, marked.holds(.stage, in: words.prefix(longestStepName)) else {
      return false
    }
    return marked.kinds(in: words).isDisjoint(with: Cue.Kinds.modality.union(.years))
  }

  /// Whether an entry names a stage and no work: "Test our services" may be either.
  private static func namesStage(_ block: Int, _ marked: MarkedPosting) -> Bool {
    let words = marked.blockWords[block]
    return !marked.cues(in: words).contains { $0.isOf(.dutyVerb) && $0.word == words.lowerBound }
  }

  /// How many words a stage is named with.
  private static let longestStepName = 5

  private static func isEnd(_ block: Int, _ marked: MarkedPosting) -> Bool {
    let words = marked.blockWords[block]
    return words.count <= longestStep && marked.holds(.notAStage, in: words)
  }
}

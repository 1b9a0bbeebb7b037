internal import Rubric

/// The levels that what leads to a list asks for in its entries: "Some experience with the following:".
struct LedLevels {
  /// For each block that is an entry of such a list, the cue that asks for a level.
  private var led: [Int: (words: Range<Int>, level: ProficiencyLevel)] = [:]

  init(_ marked: MarkedPosting) {
    let blocks = marked.posting.blocks
    var lead: (cue: (words: Range<Int>, level: ProficiencyLevel)?, indent: Int)?
    for (number, block) in blocks.enumerated() {
      if marked.endsInColon(number) {
        lead = (Self.cue(in: marked.blockWords[number], marked), Self.indent(ledToBy: number, blocks))
      } else if block.kind != .item || lead.map({ block.indent < $0.indent }) ?? true {
        lead = nil
      } else if let cue = lead?.cue {
        led[number] = cue
      }
    }
  }

  /// The cue of a level in what leads to the entry of a sentence; nil where nothing does, and where the employer tells of
  /// its team.
  func cue(leadingTo sentence: Sentence, _ marked: MarkedPosting) -> (
    words: Range<Int>, level: ProficiencyLevel
  )? {
    sentence.zone == marked.index.language.team ? nil : led[sentence.block]
  }

  /// How deep the entries stand to which a block leads: those right behind it.
  private static func indent(ledToBy number: Int, _ blocks: [Block]) -> Int {
    number + 1 < blocks.count && blocks[number + 1].kind == .item ? blocks[number + 1].indent : .max
  }

  /// The last phrase of a level in some words, without those that say nothing of one.
  private static func cue(
    in words: Range<Int>, _ marked: MarkedPosting
  ) -> (words: Range<Int>, level: ProficiencyLevel)? {
    let cues = marked.cues(in: words)
    let none = cues.filter { $0.isOf(.noModality) }.map(\.words)
    return cues.reversed().lazy.compactMap { cue in
      guard case .proficiency(let level) = marked.index.cue(cue),
        !none.contains(where: { $0.overlaps(cue.words) })
      else { return nil }
      return (cue.words, level)
    }.first
  }
}

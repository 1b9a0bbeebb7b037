internal import Rubric

/// The levels that what leads to a list asks for in its entries: "Some experience with the following:". What the employer
/// tells of its team asks nobody for a level.
struct LedLevels {
  /// For each block that is an entry of such a list, the last phrase of a level in what leads to it.
  private var led: [Int: WordedLevels.Phrase] = [:]
  /// The zone in which an employer tells of its team.
  private let team: Int?

  init(_ marked: MarkedPosting) {
    team = marked.index.language.team
    let blocks = marked.posting.blocks
    var lead: (phrase: WordedLevels.Phrase?, indent: Int)?
    for (number, block) in blocks.enumerated() {
      if marked.endsInColon(number) {
        let phrases = WordedLevels.phrases(in: marked.cues(in: marked.blockWords[number]), marked)
        lead = (phrases.last, Self.indent(ledToBy: number, blocks))
      } else if block.kind != .item || lead.map({ block.indent < $0.indent }) ?? true {
        lead = nil
      } else if let phrase = lead?.phrase {
        led[number] = phrase
      }
    }
  }

  /// The phrase of a level in what leads to the entry of a sentence; nil where nothing does.
  func phrase(leadingTo sentence: Sentence) -> WordedLevels.Phrase? {
    sentence.zone == team ? nil : led[sentence.block]
  }

  /// How deep the entries stand to which a block leads: those right behind it.
  private static func indent(ledToBy number: Int, _ blocks: [Block]) -> Int {
    number + 1 < blocks.count && blocks[number + 1].kind == .item ? blocks[number + 1].indent : .max
  }
}

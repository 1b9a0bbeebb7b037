internal import Rubric

/// Lists of names one of which will do: "Fluency in one or more of these languages:" over "Go", "Rust" and "Java".
/// Entries that say more are demands of their own, whatever leads to them.
struct ListedChoices {
  let marked: MarkedPosting
  let sentences: [Sentence]

  /// An entry that is a name has so many words at the most.
  private static let longestName = 4

  /// How many words may stand between "one or more of" and the end of what leads to a list.
  private static let farthest = 5

  /// Gives the claims of such lists their groups.
  func group(_ claims: inout [Claim], next: inout Int) {
    var start = 0
    while start < claims.count {
      let block = block(of: claims[start])
      guard isName(block) else {
        start += 1
        continue
      }
      let list = list(around: block)
      let end = claims[start...].firstIndex { !list.contains(self.block(of: $0)) } ?? claims.count
      if isChoice(claims[start..<end], list) {
        for index in start..<end { claims[index].group = next }
        next += 1
      }
      start = end
    }
  }

  private func block(of claim: Claim) -> Int { sentences[claim.sentence].block }

  /// Whether a list of names states several competencies, none of them as a duty, and something leads to it that makes
  /// a choice of it.
  private func isChoice(_ claims: ArraySlice<Claim>, _ list: Range<Int>) -> Bool {
    guard let first = claims.first, list.lowerBound > 0 else { return false }
    return claims.contains { $0.competency != first.competency }
      && claims.allSatisfy { $0.importance != .duty }
      && leads(list.lowerBound - 1, to: list) && list.allSatisfy(isName)
  }

  private func isName(_ block: Int) -> Bool {
    marked.posting.blocks[block].kind == .item && marked.blockWords[block].count <= Self.longestName
  }

  /// The entries beside one that stand as deep.
  private func list(around entry: Int) -> Range<Int> {
    let blocks = marked.posting.blocks
    return EntryLists.blocks(around: entry, of: blocks.count) {
      blocks[$0].kind == .item && blocks[$0].indent == blocks[entry].indent
    }
  }

  /// Whether a block ends in words such as "one or more of the following languages:", which count, and not only
  /// introduce as "such as" does.
  private func leads(_ block: Int, to list: Range<Int>) -> Bool {
    let (blocks, words) = (marked.posting.blocks, marked.blockWords[block])
    guard blocks[block].kind != .item || blocks[block].indent < blocks[list.lowerBound].indent else {
      return false
    }
    let cues = marked.cues(in: words)
    return cues.contains { cue in
      cue.isOf(.introducer) && words.upperBound - cue.words.upperBound <= Self.farthest
        && (marked.reads(cue.word, "any")
          || cues.contains { $0.isOf(.number) && $0.words.overlaps(cue.words) })
    }
  }
}

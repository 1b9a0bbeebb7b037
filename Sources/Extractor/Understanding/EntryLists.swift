/// Entries of lists, and the lists that they make.
enum EntryLists {
  /// Whether a block is an entry of a list and no heading.
  static func isEntry(_ block: Int, _ isHeading: [Bool], _ marked: MarkedPosting) -> Bool {
    marked.posting.blocks[block].kind == .item && !isHeading[block]
  }

  /// The entries that stand beside one, in the same zone.
  static func list(
    around entry: Int, _ ofBlock: [Int], _ isHeading: [Bool], _ marked: MarkedPosting
  ) -> Range<Int> {
    blocks(around: entry, of: ofBlock.count) {
      isEntry($0, isHeading, marked) && ofBlock[$0] == ofBlock[entry]
    }
  }

  /// A block of so many, with those before and behind it for which something holds without a break.
  static func blocks(around entry: Int, of count: Int, where isBeside: (Int) -> Bool) -> Range<Int> {
    var (start, end) = (entry, entry + 1)
    while start > 0, isBeside(start - 1) { start -= 1 }
    while end < count, isBeside(end) { end += 1 }
    return start..<end
  }
}

internal import Rubric

/// Lists within an item of a list, to which the item's own words lead: "Bonus:" over deeper items.
enum InnerList {
  /// The zone of the deeper items behind an item that is wholly a heading's phrase, or behind one that ends in a
  /// colon and wishes for what follows. nil where it says nothing of them.
  static func zone(ledToBy number: Int, _ marked: MarkedPosting) -> Int? {
    let blocks = marked.posting.blocks
    guard blocks[number].kind == .item, number + 1 < blocks.count, blocks[number + 1].kind == .item,
      blocks[number + 1].indent > blocks[number].indent
    else { return nil }
    let words = marked.blockWords[number]
    let leads = marked.posting.text.bytes[blocks[number].range].last == UInt8(ascii: ":")
    if leads, marked.holds(.preferredBehind, in: words) || marked.holds(.preferredBefore, in: words) {
      return marked.index.language.wishes
    }
    let whole = marked.headings(in: words).first { $0.count == words.count && (leads || $0.count > 1) }
    return whole.map { Int($0.meaning.index) }
  }
}

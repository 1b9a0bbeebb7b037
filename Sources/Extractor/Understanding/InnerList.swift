internal import Rubric

/// Lists within an item of a list, to which the item's own words lead: "Bonus:" over deeper items.
enum InnerList {
  /// The zone of the deeper items behind an item that ends in a colon: that of its heading's phrase, or that
  /// of wishes where it wishes for what follows. nil where it says nothing of them.
  static func zone(ledToBy number: Int, _ marked: MarkedPosting) -> Int? {
    let blocks = marked.posting.blocks
    guard blocks[number].kind == .item, number + 1 < blocks.count, blocks[number + 1].kind == .item,
      blocks[number + 1].indent > blocks[number].indent,
      marked.posting.text.bytes[blocks[number].range].last == UInt8(ascii: ":")
    else { return nil }
    let words = marked.blockWords[number]
    let zones = marked.index.language.zones
    if marked.holds(.preferredBehind, in: words) || marked.holds(.preferredBefore, in: words) {
      return zones.firstIndex { $0.asks == .preferred && $0.alone == nil }
    }
    let whole = marked.headings(in: words).first { $0.count == words.count }
    return whole.map { Int($0.meaning.index) }
  }
}

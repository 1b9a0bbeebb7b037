internal import Diagnostics

/// A title that nothing but an address states: "https://orchardwick.example/jobs/platform-engineer/".
enum AddressTitle {
  /// The last part of the address with which a posting begins, where its words hold one of titles: "Platform Engineer".
  static func title(_ marked: MarkedPosting) -> String? {
    guard let first = marked.posting.blocks.indices.first, let address = address(inBlock: first, marked),
      let title = lastPart(of: address)
    else { return nil }
    return TitleFact.holdsTitle(title, marked) ? title : nil
  }

  /// The address of a block that is nothing else.
  static func address(inBlock block: Int, _ marked: MarkedPosting) -> String? {
    let range = marked.posting.blocks[block].range
    guard marked.posting.text.bytes[range].prefix(4).elementsEqual("http".utf8) else { return nil }
    let text = Trimming.trimmed(marked.string(range), of: " \t")
    return text.holds("://") && !text.utf8.contains(0x20) ? text : nil
  }

  /// The words of the last part of a path, without what is asked of the page.
  private static func lastPart(of address: String) -> String? {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    let parts = path.split(separator: "/")
    guard parts.count > 2, let last = parts.last else { return nil }
    let words = last.split { "-_.+".contains($0) }.filter { !$0.allSatisfy(\.isNumber) }
    return words.isEmpty
      ? nil : words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}

/// The lines `key: value` at the head of a file up to its first empty line, without fences: "title: Platform Engineer" over
/// "date: 2026-04-01", as generators of sites have them.
enum FrontMatterHead {
  /// The facts of the lines, and where the text behind them begins; nil where they are no such head.
  static func read(_ input: UnsafeBufferPointer<UInt8>, from start: Int) -> FrontMatter.Reading? {
    var lines = LineReader(input, from: start)
    var facts: [Posting.Metadatum] = []
    while let line = lines.next() {
      if line.allSatisfy({ input[$0] <= 0x20 }) {
        return isHead(facts) ? .init(facts: facts, end: lines.offset) : nil
      }
      // A value goes on where a line stands deeper.
      if input[line.lowerBound] <= 0x20, !facts.isEmpty { continue }
      guard facts.count < most, hasKey(line, input), let fact = FrontMatter.fact(input, line, .dashes) else {
        return nil
      }
      facts.append(fact)
    }
    return nil
  }

  /// More lines than such a head has.
  private static let most = 40

  /// Whether a key is one word: "read_time", "Date".
  private static func hasKey(_ line: Range<Int>, _ input: UnsafeBufferPointer<UInt8>) -> Bool {
    let key = line.prefix {
      CharacterClass.isLetter(input[$0]) || input[$0] == UInt8(ascii: "_") || input[$0] == UInt8(ascii: "-")
    }
    return !key.isEmpty && key.upperBound + 1 < line.upperBound && input[key.upperBound] == UInt8(ascii: ":")
      && input[key.upperBound + 1] <= 0x20
  }

  /// Whether a title is among the keys, and one that only files of a site have.
  private static func isHead(_ facts: [Posting.Metadatum]) -> Bool {
    facts.count > 2 && facts.contains { $0.key == "title" } && facts.contains { ofSites.contains($0.key) }
  }

  /// Keys of the pages of a site, which people do not write into a posting.
  private static let ofSites: Set = [
    "date", "slug", "tags", "category", "categories", "template", "layout", "author", "authors", "summary",
    "status",
    "permalink", "published", "draft", "type", "description", "modified", "url", "save_as", "lang",
  ]
}

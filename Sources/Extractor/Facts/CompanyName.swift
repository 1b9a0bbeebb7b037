/// Mends the name of a company that a job board has spoilt: "Acmegroup" for "Acme Group", "Acme Careers".
struct CompanyName {
  private let marked: MarkedPosting

  init(_ marked: MarkedPosting) { self.marked = marked }

  /// The name as the posting's own text writes it, without words that belong to a web site.
  func mended(_ name: String) -> String { spaced(withoutTail(name)) }

  private func withoutTail(_ name: String) -> String {
    let tail = marked.index.cues(in: name).first { $0.cue.isOf(.companyTail) }
    guard let tail, tail.bytes.lowerBound > 0, tail.bytes.upperBound == name.utf8.count else { return name }
    let rest = String(decoding: name.utf8.prefix(tail.bytes.lowerBound), as: UTF8.self)
    return Trimming.trimmed(rest, of: " \t-–—|,:")
  }

  /// A single word that the text never uses, where it writes the same letters as two or three words.
  private func spaced(_ name: String) -> String {
    guard !name.utf8.contains(0x20), name.utf8.count > 5 else { return name }
    let wanted = name.lowercased()
    var found: String?
    for (number, block) in marked.blockWords.enumerated() {
      if case .heading = marked.posting.blocks[number].kind { continue }
      for word in block where marked.isCapitalised(word) {
        if spells(word..<word + 1, wanted) { return name }
        found = found ?? joined(from: word, in: block, wanted)
      }
    }
    return found ?? name
  }

  private func joined(from word: Int, in block: Range<Int>, _ wanted: String) -> String? {
    for end in [word + 2, word + 3] where end <= block.upperBound {
      if spells(word..<end, wanted) { return marked.text(of: word..<end) }
    }
    return nil
  }

  /// Whether some words are written with the letters of a name, whatever spaces and capitals they have.
  private func spells(_ words: Range<Int>, _ name: String) -> Bool {
    let range = marked.bytes(of: words)
    var letters = name.utf8.makeIterator()
    for byte in marked.posting.text.bytes[range] where byte != 0x20 {
      if byte >= 0x80 { return isSpelled(range, name) }
      guard letters.next() == (CharacterClass.isCapital(byte) ? byte | 0x20 : byte) else { return false }
    }
    return letters.next() == nil
  }

  private func isSpelled(_ range: Range<Int>, _ name: String) -> Bool {
    marked.string(range).lowercased().replacing(" ", with: "") == name
  }
}

internal import Rubric

/// Names with which the text begins.
extension NamedCompany {
  /// The name with which the first paragraph begins: "Firnlicht measures how fast glaciers move".
  func openingName() -> String? {
    let first = marked.posting.blocks.indices.first { block in
      marked.posting.blocks[block].kind == .paragraph && marked.blockWords[block].count > 4
    }
    let name = first.flatMap { openingName(of: marked.blockWords[$0]) }
    return name.flatMap { marked.index.isSignal($0) ? nil : $0 }
  }

  private func openingName(of words: Range<Int>) -> String? {
    // "Founded in 1978, Orchard Ferries sails".
    let comma = words.prefix(12).dropFirst().first { marked.words.gaps[$0] >= .comma }
    return told(at: words.lowerBound, in: words, isHeading: false)?.name ?? namedSubject(of: words)
      ?? comma.flatMap { word in
        guard marked.words.gaps[word] == .comma else { return nil }
        return namedSubject(of: word..<words.upperBound) ?? told(at: word, in: words, isHeading: false)?.name
      }
      ?? words.dropFirst().prefix(3).lazy.filter { isOwnSubject($0) }
      .compactMap { told(at: $0, in: words, isHeading: false)?.name }.first
  }

  /// "The Ghent Office" is no name by itself, and "the University of Ghent" is.
  private func isOwnSubject(_ word: Int) -> Bool {
    !marked.reads(word - 1, "the") || word + 1 < marked.words.count && marked.reads(word + 1, "of")
  }

  /// Two or three capitalised words before what reads like a verb: "Orchard Ferries sails to eleven islands".
  private func namedSubject(of words: Range<Int>) -> String? {
    let capitals = words.prefix {
      marked.isCapitalised($0) && ($0 == words.lowerBound || marked.words.gaps[$0] == .soft)
    }
    guard (2...3).contains(capitals.count), !marked.holds(.companyBehind, in: capitals.prefix(1)),
      capitals.upperBound < words.upperBound,
      !marked.holds(.notACompany, in: capitals.prefix(1)), !marked.holds(.title, in: capitals),
      marked.words.gaps[capitals.upperBound] == .soft,
      marked.text(of: capitals.upperBound..<capitals.upperBound + 1).hasSuffix("s")
    else { return nil }
    return marked.text(of: capitals)
  }
}

internal import Rubric

/// Names of which no place tells enough: those with which the text begins, and those that it repeats.
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

  /// The name that the text repeats three times or more, with a capital wherever it writes the word: what it neither
  /// knows as a technology nor asks for.
  func repeatedName() -> String? {
    var counts: [String: (count: Int, inside: Int, first: Int)] = [:]
    for (block, words) in marked.blockWords.enumerated() where !zones.isHeading[block] {
      let asks = marked.index.language.zones[zones.ofBlock[block]].asks
      for word in words {
        guard marked.isCapitalised(word) else { continue }
        let name = word..<end(of: word, in: words)
        let isInside = marked.words.gaps[word] == .soft
        let isPart = isInside && word > words.lowerBound && marked.isCapitalised(word - 1)
        // Demands speak of products, but seldom of one with two words that nobody knows.
        guard !isPart, asks == nil || asks == .duty || name.count > 1, !isKnown(name) else { continue }
        let known = counts[marked.text(of: name)] ?? (0, 0, word)
        counts[marked.text(of: name)] = (known.count + 1, known.inside + (isInside ? 1 : 0), known.first)
      }
    }
    let names = counts.filter {
      $0.value.count > 2 && $0.value.inside > 0 && !small.contains(marked.words.hashes[$0.value.first])
    }
    return names.max { ($0.value.count, -$0.value.first) < ($1.value.count, -$1.value.first) }?.key
  }

  /// Whether any phrase tells that some words are no name of an employer.
  private func isKnown(_ name: Range<Int>) -> Bool {
    marked.holdsSignal(in: name) || !marked.headings(in: name).isEmpty || marked.holdsCue(in: name)
      || name.contains { marked.words.range($0).count < 3 }
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

extension Lexicon {
  /// One pass over a text.
  ///
  /// Each word is looked up by itself, with the next one and with the next two. A common word such as "and" begins
  /// hundreds of terms, hardly any of which go on with the words that follow; to try them one by one was a fifth
  /// of the time that a posting took.
  struct Search {
    let layout: Layout
    let packed: UnsafeBufferPointer<UInt8>
    let hashes: UnsafeBufferPointer<UInt64>
    let gaps: UnsafeBufferPointer<Words.Gap>
    let words: Words
    let text: [UInt8]

    @inline(__always)
    func forEachTerm(_ found: (_ word: Int, _ count: Int, _ term: Layout.Term) -> Void) {
      for word in 0..<hashes.count {
        if word + 1 < hashes.count, gaps[word + 1] <= .comma {
          let two = Layout.Key.adding(hashes[word + 1], to: hashes[word])
          if word + 2 < hashes.count, gaps[word + 2] <= .comma {
            let three = Layout.Key.adding(hashes[word + 2], to: two)
            if layout.mayHold(three, packed) { forEachTerm(of: three, at: word, found) }
          }
          if layout.mayHold(two, packed) { forEachTerm(of: two, at: word, found) }
        }
        if layout.mayHold(hashes[word], packed) { forEachTerm(of: hashes[word], at: word, found) }
      }
    }

    private func forEachTerm(
      of key: UInt64, at word: Int, _ found: (_ word: Int, _ count: Int, _ term: Layout.Term) -> Void
    ) {
      guard let group = layout.group(key, packed) else { return }
      for index in group {
        let term = layout.term(index)
        let count = layout.wordCount(of: term, packed)
        if stands(term, of: count, at: word) { found(word, count, term) }
      }
    }

    /// Whether a term whose first three words stand at a word does so with the rest of them.
    @inline(__always)
    private func stands(_ term: Layout.Term, of count: Int, at word: Int) -> Bool {
      guard word + count <= hashes.count else { return false }
      if count > 1 {
        let (loosest, rest) = (layout.loosest(of: term, packed), layout.rest(of: term, packed))
        guard gaps[word + 1] <= loosest, count == 2 || gaps[word + 2] <= loosest else { return false }
        for offset in stride(from: 3, to: count, by: 1) {
          guard gaps[word + offset] <= loosest,
            hashes[word + offset] == layout.hash(rest + offset - 3, packed)
          else { return false }
        }
      }
      let spelling = layout.spelling(of: term, packed)
      return spelling.isEmpty || isSpelled(spelling, at: words.range(word..<word + max(count, 1)))
    }

    /// Alike to the letter; a hyphen, a space and a slash between words are the same, and an acronym may
    /// have a plural s.
    private func isSpelled(_ spelling: Range<Int>, at range: Range<Int>) -> Bool {
      let (term, text) = (packed[spelling], text[range])
      let isPlural =
        text.count == term.count + 1 && text.last == UInt8(ascii: "s")
        && CharacterClass.isCapital(term.last ?? 0)
      return (term.count == text.count || isPlural)
        && zip(term, text).allSatisfy {
          $0 == $1 || (!CharacterClass.isASCIIWord($0) && !CharacterClass.isASCIIWord($1))
        }
    }
  }
}

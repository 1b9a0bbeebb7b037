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

    /// Calls with each term, by first word, longest first.
    @inline(__always)
    func forEachTerm(_ found: (_ word: Int, _ count: Int, _ term: Layout.Term) -> Void) {
      let candidates = candidates()
      for number in 0..<candidates.count {
        let candidate = candidates[number]
        guard let group = layout.group(candidate.key, packed) else { continue }
        for index in group {
          let term = layout.term(index, packed)
          if stands(term, at: candidate.word) { found(candidate.word, term.wordCount, term) }
        }
      }
    }

    /// A word at which a term may begin, and what such terms are found by.
    private struct Candidate: BitwiseCopyable {
      let key: UInt64
      let word: Int
    }

    /// What the filter lets through, by word, longest first: a loop of its own, so small that nothing of it leaves the
    /// registers.
    private func candidates() -> GrowingRow<Candidate> {
      var candidates = GrowingRow<Candidate>(capacity: hashes.count * 2)
      guard let filter = layout.filter(packed) else { return candidates }
      for word in 0..<hashes.count {
        let one = hashes[word]
        if word + 1 < hashes.count, gaps[word + 1] <= .comma {
          let two = Layout.Key.adding(hashes[word + 1], to: one)
          if word + 2 < hashes.count, gaps[word + 2] <= .comma {
            let three = Layout.Key.adding(hashes[word + 2], to: two)
            if filter.mayHold(three) { candidates.append(Candidate(key: three, word: word)) }
          }
          if filter.mayHold(two) { candidates.append(Candidate(key: two, word: word)) }
        }
        if filter.mayHold(one) { candidates.append(Candidate(key: one, word: word)) }
      }
      return candidates
    }

    /// Whether a term whose first three words stand at a word does so with the rest of them.
    @inline(__always)
    private func stands(_ term: Layout.Term, at word: Int) -> Bool {
      let count = term.wordCount
      guard word + count <= hashes.count else { return false }
      if count > 1 {
        let loosest = term.loosest
        guard gaps[word + 1] <= loosest, count == 2 || gaps[word + 2] <= loosest else { return false }
        if count > 3, !goesOn(term, at: word) { return false }
      }
      let spelling = layout.spelling(of: term, packed)
      return spelling.isEmpty || isSpelled(spelling, at: words.range(word..<word + max(count, 1)))
    }

    /// Whether the words of a term from the fourth on stand behind a word.
    private func goesOn(_ term: Layout.Term, at word: Int) -> Bool {
      let (loosest, rest) = (term.loosest, layout.rest(of: term, packed))
      return (3..<term.wordCount).allSatisfy { offset in
        gaps[word + offset] <= loosest && hashes[word + offset] == layout.hash(rest + offset - 3, packed)
      }
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

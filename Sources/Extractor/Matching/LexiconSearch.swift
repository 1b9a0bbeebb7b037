extension Lexicon {
  /// One pass over a text.
  ///
  /// Each word is looked up by itself, with the next one and with the next two, where they may begin a term, as a table
  /// of what words do in terms tells. A common word such as "and" begins hundreds of terms, hardly any of which go on
  /// with the words that follow; to try them one by one was a fifth of the time that a posting took.
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
      guard let filter = layout.filter(packed) else { return }
      let candidates = candidates()
      for number in 0..<candidates.count {
        let candidate = candidates[number]
        let (word, roles) = (candidate.word, candidate.roles)
        if roles & Layout.Roles.severalWords != 0 {
          let two = Layout.Key.adding(hashes[word + 1], to: hashes[word])
          if roles & Layout.Roles.firstOfThree != 0 {
            let three = Layout.Key.adding(hashes[word + 2], to: two)
            if filter.mayHold(three) { forEachTerm(of: three, at: word, found) }
          }
          if roles & Layout.Roles.firstOfTwo != 0, filter.mayHold(two) {
            forEachTerm(of: two, at: word, found)
          }
        }
        if roles & Layout.Roles.alone != 0 { forEachTerm(of: hashes[word], at: word, found) }
      }
    }

    /// Calls with each term of a key that stands at a word.
    @inline(__always)
    private func forEachTerm(
      of key: UInt64, at word: Int, _ found: (_ word: Int, _ count: Int, _ term: Layout.Term) -> Void
    ) {
      guard let group = layout.group(key, packed) else { return }
      for index in group {
        let term = layout.term(index, packed)
        if stands(term, at: word) { found(word, term.wordCount, term) }
      }
    }

    /// A word at which terms may begin, and as what it begins them.
    private struct Candidate: BitwiseCopyable {
      private let packed: UInt32

      @inline(__always)
      init(word: Int, roles: UInt8) { packed = UInt32(truncatingIfNeeded: word &<< 8) | UInt32(roles) }

      var word: Int { Int(packed >> 8) }
      var roles: UInt8 { UInt8(truncatingIfNeeded: packed) }
    }

    /// The words at which terms may begin, by what words do in terms. No key is made for the others, which are most; and
    /// nothing of the loop leaves the registers.
    private func candidates() -> GrowingRow<Candidate> {
      var candidates = GrowingRow<Candidate>(capacity: hashes.count + 1)
      guard let roles = layout.roles(packed), !hashes.isEmpty else { return candidates }
      var first = roles.of(hashes[0])
      var second: UInt8 = hashes.count > 1 ? self.roles(of: 1, roles) : 0
      for word in 0..<hashes.count {
        let third: UInt8 = word + 2 < hashes.count ? self.roles(of: word + 2, roles) : 0
        let begun = Layout.Roles.begun(by: first, second, third)
        candidates.append(Candidate(word: word, roles: begun), if: begun != 0)
        (first, second) = (second, third)
      }
      return candidates
    }

    /// What a word may do in terms: it goes on with none that another began where more than a comma is between them.
    @inline(__always)
    private func roles(of word: Int, _ roles: Layout.Roles) -> UInt8 {
      let all = roles.of(hashes[word])
      return gaps[word] <= .comma ? all : all & Layout.Roles.beginning
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

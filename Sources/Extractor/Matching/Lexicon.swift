internal import Rubric

/// All the wording that reading a posting looks for, in one index that finds it in one pass: signals, the
/// words they need or exclude, headings, modality, and the cues of facts.
///
/// The index is a row of characters of six bits, so that it can stand in a literal of the binary, and is
/// looked into where it stands: nothing of it is unpacked beforehand (docs/decisions/0011-library-snapshot.md).
struct Lexicon: Sendable {
  private let bytes: SnapshotBytes
  private let layout: Layout

  /// What a term means to whoever asked for it.
  struct Meaning: Hashable, Sendable {
    /// Who asked.
    var kind: Kind
    /// What for, in the asker's own numbering.
    var index: Int32

    enum Kind: UInt8, Sendable {
      case signal, near, not, heading, cue
    }
  }

  /// A term found in a text.
  struct Hit: Sendable {
    /// The first word.
    var word: Int
    /// How many words.
    var count: Int
    /// What it means.
    var meaning: Meaning

    /// The words.
    var words: Range<Int> { word..<word + count }
  }

  /// A row of characters as a `LexiconBuilder` packs it.
  init(_ bytes: SnapshotBytes, in range: Range<Int>) {
    self.bytes = bytes
    layout = bytes.withBytes { Layout($0, in: range) }
  }

  /// The index as a row of characters.
  func write(to writer: inout SnapshotWriter) { bytes.withBytes { writer.stretch($0[layout.range]) } }

  /// An index that was written.
  init(from reader: inout SnapshotReader) {
    let (bytes, range) = reader.stretch()
    self.init(bytes, in: range)
  }

  /// Every term in a text, by first word, longest first. Terms may overlap.
  func hits(in words: Words, of text: [UInt8]) -> [Hit] {
    bytes.withBytes { packed in
      text.withUnsafeBufferPointer { Search(layout: layout, packed: packed, words: words, text: $0).hits() }
    }
  }

  /// One pass over a text.
  private struct Search {
    let layout: Layout
    let packed: UnsafeBufferPointer<UInt8>
    let words: Words
    let text: UnsafeBufferPointer<UInt8>

    func hits() -> [Hit] {
      var hits: [Hit] = []
      hits.reserveCapacity(words.count / 4)
      for word in 0..<words.count {
        let hash = words.hashes[word]
        guard layout.mayBegin(hash, packed), let head = layout.head(hash, packed) else { continue }
        let before = hits.count
        for index in head {
          let term = layout.term(index)
          guard let count = wordCount(of: term, at: word) else { continue }
          for meaning in layout.meanings(of: term, packed) {
            hits.append(Hit(word: word, count: count, meaning: layout.meaning(meaning, packed)))
          }
        }
        if hits.count > before + 1 { hits[before...].sort { $0.count > $1.count } }
      }
      return hits
    }

    /// How many words a term has, where it stands at a word; nil where it does not. A common word begins dozens of
    /// terms, and most of them part from the text at the second word: of a term, nothing is read before it is
    /// needed. All numbers of each term read beforehand were a fifth of the time that a long posting took.
    @inline(__always)
    private func wordCount(of term: Layout.Term, at word: Int) -> Int? {
      let count = layout.wordCount(of: term, packed)
      guard word + count <= words.count else { return nil }
      if count > 1 {
        guard layout.mayGoOn(term, with: words.hashes[word + 1], packed) else { return nil }
        let (loosest, rest) = (layout.loosest(of: term, packed), layout.rest(of: term, packed))
        for offset in 1..<count {
          guard words.gaps[word + offset] <= loosest,
            words.hashes[word + offset] == layout.hash(rest + offset - 1, packed)
          else { return nil }
        }
      }
      let spelling = layout.spelling(of: term, packed)
      guard spelling.isEmpty || isSpelled(spelling, at: words.range(word..<word + max(count, 1))) else {
        return nil
      }
      return count
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

internal import Rubric

/// All the wording that reading a posting looks for, in one index that finds it in one pass: signals, the
/// words they need or exclude, headings, modality, and the cues of facts.
///
/// The index is a row of characters of six bits, so that it can stand in a literal of the binary, and is
/// looked into where it stands: nothing of it is unpacked beforehand (docs/decisions/0011-library-snapshot.md).
struct Lexicon: Sendable {
  private let bytes: [UInt8]
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
  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    layout = Layout(bytes, in: range)
  }

  /// The index as a row of characters.
  func write(to writer: inout SnapshotWriter) { writer.stretch(bytes[layout.range]) }

  /// An index that was written.
  init(from reader: inout SnapshotReader) {
    let (bytes, range) = reader.stretch()
    self.init(bytes, in: range)
  }

  /// Every term in a text, by first word, longest first. Terms may overlap.
  func hits(in words: Words, of text: [UInt8]) -> [Hit] {
    var hits: [Hit] = []
    hits.reserveCapacity(words.count / 4)
    for word in 0..<words.count {
      let hash = words.hashes[word]
      guard layout.mayBegin(hash, bytes), let head = layout.head(hash, bytes) else { continue }
      let before = hits.count
      for index in head {
        let term = layout.term(index, bytes)
        guard matches(term, at: word, words, text) else { continue }
        for meaning in term.meanings {
          hits.append(Hit(word: word, count: term.count, meaning: layout.meaning(meaning, bytes)))
        }
      }
      if hits.count > before + 1 { hits[before...].sort { $0.count > $1.count } }
    }
    return hits
  }

  @inline(__always)
  private func matches(_ term: Layout.Term, at word: Int, _ words: Words, _ text: [UInt8]) -> Bool {
    guard word + term.count <= words.count else { return false }
    for offset in 1..<max(term.count, 1) {
      guard words.gaps[word + offset] <= term.loosest,
        words.hashes[word + offset] == layout.hash(term.rest + offset - 1, bytes)
      else { return false }
    }
    guard !term.spelling.isEmpty else { return true }
    return spelledAlike(bytes[term.spelling], text[words.range(word..<word + term.count)])
  }

  /// Alike to the letter; a hyphen, a space and a slash between words are the same, and an acronym may
  /// have a plural s.
  private func spelledAlike(_ term: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    let isPlural =
      text.count == term.count + 1 && text.last == UInt8(ascii: "s")
      && CharacterClass.isCapital(term.last ?? 0)
    return (term.count == text.count || isPlural)
      && zip(term, text).allSatisfy {
        $0 == $1 || (!CharacterClass.isASCIIWord($0) && !CharacterClass.isASCIIWord($1))
      }
  }
}

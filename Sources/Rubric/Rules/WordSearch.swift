internal import Diagnostics

/// Phrases by their first word, to be found in one pass over the words of a text.
struct PhraseIndex {
  /// A phrase with what belongs to it.
  struct Phrase {
    /// The words in small letters.
    let words: [String]
    /// The number of its group; nil for a phrase that hides others.
    let group: Int?
  }

  private var phrases: [String: [Phrase]] = [:]

  /// The phrases of groups, and the longer ones that hide them.
  init(_ groups: [FindingRule.PhraseGroup]) {
    for (number, group) in groups.enumerated() {
      for phrase in group.words { add(phrase, number) }
      for phrase in group.unless { add(phrase, nil) }
    }
  }

  /// The phrases that begin with a word.
  func phrases(from word: String) -> [Phrase] { phrases[word] ?? [] }

  private mutating func add(_ phrase: String, _ group: Int?) {
    let words = WordSearch.parts(phrase)
    guard let first = words.first else { return }
    phrases[first, default: []].append(Phrase(words: words, group: group))
  }
}

/// The words of a stretch of a file, to be searched for phrases.
///
/// The bytes of the file are searched, and not the value that they stand for, so that a finding points
/// at the very words: a text that is folded over lines has line ends and indents between its words.
struct WordSearch {
  private let table: LineTable
  private let words: [Word]

  private struct Word {
    var range: Range<Int>
    var text: String
    /// Whether nothing but space, a hyphen or a brace parts it from the word before.
    var isJoined: Bool
  }

  /// A phrase that stands in the text.
  struct Hit {
    /// The words of the phrase.
    let words: Range<Int>
    /// The number of its group; nil for a phrase that hides others.
    let group: Int?
  }

  /// The words of a place of a file.
  init(_ place: PlaceRange, in source: SourceText, _ table: LineTable) {
    self.table = table
    let end = table.offset(of: place.end)
    var words: [Word] = []
    var offset = table.offset(of: place.start)
    var isJoined = false
    while offset < end {
      guard Self.isLetter(source.bytes[offset]) else {
        isJoined = isJoined && Self.isGlue(source.bytes[offset])
        offset += 1
        continue
      }
      let stop = source.bytes[offset..<end].firstIndex { !Self.isLetter($0) } ?? end
      let text = source.text(in: offset..<stop).lowercased()
      words.append(Word(range: offset..<stop, text: text, isJoined: isJoined))
      (offset, isJoined) = (stop, true)
    }
    self.words = words
  }

  /// The phrases of an index that stand in the text, in order, without those that a longer phrase hides.
  func hits(of index: PhraseIndex, atStart: Bool = false) -> [Hit] {
    let starts = atStart ? 0..<min(1, words.count) : words.indices
    let all = starts.flatMap { start in
      index.phrases(from: words[start].text).compactMap { phrase in
        stands(phrase.words, at: start)
          ? Hit(words: start..<start + phrase.words.count, group: phrase.group) : nil
      }
    }
    let hiding = all.filter { $0.group == nil }
    return all.filter { hit in hit.group != nil && !hiding.contains { $0.words.overlaps(hit.words) } }
  }

  /// Where some words stand in the file.
  func place(of words: Range<Int>) -> PlaceRange {
    table.range(
      self.words[words.lowerBound].range.lowerBound..<self.words[words.upperBound - 1].range.upperBound)
  }

  /// The first place of a phrase.
  func place(of phrase: String) -> PlaceRange? {
    let parts = Self.parts(phrase)
    return words.indices.first { stands(parts, at: $0) }.map { place(of: $0..<$0 + parts.count) }
  }

  /// Words in small letters, as a phrase is compared.
  static func parts(_ phrase: String) -> [String] {
    phrase.lowercased().utf8.split { !isLetter($0) }.compactMap { String($0) }
  }

  private func stands(_ parts: [String], at start: Int) -> Bool {
    guard !parts.isEmpty, start + parts.count <= words.count else { return false }
    return parts.indices.allSatisfy { index in
      words[start + index].text == parts[index] && (index == 0 || words[start + index].isJoined)
    }
  }

  /// Letters, digits, apostrophes, and every byte beyond ASCII.
  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "'"), 0x80...: true
    default: false
    }
  }

  private static func isGlue(_ byte: UInt8) -> Bool { " \n\r-{}".utf8.contains(byte) }
}

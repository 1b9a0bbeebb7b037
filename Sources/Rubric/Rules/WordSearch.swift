internal import Diagnostics

/// The words of a stretch of a file, to be searched for phrases.
struct WordSearch {
  private let table: LineTable
  private let words: [TextWords.Word]

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
    let start = table.offset(of: place.start)
    words = TextWords(source.bytes, in: start..<max(start, table.offset(of: place.end))).words
  }

  /// The words in small letters.
  var texts: [String] { words.map(\.text) }

  /// The phrases of an index that stand in the text, in order, without those that a longer phrase hides, and without
  /// those whose sentence lacks what must stand near, or holds what must not.
  func hits(of index: PhraseIndex, atStart: Bool = false) -> [Hit] {
    let starts = atStart ? 0..<min(1, words.count) : words.indices
    let all = starts.flatMap { start in
      phrases(of: index, from: start).compactMap { phrase in
        stands(phrase.words, at: start)
          ? Hit(words: start..<start + phrase.words.count, group: phrase.group) : nil
      }
    }
    let hidden = Set(all.lazy.filter { $0.group == nil }.flatMap(\.words))
    var company = SentenceCompany(self, index)
    return all.filter { hit in
      guard let group = hit.group, hit.words.allSatisfy({ !hidden.contains($0) }) else { return false }
      return company.allows(group, in: words[hit.words.lowerBound].sentence)
    }
  }

  /// The words of a sentence.
  func words(ofSentence sentence: Int) -> Range<Int> {
    words.partitioningIndex { $0.sentence >= sentence }..<words.partitioningIndex { $0.sentence > sentence }
  }

  /// Whether one of the phrases of an index begins among some words.
  func holds(_ index: PhraseIndex, in range: Range<Int>) -> Bool {
    range.contains { start in
      phrases(of: index, from: start).contains { stands($0.words, at: start) }
    }
  }

  private func phrases(of index: PhraseIndex, from start: Int) -> [PhraseIndex.Phrase] {
    index.phrases(from: words[start].text, start + 1 < words.count ? words[start + 1].text : nil)
  }

  /// Where some words stand in the file.
  func place(of words: Range<Int>) -> PlaceRange {
    table.range(
      self.words[words.lowerBound].range.lowerBound..<self.words[words.upperBound - 1].range.upperBound)
  }

  /// The first place of a phrase.
  func place(of phrase: String) -> PlaceRange? {
    let parts = Self.parts(phrase).map { Set([$0]) }
    return words.indices.first { stands(parts, at: $0) }.map { place(of: $0..<$0 + parts.count) }
  }

  /// Words in small letters, as a phrase is compared.
  static func parts(_ phrase: String) -> [String] {
    let bytes = Array(phrase.utf8)
    return TextWords(bytes, in: 0..<bytes.count).words.map(\.text)
  }

  private func stands(_ parts: [Set<String>], at start: Int) -> Bool {
    guard !parts.isEmpty, start + parts.count <= words.count else { return false }
    return parts.indices.allSatisfy { index in
      parts[index].contains(words[start + index].text) && (index == 0 || words[start + index].isJoined)
    }
  }
}

/// Whether the sentence of a phrase holds what must stand near it, and nothing that must not. Each sentence is looked
/// at once for each group, however often its phrases stand there.
private struct SentenceCompany {
  private let search: WordSearch
  private let index: PhraseIndex
  private var known: [Key: Bool] = [:]

  private struct Key: Hashable {
    var group: Int
    var sentence: Int
  }

  init(_ search: WordSearch, _ index: PhraseIndex) {
    self.search = search
    self.index = index
  }

  mutating func allows(_ group: Int, in sentence: Int) -> Bool {
    guard let company = index.company(of: group) else { return true }
    let key = Key(group: group, sentence: sentence)
    if let known = known[key] { return known }
    let words = search.words(ofSentence: sentence)
    let isAllowed =
      (company.near.isEmpty || search.holds(company.near, in: words)) && !search.holds(company.not, in: words)
    known[key] = isAllowed
    return isAllowed
  }
}

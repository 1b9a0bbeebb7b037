/// Phrases by their first two words, to be found in one pass over the words of a text.
///
/// Words are compared by numbers: a text is looked up in the vocabulary once, and not for each phrase.
struct PhraseIndex: Sendable {
  /// A phrase with what belongs to it.
  struct Phrase: Sendable {
    /// The words.
    let words: [Element]
    /// The number of its group; nil for a phrase that hides others.
    let group: Int?
  }

  /// What stands for a word of a phrase.
  enum Element: Sendable {
    /// The word of a number.
    case word(Int)
    /// Any word of the set of a number.
    case set(Int)
  }

  /// What must stand in the sentence of a phrase, and what must not.
  struct Company: Sendable {
    /// One of these must, unless there are none.
    let near: PhraseIndex
    /// None of these may.
    let not: PhraseIndex
  }

  /// The two words that a longer phrase begins with.
  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private var vocabulary: [String: Int] = [:]
  private var setNumbers: [String: Int] = [:]
  private var sets: [Set<Int>] = []
  /// Whether the word of a number is of the set of a number.
  private var memberships: [[Bool]] = []
  private var words: [Int: [Phrase]] = [:]
  private var phrases: [Pair: [Phrase]] = [:]
  private var companies: [Int: Company] = [:]

  /// Whether there are no phrases.
  var isEmpty: Bool { words.isEmpty && phrases.isEmpty }

  /// The phrases of groups, and the longer ones that hide them, with the sets of words that they name in braces.
  init(_ groups: [FindingRule.PhraseGroup], sets: [FindingRule.WordSet] = []) {
    note(sets)
    for (number, group) in groups.enumerated() {
      for phrase in group.words { add(phrase, number) }
      for phrase in group.unless { add(phrase, nil) }
      guard !group.near.isEmpty || !group.not.isEmpty else { continue }
      companies[number] = Company(
        near: PhraseIndex(group.near, sets), not: PhraseIndex(group.not, sets))
    }
    finish()
  }

  private init(_ phrases: [String], _ sets: [FindingRule.WordSet]) {
    note(sets)
    for phrase in phrases { add(phrase, 0) }
    finish()
  }

  /// The number of a word; nil for one that no phrase has.
  func number(of word: String) -> Int? { vocabulary[word] }

  /// The phrases that begin with a word and the one behind it.
  func phrases(from word: Int?, _ next: Int?) -> [Phrase] {
    guard let word else { return [] }
    let longer = next.flatMap { phrases[Pair(first: word, second: $0)] } ?? []
    guard let alone = words[word] else { return longer }
    return alone + longer
  }

  /// Whether a word stands for an element of a phrase.
  func allows(_ word: Int?, for element: Element) -> Bool {
    guard let word else { return false }
    switch element {
    case .word(let number): return number == word
    case .set(let number): return memberships[number][word]
    }
  }

  /// What must and must not stand beside the phrases of a group; nil where that does not matter.
  func company(of group: Int) -> Company? { companies[group] }
}

extension PhraseIndex {
  /// The most words of a phrase that may be left out: each doubles what is looked for.
  static let mostOptional = 4

  private mutating func note(_ sets: [FindingRule.WordSet]) {
    for set in sets where setNumbers[set.name] == nil {
      setNumbers[set.name] = self.sets.count
      self.sets.append(Set(set.words.flatMap(WordSearch.parts).map { intern($0) }))
    }
  }

  private mutating func finish() {
    memberships = sets.map { set in
      var row = [Bool](repeating: false, count: vocabulary.count)
      for word in set { row[word] = true }
      return row
    }
  }

  private mutating func intern(_ word: String) -> Int {
    if let number = vocabulary[word] { return number }
    vocabulary[word] = vocabulary.count
    return vocabulary.count - 1
  }

  private mutating func add(_ phrase: String, _ group: Int?) {
    for elements in variants(of: phrase) {
      guard let first = elements.first else { continue }
      let phrase = Phrase(words: elements, group: group)
      for word in numbers(of: first) {
        guard elements.count > 1 else {
          words[word, default: []].append(phrase)
          continue
        }
        for next in numbers(of: elements[1]) {
          phrases[Pair(first: word, second: next), default: []].append(phrase)
        }
      }
    }
  }

  private func numbers(of element: Element) -> [Int] {
    switch element {
    case .word(let number): [number]
    case .set(let number): sets[number].sorted()
    }
  }

  /// A phrase with and without the words that may be left out; none where it names a set that is not there.
  private mutating func variants(of phrase: String) -> [[Element]] {
    var variants: [[Element]] = [[]]
    for part in phrase.split(separator: " ") {
      guard let slot = WordSlot(part) else {
        let words = WordSearch.parts(String(part)).map { Element.word(intern($0)) }
        variants = variants.map { $0 + words }
        continue
      }
      guard let set = setNumbers[slot.set] else { return [] }
      variants = variants.flatMap { slot.isOptional ? [$0, $0 + [.set(set)]] : [$0 + [.set(set)]] }
    }
    return variants
  }
}

/// A set of words that a phrase names: `{who}`, or `{young?}` where none of them need stand.
struct WordSlot {
  /// The name of the set.
  let set: String
  /// Whether the phrase also stands without a word of it.
  let isOptional: Bool

  /// What a part of a phrase names; nil for a plain word.
  init?(_ part: Substring) {
    guard part.first == "{", part.last == "}", part.count > 2 else { return nil }
    isOptional = part.dropLast().last == "?"
    set = String(part.dropFirst().dropLast(isOptional ? 2 : 1))
  }

  /// What a phrase names.
  static func all(of phrase: String) -> [WordSlot] { phrase.split(separator: " ").compactMap(WordSlot.init) }
}

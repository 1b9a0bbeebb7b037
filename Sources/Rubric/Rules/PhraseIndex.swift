/// Phrases by their first two words, to be found in one pass over the words of a text.
struct PhraseIndex: Sendable {
  /// A phrase with what belongs to it.
  struct Phrase: Sendable {
    /// The words, each one of some, in small letters.
    let words: [Set<String>]
    /// The number of its group; nil for a phrase that hides others.
    let group: Int?
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
    let first: String
    let second: String
  }

  private var words: [String: [Phrase]] = [:]
  private var phrases: [Pair: [Phrase]] = [:]
  private var companies: [Int: Company] = [:]

  /// Whether there are no phrases.
  var isEmpty: Bool { words.isEmpty && phrases.isEmpty }

  /// The phrases of groups, and the longer ones that hide them, with the sets of words that they name in braces.
  init(_ groups: [FindingRule.PhraseGroup], sets: [FindingRule.WordSet] = []) {
    let sets = Dictionary(sets.map { ($0.name, Set($0.words.flatMap(WordSearch.parts))) }) { first, _ in first
    }
    for (number, group) in groups.enumerated() {
      for phrase in group.words { add(phrase, number, sets) }
      for phrase in group.unless { add(phrase, nil, sets) }
      guard !group.near.isEmpty || !group.not.isEmpty else { continue }
      companies[number] = Company(
        near: PhraseIndex(group.near, sets), not: PhraseIndex(group.not, sets))
    }
  }

  private init(_ phrases: [String], _ sets: [String: Set<String>]) {
    for phrase in phrases { add(phrase, 0, sets) }
  }

  /// The phrases that begin with a word and the one behind it.
  func phrases(from word: String, _ next: String?) -> [Phrase] {
    let longer = next.flatMap { phrases[Pair(first: word, second: $0)] } ?? []
    guard let alone = words[word] else { return longer }
    return alone + longer
  }

  /// What must and must not stand beside the phrases of a group; nil where that does not matter.
  func company(of group: Int) -> Company? { companies[group] }

  private mutating func add(_ phrase: String, _ group: Int?, _ sets: [String: Set<String>]) {
    for words in Self.variants(of: phrase, sets) {
      let phrase = Phrase(words: words, group: group)
      for first in words.first ?? [] {
        guard words.count > 1 else {
          self.words[first, default: []].append(phrase)
          continue
        }
        for second in words[1] { phrases[Pair(first: first, second: second), default: []].append(phrase) }
      }
    }
  }

  /// The most words of a phrase that may be left out: each doubles what is looked for.
  static let mostOptional = 4

  /// A phrase with and without the words that may be left out.
  private static func variants(of phrase: String, _ sets: [String: Set<String>]) -> [[Set<String>]] {
    var variants: [[Set<String>]] = [[]]
    for part in phrase.split(separator: " ") {
      let slot = WordSlot(part)
      let words: [Set<String>] =
        if let slot { [sets[slot.set] ?? []] } else { WordSearch.parts(String(part)).map { [$0] } }
      let isOptional = slot?.isOptional ?? false
      variants = variants.flatMap { isOptional ? [$0, $0 + words] : [$0 + words] }
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

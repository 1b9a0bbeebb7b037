internal import Diagnostics
internal import Rubric

/// Finds words that are nearly a term: in other capitals than count, or a letter or two away.
struct NearSpelling {
  private let scope: ReasoningScope

  /// So many different words are compared letter by letter; a posting has a few hundred.
  private static let mostWords = 2_000
  /// So many near spellings are worth telling.
  private static let mostMisses = 5

  init(_ scope: ReasoningScope) { self.scope = scope }

  /// The words, each with the term that it is near to.
  func misses() -> [(words: Range<Int>, term: Reasoning.Term, rejection: Reasoning.Rejection)] {
    capitals().map { ($0.words, $0.term, .capitals) } + spellings().map { ($0.words, $0.term, .spelling) }
  }

  /// Terms whose capitals count, where they stand in others.
  private func capitals() -> [(words: Range<Int>, term: Reasoning.Term)] {
    let hashes = scope.marked.words.hashes
    var exact: [UInt64: [(term: Reasoning.Term, hashes: [UInt64])]] = [:]
    for (term, signal, words) in scope.terms where scope.signals[signal].isCaseExact {
      if let first = words.first { exact[first, default: []].append((term, words)) }
    }
    return hashes.indices.flatMap { word in
      (exact[hashes[word]] ?? []).compactMap { term, wanted in
        let words = word..<min(word + wanted.count, hashes.count)
        let isThere = hashes[words] == wanted[...] && isOfOneTerm(words)
        return isThere && !isKnown(words) ? (words, term) : nil
      }
    }
  }

  private func isOfOneTerm(_ words: Range<Int>) -> Bool {
    words.dropFirst().allSatisfy { scope.marked.words.gaps[$0] <= .slash }
  }

  /// Whether a term of the competency has been found at just these words.
  private func isKnown(_ words: Range<Int>) -> Bool {
    scope.marked.signals(in: words).contains {
      $0.words == words && scope.marked.index.competency(of: $0) == scope.competency
    }
  }

  /// Words that are no term of any competency, and nearly one of this: a term that is clear by itself.
  private func spellings() -> [(words: Range<Int>, term: Reasoning.Term)] {
    let single = scope.terms.filter {
      $0.hashes.count == 1 && $0.term.text.utf8.count >= 5 && scope.signals[$0.signal].near.isEmpty
    }
    var seen = Set(scope.terms.flatMap(\.hashes))
    var compared = 0
    var found: [(words: Range<Int>, term: Reasoning.Term)] = []
    for word in 0..<scope.marked.words.count {
      guard compared < Self.mostWords, found.count < Self.mostMisses else { break }
      let words = word..<word + 1
      guard scope.marked.words.range(word).count >= 5, seen.insert(scope.marked.words.hashes[word]).inserted,
        scope.marked.signals(in: words).isEmpty
      else { continue }
      compared += 1
      let text = scope.marked.text(of: words)
      if let near = single.first(where: { Self.areNear(text, $0.term.text) }) {
        found.append((words, near.term))
      }
    }
    return found
  }

  /// At most one letter differs, or two of ten and more.
  private static func areNear(_ a: String, _ b: String) -> Bool {
    let limit = min(a.utf8.count, b.utf8.count) < 10 ? 1 : 2
    guard abs(a.utf8.count - b.utf8.count) <= limit else { return false }
    return Suggestion.distance(a.lowercased(), b.lowercased()) <= limit
  }
}

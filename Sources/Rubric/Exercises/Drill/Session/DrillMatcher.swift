internal import Diagnostics

/// Finds the checks and actions that somebody means by a few letters.
///
/// The first of these ways that finds anything decides: an id, a way of asking or an action, word for word;
/// each word that was typed is the beginning of a word; each is part of a word; as many letters as possible
/// are beginnings of words; a word is misspelt.
struct DrillMatcher: Sendable {
  private let candidates: [Candidate]
  /// So many words are looked at.
  private static let maximumWords = 12

  private struct Candidate {
    var deed: DrillStep.Deed
    var texts: [String]
    var words: [String]

    init(_ deed: DrillStep.Deed, _ texts: [String]) {
      self.deed = deed
      self.texts = texts.map { DrillMatcher.words(of: $0).joined(separator: " ") }
      words = texts.flatMap { DrillMatcher.words(of: $0) }
    }
  }

  init(_ drill: Drill) {
    candidates =
      drill.checks.map { Candidate(.check($0.id), [$0.id] + $0.asks) }
      + drill.actions.map { Candidate(.action($0.id), [$0.id, $0.does]) }
  }

  /// The checks and actions that a text may mean, in the order of the drill, checks first.
  func deeds(for text: String) -> [DrillStep.Deed] {
    let typed = Array(Self.words(of: String(text.prefix(1_000))).prefix(Self.maximumWords))
    guard !typed.isEmpty else { return [] }
    let whole = typed.joined(separator: " ")
    let ways: [(Candidate) -> Int] = [
      { $0.texts.contains(whole) ? 1 : 0 },
      { candidate in
        typed.allSatisfy { word in candidate.words.contains { $0.hasPrefix(word) } } ? 1 : 0
      },
      { candidate in typed.allSatisfy { word in candidate.words.contains { $0.holds(word) } } ? 1 : 0 },
      { candidate in
        typed.filter { word in word.count > 2 && candidate.words.contains { $0.hasPrefix(word) } }
          .reduce(0) { $0 + $1.count }
      },
      { candidate in
        typed.contains { $0.count > 3 && Suggestion.nearest(to: $0, in: candidate.words) != nil } ? 1 : 0
      },
    ]
    for way in ways {
      let scores = candidates.map(way)
      guard let best = scores.max(), best > 0 else { continue }
      return zip(candidates, scores).filter { $1 == best }.map(\.0.deed)
    }
    return []
  }

  /// Whether a text names a step so plainly that it may be taken at once. A check may always; an action only
  /// where a word that was typed begins its id or what it does, for "release" is not "rolls the release back".
  func isPlain(_ deed: DrillStep.Deed, for text: String) -> Bool {
    guard case .action = deed, let action = candidates.first(where: { $0.deed == deed }) else { return true }
    let beginnings = action.texts.compactMap { $0.split(separator: " ").first }
    return Self.words(of: String(text.prefix(1_000))).contains { word in
      beginnings.contains { $0.hasPrefix(word) }
    }
  }

  /// The words of a text in small letters: letters and digits, and nothing between them.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

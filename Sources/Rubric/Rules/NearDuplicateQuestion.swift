internal import Diagnostics
internal import YAML

extension LibraryCheck {
  /// `near-duplicate-question`: two main questions of the library share most of their words, so that a
  /// loop could ask the same thing twice under two names.
  ///
  /// Measured as the Jaccard index (1901) of the sets of their words: shared words by all words, without
  /// the small words that are data of the rule.
  mutating func checkNearDuplicates() {
    guard let rule = rules["near-duplicate-question"] else { return }
    let small = Set(rule.words.map { $0.lowercased() })
    let asked = competencies.flatMap { file in
      file.value.questions.enumerated().map { index, question in
        AskedQuestion(question, file.root["questions"]?[index]?["ask"]?.range, file.source, without: small)
      }
    }
    for (index, question) in asked.enumerated() {
      let twin = asked[..<index].first { question.likeness(to: $0) >= AskedQuestion.limit }
      guard let twin else { continue }
      add(
        "near-duplicate-question", "\"\(question.id)\" asks in other words what \"\(twin.id)\" asks",
        severity: .warning, in: question.source, at: question.place,
        note: "\(Int((question.likeness(to: twin) * 100).rounded())) % of their words are the same")
    }
  }
}

/// The words of a main question.
private struct AskedQuestion {
  /// From this share on, questions are taken for the same. Within the library's own, the nearest two lie
  /// below it with room to spare.
  static let limit = 0.5

  let id: String
  let place: PlaceRange?
  let source: SourceText
  private let words: [String]

  init(_ question: Question, _ place: PlaceRange?, _ source: SourceText, without small: Set<String>) {
    (id, self.place, self.source) = (question.id, place, source)
    words = Set(WordSearch.parts(question.ask).filter { !small.contains($0) }).sorted()
  }

  /// The share of words in common, from 0 to 1; both lists are sorted.
  func likeness(to other: AskedQuestion) -> Double {
    let shortest = min(words.count, other.words.count)
    let longest = max(words.count, other.words.count)
    guard longest > 0, Double(shortest) >= Self.limit * Double(longest) else { return 0 }
    let shared = words.countShared(with: other.words)
    return Double(shared) / Double(words.count + other.words.count - shared)
  }
}

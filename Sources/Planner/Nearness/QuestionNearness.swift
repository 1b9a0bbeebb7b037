internal import Rubric

/// How near questions come to the words with which a posting asks for a demand.
///
/// Words of at least four letters count, each once. Those that the posting uses of many demands, such as
/// "experience", do not count: words of more than two demands that are also more than a quarter of all.
/// Nor do those that many of the questions hold: more than four that are also more than an eighth of all.
struct QuestionNearness {
  /// The words of what the posting says of each demand.
  private let wanted: [Set<UInt64>]
  /// The words of any demand that a question holds, by its number.
  private var held: [Int: [UInt64]] = [:]
  private var common: Set<UInt64> = []

  /// The nearness of questions, by their numbers, to demands.
  init(_ demands: [Demand], _ questions: [(number: Int, question: Question)]) {
    wanted = Self.words(of: demands)
    let any = wanted.reduce(into: Set<UInt64>()) { $0.formUnion($1) }
    var filter = WordFilter()
    filter.insert(any)
    var counts: [UInt64: Int] = [:]
    for (number, question) in questions {
      var words: Set<UInt64> = []
      for text in [question.ask] + question.probes.map(\.text) {
        ScannedWords.forEach(in: text) { word, _ in
          if filter.mayHold(word), any.contains(word) { words.insert(word) }
        }
      }
      for word in words { counts[word, default: 0] += 1 }
      held[number] = words.sorted()
    }
    let most = max(4, questions.count / 8)
    common = Set(counts.filter { $0.value > most }.keys)
  }

  private static func words(of demands: [Demand]) -> [Set<UInt64>] {
    let all = demands.map { demand in
      var words: Set<UInt64> = []
      for text in demand.evidence.map(\.quote) + demand.technologies {
        ScannedWords.forEach(in: text) { word, range in
          if range.count >= 4 { words.insert(word) }
        }
      }
      return words
    }
    var counts: [UInt64: Int] = [:]
    for words in all {
      for word in words { counts[word, default: 0] += 1 }
    }
    let most = max(2, demands.count / 4)
    return all.map { words in words.filter { counts[$0] ?? 0 <= most } }
  }

  /// How many telling words a question and what the posting says of a demand have in common.
  func shared(_ demand: Int, with question: Int) -> Int {
    (held[question] ?? []).count { wanted[demand].contains($0) && !common.contains($0) }
  }

  /// The sentence on a demand that comes nearest to a question, with the words in common; nil where they
  /// have fewer than three: two such as "users" and "build" say nothing.
  func nearest(to question: Int, of demand: Demand, numbered index: Int) -> Nearness? {
    let telling = Set((held[question] ?? []).filter { wanted[index].contains($0) && !common.contains($0) })
    guard telling.count > 2 else { return nil }
    var best: (sentence: PostingSentences.Sentence, words: [Int])?
    for evidence in demand.evidence {
      let sentence = PostingSentences.Sentence(evidence: evidence, words: ScannedWords(evidence.words))
      var seen: Set<UInt64> = []
      let words = sentence.words.hashes.indices.filter {
        telling.contains(sentence.words.hashes[$0]) && seen.insert(sentence.words.hashes[$0]).inserted
      }
      if words.count > max(2, best?.words.count ?? 0) { best = (sentence, words) }
    }
    return best.map { best in
      Nearness(evidence: best.sentence.evidence, words: best.sentence.spelled(best.words.map { $0..<$0 + 1 }))
    }
  }
}

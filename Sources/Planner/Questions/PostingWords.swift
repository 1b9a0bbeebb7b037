internal import Rubric

/// The words of a posting about one demand, to tell which question comes nearest to them.
///
/// A word is a run of ASCII letters and digits of at least four bytes, capitals or not; other letters
/// end it. Each word counts once, and words that the posting uses of many demands, such as "experience"
/// and "with", do not count: those of more than two demands that are also more than a quarter of all.
struct PostingWords {
  private var words: Set<UInt64> = []
  /// The lowest six bits of all words, as a set, to pass over most others without looking them up.
  private var filter: UInt64 = 0

  /// The words of what the posting says of each demand, and of the products that it names.
  static func of(_ demands: [Demand]) -> [PostingWords] {
    let all = demands.map { demand in
      var words: Set<UInt64> = []
      for text in demand.evidence.map(\.quote) + demand.technologies {
        forEachWord(of: text) { words.insert($0) }
      }
      return words
    }
    var counts: [UInt64: Int] = [:]
    for words in all {
      for word in words { counts[word, default: 0] += 1 }
    }
    let most = max(2, demands.count / 4)
    return all.map { words in PostingWords(words.filter { counts[$0] ?? 0 <= most }) }
  }

  private init(_ words: Set<UInt64>) {
    self.words = words
    for word in words { filter |= 1 << (word & 63) }
  }

  /// How many of the words a question's text holds: what is asked, and its probes.
  func shared(with question: Question) -> Int {
    guard !words.isEmpty else { return 0 }
    var found: Set<UInt64> = []
    for text in [question.ask] + question.probes.map(\.text) {
      Self.forEachWord(of: text) { word in
        if filter >> (word & 63) & 1 == 1, words.contains(word) { found.insert(word) }
      }
    }
    return found.count
  }

  /// Calls with a hash (FNV-1a) of each word.
  private static func forEachWord(of text: String, _ body: (UInt64) -> Void) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var length = 0
    func end() {
      if length >= 4 { body(hash ^ hash >> 32) }
      hash = 0xcbf2_9ce4_8422_2325
      length = 0
    }
    for byte in text.utf8 {
      guard ASCII.isWord(byte) else {
        end()
        continue
      }
      hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01b3
      length += 1
    }
    end()
  }
}

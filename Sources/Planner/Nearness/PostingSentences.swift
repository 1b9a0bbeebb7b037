internal import Rubric

/// The title of a posting and the sentences behind what a role asks for, in their order, each once, with their
/// words.
struct PostingSentences {
  /// A sentence.
  struct Sentence {
    /// Its words and where they stand.
    let evidence: Evidence
    /// The words, for comparing.
    let words: ScannedWords
    /// Whether they are behind what is merely wished for, and nothing else.
    var isWish = false
    /// The competencies of the role that they ask for, as bits (`Asked`).
    var asks: Asked = []

    /// Whether the posting asks for it and no competency covers it.
    var isUncovered: Bool { asks.isEmpty && evidence.line > 0 }
  }

  /// Competencies of a role by their places in it, as bits; those from the sixty-fourth on share the last.
  struct Asked: OptionSet, Hashable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    init(place: Int) { rawValue = 1 << UInt64(min(place, 63)) }

    /// Whatever is asked for.
    static let all = Asked(rawValue: .max)
  }

  /// The place of the title among them. What the title names, the role is about: it counts twice.
  static let title = 0

  /// The sentences.
  let all: [Sentence]

  /// The title, what a role has as evidence, and what no competency covers. The title stands in line 0.
  init(of role: RoleDefinition) {
    var places: [Int: Int] = [:]
    var sentences: [(evidence: Evidence, isWish: Bool, asks: Asked)] = []
    func add(_ evidence: [Evidence], isWish: Bool, asks: Asked) {
      for evidence in evidence {
        let key = evidence.line << 20 | evidence.column & 0xfffff
        if let place = places[key] {
          sentences[place].isWish = sentences[place].isWish && isWish
          sentences[place].asks.formUnion(asks)
        } else {
          places[key] = sentences.count
          sentences.append((evidence, isWish, asks))
        }
      }
    }
    for (place, competency) in role.competencies.enumerated() {
      add(
        competency.evidence, isWish: competency.importance == .preferred, asks: Asked(place: place))
    }
    add(role.unmapped, isWish: false, asks: [])
    sentences.sort { ($0.evidence.line, $0.evidence.column) < ($1.evidence.line, $1.evidence.column) }
    let title = Evidence(line: 0, column: 0, section: "title", quote: role.title)
    all =
      [Sentence(evidence: title, words: ScannedWords(role.title))]
      + sentences.map {
        Sentence(
          evidence: $0.evidence, words: ScannedWords($0.evidence.words), isWish: $0.isWish, asks: $0.asks)
      }
  }

  /// What something counts that a sentence says. A wish decides nothing.
  func worth(_ weight: Int, in sentence: Int) -> Int {
    if sentence == Self.title { return 2 * weight }
    return all[sentence].isWish ? min(weight, 1) : weight
  }
}

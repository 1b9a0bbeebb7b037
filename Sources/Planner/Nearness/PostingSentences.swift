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
  }

  /// The place of the title among them. What the title names, the role is about: it counts twice.
  static let title = 0

  /// The sentences.
  let all: [Sentence]

  /// The title, what a role has as evidence, and what no competency covers. The title stands in line 0.
  init(of role: RoleDefinition) {
    var seen: Set<Int> = []
    let evidence = (role.competencies.flatMap(\.evidence) + role.unmapped)
      .sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    let title = Evidence(line: 0, column: 0, section: "title", quote: role.title)
    all =
      [Sentence(evidence: title, words: ScannedWords(role.title))]
      + evidence.filter { seen.insert($0.line << 20 | $0.column & 0xfffff).inserted }.map {
        Sentence(evidence: $0, words: ScannedWords($0.words))
      }
  }
}

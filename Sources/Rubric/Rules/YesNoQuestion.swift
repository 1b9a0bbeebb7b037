internal import Diagnostics

extension LibraryCheck {
  /// `yes-no-question`: a main question that begins with a verb such as "Do" or "Have" can be answered
  /// with one word. The verbs are data of the rule.
  mutating func checkYesNoQuestions() {
    let verbs = Set(rules["yes-no-question"]?.words.map { $0.lowercased() } ?? [])
    for file in texts {
      let table = LineTable(file.source)
      for text in file.texts where text.kind == .ask {
        for sentence in SpokenSentences(text, table).questions {
          guard let first = sentence.words.first, verbs.contains(first.lowercased()) else { continue }
          let message = "a question that begins with \"\(first)\" can be answered with yes or no"
          add("yes-no-question", message, severity: .warning, in: text.source, at: sentence.place)
        }
      }
    }
  }
}

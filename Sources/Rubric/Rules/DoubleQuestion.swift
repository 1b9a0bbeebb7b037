internal import Diagnostics

extension LibraryCheck {
  /// `double-question`: a main question with two question marks asks two things, and a candidate answers
  /// one of them.
  mutating func checkDoubleQuestions() {
    for file in texts {
      let table = LineTable(file.source)
      for text in file.texts where text.kind == .ask {
        guard let second = SpokenSentences(text, table).questions.dropFirst().first else { continue }
        let message = "a second question stands in the same main question"
        add("double-question", message, severity: .warning, in: text.source, at: second.place)
      }
    }
  }
}

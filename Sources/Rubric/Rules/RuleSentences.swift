internal import Diagnostics
internal import YAML

extension FindingRule {
  /// The groups of phrases that find something in a sentence, by their numbers.
  public func groups(findingIn sentence: String) -> [Int] {
    groups(findingIn: sentence, PhraseIndex(phrases, sets: sets))
  }

  /// The same, where the phrases are indexed.
  func groups(findingIn sentence: String, _ index: PhraseIndex) -> [Int] {
    let source = SourceText(name: id, text: sentence)
    let table = LineTable(source)
    let whole = PlaceRange(start: .start, end: table.place(at: source.bytes.count))
    return Set(WordSearch(whole, in: source, table).hits(of: index, atStart: isAtStart).compactMap(\.group))
      .sorted()
  }
}

extension LibraryCheck {
  /// The sentences of a rule are its tests.
  mutating func checkSentences(of file: CheckedFile<FindingRule>) {
    let rule = file.value
    guard rule.phrases.contains(where: { !$0.found.isEmpty || !$0.passed.isEmpty }) else { return }
    let index = PhraseIndex(rule.phrases, sets: rule.sets)
    for (number, group) in rule.phrases.enumerated() {
      let node = file.root["phrases"]?[number]
      for (line, sentence) in group.found.enumerated()
      where !rule.groups(findingIn: sentence, index).contains(number) {
        add(
          "example-missed", "the phrases find nothing in this sentence", in: file.source,
          at: node?["found"]?[line]?.range)
      }
      for (line, sentence) in group.passed.enumerated() where !rule.groups(findingIn: sentence, index).isEmpty
      {
        add(
          "example-matched", "the rule finds something in this sentence", in: file.source,
          at: node?["passed"]?[line]?.range)
      }
    }
  }
}

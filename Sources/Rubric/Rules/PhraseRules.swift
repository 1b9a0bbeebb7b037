internal import Diagnostics

extension LibraryCheck {
  /// Rules that are lists of phrases: wording that a text of some kind should not hold.
  mutating func checkPhrases() {
    let phraseRules = rules.values.filter { !$0.texts.isEmpty }.sorted { $0.id < $1.id }
    let indexed = phraseRules.map { (rule: $0, index: PhraseIndex($0.phrases, sets: $0.sets)) }
    for file in texts {
      let table = LineTable(file.source)
      for text in file.texts {
        let applied = indexed.filter { $0.rule.texts.contains(text.kind) }
        guard !applied.isEmpty else { continue }
        let search = WordSearch(text.place, in: file.source, table)
        for (rule, index) in applied { check(rule, index, search, in: file.source) }
      }
    }
  }

  private mutating func check(
    _ rule: FindingRule, _ index: PhraseIndex, _ search: WordSearch, in source: SourceText
  ) {
    for hit in search.hits(of: index, atStart: rule.isAtStart) {
      guard let group = hit.group.map({ rule.phrases[$0] }) else { continue }
      add(
        rule.id, rule.meaning.asMessage, severity: .warning, in: source, at: search.place(of: hit.words),
        note: group.note, help: group.instead)
    }
  }
}

extension String {
  /// A sentence as the words of a finding: it begins with a small letter, unless with an acronym, and has
  /// no stop at its end.
  var asMessage: String {
    let isAcronym = dropFirst().first.map { $0.isUppercase } ?? false
    let sentence = (isAcronym ? String(prefix(1)) : prefix(1).lowercased()) + dropFirst()
    return sentence.last == "." ? String(sentence.dropLast()) : sentence
  }
}

internal import Diagnostics
internal import YAML

extension LibraryCheck {
  /// `slot-article`: "a" or "an" stands right before a slot, and does not suit everything that fills it.
  mutating func checkSlotArticles() {
    for file in competencies {
      let table = LineTable(file.source)
      for (index, question) in file.value.questions.enumerated() where !question.slots.isEmpty {
        guard let node = file.root["questions"]?[index] else { continue }
        for text in LibraryText.all(of: node, in: file.source) {
          for slot in question.slots { check(slot, in: text, table) }
        }
      }
    }
  }

  private mutating func check(_ slot: QuestionSlot, in text: LibraryText, _ table: LineTable) {
    let fillings = [slot.standard] + slot.technologies
    for article in ["a", "an"] where text.text.lowercased().holds(" \(article) {\(slot.name)}") {
      guard let odd = fillings.first(where: { Self.article(before: $0) != article }) else { continue }
      let place = WordSearch(text.place, in: text.source, table).place(of: "\(article) \(slot.name)")
      add(
        "slot-article", "\"\(article) {\(slot.name)}\" reads \"\(article) \(odd)\"", severity: .warning,
        in: text.source, at: place ?? text.place)
    }
  }

  /// The article that is spoken before a name. Names of up to three capitals are spelled out: an AWS
  /// account, a GKE cluster.
  static func article(before name: String) -> String {
    let word = name.prefix { $0.isLetter || $0.isNumber }
    let isSpelled = word.count <= 3 && word.allSatisfy { $0.isUppercase || $0.isNumber }
    let vowels = isSpelled ? "AEFHILMNORSX8" : "AEIOUaeiou"
    let consonants = ["eu", "uni", "use", "ubi", "one"]
    let isConsonant = !isSpelled && consonants.contains { word.lowercased().hasPrefix($0) }
    return word.first.map(vowels.contains) ?? false && !isConsonant ? "an" : "a"
  }
}

internal import Rubric

/// Fills the slots of questions with the products that a role names.
struct SlotFiller {
  /// The products that the role names, in its order.
  let technologies: [String]

  /// A question of which every text has its slots filled.
  func fill(_ question: Question) -> Question {
    guard !question.slots.isEmpty else { return question }
    let fillings = question.slots.map { (slot: "{\($0.name)}", text: filling(of: $0)) }
    func filled(_ text: String) -> String {
      fillings.reduce(text) { Self.replacing($1.slot, with: $1.text, in: $0) }
    }
    var question = question
    question.ask = filled(question.ask)
    for index in question.probes.indices { question.probes[index].text = filled(question.probes[index].text) }
    question.strong = question.strong.map(filled)
    question.meets = question.meets.map(filled)
    question.weak = question.weak.map(filled)
    question.slots = []
    return question
  }

  /// The first product of the role with which the sentence reads well, as the question spells it; what
  /// stands there otherwise.
  private func filling(of slot: QuestionSlot) -> String {
    let known = slot.technologies.map { $0.lowercased() }
    for technology in technologies {
      if let place = known.firstIndex(of: technology.lowercased()) { return slot.technologies[place] }
    }
    return slot.standard
  }

  /// A text with a filling for each place of a slot.
  static func replacing(_ slot: String, with filling: String, in text: String) -> String {
    let (text, slot, filling) = (Array(text.utf8), Array(slot.utf8), Array(filling.utf8))
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "{"), text[index...].starts(with: slot) {
        result += filling
        index += slot.count
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

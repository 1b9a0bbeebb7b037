/// What two versions of the questions of a competency do not say alike. A question is the same by the part of its id
/// behind the slash, else by what it asks.
struct QuestionComparison {
  private(set) var changes: [LibraryChange] = []
  private let old: String
  private let new: String

  init(_ from: [Question], in old: String, _ to: [Question], in new: String) {
    (self.old, self.new) = (old, new)
    let before = Dictionary(from.map { (Self.name(of: $0), $0) }) { first, _ in first }
    let after = Dictionary(to.map { (Self.name(of: $0), $0) }) { first, _ in first }
    for (name, question) in before.sorted(by: { $0.key < $1.key }) {
      if let other = after[name] { compare(question, other) }
    }
    compareOthers(
      before.keys.filter { after[$0] == nil }.sorted().compactMap { before[$0] },
      after.keys.filter { before[$0] == nil }.sorted().compactMap { after[$0] })
  }

  private static func name(of question: Question) -> String {
    RubricLibrary.name(ofPath: question.id)
  }

  /// Questions whose ids only one side has: the same under another id where they ask nearly the same.
  private mutating func compareOthers(_ from: [Question], _ to: [Question]) {
    let pairing = ContentPairing(from, to, by: \.ask)
    for (question, other) in pairing.pairs {
      let sides = (side(old, question, "id", question.id), side(new, other, "id", other.id))
      changes.append(LibraryChange(kind: .questionMoved, from: sides.0, to: sides.1))
      compare(question, other)
    }
    changes += pairing.removed.map {
      LibraryChange(
        kind: .questionRetired, from: LibraryChange.Side(old, $0.id, ComparedText($0.ask).text), to: nil)
    }
    changes += pairing.added.map {
      LibraryChange(
        kind: .questionAdded, from: nil, to: LibraryChange.Side(new, $0.id, ComparedText($0.ask).text))
    }
  }

  private mutating func compare(_ from: Question, _ to: Question) {
    changes += TextComparison.changes(
      .questionReworded, (old, from.id, from.ask), (new, to.id, to.ask))
    for (key, value) in Self.values {
      add(from, to, key, value(from), value(to))
    }
    for (key, list) in Self.lists {
      changes += TextComparison.changes(
        .questionChanged, (old, Self.part(from, key)), list(from), (new, Self.part(to, key)), list(to))
    }
  }

  private mutating func add(_ from: Question, _ to: Question, _ key: String, _ old: String, _ new: String) {
    guard old != new else { return }
    changes.append(
      LibraryChange(
        kind: .questionChanged, from: side(self.old, from, key, old), to: side(self.new, to, key, new)))
  }

  private func side(
    _ file: String, _ question: Question, _ key: String, _ text: String
  ) -> LibraryChange.Side {
    LibraryChange.Side(file, Self.part(question, key), text)
  }

  private static func part(_ question: Question, _ key: String) -> String { "\(question.id), \(key)" }

  private static let values: [(key: String, of: @Sendable (Question) -> String)] = [
    ("kind", { $0.kind.rawValue }), ("levels", { $0.levels.written }), ("minutes", { String($0.minutes) }),
    ("also", { $0.also.sorted().joined(separator: ", ") }), ("thread", { $0.thread ?? "" }),
  ]

  private static let lists: [(key: String, of: @Sendable (Question) -> [String])] = [
    ("probes", { $0.probes.map(\.text) }), ("strong", { $0.strong }), ("meets", { $0.meets }),
    ("weak", { $0.weak }), ("about", { $0.about }),
    (
      "slots",
      { question in
        question.slots.map {
          "\($0.name): \($0.standard), or \($0.technologies.sorted().joined(separator: ", "))"
        }
      }
    ),
  ]
}

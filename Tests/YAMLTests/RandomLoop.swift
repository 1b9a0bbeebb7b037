import Diagnostics
import TestSupport

@testable import YAML

/// A file of lists in lists, with random edits.
struct RandomLoop: Equatable {
  var interviews: [Interview]

  struct Interview: Equatable {
    var format: String
    var name: String
    var minutes: Int
    var questions: [Question]
    var notes: [String]
  }

  struct Question: Equatable {
    var id: String
    var ask: String
  }

  /// How such files are merged.
  static let rules = MergeRules(
    lists: [
      "interviews": MergeRules.List(
        "interview", by: [{ $0["format"]?.words }, { $0["name"]?.words }], name: { $0["name"]?.words }),
      "interviews/questions": MergeRules.List("question", by: "id"),
    ], isDerived: { $0 == "interviews/number" })

  init(using random: inout SeededGenerator) {
    interviews = ["coding", "drill", "talk"].map { format in
      Interview(
        format: format, name: format + "!", minutes: 30,
        questions: ["a", "b", "c"].map { Question(id: "\(format)/\($0)", ask: "Why \($0)?") },
        notes: ["x", "y"])
    }
    for _ in 0..<random.next() % 4 { edit(using: &random) }
  }

  /// Changes one thing, in one interview where there are any.
  mutating func edit(using random: inout SeededGenerator) {
    guard !interviews.isEmpty else { return add(using: &random) }
    let index = Int(random.next() % UInt64(interviews.count))
    switch random.next() % 9 {
    case 0: interviews[index].name = "name \(random.next() % 3)"
    case 1: interviews[index].minutes = 45 + Int(random.next() % 3)
    case 2: interviews.remove(at: index)
    case 3: add(using: &random)
    case 4: interviews.swapAt(0, index)
    case 5: interviews[index].notes.append("note \(random.next() % 3)")
    case 6: if !interviews[index].notes.isEmpty { interviews[index].notes.removeFirst() }
    case 7: editQuestion(of: index, using: &random)
    default:
      let id = "\(interviews[index].format)/new-\(random.next() % 3)"
      guard !interviews[index].questions.contains(where: { $0.id == id }) else { return }
      interviews[index].questions.append(Question(id: id, ask: "New \(random.next() % 2)?"))
    }
  }

  private mutating func add(using random: inout SeededGenerator) {
    let format = "new-\(random.next() % 3)"
    guard !interviews.contains(where: { $0.format == format }) else { return }
    let place = Int(random.next() % UInt64(interviews.count + 1))
    interviews.insert(
      Interview(format: format, name: format, minutes: 20, questions: [], notes: []), at: place)
  }

  private mutating func editQuestion(of index: Int, using random: inout SeededGenerator) {
    guard !interviews[index].questions.isEmpty else { return }
    let question = Int(random.next() % UInt64(interviews[index].questions.count))
    if random.once(in: 3) {
      interviews[index].questions.remove(at: question)
    } else {
      interviews[index].questions[question].ask = "Reworded \(random.next() % 3)?"
    }
  }

  /// The file. Numbers follow from the order.
  var node: Node {
    get throws { try YAMLParser.parse(SourceText(name: "loop.yaml", text: YAMLWriter.text(document))) }
  }

  private var document: Document {
    let list = interviews.enumerated().map { index, interview -> Document in
      .mapping([
        .init("number", .integer(index + 1)), .init("format", .text(interview.format)),
        .init("name", .text(interview.name)), .init("minutes", .integer(interview.minutes)),
        .init(
          "questions",
          .list(
            interview.questions.map {
              .mapping([.init("id", .text($0.id)), .init("ask", .text($0.ask))])
            })),
        .init("notes", .inline(interview.notes)),
      ])
    }
    return .mapping([.init("interviews", .list(list))])
  }
}

extension Node {
  /// Every single value of such a file, by the names on the way to it.
  func values(_ path: String = "") -> [String: String] {
    switch content {
    case .scalar(let text, _): return [path: text]
    case .sequence(let items):
      return items.reduce(into: [:]) { values, item in
        let name = item["format"]?.words ?? item["id"]?.words ?? item.words ?? ""
        values.merge(item.values("\(path)/\(name)")) { first, _ in first }
      }
    case .mapping(let entries):
      return entries.filter { $0.key != "number" }.reduce(into: [:]) { values, entry in
        values.merge(entry.value.values("\(path)/\(entry.key)")) { first, _ in first }
      }
    }
  }
}

import Diagnostics
import Rubric
import TestSupport

/// A made library of a few competencies, a format and a policy, with edits of which the changes are known. No two
/// texts of it have a word in common.
struct RandomLibrary {
  struct MadeQuestion {
    var name: String
    var ask: String
    var minutes = 15
  }

  struct MadeCompetency {
    var id: String
    var name: String
    var definition: String
    var summaries: [String]
    var anchors: [[String]]
    var terms: [String]
    var near: [String]
    var questions: [MadeQuestion]
  }

  var competencies: [MadeCompetency] = []
  var interviews = 4
  var formatMinutes = 60
  var generator: SeededGenerator
  private var words = 0

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    for _ in 0..<3 { competencies.append(competency()) }
  }

  /// A text of six words that stand nowhere else.
  mutating func text() -> String {
    words += 6
    return "Does" + (0..<5).map { " word\(words + $0)x" }.joined() + "."
  }

  private mutating func competency() -> MadeCompetency {
    let id = "made-\(words)"
    return MadeCompetency(
      id: id, name: text(), definition: text(), summaries: (1...5).map { _ in text() },
      anchors: (1...5).map { _ in [text(), text()] }, terms: [text(), text()], near: [text()],
      questions: [
        MadeQuestion(name: "one-\(words)", ask: text()), MadeQuestion(name: "two-\(words)", ask: text()),
      ])
  }

  /// Changes one thing, and gives what a comparison must find.
  mutating func edit() -> [LibraryChangeKind] {
    let index = Int(generator.next() % UInt64(competencies.count))
    switch generator.next() % 19 {
    case 0: return addCompetency()
    case 1: return retire(index)
    case 2:
      competencies[index].id += "-new"
      return [.competencyMoved]
    case 3:
      interviews = interviews == 8 ? 1 : interviews + 1
      return [.policyChanged]
    case 4:
      formatMinutes += 5
      return [.formatChanged]
    case 5...8: return editTerms(of: index)
    case 9...11: return editQuestions(of: index)
    default: return editTexts(of: index)
    }
  }

  private mutating func addCompetency() -> [LibraryChangeKind] {
    competencies.append(competency())
    return [.competencyAdded]
  }

  private mutating func retire(_ index: Int) -> [LibraryChangeKind] {
    guard competencies.count > 2 else { return addCompetency() }
    competencies.remove(at: index)
    return [.competencyRetired]
  }

  private mutating func editTerms(of index: Int) -> [LibraryChangeKind] {
    switch generator.next() % 4 {
    case 0 where competencies[index].terms.count > 1:
      competencies[index].terms.removeLast()
      return [.termRemoved]
    case 1:
      competencies[index].near.append(text())
      return [.termRuleChanged]
    case 2 where competencies[index].terms.count > 1:
      let term = competencies[index].terms.removeLast()
      competencies[(index + 1) % competencies.count].terms.append(term)
      return [.termMoved]
    default:
      competencies[index].terms.append(text())
      return [.termAdded]
    }
  }

  private mutating func editQuestions(of index: Int) -> [LibraryChangeKind] {
    switch generator.next() % 4 {
    case 0 where competencies[index].questions.count > 1:
      competencies[index].questions.removeLast()
      return [.questionRetired]
    case 1:
      competencies[index].questions[0].minutes += 5
      return [.questionChanged]
    case 2:
      competencies[index].questions[0].ask = reworded(competencies[index].questions[0].ask)
      return [.questionReworded]
    default:
      competencies[index].questions.append(MadeQuestion(name: "new-\(words)", ask: text()))
      return [.questionAdded]
    }
  }

  private mutating func editTexts(of index: Int) -> [LibraryChangeKind] {
    let level = Int(generator.next() % 5)
    let other = (level + 1 + Int(generator.next() % 4)) % 5
    switch generator.next() % 8 {
    case 0:
      competencies[index].name = text()
      return [.nameChanged]
    case 1:
      competencies[index].definition = reworded(competencies[index].definition)
      return [.definitionReworded]
    case 2:
      competencies[index].summaries[level] = text()
      return [.summaryReworded]
    case 3:
      competencies[index].anchors[level][0] = reworded(competencies[index].anchors[level][0])
      return [.anchorReworded]
    case 4:
      competencies[index].anchors[level][0] = lightlyReworded(competencies[index].anchors[level][0])
      return [.rewordedLightly]
    case 5 where competencies[index].anchors[level].count > 1:
      competencies[index].anchors[level].removeLast()
      return [.anchorRemoved]
    case 6 where competencies[index].anchors[level].count > 1:
      competencies[index].anchors[other].append(competencies[index].anchors[level].removeLast())
      return [.anchorMoved]
    default:
      competencies[index].anchors[level].append(text())
      return [.anchorAdded]
    }
  }

  /// The text with one word exchanged.
  private mutating func reworded(_ text: String) -> String {
    words += 1
    var parts = text.split(separator: " ").map { String($0) }
    parts[2] = "other\(words)x"
    return parts.joined(separator: " ")
  }

  /// The text with other punctuation.
  private func lightlyReworded(_ text: String) -> String {
    var parts = text.split(separator: " ").map { String($0) }
    parts[2] = parts[2].hasSuffix(",") ? String(parts[2].dropLast()) : parts[2] + ","
    return parts.joined(separator: " ")
  }
}

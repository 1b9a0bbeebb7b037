public import Rubric

/// A question on what the posting asks for and no competency covers. What is said is noted for the debrief, and not scored.
public struct UncoveredQuestion: Sendable {
  /// The words of the posting; two where there are more than an interview has questions for.
  public var evidence: [Evidence]
  /// The words to read aloud.
  public var ask: String
  /// The minutes set aside for it.
  public var minutes: Int
  /// What is heard in answers to it, by the format.
  public var talk: UncoveredTalk

  /// Its name among the questions of its interview.
  static func id(_ number: Int) -> String { "uncovered/\(number)" }
}

/// Has a loop ask for what no competency covers, in the last of its interviews that does so.
struct UncoveredQuestions {
  private let words: [Evidence]

  /// The words of a loop's posting that nothing else settles.
  init(_ loop: InterviewLoop) { words = OpenPointFinder(loop).uncoveredWords() }

  /// Adds the questions to one of some interviews.
  func add(to interviews: inout [Interview]) {
    guard !words.isEmpty, let place = interviews.lastIndex(where: { $0.format?.uncovered != nil }),
      let talk = interviews[place].format?.uncovered
    else { return }
    let most = min(talk.most, interviews[place].mostUncovered(talk))
    interviews[place].uncovered = Self.split(words, among: most).map { words in
      // Each between the quotation marks of the question.
      let quoted = Figures.listed(words.map(\.words), quotedBy: "'")
      let ask = SlotFiller.replacing("{words}", with: quoted, in: talk.ask)
      return UncoveredQuestion(evidence: words, ask: ask, minutes: talk.minutes, talk: talk)
    }
  }

  /// One each as long as there are questions, and in the last two where more are left. Nobody answers for five lines at
  /// once: what is left then nobody asks for.
  private static func split(_ words: [Evidence], among count: Int) -> [[Evidence]] {
    let single = words.prefix(count - 1).map { [$0] }
    let rest = Array(words.dropFirst(count - 1).prefix(mostAtOnce))
    return rest.isEmpty ? single : single + [rest]
  }

  private static let mostAtOnce = 2
}

extension Interview {
  /// How many questions of some minutes there is room for: as many as one likes where the posting does not state how long
  /// it takes; one in any case.
  fileprivate func mostUncovered(_ talk: UncoveredTalk) -> Int {
    stage?.minutes == nil ? talk.most : max(1, unusedMinutes / talk.minutes)
  }
}

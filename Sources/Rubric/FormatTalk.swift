internal import YAML

/// The question with which an interview opens: on the largest piece of work that the candidate has done in what the role
/// is about. It is beside what a plan places there, and gives one more reading of a demand that decides.
public struct LargestWork: Sendable {
  /// The minutes that are kept for it.
  public var minutes: Int
  /// The ids of the questions that ask for such a piece of work, one for a competency at most.
  public var questions: [String]

  static let shape = Shape<LargestWork>.mapping("the largest piece of work") { fields in
    LargestWork(
      minutes: fields.required("minutes", .integer(1...60)),
      questions: fields.required("questions", .list(of: .identifier, atLeast: 1)))
  }
}

/// How an interview asks for what the posting demands and no competency covers: noted, and not scored.
public struct UncoveredTalk: Sendable {
  /// The words to read aloud. `{words}` stands for those of the posting.
  public var ask: String
  /// The minutes of each question.
  public var minutes: Int
  /// The most questions; what is left over is asked for in the last.
  public var most: Int
  /// What is heard in a strong answer.
  public var strong: [String]
  /// What is heard in one that will do.
  public var meets: [String]
  /// What is heard in a weak one.
  public var weak: [String]

  static let shape = Shape<UncoveredTalk>.mapping("the talk on what is uncovered") { fields in
    UncoveredTalk(
      ask: fields.required("ask", .text), minutes: fields.required("minutes", .integer(1...30)),
      most: fields.required("most", .integer(1...8)),
      strong: fields.required("strong", .list(of: .text, atLeast: 1)),
      meets: fields.required("meets", .list(of: .text, atLeast: 1)),
      weak: fields.required("weak", .list(of: .text, atLeast: 1)))
  }
}

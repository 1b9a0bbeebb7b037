import Diagnostics
import Rubric
import TestSupport

extension RandomLibrary {
  /// The library.
  var library: RubricLibrary { RubricLibrary(files) }

  /// The library with its files, keys and lists in another order, with comments, and texts broken elsewhere.
  mutating func shuffledLibrary() -> RubricLibrary {
    var files: [(path: String, source: SourceText)] = []
    for competency in competencies.shuffled(using: &generator) {
      let path = "competencies/people/\(competency.id).yaml"
      files.append(SmallLibrary.file(path, shuffled(competency)))
    }
    return RubricLibrary([Self.format(formatMinutes, "# Why."), Self.policy(interviews, "# Why.")] + files)
  }

  private var files: [(path: String, source: SourceText)] {
    competencies.map { competency in
      SmallLibrary.file(
        "competencies/languages/\(competency.id).yaml",
        Self.keys(of: competency).joined(separator: "\n") + "\n")
    } + [Self.format(formatMinutes, ""), Self.policy(interviews, "")]
  }

  private mutating func shuffled(_ competency: MadeCompetency) -> String {
    var other = competency
    other.anchors = competency.anchors.map { $0.shuffled(using: &generator) }
    other.terms.shuffle(using: &generator)
    other.near.shuffle(using: &generator)
    other.questions.shuffle(using: &generator)
    other.definition = competency.definition.split(separator: " ").joined(separator: "\n\n     ")
    return "# A word on it.\n"
      + Self.keys(of: other).shuffled(using: &generator).joined(separator: "\n# More.\n\n")
      + "\n"
  }

  private static func keys(of competency: MadeCompetency) -> [String] {
    let levels = competency.anchors.enumerated().map { index, anchors in
      "  \(index + 1): {summary: \"\(competency.summaries[index])\", anchors: \(list(anchors))}\n"
    }
    let questions = competency.questions.map { question in
      """
        - {id: \(competency.id)/\(question.name), kind: technical, levels: 2-5, minutes: \(question.minutes),
           ask: "\(question.ask)", strong: [Good.], weak: [Bad.]}

      """
    }
    return [
      "id: \(competency.id)", "name: \"\(competency.name)\"", "family: languages",
      "definition: \"\(competency.definition)\"", "levels:\n" + levels.joined(),
      "signals:\n  - terms: \(list(competency.terms))\n    near: \(list(competency.near))",
      "questions:\n" + questions.joined(),
    ]
  }

  private static func list(_ texts: [String]) -> String {
    "[" + texts.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }

  private static func format(_ minutes: Int, _ comment: String) -> (path: String, source: SourceText) {
    let text = """
      \(comment)
      id: coding
      name: Coding
      purpose: Writes code.
      minutes: \(minutes)
      opening: 5
      closing: 10
      ratings: 3
      kinds: [technical]
      rates: {families: [languages]}
      interviewer: An engineer.
      tell_candidate: [An hour.]
      """
    return SmallLibrary.file("formats/coding.yaml", text)
  }

  private static func policy(_ interviews: Int, _ comment: String) -> (path: String, source: SourceText) {
    let levels = ["intern", "junior", "mid", "unspecified", "senior", "lead", "staff", "manager", "director"]
    let text = """
      \(comment)
      screens: []
      formats: [coding]
      interviews: \(interviews)
      ratings_per_interview: 3
      minutes_per_rating: 15
      readings: 2
      debrief_minutes: 45
      preparation_minutes: 30
      targets: {\(levels.map { "\($0): 3" }.joined(separator: ", ")), principal: 5}
      """
    return SmallLibrary.file("policy.yaml", text)
  }
}

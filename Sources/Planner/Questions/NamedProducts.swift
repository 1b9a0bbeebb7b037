internal import Rubric

/// The products that a posting names where it asks for something. Questions about products are asked only where it names
/// one of them: nobody is asked for Chef because the posting asks for infrastructure as code.
struct NamedProducts {
  /// The words of each line, and of each technology that no line names.
  private let lines: [[UInt64]]

  /// Those of the lines that state some competencies of a role.
  init(_ asked: [RoleCompetency]) {
    var lines: [[UInt64]] = []
    for competency in asked {
      for evidence in competency.evidence {
        let words = ScannedWords.hashes(of: evidence.words)
        if !lines.contains(words) { lines.append(words) }
      }
    }
    for technology in asked.flatMap(\.technologies) {
      let words = ScannedWords.hashes(of: technology)
      if !lines.contains(where: { Self.holds(words, in: $0) }) { lines.append(words) }
    }
    self.lines = lines
  }

  /// In how many lines one of some products is named.
  func lines(naming products: [String]) -> Int {
    let words = products.map { ScannedWords.hashes(of: $0) }
    return lines.count { line in words.contains { Self.holds($0, in: line) } }
  }

  /// The first of some products that is named; nil where none is.
  func first(of products: [String]) -> String? { products.first { lines(naming: [$0]) > 0 } }

  /// Whether some words stand one after the other in a line.
  private static func holds(_ words: [UInt64], in line: [UInt64]) -> Bool {
    guard let first = words.first, words.count <= line.count else { return false }
    return (0...line.count - words.count).contains { start in
      line[start] == first && line[start..<start + words.count].elementsEqual(words)
    }
  }

  /// The questions of some that may be asked, and for those about products how often the posting names them.
  static func asked(
    of questions: [Question], by asking: [RoleCompetency]
  ) -> (asked: [Question], lines: [String: Int]) {
    guard questions.contains(where: { !$0.about.isEmpty }) else { return (questions, [:]) }
    let named = NamedProducts(asking)
    var lines: [String: Int] = [:]
    for question in questions where !question.about.isEmpty {
      let count = named.lines(naming: question.about)
      if count > 0 { lines[question.id] = count }
    }
    return (questions.filter { $0.about.isEmpty || lines[$0.id] != nil }, lines)
  }
}

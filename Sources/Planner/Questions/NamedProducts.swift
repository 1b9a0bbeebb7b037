internal import Rubric

/// The products that a posting names where it asks for something. Questions about products are asked only where it names
/// one of them: nobody is asked for Chef because the posting asks for infrastructure as code.
struct NamedProducts {
  /// The words of each line, and of each technology that no line names.
  private let lines: [[UInt64]]
  /// The words of each technology, in the order of the posting.
  private let order: [[UInt64]]
  /// The words of the role's title.
  private let title: Set<UInt64>

  /// Those of the lines that state some competencies of a role with a title of some words.
  init(_ asked: [RoleCompetency], title: Set<UInt64> = []) {
    self.title = title
    order = asked.flatMap(\.technologies).map { ScannedWords.hashes(of: $0) }
    var lines: [[UInt64]] = []
    for competency in asked {
      for evidence in competency.evidence {
        let words = ScannedWords.hashes(of: evidence.words)
        if !lines.contains(words) { lines.append(words) }
      }
    }
    for words in order {
      if !lines.contains(where: { Self.holds(words, in: $0) }) { lines.append(words) }
    }
    self.lines = lines
  }

  /// In how many lines one of some products is named.
  func lines(naming products: [String]) -> Int {
    lines(holding: products.map { ScannedWords.hashes(of: $0) })
  }

  private func lines(holding words: [[UInt64]]) -> Int {
    lines.count { line in words.contains { Self.holds($0, in: line) } }
  }

  /// How much the posting names some products: the lines, of which the title is worth two, and among as many the one that
  /// it names first; nil where it names none.
  func weight(of products: [String]) -> Int? {
    let words = products.map { ScannedWords.hashes(of: $0) }
    let lines = lines(holding: words)
    guard lines > 0 else { return nil }
    let isInTitle = words.contains { !$0.isEmpty && title.isSuperset(of: $0) }
    let place = order.firstIndex { words.contains($0) } ?? Self.places
    return min(Self.most, lines + (isInTitle ? 2 : 0)) * Self.places + max(0, Self.places - 1 - place)
  }

  /// More lines than these say no more.
  private static let most = 7
  /// So many products are told apart by their order.
  private static let places = 8
  /// What weights stay below.
  static let limit = (most + 1) * places

  /// The first of some products that is named; nil where none is.
  func first(of products: [String]) -> String? { products.first { lines(naming: [$0]) > 0 } }

  /// Whether some words stand one after the other in a line.
  private static func holds(_ words: [UInt64], in line: [UInt64]) -> Bool {
    guard let first = words.first, words.count <= line.count else { return false }
    return (0...line.count - words.count).contains { start in
      line[start] == first && line[start..<start + words.count].elementsEqual(words)
    }
  }

  /// The questions of some that may be asked, and for those about products how much the posting names them.
  static func asked(
    of questions: [Question], by asking: [RoleCompetency], title: Set<UInt64>
  ) -> (asked: [Question], weights: [String: Int]) {
    guard questions.contains(where: { !$0.about.isEmpty }) else { return (questions, [:]) }
    let named = NamedProducts(asking, title: title)
    var weights: [String: Int] = [:]
    for question in questions where !question.about.isEmpty {
      weights[question.id] = named.weight(of: question.about)
    }
    return (questions.filter { $0.about.isEmpty || weights[$0.id] != nil }, weights)
  }
}

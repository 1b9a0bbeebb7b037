internal import Diagnostics
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
  /// The lines behind more than a wish, if they name a technology; none where they do not.
  private let firm: [[UInt64]]

  /// Those of the lines that state some competencies of a role with a title of some words. What the posting requires in
  /// lines of their own is not asked about by a product that it names where it tells of itself. What an exercise of the loop
  /// makes of a line is not looked for in it any more. What only a wish names says nothing where another line names
  /// something: who has to know MongoDB is not asked for Elasticsearch instead, which is a plus.
  init(
    _ asked: [RoleCompetency], title: Set<UInt64> = [], made: MadeWords = MadeWords(),
    wishes: Set<SentencePlace> = []
  ) {
    self.title = title
    let evidence = asked.flatMap(\.evidence)
    let isRequired = evidence.contains { $0.section == "required" }
    var (lines, left, asides): ([[UInt64]], [[UInt64]], [[UInt64]]) = ([], [], [])
    var firm: [[UInt64]] = []
    for evidence in evidence {
      let words = ScannedWords.hashes(of: evidence.words)
      if isRequired, Heaviness.isAside(evidence) {
        asides.append(words)
      } else if !lines.contains(words) {
        lines.append(words)
        left.append(made.striking(words, at: SentencePlace(evidence)))
        if !wishes.contains(SentencePlace(evidence)) { firm.append(words) }
      }
    }
    let names = asked.flatMap(\.technologies).map { ScannedWords.hashes(of: $0) }
    order = names.filter { name in
      lines.contains { $0.holds(run: name) } || !asides.contains { $0.holds(run: name) }
    }
    for name in order where !lines.contains(where: { $0.holds(run: name) }) {
      lines.append(name)
      left.append(name)
    }
    self.lines = left
    let ordered = order
    self.firm = firm.contains { line in ordered.contains { line.holds(run: $0) } } ? firm : []
  }

  /// In how many lines one of some products is named.
  func lines(naming products: [String]) -> Int {
    lines(holding: products.map { ScannedWords.hashes(of: $0) })
  }

  private func lines(holding words: [[UInt64]]) -> Int {
    lines.count { line in words.contains { line.holds(run: $0) } }
  }

  /// How much the posting names some products: the lines, of which the title is worth two, and among as many the one that
  /// it names first; 0 where only wishes name them, and others are asked for; nil where it names none.
  func weight(of products: [String]) -> Int? {
    let words = products.map { ScannedWords.hashes(of: $0) }
    let lines = lines(holding: words)
    guard lines > 0 else { return nil }
    let isFirm = firm.isEmpty || firm.contains { line in words.contains { line.holds(run: $0) } }
    guard isFirm else { return 0 }
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

  /// The questions of some that may be asked, and for those about products how much the posting names them.
  static func asked(
    of questions: [Question], by asking: [RoleCompetency], title: Set<UInt64>, made: MadeWords = MadeWords(),
    wishes: Set<SentencePlace> = []
  ) -> (asked: [Question], weights: [String: Int]) {
    guard questions.contains(where: { !$0.about.isEmpty }) else { return (questions, [:]) }
    let named = NamedProducts(asking, title: title, made: made, wishes: wishes)
    var weights: [String: Int] = [:]
    for question in questions where !question.about.isEmpty {
      weights[question.id] = named.weight(of: question.about)
    }
    return (questions.filter { $0.about.isEmpty || weights[$0.id] != nil }, weights)
  }
}

/// The words of the posting's lines of which exercises of a loop are made: who works on a slow queue in PostgreSQL is asked
/// about backups next, where the posting speaks of both.
struct MadeWords {
  private var words: [SentencePlace: [[UInt64]]] = [:]

  /// Adds what an exercise has in common with the posting.
  mutating func add(_ links: [Nearness]) {
    for link in links {
      words[SentencePlace(link.evidence), default: []] += link.words.map { ScannedWords.hashes(of: $0) }
    }
  }

  /// The words of a line without those of which an exercise is made.
  func striking(_ line: [UInt64], at place: SentencePlace) -> [UInt64] {
    var line = line
    for run in words[place] ?? [] where !run.isEmpty {
      while let start = line.start(ofRun: run) { line.replaceSubrange(start..<start + run.count, with: [0]) }
    }
    return line
  }
}

internal import Rubric

/// No posting needs more quotations to show that it asks for something.
private let mostQuotes = 40

/// Sums the claims of a posting up: what the role asks for, how much, and with which words.
struct DemandBuilder {
  private let marked: MarkedPosting
  private let sentences: [Sentence]
  let quotes: QuoteCutter
  /// The level that is asked for where no words ask for another.
  var base: ProficiencyLevel
  /// The highest level of what one sentence states and the posting does not put first; nil for no such limit.
  private let mostForOneLine: ProficiencyLevel?
  /// The ids of what the level of the role asks for by itself: no limit is for these.
  private let ofLevel: [String]

  init(
    _ marked: MarkedPosting, _ sentences: [Sentence], base: ProficiencyLevel,
    mostForOneLine: ProficiencyLevel? = nil, ofLevel: [String] = []
  ) {
    self.marked = marked
    self.sentences = sentences
    self.base = base
    self.mostForOneLine = mostForOneLine
    self.ofLevel = ofLevel
    quotes = QuoteCutter(marked)
  }

  /// No posting asks for more that no competency covers; a longer list is noise.
  private static let mostUnmapped = 200

  /// The competencies of the role: required before preferred before duty, then those that the posting
  /// speaks of more, then in the order in which it names them.
  func competencies(from claims: [Claim]) -> [RoleCompetency] {
    let (claims, stretches) = Self.byCompetency(claims)
    var sums = stretches.map { Sum(claims, $0, target: target) }
    sums.sort { a, b in
      a.isOf(b) ? id(of: a) < id(of: b) : a.comesBefore(b)
    }
    var letters = GroupLetters<Int>()
    return sums.enumerated().map { place, sum in
      var sum = sum
      if let mostForOneLine, place >= Self.first, !ofLevel.contains(id(of: sum)) {
        sum.limit(to: mostForOneLine)
      }
      return competency(from: sum, claims[sum.claims], &letters)
    }
  }

  /// So many that a posting puts first are what its work is made of.
  private static let first = 2

  private func id(of sum: Sum) -> String { marked.index.competencies[sum.competency] }

  /// What the claims of one competency come to, before anything is quoted: by this it finds its place in the role.
  private struct Sum {
    /// The claims, by their numbers among those of all competencies.
    let claims: Range<Int>
    let competency: Int
    private(set) var importance = Importance.duty
    /// In how many sentences it is stated.
    private(set) var quotes = 0
    /// The first word that states it.
    private(set) var first = Int.max
    /// The alternatives that the strongest claims belong to; nil where one of them stands on its own: demanded so
    /// anywhere, it is no mere alternative.
    var group: Int? { isAlternative ? anyGroup : nil }
    /// The level that the strongest claims ask for, at the most.
    private(set) var target: ProficiencyLevel?
    /// Whether the words of the strongest claims ask for a level.
    private var isWorded = false
    private var isAlternative = true
    private var anyGroup: Int?

    /// The sum of claims that come in the order of the posting, at least one.
    init(_ all: [Claim], _ claims: Range<Int>, target: (ProficiencyLevel?) -> ProficiencyLevel) {
      self.claims = claims
      competency = all[claims.lowerBound].competency
      var sentence = -1
      for claim in all[claims] {
        first = min(first, claim.words.lowerBound)
        if claim.sentence != sentence { quotes += 1 }
        sentence = claim.sentence
        if claim.importance < importance {
          (importance, anyGroup, isAlternative, self.target) = (claim.importance, nil, true, nil)
          isWorded = false
        }
        guard claim.importance == importance else { continue }
        isAlternative = isAlternative && claim.group != nil
        anyGroup = anyGroup ?? claim.group
        isWorded = isWorded || claim.proficiency != nil
        let level = target(claim.proficiency)
        self.target = max(self.target ?? level, level)
      }
      quotes = min(quotes, mostQuotes)
    }

    /// Asks for so much at most, where one sentence states it and no words ask for a level.
    mutating func limit(to level: ProficiencyLevel) {
      if quotes < 2, !isWorded { target = target.map { min($0, level) } }
    }

    /// Whether nothing but the names tells which of two comes first.
    func isOf(_ other: Sum) -> Bool {
      importance == other.importance && quotes == other.quotes && first == other.first
    }

    func comesBefore(_ other: Sum) -> Bool {
      if importance != other.importance { return importance < other.importance }
      return quotes != other.quotes ? quotes > other.quotes : first < other.first
    }
  }

  /// The claims by competency, in the order in which the posting first states them, and the stretch of each.
  private static func byCompetency(_ claims: [Claim]) -> (claims: [Claim], stretches: [Range<Int>]) {
    var order: [Int] = []
    var counts: [Int] = Array(repeating: 0, count: (claims.lazy.map(\.competency).max() ?? -1) + 1)
    for claim in claims {
      if counts[claim.competency] == 0 { order.append(claim.competency) }
      counts[claim.competency] += 1
    }
    // Where the next claim of each goes, once those of the competencies before it have their places.
    var ends = counts
    var start = 0
    for competency in order {
      ends[competency] = start
      start += counts[competency]
    }
    var numbers = Array(repeating: 0, count: claims.count)
    for (number, claim) in claims.enumerated() {
      numbers[ends[claim.competency]] = number
      ends[claim.competency] += 1
    }
    return (numbers.map { claims[$0] }, order.map { ends[$0] - counts[$0]..<ends[$0] })
  }

  /// What the posting demands or wishes for, or lists as work, and no competency covers: the first two hundred. Some sentences
  /// are covered besides those of the claims.
  func uncovered(_ claims: [Claim], besides others: Set<Int> = []) -> [Sentence] {
    var covered = Array(repeating: false, count: sentences.count)
    for sentence in claims.lazy.map(\.sentence) { covered[sentence] = true }
    for sentence in others where covered.indices.contains(sentence) { covered[sentence] = true }
    let zones = marked.index.language.zones
    var uncovered: [Sentence] = []
    for (number, sentence) in sentences.enumerated()
    where !covered[number] && uncovered.count < Self.mostUnmapped {
      let asks = zones[sentence.zone].asks
      // "Experience and skills that matter here:" asks for nothing itself, nor does "You fit if ...".
      guard asks == .required || asks == .preferred || isListedWork(sentence), sentence.words.count >= 2,
        sentence.kinds.isDisjoint(with: Cue.Kinds.waiver.union([.void, .perk])),
        !marked.leadsOn(sentence.block),
        isDemand(sentence), !asksBack(sentence), !isCondition(sentence), !statesLevels(sentence)
      else { continue }
      uncovered.append(sentence)
    }
    return uncovered
  }

  /// Whether a short line tells the levels of the role and little else: "Experience: mid to senior level".
  private func statesLevels(_ sentence: Sentence) -> Bool {
    guard sentence.words.count <= Self.longestOfLevels else { return false }
    let levels = marked.cues(in: sentence.words).count { $0.isOf(.level) }
    return levels > 1 && levels * 2 >= sentence.words.count - 1
  }

  /// A line of more words tells more than levels.
  private static let longestOfLevels = 6

  /// Whether a sentence is an entry of a list that tells the work.
  private func isListedWork(_ sentence: Sentence) -> Bool {
    let zone = marked.index.language.zones[sentence.zone]
    return zone.asks == .duty && zone.asksAlways && sentence.words.count > 2 && !isOfEmployer(sentence)
      && marked.posting.blocks[sentence.block].kind == .item
      && marked.blockWords[sentence.block].lowerBound == sentence.words.lowerBound
  }

  /// Whether a sentence tells of the employer: "We raised money from three funds", "Our board includes a founder".
  private func isOfEmployer(_ sentence: Sentence) -> Bool {
    let first = sentence.words.lowerBound
    return sentence.zone == marked.index.language.team
      && (marked.reads(first, "we") || marked.reads(first, "our"))
  }

  /// Whether a sentence denies what it names, "No cloud experience needed", or lays down what the law or the contract
  /// does, which is open and no demand: "Eligible to work in Norway".
  private func isCondition(_ sentence: Sentence) -> Bool {
    let first = sentence.words.lowerBound
    return marked.cues(in: sentence.words).contains { cue in
      if cue.isOf(.negation) { return cue.word == first && !marked.holds(.demand, in: first..<first + 2) }
      guard case .open(let kind) = marked.index.cue(cue) else { return false }
      return Self.conditions.contains(kind) && !marked.holds(open: .degree, in: sentence.words)
    }
  }

  private static let conditions: Set<OpenWording.Kind> = [
    .authorisation, .citizenship, .backgroundCheck, .residence, .closed,
  ]

  /// Whether a sentence is a question, as those of a form are.
  private func asksBack(_ sentence: Sentence) -> Bool {
    let end = marked.words.range(sentence.words.upperBound - 1).upperBound
    let bytes = marked.posting.text.bytes
    return end < bytes.count && bytes[end] == UInt8(ascii: "?")
  }

  /// An item of a list, a paragraph with a heading of its own, or a sentence about the person. What
  /// follows in an item is mostly comment: "Data governance. Our auditors have begun to ask."
  private func isDemand(_ sentence: Sentence) -> Bool {
    let begins = sentence.words.lowerBound == marked.blockWords[sentence.block].lowerBound
    let isItem = marked.posting.blocks[sentence.block].kind == .item
    if sentence.kinds.contains(.aside), !(begins && isItem) { return false }
    return !sentence.kinds.isDisjoint(with: [.person, .required])
      || begins && (isItem || Zones.labelled(sentence.block, marked) != nil)
  }

  private func competency(
    from sum: Sum, _ claims: ArraySlice<Claim>, _ letters: inout GroupLetters<Int>
  ) -> RoleCompetency {
    var technologies: [String] = []
    for claim in claims where marked.index.namesTechnology(claim) {
      guard let name = marked.index.technology(of: claim), !technologies.contains(name) else { continue }
      technologies.append(name)
    }
    return RoleCompetency(
      id: id(of: sum), importance: sum.importance, anyOf: sum.group.map { letters.letter(of: $0) },
      target: sum.target ?? base, technologies: technologies, evidence: evidence(claims))
  }

  /// The words of a sentence move the level of the role: up where it asks for an expert, down where
  /// familiarity will do. The strongest claim decides. Beginners may be asked for awareness alone; others
  /// are asked for the basics at least.
  private func target(_ stated: ProficiencyLevel?) -> ProficiencyLevel {
    guard let stated else { return base }
    if stated >= .advanced { return max(base, stated) }
    return min(base, base > .basic ? max(stated, .basic) : stated)
  }

  /// One quotation a sentence, the strongest first, and those of one importance by place. Nearly all claims are by place
  /// as they come.
  func evidence(_ claims: some RandomAccessCollection<Claim>) -> [Evidence] {
    let isByPlace = !zip(claims, claims.dropFirst()).contains { Self.precedes($1, $0) }
    return isByPlace ? evidence(byPlace: claims) : evidence(byPlace: claims.sorted(by: Self.precedes))
  }

  private func evidence(byPlace claims: some RandomAccessCollection<Claim>) -> [Evidence] {
    var evidence: [Evidence] = []
    evidence.reserveCapacity(min(claims.count, mostQuotes))
    for importance in Importance.allCases {
      let isStrongest = evidence.isEmpty
      var last = -1
      for claim in claims where claim.importance == importance && evidence.count < mostQuotes {
        if claim.sentence == last { continue }
        last = claim.sentence
        // A sentence that asks for the same more strongly has been quoted.
        let isQuoted =
          !isStrongest && claims.contains { $0.sentence == last && $0.importance < importance }
        if isQuoted { continue }
        let sentence = sentences[claim.sentence]
        var quoted = quotes.evidence(sentence, around: claim.words)
        let asks = marked.index.language.zones[sentence.zone].asks
        quoted.importance = asks == importance ? nil : importance
        evidence.append(quoted)
      }
    }
    return evidence
  }

  private static func precedes(_ a: Claim, _ b: Claim) -> Bool { a.words.lowerBound < b.words.lowerBound }

  /// Letters in the order of the role. A group keeps its letter where its other members are demanded on
  /// their own elsewhere: what is left is still no demand by itself.
  func withLettersInOrder(_ competencies: [RoleCompetency]) -> [RoleCompetency] {
    var letters = GroupLetters<String>()
    var competencies = competencies
    for index in competencies.indices {
      competencies[index].anyOf = competencies[index].anyOf.map { letters.letter(of: $0) }
    }
    return competencies
  }
}

/// Letters for groups of alternatives, in the order in which they are asked for.
private struct GroupLetters<Group: Equatable> {
  private var groups: [Group] = []

  mutating func letter(of group: Group) -> String {
    if let number = groups.firstIndex(of: group) { return Self.letter(number) }
    groups.append(group)
    return Self.letter(groups.count - 1)
  }

  /// A, B, ... Z, AA, AB, ...
  private static func letter(_ number: Int) -> String {
    let last = String(UnicodeScalar(UInt8(0x41 + number % 26)))
    return number < 26 ? last : letter(number / 26 - 1) + last
  }
}

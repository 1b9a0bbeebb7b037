internal import Rubric

/// Sums the claims of a posting up: what the role asks for, how much, and with which words.
struct DemandBuilder {
  private let marked: MarkedPosting
  private let sentences: [Sentence]
  let quotes: QuoteCutter
  let base: ProficiencyLevel

  init(_ marked: MarkedPosting, _ sentences: [Sentence], base: ProficiencyLevel) {
    self.marked = marked
    self.sentences = sentences
    self.base = base
    quotes = QuoteCutter(marked)
  }

  /// No posting needs more quotations to show that it asks for something.
  private static let mostQuotes = 40

  /// No posting asks for more that no competency covers; a longer list is noise.
  private static let mostUnmapped = 200

  /// The competencies of the role: required before preferred before duty, then those that the posting
  /// speaks of more, then in the order in which it names them.
  func competencies(from claims: [Claim]) -> [RoleCompetency] {
    let letters = groupLetters(claims)
    let groups = Self.byCompetency(claims)
    let competencies = groups.map { competency(from: $0, letters) }
    let ranks = competencies.indices.map { number in
      Rank(
        number: number, importance: competencies[number].importance,
        quotes: competencies[number].evidence.count,
        first: groups[number].lazy.map(\.words.lowerBound).min() ?? 0)
    }
    let sorted = ranks.sorted { a, b in
      a.isOf(b) ? competencies[a.number].id < competencies[b.number].id : a.comesBefore(b)
    }
    return withLettersInOrder(sorted.map { competencies[$0.number] })
  }

  /// Where a competency stands in the role.
  private struct Rank {
    let number: Int
    let importance: Importance
    let quotes: Int
    /// The first word that states it.
    let first: Int

    func isOf(_ other: Rank) -> Bool {
      importance == other.importance && quotes == other.quotes && first == other.first
    }

    func comesBefore(_ other: Rank) -> Bool {
      if importance != other.importance { return importance < other.importance }
      return quotes != other.quotes ? quotes > other.quotes : first < other.first
    }
  }

  /// The claims of each competency, in the order in which the posting first states them.
  private static func byCompetency(_ claims: [Claim]) -> [[Claim]] {
    var counts = Array(repeating: 0, count: (claims.lazy.map(\.competency).max() ?? 0) + 1)
    for claim in claims { counts[claim.competency] += 1 }
    var places = Array(repeating: -1, count: counts.count)
    var groups: [[Claim]] = []
    for claim in claims {
      if places[claim.competency] < 0 {
        places[claim.competency] = groups.count
        groups.append([])
        groups[groups.count - 1].reserveCapacity(counts[claim.competency])
      }
      groups[places[claim.competency]].append(claim)
    }
    return groups
  }

  /// What the posting demands or wishes for and no competency covers: the first two hundred. Some sentences
  /// are covered besides those of the claims.
  func uncovered(_ claims: [Claim], besides others: Set<Int> = []) -> [Sentence] {
    var covered = Array(repeating: false, count: sentences.count)
    for sentence in claims.lazy.map(\.sentence) { covered[sentence] = true }
    for sentence in others where covered.indices.contains(sentence) { covered[sentence] = true }
    let uncovered = sentences.enumerated().lazy.filter { number, sentence in
      let asks = marked.index.language.zones[sentence.zone].asks
      return (asks == .required || asks == .preferred) && !covered[number]
        && sentence.words.count >= 2 && !marked.holds(.void, in: sentence.words) && !leadsToList(sentence)
        && isDemand(sentence)
    }
    return uncovered.prefix(Self.mostUnmapped).map(\.element)
  }

  /// An item of a list, a paragraph with a heading of its own, or a sentence about the person. What
  /// follows in an item is mostly comment: "Data governance. Our auditors have begun to ask."
  private func isDemand(_ sentence: Sentence) -> Bool {
    let begins = sentence.words.lowerBound == marked.blockWords[sentence.block].lowerBound
    let isItem = marked.posting.blocks[sentence.block].kind == .item
    if marked.holds(.aside, in: sentence.words), !(begins && isItem) { return false }
    return begins && (isItem || Zones.labelled(sentence.block, marked) != nil)
      || marked.holds(.person, in: sentence.words) || marked.holds(.required, in: sentence.words)
  }

  /// "Experience and skills that matter here:" asks for nothing itself, nor does "You fit if ...".
  private func leadsToList(_ sentence: Sentence) -> Bool {
    let text = marked.posting.text.bytes[marked.posting.blocks[sentence.block].range]
    return text.last == UInt8(ascii: ":") || text.suffix(3).elementsEqual("...".utf8)
      || text.suffix(3).elementsEqual("…".utf8)
  }

  private func competency(from claims: [Claim], _ letters: [Int: String]) -> RoleCompetency {
    let importance = claims.map(\.importance).min() ?? .duty
    let strongest = claims.filter { $0.importance == importance }
    // Demanded on its own anywhere with the same strength, it is no mere alternative.
    let group = strongest.contains { $0.group == nil } ? nil : strongest.first?.group
    var technologies: [String] = []
    for name in claims.compactMap(\.technology) where !technologies.contains(name) {
      technologies.append(name)
    }
    return RoleCompetency(
      id: marked.index.competencies[claims[0].competency], importance: importance,
      anyOf: group.flatMap { letters[$0] },
      target: target(strongest), technologies: technologies, evidence: evidence(claims))
  }

  /// The words of a sentence move the level of the role: up where it asks for an expert, down where
  /// familiarity will do. The strongest claim decides.
  private func target(_ claims: [Claim]) -> ProficiencyLevel {
    let stated = claims.map { claim -> ProficiencyLevel in
      guard let level = claim.proficiency else { return base }
      return level >= .advanced ? max(base, level) : min(base, level)
    }
    return stated.max() ?? base
  }

  /// One quotation a sentence, the strongest first.
  func evidence(_ claims: [Claim]) -> [Evidence] {
    let order = claims.indices.sorted { a, b in
      let (first, second) = (claims[a], claims[b])
      return first.importance != second.importance
        ? first.importance < second.importance : first.words.lowerBound < second.words.lowerBound
    }
    var seen: [Int] = []
    var evidence: [Evidence] = []
    seen.reserveCapacity(min(order.count, Self.mostQuotes))
    evidence.reserveCapacity(min(order.count, Self.mostQuotes))
    for claim in order.lazy.map({ claims[$0] }) where !seen.contains(claim.sentence) {
      evidence.append(quotes.evidence(sentences[claim.sentence], around: claim.words))
      seen.append(claim.sentence)
      if evidence.count == Self.mostQuotes { break }
    }
    return evidence
  }

  /// Letters for the groups, in the order of the posting.
  private func groupLetters(_ claims: [Claim]) -> [Int: String] {
    var letters: [Int: String] = [:]
    for group in claims.compactMap(\.group).sorted() where letters[group] == nil {
      letters[group] = Self.letter(letters.count)
    }
    return letters
  }

  /// Letters in the order of the role. A group keeps its letter where its other members are demanded on
  /// their own elsewhere: what is left is still no demand by itself.
  func withLettersInOrder(_ competencies: [RoleCompetency]) -> [RoleCompetency] {
    var letters: [String: String] = [:]
    return competencies.map { competency in
      var competency = competency
      guard let letter = competency.anyOf else { return competency }
      if letters[letter] == nil { letters[letter] = Self.letter(letters.count) }
      competency.anyOf = letters[letter]
      return competency
    }
  }

  /// A, B, ... Z, AA, AB, ...
  private static func letter(_ number: Int) -> String {
    let last = String(UnicodeScalar(UInt8(0x41 + number % 26)))
    return number < 26 ? last : letter(number / 26 - 1) + last
  }
}

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
  private static func byCompetency(_ claims: [Claim]) -> [ArraySlice<Claim>] {
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
    let sorted = numbers.map { claims[$0] }
    return order.map { sorted[ends[$0] - counts[$0]..<ends[$0]] }
  }

  /// What the posting demands or wishes for and no competency covers: the first two hundred. Some sentences
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
      guard asks == .required || asks == .preferred, sentence.words.count >= 2,
        !marked.holds(.void, in: sentence.words), !leadsToList(sentence), isDemand(sentence)
      else { continue }
      uncovered.append(sentence)
    }
    return uncovered
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

  private func competency(from claims: ArraySlice<Claim>, _ letters: [Int: String]) -> RoleCompetency {
    let importance = claims.lazy.map(\.importance).min() ?? .duty
    let strongest = claims.lazy.filter { $0.importance == importance }
    // Demanded on its own anywhere with the same strength, it is no mere alternative.
    let group = strongest.contains { $0.group == nil } ? nil : strongest.first?.group
    var technologies: [String] = []
    for claim in claims {
      guard let name = claim.technology, !technologies.contains(name) else { continue }
      technologies.append(name)
    }
    let target = strongest.map { self.target($0.proficiency) }.max() ?? base
    return RoleCompetency(
      id: marked.index.competencies[claims[claims.startIndex].competency], importance: importance,
      anyOf: group.flatMap { letters[$0] },
      target: target, technologies: technologies, evidence: evidence(claims))
  }

  /// The words of a sentence move the level of the role: up where it asks for an expert, down where
  /// familiarity will do. The strongest claim decides.
  private func target(_ stated: ProficiencyLevel?) -> ProficiencyLevel {
    guard let stated else { return base }
    return stated >= .advanced ? max(base, stated) : min(base, stated)
  }

  /// One quotation a sentence, the strongest first. Most claims are in that order as they come.
  func evidence(_ claims: some RandomAccessCollection<Claim>) -> [Evidence] {
    let isOrdered = !zip(claims, claims.dropFirst()).contains { Self.precedes($1, $0) }
    return isOrdered ? evidence(inOrder: claims) : evidence(inOrder: claims.sorted(by: Self.precedes))
  }

  private func evidence(inOrder claims: some RandomAccessCollection<Claim>) -> [Evidence] {
    var seen: [Int] = []
    var evidence: [Evidence] = []
    for claim in claims where !seen.contains(claim.sentence) {
      evidence.append(quotes.evidence(sentences[claim.sentence], around: claim.words))
      if evidence.count == Self.mostQuotes { break }
      seen.append(claim.sentence)
    }
    return evidence
  }

  /// By importance, and then by place.
  private static func precedes(_ a: Claim, _ b: Claim) -> Bool {
    a.importance != b.importance
      ? a.importance < b.importance : a.words.lowerBound < b.words.lowerBound
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
    guard competencies.contains(where: { $0.anyOf != nil }) else { return competencies }
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

internal import Diagnostics
internal import Rubric
internal import YAML

/// Sets right what was read from a posting, as a person has said.
struct Overriding {
  /// The claims that are left.
  private(set) var claims: [Claim]
  /// What a person should know of the file of overrides; no errors.
  private(set) var findings: Findings

  let reading: PostingReading
  /// What was ruled out, with the claims that are gone.
  private(set) var denied: [(denial: Overrides.Denial, claims: [Claim])] = []
  /// What was stated, with the words of the posting.
  private(set) var stated: [(statement: Overrides.Statement, words: Range<Int>)] = []

  private let ids: [String]
  private let lines: LineTable

  /// Looks everything up that the overrides name. Throws all that is wrong with them.
  init(_ overrides: Overrides, of reading: PostingReading) throws(InvalidInput) {
    self.reading = reading
    ids = reading.marked.index.competencies
    lines = LineTable(reading.marked.posting.source)
    claims = reading.claims
    findings = Findings(in: overrides.source)
    for denial in overrides.denials where isKnown(denial.id) { deny(denial) }
    dissolveLoneGroups()
    for statement in overrides.statements where isKnown(statement.id) { state(statement) }
    try findings.all.throwIfErrors()
    checkLetters()
  }

  private mutating func isKnown(_ id: Placed<String>) -> Bool {
    if ids.contains(id.value) { return true }
    findings.add(
      "unknown-competency", "competency \"\(id.value)\" is not in the library", at: id.range,
      help: Suggestion.help(for: id.value, in: ids))
    return false
  }

  private mutating func deny(_ denial: Overrides.Denial) {
    let ofCompetency = reading.claims.filter { ids[$0.competency] == denial.id.value }
    let ruledOut = denial.words.map { words in
      Set(PhraseSearch(reading.marked).places(of: words.value).joined())
    }
    let matching = ofCompetency.filter { claim in
      let isThere = ruledOut.map { !$0.isDisjoint(with: claim.words) } ?? true
      return isThere && (denial.line.map { lines(of: claim).contains($0) } ?? true)
    }
    guard let competency = matching.first?.competency else { return reportUnmatched(denial, ofCompetency) }
    denied.append((denial, matching))
    let words = Set(matching.map(\.words))
    claims.removeAll { $0.competency == competency && words.contains($0.words) }
  }

  /// Of "Go or Rust", Rust is asked for by itself where Go is ruled out.
  private mutating func dissolveLoneGroups() {
    let touched = Set(denied.flatMap { $0.claims.compactMap(\.group) })
    guard !touched.isEmpty else { return }
    var members: [Int: Set<Int>] = [:]
    for claim in claims {
      if let group = claim.group, touched.contains(group) {
        members[group, default: []].insert(claim.competency)
      }
    }
    for index in claims.indices {
      if let group = claims[index].group, members[group]?.count == 1 { claims[index].group = nil }
    }
  }

  /// The lines from the beginning of a claim's sentence to its own: a quotation may begin on any of them.
  private func lines(of claim: Claim) -> ClosedRange<Int> {
    let last = line(of: claim.words.lowerBound)
    return min(line(of: reading.sentences[claim.sentence].words.lowerBound), last)...last
  }

  private func line(of word: Int) -> Int {
    lines.line(at: reading.marked.posting.origin(of: reading.marked.words.range(word)).lowerBound)
  }

  private mutating func reportUnmatched(_ denial: Overrides.Denial, _ claims: [Claim]) {
    let texts = claims.prefix(Findings.maximum).map { reading.marked.text(of: $0.words) }
    let places = claims.prefix(3).map { claim -> String in
      let start = reading.places(of: claim.words, lines).start
      return "\"\(reading.marked.text(of: claim.words))\" at \(start.line):\(start.column)"
    }
    let found = Set(reading.claims.map { ids[$0.competency] }).sorted()
    let help =
      denial.words.flatMap { Suggestion.help(for: $0.value, in: texts) }
      ?? (claims.isEmpty ? Suggestion.help(for: denial.id.value, in: found) : nil)
    findings.add(
      "unmatched-override", "nothing of the posting is ruled out by this", severity: .warning,
      at: denial.words?.range ?? denial.id.range,
      note: claims.isEmpty
        ? "the posting states nothing of \"\(denial.id.value)\""
        : "\"\(denial.id.value)\" is stated by " + places.joined(separator: ", "),
      help: help)
  }

  private mutating func state(_ statement: Overrides.Statement) {
    let search = PhraseSearch(reading.marked)
    let places = search.places(of: statement.words.value)
    let place = places.first { words in
      statement.line == nil || line(of: words.lowerBound) == statement.line
    }
    if let place { return stated.append((statement, place)) }
    let elsewhere = places.first.map { "they stand on line \(line(of: $0.lowerBound))" }
    let meant = elsewhere == nil ? search.nearest(to: statement.words.value) : nil
    let there = elsewhere.flatMap { _ in statement.line.map { " on line \($0)" } } ?? ""
    findings.add(
      "words-not-found", "these words do not stand in the posting\(there)",
      at: statement.words.range, note: elsewhere, help: meant.map { "did you mean \"\($0)\"?" })
  }

  /// A letter that nothing else bears makes no alternatives.
  private mutating func checkLetters() {
    guard stated.contains(where: { $0.statement.anyOf != nil }) else { return }
    let read = DemandBuilder(reading.marked, reading.sentences, base: .intermediate)
      .competencies(from: reading.claims)
    let left = Set(claims.map { ids[$0.competency] })
    for (statement, _) in stated {
      guard let letter = statement.anyOf else { continue }
      let others =
        read.filter { $0.id != statement.id.value && left.contains($0.id) }.compactMap(\.anyOf)
        + stated.filter { $0.statement.id.value != statement.id.value }.compactMap {
          $0.statement.anyOf?.value
        }
      guard !others.contains(letter.value) else { continue }
      findings.add(
        "unmatched-override", "no other competency of the role has the letter \"\(letter.value)\"",
        severity: .warning, at: letter.range, help: Suggestion.help(for: letter.value, in: others))
    }
  }
}

internal import Rubric

/// The employer's own name where that of a technology is the same: "Why would you like to work at Grafana Labs?" asks for
/// no Grafana.
struct OwnName {
  private let marked: MarkedPosting
  private let sentences: [Sentence]
  private let name: String

  /// Some claims without those that speak of the employer.
  static func removed(
    _ company: String?, from claims: [Claim], _ marked: MarkedPosting, _ sentences: [Sentence]
  ) -> [Claim] {
    guard let company, !company.isEmpty else { return claims }
    let own = OwnName(marked: marked, sentences: sentences, name: company.lowercased())
    return claims.contains(where: own.isOwn) ? claims.filter { !own.isOwn($0) } : claims
  }

  /// Some claims without those that stand in the role's own title alone: "We are looking for a Site Reliability Engineer"
  /// tells nothing of the work.
  static func removed(
    title: String, from claims: [Claim], _ marked: MarkedPosting
  ) -> [Claim] {
    let words = WordScanner.words(of: title).hashes
    return claims.filter { !isTitle($0, words[...], marked) }
  }

  /// Whether the words of a duty and those behind them up to a word of titles are words of a title.
  private static func isTitle(_ claim: Claim, _ title: ArraySlice<UInt64>, _ marked: MarkedPosting) -> Bool {
    let last = claim.words.upperBound
    guard claim.importance == .duty else { return false }
    let end = marked.holds(.title, in: last - 1..<last) ? last : last + 1
    guard end <= marked.words.count, marked.holds(.title, in: end - 1..<end) else { return false }
    let told = marked.words.hashes[claim.words.lowerBound..<end]
    return title.indices.contains { title[$0...].starts(with: told) }
  }

  /// Whether a claim names the employer where its sentence demands nothing and wishes for nothing, or behind "at".
  private func isOwn(_ claim: Claim) -> Bool {
    guard let technology = marked.index.technology(of: claim), names(technology) else { return false }
    let sentence = sentences[claim.sentence]
    let word = claim.words.lowerBound
    return sentence.kinds.isDisjoint(with: .modality) && claim.importance == .duty
      || word > sentence.words.lowerBound && marked.holds(.companyBehind, in: word - 1..<word)
  }

  /// Whether a technology has the employer's name, or the first words of it.
  private func names(_ technology: String) -> Bool {
    guard let first = technology.utf8.first, let head = name.utf8.first,
      CharacterClass.small(first) == head, technology.utf8.count <= name.utf8.count
    else { return false }
    let small = technology.lowercased()
    return name == small || name.hasPrefix(small + " ")
  }
}

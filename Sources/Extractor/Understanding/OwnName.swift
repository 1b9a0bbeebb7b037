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

/// Names of houses that are no companies: "Orchardwick College Library", "University of Ghent".
struct HouseName {
  private let marked: MarkedPosting

  init(_ marked: MarkedPosting) { self.marked = marked }

  /// Whether a text is such a name: a few words with capitals, one of which names the sort of house. "University
  /// Relations" and "College Products" begin with it and are none, and "Institute" alone is none.
  func isHouse(_ text: String) -> Bool {
    let words = Self.withoutLetters(text).split(separator: " ")
    guard (2...9).contains(words.count), words.first?.first?.isUppercase ?? false,
      words.allSatisfy({ $0.first?.isUppercase ?? false || Self.joiners.contains(String($0)) }),
      !TitleFact.holdsTitle(text, marked)
    else { return false }
    return words.indices.contains { index in
      let next = index + 1 < words.count ? words[index + 1] : ""
      return marked.index.language.houses.contains(String(words[index]))
        && (next == "of" || next == "for" || index > 0)
    }
  }

  /// What may stand in a name without a capital.
  private static let joiners: Set<String> = ["of", "for", "the", "and", "&", "at", "in"]

  /// "Orchard Ferries Ghent" of "Orchard Ferries Ghent (OFG)".
  static func withoutLetters(_ name: String) -> String {
    guard name.utf8.last == UInt8(ascii: ")"), let open = name.lastIndex(of: "("),
      name[open...].dropFirst().dropLast().utf8.allSatisfy(CharacterClass.isCapital)
    else { return name }
    return Trimming.trimmed(name[..<open], of: " ")
  }
}

internal import Diagnostics
internal import YAML

/// The keys of front matter, and of the head of a page, under which facts of a role stand.
struct FactKeys: Sendable {
  /// What a key may state.
  enum Fact: String, CaseIterable {
    case title
    /// The title of a page, which may name the employer too.
    case page
    /// The name of a site, which may be that of the employer.
    case site
    case company, level, years
    /// Whether the role is remote, and the kind of place where the work is done.
    case remote, workplace
    case location, pay
    case least = "pay_min"
    case most = "pay_max"
    case currency = "pay_currency"
  }

  /// The keys of each fact, in the order of the facts; of those of one, the first that is there goes first.
  let ofFacts: [[String]]

  /// The keys of a fact.
  func keys(of fact: Fact) -> [String] {
    Fact.allCases.firstIndex(of: fact).flatMap { $0 < ofFacts.count ? ofFacts[$0] : nil } ?? []
  }

  static let shape = Shape<[(text: String, meaning: Fact)]>.texts(
    of: "the posting language", under: Fact.allCases.map { (name: $0.rawValue, meaning: $0) }
  ).map { keys in
    FactKeys(ofFacts: Fact.allCases.map { fact in keys.filter { $0.meaning == fact }.map(\.text) })
  }
}

extension MarkedPosting {
  /// What front matter, or the head of a page, states of a fact, in the order of its keys.
  func stated(_ fact: FactKeys.Fact) -> [String] {
    if posting.metadata.isEmpty { return [] }
    return index.language.keys.keys(of: fact).compactMap(posting.metadatum)
  }

  /// The same of a line near the head that begins with such a key: "Workplace type: hybrid".
  func labelled(_ fact: FactKeys.Fact) -> [String] {
    let keys = index.language.keys.keys(of: fact)
    return posting.blocks.prefix(20).lazy.filter { $0.range.count <= 80 }.compactMap { block in
      let line = self.posting.text.bytes[block.range]
      guard let colon = line.prefix(24).firstIndex(of: UInt8(ascii: ":")) else { return nil }
      guard let label = Self.key(of: line[..<colon], among: keys), keys.contains(label) else { return nil }
      return Trimming.trimmed(self.string(colon + 1..<block.range.upperBound), of: " \t*_")
    }
  }

  /// A label as a key is written, "Workplace Type" as `workplace_type`; nil for one that is no ASCII where all keys are.
  private static func key(of label: ArraySlice<UInt8>, among keys: [String]) -> String? {
    if label.contains(where: { $0 >= 0x80 }) {
      guard keys.contains(where: { $0.utf8.contains { $0 >= 0x80 } }) else { return nil }
      return String(decoding: label, as: UTF8.self).lowercased().putting("_", for: " ")
    }
    let letters = label.map { $0 == 0x20 ? UInt8(ascii: "_") : CharacterClass.small($0) }
    return String(decoding: letters, as: UTF8.self)
  }
}

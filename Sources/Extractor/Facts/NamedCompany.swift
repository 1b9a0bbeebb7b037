internal import Rubric

/// The name that the running text gives its employer, told by the places where names of employers stand.
struct NamedCompany {
  let marked: MarkedPosting
  let zones: Zones
  /// What the text writes without a capital, which a single word with one then names nobody by.
  let small: Set<UInt64>
  /// What is told of each name.
  private(set) var weights: [String: Weight] = [:]

  init(_ marked: MarkedPosting, _ zones: Zones) {
    (self.marked, self.zones) = (marked, zones)
    // A text has some three times as many words as different ones.
    var small = Set<UInt64>(minimumCapacity: marked.words.count / 3)
    for (word, hash) in marked.words.hashes.enumerated() where Self.isPlainWord(word, marked) {
      small.insert(hash)
    }
    self.small = small
    weights = told()
  }

  /// A word without a capital that is no part of an address.
  private static func isPlainWord(_ word: Int, _ marked: MarkedPosting) -> Bool {
    guard CharacterClass.isSmall(marked.firstByte(of: word)) else { return false }
    let (bytes, range) = (marked.posting.text.bytes, marked.words.range(word))
    let isBehind = range.lowerBound > 0 && addressMarks.contains(bytes[range.lowerBound - 1])
    let isBefore =
      range.upperBound + 1 < bytes.count && addressMarks.contains(bytes[range.upperBound])
      && CharacterClass.isASCIIWord(bytes[range.upperBound + 1])
    return !isBehind && !isBefore
  }

  /// What joins the parts of an address.
  private static let addressMarks = ByteSet("@/._-".utf8)

  /// What the places of a name tell.
  struct Weight {
    /// How much they tell together.
    var sum = 0
    /// How many they are, and how many of them behind "at" and the like.
    var count = 0
    var countBehind = 0
    /// The word where the name stands first.
    let first: Int
    /// Whether it is that of a technology too.
    var isOfTechnology = false
  }

  /// From so many words on a heading is a sentence that leads to a list: "As an engineer at Orchardwick, you will".
  private static let sentence = 8

  /// How much must be told of a name.
  static let enough = 2

  /// The name of which most is told; ties go to the first. Else the owner of the posting's place on a job board or of
  /// a site on work, the name with which the text begins, the one that it repeats most, or the owner of a mailbox.
  func name() -> String? {
    let owners = AddressOwners(marked)
    let weights = confirmed(weights, by: owners.all)
    let best = weights.max { ($0.value.sum, -$0.value.first) < ($1.value.sum, -$1.value.first) }
    guard let best, best.value.sum >= Self.enough else {
      return ownedName(owners.sites, owners.all) ?? openingName() ?? repeatedName()
        ?? ownedName(owners.mailboxes, owners.all) ?? nameInMetadata() ?? owners.nameOnBoard
        ?? onlyName(of: weights) ?? nameBehindCopyright() ?? nameOfAddress(owners)
    }
    return withDomain(fullName(of: best, in: weights), owners.all)
  }

  /// The only name of which anything is told, where that is behind "at" or "join", or where it is that of a house: "the
  /// Department of Ferries".
  private func onlyName(of weights: [String: Weight]) -> String? {
    guard weights.count == 1, let only = weights.first else { return nil }
    let isOfHouse = only.key.split(separator: " ").contains { ["of", "for"].contains($0.lowercased()) }
    return only.value.countBehind > 0 || isOfHouse ? only.key : nil
  }

  /// The name that the text tells most of, where it tells enough to set aside a heading that names something else and is
  /// not written anywhere below: "Orchardwick is hiring" under the heading "Harbour Technology".
  func nameInsteadOf(_ heading: String) -> String? {
    let first = heading.split(separator: " ").first.map { $0.lowercased() } ?? ""
    let isTold = weights.keys.contains { $0 == heading || $0.lowercased().hasPrefix(first) }
    guard !isTold else { return nil }
    let best = weights.max { ($0.value.sum, -$0.value.first) < ($1.value.sum, -$1.value.first) }
    return best.flatMap { $0.value.sum > Self.enough ? $0.key : nil }
  }

  /// The weights with what addresses tell: of "Orchardwick", "jobs@orchardwick.example". A name that begins with a
  /// digit needs two places, as "2FA" does not stand where an employer does.
  private func confirmed(
    _ weights: [String: Weight], by owners: [AddressOwners.Owner]
  ) -> [String: Weight] {
    let owned = Set(owners.map { $0.name.replacing("-", with: "") })
    var confirmed: [String: Weight] = [:]
    for (name, weight) in weights {
      let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
      let isOwner = owned.contains(letters)
      if !isOwner, weight.count < 2, name.utf8.first.map(CharacterClass.isDigit) ?? false { continue }
      // "Kubernetes is a joy" says nothing of who seeks somebody.
      if !isOwner, weight.isOfTechnology, weight.sum <= Self.enough { continue }
      confirmed[name] = weight
      if isOwner { confirmed[name]?.sum += Self.enough }
    }
    return confirmed
  }

  /// What the text calls the first of some owners of addresses that it names.
  private func ownedName(_ some: [AddressOwners.Owner], _ owners: [AddressOwners.Owner]) -> String? {
    let names = CompanyName(marked)
    let name = some.lazy.flatMap(\.spellings).compactMap { names.written($0) }
      .first { !marked.index.isSignal($0) }
    return name.map { withDomain($0, owners) }
  }

  /// "Orchardwick.io" where the text calls Orchardwick so at first, and that is the address of its mailboxes or site.
  private func withDomain(_ name: String, _ owners: [AddressOwners.Owner]) -> String {
    let letters = name.lowercased()
    guard let domain = owners.first(where: { $0.name == letters && !$0.domain.isEmpty })?.domain,
      let word = marked.blockWords.lazy.joined().first(where: { beginsName($0) && isWritten(name, at: $0) })
    else { return name }
    let start = marked.words.range(word).lowerBound
    let full = marked.posting.text.bytes[start...].prefix(domain.utf8.count)
    let isWhole = full.lazy.map(CharacterClass.small).elementsEqual(domain.utf8)
    return isWhole ? String(decoding: full, as: UTF8.self) : name
  }

  private func isWritten(_ name: String, at word: Int) -> Bool {
    marked.posting.text.bytes[marked.words.range(word).lowerBound...].starts(with: name.utf8)
  }

  /// The fuller name that the text tells more of than of a name alone: "Orchardwick Ferries" under "About Orchardwick".
  func fullName(of name: String) -> String? {
    let full = weights.filter {
      $0.key.hasPrefix(name + " ") && $0.value.sum >= Self.enough && $0.value.sum > weights[name]?.sum ?? 0
    }
    return full.min { $0.value.first < $1.value.first }?.key
  }

  /// Whether the text uses a name in a place where names of employers stand.
  func isTold(_ name: String) -> Bool {
    weights.keys.contains { $0 == name || $0.hasPrefix(name + " ") || name.hasPrefix($0 + " ") }
  }

  private func told() -> [String: Weight] {
    var weights: [String: Weight] = [:]
    for (block, words) in marked.blockWords.enumerated() {
      let isHeading = zones.isHeading[block] && words.count < Self.sentence
      var end = words.lowerBound
      // "Water" of "the Department of Water" is no name of its own.
      for word in words where word >= end {
        guard let (name, weight) = told(at: word, in: words, isHeading: isHeading) else { continue }
        end = word + 1 + name.utf8.count { $0 == 0x20 }
        var known = weights[name] ?? Weight(first: word)
        known.sum += weight
        known.isOfTechnology = marked.holdsSignal(in: word..<end)
        known.count += 1
        if lead(behind: word, in: words) != nil {
          known.countBehind += 1
        }
        weights[name] = known
      }
    }
    return weights
  }

  /// "Orchardwick Ferries", with which the text begins before it speaks of Orchardwick.
  private func fullName(of best: (key: String, value: Weight), in weights: [String: Weight]) -> String {
    let full = weights.filter {
      $0.key.hasPrefix(best.key + " ") && $0.value.first < best.value.first && $0.value.sum >= Self.enough
    }
    return full.min { $0.value.first < $1.value.first }?.key ?? best.key
  }
}

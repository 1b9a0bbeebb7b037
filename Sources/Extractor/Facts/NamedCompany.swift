internal import Rubric

/// The name that the running text gives its employer, told by the places where names of employers stand.
struct NamedCompany {
  let marked: MarkedPosting
  let zones: Zones
  /// What the text writes with a capital and without one, the latter more than now and then, by which a single word with one
  /// then names nobody.
  let small: Set<UInt64>
  /// What is told of each name.
  private(set) var weights: [String: Weight] = [:]

  init(_ marked: MarkedPosting, _ zones: Zones) {
    (self.marked, self.zones) = (marked, zones)
    // Only words that stand with a capital too are looked for, and few share the bits of one.
    var capitals = [UInt64](repeating: 0, count: 64)
    let hashes = marked.words.hashes
    for (word, hash) in hashes.enumerated() where !CharacterClass.isSmall(marked.firstByte(of: word)) {
      capitals[Int(hash >> 6 & 63)] |= 1 << (hash & 63)
    }
    var small: [UInt64: Int] = [:]
    for (word, hash) in hashes.enumerated()
    where capitals[Int(hash >> 6 & 63)] & 1 << (hash & 63) != 0 && Self.isPlainWord(word, marked) {
      small[hash, default: 0] += 1
    }
    self.small = Set(
      small.filter { hash, count in
        count * Self.nowAndThen >= hashes.indices.count { hashes[$0] == hash }
      }.keys)
    weights = told()
  }

  /// Of so many places of a name, one may lack its capital.
  private static let nowAndThen = 8

  /// Whether the text writes a word without a capital, as it stands or elsewhere.
  func isSmall(_ word: Int) -> Bool {
    guard CharacterClass.isSmall(marked.firstByte(of: word)) else {
      return small.contains(marked.words.hashes[word])
    }
    let hash = marked.words.hashes[word]
    return Self.isPlainWord(word, marked)
      || marked.words.hashes.indices.contains {
        marked.words.hashes[$0] == hash && Self.isPlainWord($0, marked)
      }
  }

  /// A word without a capital that is no part of an address.
  private static func isPlainWord(_ word: Int, _ marked: MarkedPosting) -> Bool {
    guard CharacterClass.isSmall(marked.firstByte(of: word)), !marked.beginsName(word) else { return false }
    return !isInAddress(word, marked)
  }

  /// Whether a word is a part of an address or a path.
  private static func isInAddress(_ word: Int, _ marked: MarkedPosting) -> Bool {
    let (bytes, end) = (marked.posting.text.bytes, marked.words.range(word).upperBound)
    let isBefore =
      end + 1 < bytes.count && addressMarks.contains(bytes[end]) && CharacterClass.isASCIIWord(bytes[end + 1])
    return isBefore || isBehindMark(word, marked)
  }

  /// Whether a mark of addresses stands right before a word.
  static func isBehindMark(_ word: Int, _ marked: MarkedPosting) -> Bool {
    let start = marked.words.range(word).lowerBound
    return start > 0 && addressMarks.contains(marked.posting.text.bytes[start - 1])
  }

  /// What joins the parts of an address.
  private static let addressMarks = ByteSet("@/._-".utf8)

  /// What the places of a name tell.
  struct Weight {
    /// How much they tell together.
    var sum = 0
    /// How much of that the places, addresses and what the file says about itself tell.
    var firm = 0
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

  /// The name of which most is told, of all its signs together; ties go to the first. Else what the file says about
  /// itself, the owner of the posting's place on a job board, or of addresses that the text does not name.
  func name() -> String? {
    let owners = AddressOwners(marked)
    let signs = marked.index.language.employerSigns
    let sums = summed(owners)
    guard let best = Self.best(of: sums.filter { $0.value.firm > 0 && $0.value.sum >= signs[.enough] }) else {
      return ownedName(owners.sites + owners.mailboxes, owners.all) ?? openingName() ?? nameInMetadata()
        ?? owners.nameOnBoard ?? Self.best(
          of: sums.filter { $0.value.sum >= signs[.alone] && !marked.index.isSignal($0.key) })?.key
        ?? onlyName(of: weights) ?? houseInPlace() ?? nameBehindCopyright() ?? nameOfAddress(owners)
    }
    return withDomain(fullName(of: best, in: sums), owners.all)
  }

  /// The name of which most is told, most firmly and first.
  private static func best(of sums: [String: Weight]) -> (key: String, value: Weight)? {
    sums.max {
      ($0.value.sum + $0.value.firm, $0.value.firm, -$0.value.first, $1.key)
        < ($1.value.sum + $1.value.firm, $1.value.firm, -$1.value.first, $0.key)
    }
  }

  /// The only name of which anything is told, where that is behind "at" or "join", or where it is that of a house: "the
  /// Department of Ferries".
  private func onlyName(of weights: [String: Weight]) -> String? {
    guard weights.count == 1, let only = weights.first else { return nil }
    // "Understanding of networks" begins a demand.
    let isOfHouse =
      only.key.split(separator: " ").contains { ["of", "for"].contains($0.lowercased()) }
      && marked.words.gaps[only.value.first] < .sentence
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

  /// What the text calls the first of some owners of addresses that it names.
  private func ownedName(_ some: [AddressOwners.Owner], _ owners: [AddressOwners.Owner]) -> String? {
    let names = CompanyName(marked)
    let name = some.lazy.flatMap(\.spellings).compactMap { names.written($0) }
      .first { !marked.index.isSignal($0) }
    return name.map { withDomain($0, owners) }
  }

  /// "Orchardwick.io" where the text calls Orchardwick so at first or always, and that is the address of its mailboxes or
  /// site.
  private func withDomain(_ name: String, _ owners: [AddressOwners.Owner]) -> String {
    let letters = name.lowercased()
    guard let domain = owners.first(where: { $0.name == letters && !$0.domain.isEmpty })?.domain else {
      return name
    }
    let places = marked.blockWords.lazy.joined().filter { beginsName($0) && isWritten(name, at: $0) }
    guard let word = places.first else { return name }
    let full = text(at: word, domain.utf8.count)
    guard full.lowercased() == domain else { return name }
    let isFirst =
      word == 0 || marked.words.gaps[word] >= .sentence || marked.holds(.companyBehind, in: word - 1..<word)
    return isFirst || places.allSatisfy { text(at: $0, domain.utf8.count) == full } ? full : name
  }

  /// So many bytes of the text from a word on.
  private func text(at word: Int, _ count: Int) -> String {
    let start = marked.words.range(word).lowerBound
    return String(decoding: marked.posting.text.bytes[start...].prefix(count), as: UTF8.self)
  }

  private func isWritten(_ name: String, at word: Int) -> Bool {
    marked.posting.text.bytes[marked.words.range(word).lowerBound...].starts(with: name.utf8)
  }

  /// The fuller name that the text tells more of than of a name alone: "Orchardwick Ferries" under "About Orchardwick".
  func fullName(of name: String) -> String? {
    let full = weights.filter {
      $0.key.hasPrefix(name + " ") && $0.value.sum >= Self.enough && $0.value.sum > weights[name]?.sum ?? 0
    }
    return full.min { $0.value.first < $1.value.first }?.key ?? nameWithEnding(of: name)
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
        end = word + (isFirstPart(word) ? 2 : 1) + name.utf8.count { $0 == 0x20 }
        var known = weights[name] ?? Weight(first: word)
        known.sum += weight
        known.isOfTechnology = known.isOfTechnology || holdsTechnology(word..<end)
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
    return full.min { $0.value.first < $1.value.first }?.key ?? nameWithEnding(of: best.key) ?? best.key
  }

  /// "Orchardwick Labs" of "Orchardwick", where the text writes it so too.
  private func nameWithEnding(of name: String) -> String? {
    guard !name.utf8.contains(0x20) else { return nil }
    let spaced = name + " "
    for block in marked.blockWords {
      for word in block.dropLast() where beginsName(word) && isWritten(spaced, at: word) {
        let ending = marked.text(of: word + 1..<word + 2)
        if marked.index.language.nameEndings.contains(ending) { return name + " " + ending }
      }
    }
    return nil
  }
}

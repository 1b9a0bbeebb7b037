internal import Diagnostics
internal import Rubric

/// What tells of a name wherever it stands: how often and where it is named, how it is written, and who owns the
/// addresses.
extension NamedCompany {
  /// The names with all that tells of them, summed up.
  func summed(_ owners: AddressOwners) -> [String: Weight] {
    let signs = marked.index.language.employerSigns
    let opening = openingName()
    let owned = Set(owners.all.map { $0.name.putting("", for: "-") })
    let linked = Set(owners.links)
    let mentions = countedByFirstWord(mentions(), owned.union(linked))
    var sums = weights
    for (name, mention) in mentions where sums[name] == nil && mention.inside > 0 {
      sums[name] = Weight(first: mention.first)
    }
    if let opening, sums[opening] == nil { sums[opening] = Weight(first: 0) }
    return sums.reduce(into: [:]) { summed, candidate in
      var (name, weight) = candidate
      let letters = Self.letters(of: name)
      let isOwner = owned.contains(letters)
      // A name that begins with a digit needs two places, as "2FA" does not stand where an employer does.
      if !isOwner, weight.count < 2, name.utf8.first.map(CharacterClass.isDigit) ?? false { return }
      let mention = mentions[name]
      let isLinked = linked.contains(letters)
      let isDomain = (isOwner || isLinked) && mention?.isDomain ?? false
      // What a phrase of technologies stands in nowhere is none itself.
      let mayBeSignal = mention.map { $0.isKnown || !$0.isInText } ?? true
      let isOfTechnology = weight.isOfTechnology || mayBeSignal && marked.index.isSignal(name)
      // "Kubernetes is a joy" says nothing of who seeks somebody.
      if isOfTechnology, !isOwner, weight.sum <= signs[.enough] { weight.sum -= signs[.technology] }
      if isOwner {
        weight.sum += signs[.address]
      } else if isLinked, isDomain || !isOfTechnology && mention?.isInText ?? true {
        weight.sum += signs[.link]
      }
      if isDomain { weight.sum += signs[.domain] }
      if weight.sum > 0, isInMetadata(name) { weight.sum += signs[.metadata] }
      weight.firm = weight.sum
      if !isOfTechnology, !(mention?.isKnown ?? false) {
        weight.sum += min(
          signs[.most],
          points(of: mention, signs) + (name == opening ? signs[.opening] : 0)
            + (Self.isMixed(name) ? signs[.mixed] : 0))
        if let mention {
          if mention.listed * 2 > mention.count { weight.sum -= signs[.listed] }
          if mention.placed * 2 > mention.count { weight.sum -= signs[.placed] }
        }
      }
      summed[name] = weight
    }
  }

  /// The letters and digits of a name, in small letters.
  private static func letters(of name: String) -> String {
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
      return name.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    let isKept = { CharacterClass.isLetter($0) || CharacterClass.isDigit($0) }
    return String(decoding: name.utf8.lazy.filter(isKept).map(CharacterClass.small), as: UTF8.self)
  }

  /// The name that a text repeats most, three times or more.
  func nameRepeated() -> String? {
    mentions().filter { $0.value.count > 2 && $0.value.inside > 0 }
      .max { ($0.value.count, -$0.value.first) < ($1.value.count, -$1.value.first) }?.key
  }

  /// Where a name stands in running text.
  private struct Mention {
    /// How often it is named, and how often behind another word of a sentence.
    var count = 0
    var inside = 0
    /// How often among other names.
    var listed = 0
    /// How often as a place.
    var placed = 0
    /// Whether something is said to be its own.
    var isOwner = false
    /// Whether it is written as a domain.
    var isDomain = false
    /// Whether it stands in a paragraph.
    var isInText = false
    /// Whether a phrase of technologies stands in it.
    var isKnown = false
    let first: Int
  }

  private func points(of mention: Mention?, _ signs: EmployerSigns) -> Int {
    guard let mention else { return 0 }
    return (mention.count > 2 ? signs[.often] : mention.count > 1 ? signs[.repeated] : 0)
      + (mention.isOwner ? signs[.owner] : 0)
  }

  /// The capitalised names of running text that no phrase knows, with the places where they stand.
  private func mentions() -> [String: Mention] {
    let language = marked.index.language
    var mentions: [String: Mention] = [:]
    for (block, words) in marked.blockWords.enumerated() where !zones.isHeading[block] {
      let asks = language.zones[zones.ofBlock[block]].asks
      var end = words.lowerBound
      for word in words where word >= end && (marked.beginsName(word) || isGlued(word + 1)) {
        let isHouse = word > words.lowerBound && marked.reads(word - 1, "the")
        end = self.end(of: word, in: words, isHouse)
        guard let name = plainName(word..<end), !Self.isBehindMark(name.lowerBound, marked) else { continue }
        // Demands speak of products, but seldom of one with two words that nobody knows.
        let isDemanded = asks == .required || asks == .preferred
        let (text, isDomain) = (text(ofName: name), isDomain(name))
        if isDemanded, name.count < 2, !Self.isMixed(text) { continue }
        let isKnown = holdsTechnology(name)
        if isKnown, name.count < 2, !isDomain { continue }
        var mention = mentions[text] ?? Mention(first: name.lowerBound)
        mention.count += 1
        if marked.words.gaps[name.lowerBound] <= .comma, name.lowerBound > words.lowerBound {
          mention.inside += 1
        }
        if isInList(name, in: words) { mention.listed += 1 }
        if name.lowerBound > words.lowerBound, marked.reads(name.lowerBound - 1, "in") { mention.placed += 1 }
        // "Enrol users" begins an entry of a list with a verb.
        let isText = marked.posting.blocks[block].kind == .paragraph
        mention.isOwner =
          mention.isOwner || (isText || name.lowerBound > words.lowerBound) && owns(name, in: words)
        mention.isDomain = mention.isDomain || isDomain
        mention.isKnown = mention.isKnown || isKnown
        mention.isInText = mention.isInText || isText
        mentions[text] = mention
      }
    }
    return mentions
  }

  /// The name in some words, without plain words before it, "At Orchardwick"; nil where a phrase knows it.
  private func plainName(_ words: Range<Int>) -> Range<Int>? {
    let end = words.upperBound
    var start = words.lowerBound
    while start + 1 < end, isPlain(start) { start += 1 }
    let name = start..<end
    if isPlain(start) || name.count == 1 && marked.words.range(start).count < 3 { return nil }
    return marked.headings(in: name).isEmpty && !marked.holdsCue(in: name) ? name : nil
  }

  /// Whether the text writes a word without a capital too, or it is one that names nobody.
  private func isPlain(_ word: Int) -> Bool {
    !isFirstPart(word)
      && (isSmall(word)
        || marked.holds([.notACompany, .glue, .companyVerb], in: word..<word + 1)
        || marked.holds(.companyBehind, in: word..<word + 1))
  }

  /// "The Orchardwick platform".
  private func owns(_ name: Range<Int>, in block: Range<Int>) -> Bool {
    let next = name.upperBound
    guard next < block.upperBound else { return false }
    return marked.words.gaps[next] == .soft
      && marked.index.language.employerThings.contains(marked.text(of: next..<next + 1))
  }

  /// "Orchardwick.example".
  private func isDomain(_ name: Range<Int>) -> Bool {
    let (bytes, end) = (marked.posting.text.bytes, marked.words.range(name).upperBound)
    return end + 2 < bytes.count && bytes[end] == UInt8(ascii: ".") && CharacterClass.isSmall(bytes[end + 1])
  }

  /// The mentions, where one of "Orchardwick Ferries" counts for "Orchardwick" too, which is named where it is so alone or
  /// owns an address.
  private func countedByFirstWord(_ mentions: [String: Mention], _ owned: Set<String>) -> [String: Mention] {
    var counted = mentions
    for (name, mention) in mentions.sorted(by: { $0.value.first < $1.value.first }) {
      guard let space = name.utf8.firstIndex(of: 0x20) else { continue }
      let first = String(name[..<space])
      if counted[first] == nil, owned.contains(first.lowercased()) {
        counted[first] = Mention(first: mention.first)
      }
      counted[first]?.count += mention.count
      counted[first]?.inside += mention.inside
    }
    return counted
  }

  /// Whether other names stand before or behind a name, apart by commas: "Tidewater, Orchardwick and Firnlicht".
  private func isInList(_ name: Range<Int>, in block: Range<Int>) -> Bool {
    let (first, next) = (name.lowerBound, name.upperBound)
    let isBehind =
      first > block.lowerBound && marked.words.gaps[first] == .comma && marked.isCapitalised(first - 1)
    let isBefore =
      next < block.upperBound && marked.words.gaps[next] == .comma && marked.isCapitalised(next)
    return isBehind || isBefore
  }

  /// "OrchardWick" and "orchardWick", but not "SQL".
  private static func isMixed(_ name: String) -> Bool {
    name.split(separator: " ").contains { word in
      word.utf8.dropFirst().contains(where: CharacterClass.isCapital)
        && word.utf8.contains(where: CharacterClass.isSmall)
    }
  }

  private func isInMetadata(_ name: String) -> Bool {
    marked.posting.metadata.contains { $0.value.holds(name) }
  }
}

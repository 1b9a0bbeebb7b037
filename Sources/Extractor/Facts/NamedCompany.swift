internal import Rubric

/// The name that the running text gives its employer, told by the places where names of employers stand.
struct NamedCompany {
  private let marked: MarkedPosting
  private let zones: Zones
  /// What the text writes without a capital, which a single word with one then names nobody by.
  private let small: Set<UInt64>

  init(_ marked: MarkedPosting, _ zones: Zones) {
    (self.marked, self.zones) = (marked, zones)
    small = Set(
      marked.words.hashes.indices.lazy.filter { Self.isPlainWord($0, marked) }.map { marked.words.hashes[$0] }
    )
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

  /// How much the places of a name tell, and the word where it stands first.
  private typealias Weight = (sum: Int, first: Int)

  /// How much must be told of a name.
  private static let enough = 2

  /// The name of which most is told; ties go to the first. Else the name with which the text begins, or the one that
  /// it repeats most.
  func name() -> String? {
    let weights = weights()
    let best = weights.max { ($0.value.sum, -$0.value.first) < ($1.value.sum, -$1.value.first) }
    guard let best, best.value.sum >= Self.enough else { return openingName() ?? repeatedName() }
    return fullName(of: best, in: weights)
  }

  /// Whether the text uses a name in a place where names of employers stand.
  func isTold(_ name: String) -> Bool {
    weights().keys.contains { $0 == name || $0.hasPrefix(name + " ") || name.hasPrefix($0 + " ") }
  }

  private func weights() -> [String: Weight] {
    var weights: [String: Weight] = [:]
    for (block, words) in marked.blockWords.enumerated() {
      for word in words {
        guard let (name, weight) = told(at: word, in: words, isHeading: zones.isHeading[block]) else {
          continue
        }
        let known = weights[name] ?? (0, word)
        weights[name] = (known.sum + weight, known.first)
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

  /// The name that begins at a word, in a place where names of employers stand, and how much the place tells.
  private func told(at word: Int, in block: Range<Int>, isHeading: Bool) -> (name: String, weight: Int)? {
    let isBehind = word > block.lowerBound && marked.holds(.companyBehind, in: word - 1..<word)
    guard marked.isCapitalised(word) else {
      return isHeading || isBehind ? nil : brand(at: word, in: block).map { ($0, 1) }
    }
    guard !marked.holds(.notACompany, in: word..<word + 1) else { return nil }
    let name = word..<end(of: word, in: block)
    let weight =
      isHeading
      ? isBehind && name.upperBound == block.upperBound ? Self.enough : 0
      : max(isBehind ? weightBehind(name, in: block) : 0, weightBefore(name, in: block))
    guard weight > 0, !marked.holds(.title, in: name), !marked.holds(.region, in: name) else { return nil }
    if weight <= Self.enough, isAsked(name, in: block) { return nil }
    if marked.holdsSignal(in: name), weight < Self.enough { return nil }
    if weight <= Self.enough, name.count == 1, small.contains(marked.words.hashes[word]) { return nil }
    return (marked.text(of: name), weight)
  }

  /// Whether a sentence asks for what it names: "Kubernetes is a plus" names no employer.
  private func isAsked(_ name: Range<Int>, in block: Range<Int>) -> Bool {
    marked.holds(
      [.preferredBehind, .required, .preferredBefore],
      in: name.upperBound..<min(name.upperBound + 6, block.upperBound))
  }

  /// Up to three words with capitals, and "of" between them.
  private func end(of word: Int, in block: Range<Int>) -> Int {
    var end = word + 1
    while end < min(block.upperBound, word + 3), marked.words.gaps[end] == .soft {
      let isOf = marked.reads(end, "of") && end + 1 < block.upperBound && marked.words.gaps[end + 1] == .soft
      if !marked.isCapitalised(isOf ? end + 1 : end) { break }
      end += isOf ? 2 : 1
    }
    return end
  }

  /// The word behind a name and the brackets that may follow it: "Orchard Ferries (OF) sails".
  private func next(behind name: Range<Int>, in block: Range<Int>) -> Int {
    let next = name.upperBound
    guard next < block.upperBound, marked.hasMark("(", before: next) else { return next }
    return (next + 1..<block.upperBound).prefix(8).first { marked.hasMark(")", before: $0) } ?? next
  }

  /// "At Orchardwick, ..." and "here at Orchardwick we" tell most, "an engineer at Orchardwick" and "our work at
  /// Orchardwick" more than "join Orchardwick".
  private func weightBehind(_ name: Range<Int>, in block: Range<Int>) -> Int {
    let (behind, next) = (name.lowerBound - 1, name.upperBound)
    if next < block.upperBound {
      let isApart = marked.words.gaps[behind] >= .comma && marked.words.gaps[next] == .comma
      if isApart || marked.words.gaps[next] <= .comma && marked.holds(.notACompany, in: next..<next + 1) {
        return Self.enough + 1
      }
    }
    guard behind > block.lowerBound else { return 1 }
    let before = behind - 1..<behind
    return marked.holds([.title, .experience], in: before) || marked.holds(.notACompany, in: before)
      ? Self.enough : 1
  }

  /// "Orchardwick is hiring" and "is an equal opportunity employer" tell most, "Orchardwick is a" and "the Orchardwick mission" more than "Orchardwick makes".
  private func weightBefore(_ name: Range<Int>, in block: Range<Int>) -> Int {
    let next = next(behind: name, in: block)
    guard next < block.upperBound else { return 0 }
    // "With two harbours, Orchardwick is" begins with something else.
    let isFirst = marked.words.gaps[name.lowerBound] >= .comma
    if marked.words.gaps[next] == .comma {
      return isFirst && isSeeking(from: next, in: block) ? Self.enough : 0
    }
    guard next > name.upperBound || marked.words.gaps[next] == .soft else { return 0 }
    let isOwner = marked.reads(next, "s")
    let noun = isOwner ? next + 1 : next
    if noun < block.upperBound, !isFirst || isOwner, marked.holds(.companyNoun, in: noun..<noun + 1) {
      return marked.holdsSignal(in: name) ? 1 : Self.enough
    }
    if !isFirst || isOwner { return isOwner ? 1 : 0 }
    let begins = marked.words.gaps[name.lowerBound] >= .sentence
    guard marked.holds(.companyVerb, in: next..<next + 1) else {
      return begins && readsLikeVerb(next) ? 1 : 0
    }
    let isHiring = marked.cues(in: next..<min(next + 6, block.upperBound)).contains {
      $0.isOf(.person) && $0.word == next && $0.words.count > 1 || $0.isOf(.void)
    }
    if isHiring { return Self.enough + 1 }
    let isDefined = next + 1 < block.upperBound && marked.holds(.notACompany, in: next + 1..<next + 2)
    return isDefined ? Self.enough : begins ? 1 : 0
  }

  /// A verb of one who does something ends in "s": "Orchardwick intends to".
  private func readsLikeVerb(_ word: Int) -> Bool {
    let range = marked.words.range(word)
    return range.count > 4 && CharacterClass.isSmall(marked.firstByte(of: word))
      && marked.posting.text.bytes[range.upperBound - 1] == UInt8(ascii: "s")
      && marked.cues(in: word..<word + 1).isEmpty && !marked.holds(Cue.Particles.all, in: word..<word + 1)
  }

  /// "Orchardwick, who run ferries, is looking for": the sentence goes on to seek somebody.
  private func isSeeking(from word: Int, in block: Range<Int>) -> Bool {
    let sentence = (word..<block.upperBound).prefix { $0 == word || marked.words.gaps[$0] < .sentence }
    return marked.cues(in: sentence.startIndex..<sentence.endIndex).contains {
      $0.isOf(.person) && $0.words.count > 1 && marked.holds(.companyVerb, in: $0.words.prefix(1))
    }
  }

  /// A name without a capital: "tern is a ferry line" at the head of a sentence.
  private func brand(at word: Int, in block: Range<Int>) -> String? {
    guard marked.words.gaps[word] >= .sentence, word + 2 < block.upperBound,
      marked.words.gaps[word + 1] == .soft, CharacterClass.isSmall(marked.firstByte(of: word)),
      marked.holds(.companyVerb, in: word + 1..<word + 2), !marked.holds(.notACompany, in: word..<word + 1),
      marked.holds(.notACompany, in: word + 2..<word + 3)
    else { return nil }
    return marked.text(of: word..<word + 1)
  }

  /// The name with which the first paragraph begins: "Firnlicht measures how fast glaciers move".
  private func openingName() -> String? {
    let first = marked.posting.blocks.indices.first { block in
      marked.posting.blocks[block].kind == .paragraph && marked.blockWords[block].count > 4
    }
    return first.flatMap { block in
      let words = marked.blockWords[block]
      return told(at: words.lowerBound, in: words, isHeading: false)?.name ?? namedSubject(of: words)
        ?? words.dropFirst().prefix(3).lazy.compactMap { told(at: $0, in: words, isHeading: false)?.name }
        .first
    }
  }

  /// The name that the text repeats three times or more, with a capital wherever it writes the word: what it neither
  /// knows as a technology nor asks for.
  private func repeatedName() -> String? {
    var counts: [String: (count: Int, inside: Int, first: Int)] = [:]
    for (block, words) in marked.blockWords.enumerated() where !zones.isHeading[block] {
      let asks = marked.index.language.zones[zones.ofBlock[block]].asks
      for word in words {
        guard marked.isCapitalised(word) else { continue }
        let name = word..<end(of: word, in: words)
        let isInside = marked.words.gaps[word] == .soft
        let isPart = isInside && word > words.lowerBound && marked.isCapitalised(word - 1)
        guard !isPart, asks == nil || asks == .duty, !isKnown(name) else { continue }
        let known = counts[marked.text(of: name)] ?? (0, 0, word)
        counts[marked.text(of: name)] = (known.count + 1, known.inside + (isInside ? 1 : 0), known.first)
      }
    }
    let names = counts.filter {
      $0.value.count > 2 && $0.value.inside > 0 && !small.contains(marked.words.hashes[$0.value.first])
    }
    return names.max { ($0.value.count, -$0.value.first) < ($1.value.count, -$1.value.first) }?.key
  }

  /// Whether any phrase tells that some words are no name of an employer.
  private func isKnown(_ name: Range<Int>) -> Bool {
    marked.holdsSignal(in: name) || !marked.headings(in: name).isEmpty || !marked.cues(in: name).isEmpty
      || marked.holds(Cue.Particles.all, in: name)
      || name.contains { marked.words.range($0).count < 3 }
  }

  /// Two or three capitalised words before what reads like a verb: "Orchard Ferries sails to eleven islands".
  private func namedSubject(of words: Range<Int>) -> String? {
    let capitals = words.prefix {
      marked.isCapitalised($0) && ($0 == words.lowerBound || marked.words.gaps[$0] == .soft)
    }
    guard (2...3).contains(capitals.count), !marked.holds(.companyBehind, in: capitals.prefix(1)),
      capitals.upperBound < words.upperBound,
      !marked.holds(.notACompany, in: capitals.prefix(1)), !marked.holds(.title, in: capitals),
      marked.words.gaps[capitals.upperBound] == .soft,
      marked.text(of: capitals.upperBound..<capitals.upperBound + 1).hasSuffix("s")
    else { return nil }
    return marked.text(of: capitals)
  }
}

internal import Diagnostics

/// Mends the name of a company that a job board has spoilt: "Acmegroup" for "Acme Group", "Acme Careers".
struct CompanyName {
  private let marked: MarkedPosting

  init(_ marked: MarkedPosting) { self.marked = marked }

  /// The name as the posting's own text writes it, without words that belong to a web site.
  func mended(_ name: String) -> String { spaced(withoutForm(withoutTail(withoutLead(name)))) }

  /// "Orchardwick" of "Job openings at Orchardwick".
  private func withoutLead(_ name: String) -> String {
    let cues = marked.cues(ofText: name)
    guard let lead = cues.first(where: { $0.cue.isOf(.companyBehind) }), lead.bytes.lowerBound > 0,
      cues.contains(where: {
        $0.cue.isOf([.titleFrame, .companyTail]) && $0.bytes.upperBound < lead.bytes.lowerBound
      })
    else { return name }
    return Trimming.trimmed(
      String(decoding: name.utf8.dropFirst(lead.bytes.upperBound), as: UTF8.self), of: " ")
  }

  /// "Orchard Ferries Ghent" for "OFG" where the text says what the letters stand for: "Orchard Ferries Ghent (OFG)". Not
  /// where it calls the employer by its letters first: "OFG (Orchard Ferries Ghent)".
  func spelledOut(_ name: String) -> String {
    let letters = Array(name.utf8)
    guard (2...6).contains(letters.count), letters.allSatisfy(CharacterClass.isCapital) else { return name }
    for block in marked.blockWords {
      for word in block where marked.firstByte(of: word) == letters[0] {
        guard marked.text(of: word..<word + 1) == name else { continue }
        let (before, behind) = (word - letters.count..<word, word + 1..<word + 1 + letters.count)
        if spells(letters, behind, in: block), marked.hasMark("(", before: word + 1) { return name }
        if spells(letters, before, in: block), marked.hasMark("(", before: word) {
          return marked.text(of: before)
        }
      }
    }
    return letters.count > 2 ? nameWithInitials(letters) ?? name : name
  }

  /// Whether some words of a block begin with the letters.
  private func spells(_ letters: [UInt8], _ words: Range<Int>, in block: Range<Int>) -> Bool {
    words.lowerBound >= block.lowerBound && words.upperBound <= block.upperBound
      && zip(words, letters).allSatisfy { marked.firstByte(of: $0) == $1 }
  }

  /// "Orchard Ferries Ghent", where the text writes three words or more with such initials.
  private func nameWithInitials(_ letters: [UInt8]) -> String? {
    for block in marked.blockWords {
      for word in block.dropLast(letters.count - 1) where marked.firstByte(of: word) == letters[0] {
        let words = word..<word + letters.count
        let isSpelled =
          zip(words, letters).allSatisfy {
            marked.firstByte(of: $0) == $1 && marked.words.range($0).count > 1
          }
          && words.dropFirst().allSatisfy { marked.words.gaps[$0] == .soft }
        let isWhole = words.upperBound == block.upperBound || !marked.isCapitalised(words.upperBound)
        if isSpelled, isWhole, !marked.holds(.title, in: words) { return marked.text(of: words) }
      }
    }
    return nil
  }

  /// "Orchardwick" for "ORCHARDWICK", of a heading in capitals, where the text writes it so.
  func inSmallLetters(_ name: String) -> String {
    guard name.utf8.count > 4, !name.utf8.contains(where: CharacterClass.isSmall),
      name.utf8.allSatisfy({ CharacterClass.isCapital($0) || $0 == 0x20 })
    else { return name }
    return written(String(decoding: name.lowercased().utf8.filter { $0 != 0x20 }, as: UTF8.self)) ?? name
  }

  /// Whether running text writes a name as it is, with a capital.
  func isWritten(_ name: String) -> Bool { isWritten(name) { _ in true } }

  private func isWritten(_ name: String, where isWanted: (Range<Int>) -> Bool) -> Bool {
    let letters = String(decoding: name.lowercased().utf8.filter { $0 != 0x20 }, as: UTF8.self)
    let count = WordScanner.words(of: name).count
    for (number, block) in marked.blockWords.enumerated() where count > 0 {
      if case .heading = marked.posting.blocks[number].kind { continue }
      for word in block.dropLast(count - 1) where marked.beginsName(word) {
        if spells(word..<word + count, letters), isWanted(word..<word + count) { return true }
      }
    }
    return false
  }

  /// "Orchardwick" of "Orchardwick Ltd" where the text speaks of Orchardwick and never writes its legal form.
  private func withoutForm(_ name: String) -> String {
    guard let form = marked.cues(ofText: name).first(where: { $0.cue.isOf(.companyForm) }),
      form.bytes.lowerBound > 0
    else { return name }
    let rest = String(decoding: name.utf8.prefix(form.bytes.lowerBound), as: UTF8.self)
    let plain = Trimming.trimmed(rest, of: " \t,-–(")
    let isPlain = isWritten(plain) { words in
      let behind = words.upperBound..<min(words.upperBound + 3, marked.words.count)
      return !marked.cues(in: behind).contains {
        $0.isOf(.companyForm) && $0.word == behind.lowerBound
      }
    }
    return isPlain && !isWritten(name) || !isLine(name) && (isShortened(plain) || isOwner(plain))
      ? plain : name
  }

  /// "Orchardwick Ferries" of a text that says Orchardwick alone elsewhere.
  private func isShortened(_ name: String) -> Bool {
    guard let space = name.utf8.firstIndex(of: 0x20) else { return false }
    let first = String(name[..<space])
    return first.utf8.count > 3
      && isWritten(first) { words in
        words.upperBound == marked.words.count || !marked.isCapitalised(words.upperBound)
      }
  }

  /// Whether a name is a line of its own, as in the head of a letter, and no sentence goes on behind it.
  private func isLine(_ name: String) -> Bool {
    let count = WordScanner.words(of: name).count
    return marked.blockWords.contains { words in
      words.count >= count && name.hasPrefix(marked.text(of: words.prefix(count)))
        && (words.count == count || marked.isCapitalised(words.lowerBound + count))
    }
  }

  /// "Orchardwick" of jobs@orchardwick.example.
  private func isOwner(_ name: String) -> Bool {
    let letters = name.lowercased().filter { $0 != " " }
    return AddressOwners(marked).all.contains { $0.name == letters }
  }

  private func withoutTail(_ name: String) -> String {
    let tail = marked.cues(ofText: name).first { $0.cue.isOf(.companyTail) }
    guard let tail, tail.bytes.lowerBound > 0, tail.bytes.upperBound == name.utf8.count else { return name }
    let rest = String(decoding: name.utf8.prefix(tail.bytes.lowerBound), as: UTF8.self)
    return Trimming.trimmed(rest, of: " \t-–—|,:")
  }

  /// A single word that the text never uses, where it writes the same letters as two or three words.
  private func spaced(_ name: String) -> String {
    guard !name.utf8.contains(0x20), name.utf8.count > 5 else { return name }
    return written(name.lowercased()) { _ in name } ?? name
  }

  /// What running text writes with some small letters: `alone` makes something of a single word, which goes first.
  func written(_ letters: String, alone: (String) -> String = { $0 }) -> String? {
    var found: String?
    for (number, block) in marked.blockWords.enumerated() {
      if case .heading = marked.posting.blocks[number].kind { continue }
      for word in block where marked.beginsName(word) {
        if spells(word..<word + 1, letters) { return alone(marked.text(of: word..<word + 1)) }
        found = found ?? joined(from: word, in: block, letters)
      }
    }
    return found
  }

  private func joined(from word: Int, in block: Range<Int>, _ wanted: String) -> String? {
    for end in [word + 2, word + 3] where end <= block.upperBound {
      if spells(word..<end, wanted) { return marked.text(of: word..<end) }
    }
    return nil
  }

  /// Whether some words are written with the letters of a name, whatever spaces and capitals they have.
  private func spells(_ words: Range<Int>, _ name: String) -> Bool {
    let range = marked.bytes(of: words)
    var letters = name.utf8.makeIterator()
    for byte in marked.posting.text.bytes[range] where byte != 0x20 {
      if byte >= 0x80 { return isSpelled(range, name) }
      guard letters.next() == (CharacterClass.isCapital(byte) ? byte | 0x20 : byte) else { return false }
    }
    return letters.next() == nil
  }

  private func isSpelled(_ range: Range<Int>, _ name: String) -> Bool {
    marked.string(range).lowercased().putting("", for: " ") == name
  }
}

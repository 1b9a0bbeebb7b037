internal import Rubric

/// The places where a text names its employer, and how much each tells.
extension NamedCompany {
  /// The name that begins at a word, in a place where names of employers stand, and how much the place tells.
  func told(at word: Int, in block: Range<Int>, isHeading: Bool) -> (name: String, weight: Int)? {
    guard beginsName(word) else {
      // Most words are small ones within a sentence.
      guard !isHeading, marked.words.gaps[word] >= .sentence, let name = brand(at: word, in: block) else {
        return nil
      }
      let isBehind = word > block.lowerBound && marked.holds(.companyBehind, in: word - 1..<word)
      return isBehind ? nil : (name, 1)
    }
    let first = word..<word + 1
    guard !marked.holds(.notACompany, in: first), !marked.holds(.companyForm, in: first),
      word == block.lowerBound || !isFirstPart(word - 1)
    else { return nil }
    let lead = lead(of: word, in: block)
    let name = word..<end(of: word, in: block, lead < word)
    if beginsWithHeading(name) { return nil }
    let weight =
      isBehindSign(word, in: block)
      ? Self.enough
      : isHeading ? weightOfHeading(name, lead, in: block) : weight(of: name, lead, in: block)
    guard weight > 0, !marked.holds(.title, in: name), !isRegion(name) else { return nil }
    if weight <= Self.enough, isAsked(name, in: block) { return nil }
    if weight < Self.enough, holdsTechnology(name) { return nil }
    if weight <= Self.enough, name.count == 1, isSmall(word) { return nil }
    return (text(ofName: name), weight)
  }

  /// "Americas" and "North America", but not "Bank of America Ferries".
  private func isRegion(_ name: Range<Int>) -> Bool {
    marked.holds(.region, in: name.count < 3 ? name : name.prefix(1))
  }

  /// "Meet @ Orchardwick": the sign stands alone before the name.
  private func isBehindSign(_ word: Int, in block: Range<Int>) -> Bool {
    guard word > block.lowerBound else { return false }
    let between = marked.words.range(word - 1).upperBound..<marked.words.range(word).lowerBound
    return marked.posting.text.bytes[between].elementsEqual(" @ ".utf8)
  }

  /// The article before a name of several words, or its first word: "the Orchardwick Institute", "Orchardwick".
  private func lead(of word: Int, in block: Range<Int>) -> Int {
    guard word > block.lowerBound, marked.words.gaps[word] == .soft, marked.reads(word - 1, "the") else {
      return word
    }
    let name = word..<end(of: word, in: block, true)
    let isNone = marked.holds(.level, in: name) || marked.holds(.notACompany, in: name)
    return name.count > 1 && !isNone ? word - 1 : word
  }

  /// How much the place of a name in running text tells.
  private func weight(of name: Range<Int>, _ lead: Int, in block: Range<Int>) -> Int {
    if introduces(lead, name, in: block) { return Self.enough + 1 }
    let count = self.lead(behind: lead, in: block)?.count ?? 0
    // "Employed by Orchardwick" says more than "at Orchardwick".
    let behind = count > 1 ? Self.enough : count > 0 ? weightBehind(name, lead, in: block) : 0
    let before = weightBefore(name, lead, in: block)
    if lead == name.lowerBound || isOfHouse(name, in: block) { return max(behind, before) }
    // "At the Ghent Office, you sit" and "the Acceptance Test is a" tell of places and things, "the Orchardwick
    // Institute is hiring" does not.
    return max(min(behind, 1), before > Self.enough ? before : 0)
  }

  /// The words right before a word behind which names of employers stand: "at", "employed by"; not those that only
  /// introduce one, "we are".
  func lead(behind word: Int, in block: Range<Int>) -> Range<Int>? {
    guard word > block.lowerBound else { return nil }
    return marked.cues(in: max(block.lowerBound, word - 3)..<word).first {
      $0.isOf(.companyBehind) && $0.words.upperBound == word
        && ($0.words.count == 1 || !marked.holds(.notACompany, in: $0.words.prefix(1)))
    }?.words
  }

  /// "The University of Ghent", "the Orchard Ferries mission".
  private func isOfHouse(_ name: Range<Int>, in block: Range<Int>) -> Bool {
    let next = name.upperBound..<min(name.upperBound + 1, block.upperBound)
    return marked.holds(.companyNoun, in: next)
      || name.contains { marked.reads($0, "of") || marked.reads($0, "for") }
  }

  /// "We are Orchardwick, a ferry line": the words before a name are a phrase that leads to one, and more is said of it
  /// behind a comma.
  private func introduces(_ word: Int, _ name: Range<Int>, in block: Range<Int>) -> Bool {
    let next = name.upperBound
    guard word > block.lowerBound + 1, next < block.upperBound else { return false }
    // "Hi, we're Orchardwick. We run ferries."
    let isWhole =
      marked.words.gaps[next] == .sentence && !marked.holdsCue(in: name) && !marked.holdsSignal(in: name)
      && marked.headings(in: name).isEmpty
    return (isWhole || marked.words.gaps[next] == .comma && marked.holds(.notACompany, in: next..<next + 1))
      && marked.cues(in: max(block.lowerBound, word - 3)..<word).contains {
        $0.isOf(.companyBehind) && $0.words.upperBound == word && $0.words.count > 1
      }
  }

  /// Whether a sentence asks for what it names: "Kubernetes is a plus" names no employer.
  private func isAsked(_ name: Range<Int>, in block: Range<Int>) -> Bool {
    marked.holds(
      [.preferredBehind, .required, .preferredBefore],
      in: name.upperBound..<min(name.upperBound + 6, block.upperBound))
  }

  /// Whether a word begins like a name: with a capital, or as "9Lives" and "3b8d" with digits before letters.
  func beginsName(_ word: Int) -> Bool {
    let first = marked.firstByte(of: word)
    if CharacterClass.isCapital(first) { return true }
    if CharacterClass.isSmall(first) {
      return marked.beginsName(word) || isGlued(word + 1) || isFirstPart(word)
    }
    if first >= 0x80 { return marked.text(of: word..<word + 1).first?.isUppercase ?? false }
    let letters = marked.posting.text.bytes[marked.words.range(word)].drop(while: CharacterClass.isDigit)
    // "10x", "30k" and "2nd" count something.
    return letters.count > 2 || letters.last.map(CharacterClass.isCapital) ?? false
  }

  /// Whether a hyphen joins a word to a name that it is the first part of: "d-Harbour", "GO-FERRY".
  func isFirstPart(_ word: Int) -> Bool {
    guard word + 1 < marked.words.count else { return false }
    let (bytes, range, next) = (
      marked.posting.text.bytes, marked.words.range(word), marked.words.range(word + 1)
    )
    guard next.lowerBound == range.upperBound + 1, bytes[range.upperBound] == UInt8(ascii: "-"),
      next.count > 2, marked.isCapitalised(word + 1)
    else { return false }
    if range.count == 1 { return CharacterClass.isSmall(bytes[range.lowerBound]) }
    return [range, next].allSatisfy { bytes[$0].allSatisfy(CharacterClass.isCapital) }
  }

  /// Whether a phrase of technologies stands in a name, other than as a part of a word: "Go" is none of "GO-FERRY".
  func holdsTechnology(_ name: Range<Int>) -> Bool {
    !isFirstPart(name.lowerBound) && marked.holdsSignal(in: name)
  }

  /// "About Orchardwick", but not "Delivering at Pace" or "About the Matter at Hand": what a heading says otherwise is a
  /// name where the text has it too, as "Life at Orchardwick".
  private func weightOfHeading(_ name: Range<Int>, _ lead: Int, in block: Range<Int>) -> Int {
    // "About Project" is a heading, and no more.
    guard lead > block.lowerBound, name.upperBound == block.upperBound,
      !marked.headings(in: block).contains(where: { $0.words == block }),
      marked.holds(.companyBehind, in: lead - 1..<lead)
    else { return 0 }
    let isPlain = lead == name.lowerBound && lead - 1 == block.lowerBound
    // "Life at Orchardwick", "Jobs at Orchardwick".
    let before = block.lowerBound..<lead
    let isOfSite =
      marked.reads(lead - 1, "at")
      && (marked.headings(in: before).contains { $0.words == before }
        || marked.holds(.companyTail, in: before))
      && !marked.holdsCue(in: name)
    return isPlain || isOfSite || CompanyName(marked).isWritten(marked.text(of: name)) ? Self.enough : 0
  }

  /// Up to three words with capitals, and "of" between them; where an article stands before, up to four, and "for" too.
  func end(of word: Int, in block: Range<Int>, _ hasArticle: Bool = false) -> Int {
    let usual = word + (hasArticle ? 4 : 3)
    var (end, most) = (word + 1, usual)
    while end < min(block.upperBound, most), continues(end, from: word) {
      let isJoiner =
        marked.reads(end, "of") || hasArticle && marked.reads(end, "for") || isBrandBy(end, in: block)
      let isOf = isJoiner && end + 1 < block.upperBound && marked.words.gaps[end + 1] == .soft
      if !isGlued(end), !marked.isCapitalised(isOf ? end + 1 : end) { break }
      // "The University of Ghent RCS" has a part of its own.
      if most > usual, isAcronym(end) { break }
      end += isOf ? 2 : 1
      // "The Bank of Tidewater Ferry Lines".
      if isOf { most = max(usual, word + 5) }
    }
    return end
  }

  /// "Gull by Orchardwick," with a comma behind it.
  private func isBrandBy(_ word: Int, in block: Range<Int>) -> Bool {
    marked.reads(word, "by") && word + 2 < block.upperBound && marked.words.gaps[word + 2] == .comma
      && marked.isCapitalised(word + 1)
  }

  /// Whether a name may go on with a word: behind a space, or as "harbour{d}" and "H(2) Ferries".
  private func continues(_ word: Int, from start: Int) -> Bool {
    if marked.words.gaps[word] == .soft || isGlued(word) { return true }
    guard word > start + 1, isGlued(word - 1) else { return false }
    let between = marked.words.range(word - 1).upperBound..<marked.words.range(word).lowerBound
    return marked.posting.text.bytes[between].elementsEqual(") ".utf8)
  }

  /// Whether a word is bracketed to the end of the one before it, as in "harbour{d}" and "H(2)", but not in "engineer(s)".
  func isGlued(_ word: Int) -> Bool {
    guard word > 0, word < marked.words.count else { return false }
    let (bytes, range) = (marked.posting.text.bytes, marked.words.range(word))
    let start = marked.words.range(word - 1).upperBound
    guard range.lowerBound == start + 1, range.upperBound < bytes.count else { return false }
    return bytes[start] == UInt8(ascii: "{") && bytes[range.upperBound] == UInt8(ascii: "}")
      || bytes[start] == UInt8(ascii: "(") && bytes[range.upperBound] == UInt8(ascii: ")")
        && bytes[range].allSatisfy(CharacterClass.isDigit)
  }

  /// The text of a name, with the bracket that may end it.
  func text(ofName name: Range<Int>) -> String {
    let range = marked.bytes(of: name)
    return isGlued(name.upperBound - 1) && name.count > 1
      ? marked.string(range.lowerBound..<range.upperBound + 1) : marked.text(of: name)
  }

  /// The word behind a name and the brackets or the letters of a part of it that may follow: "Orchard Ferries (OF)
  /// sails", "the University of Ghent RCS provides".
  private func next(behind name: Range<Int>, in block: Range<Int>) -> Int {
    let next = name.upperBound
    if let form = form(behind: name, in: block) { return form.upperBound }
    if next < block.upperBound, name.count > 2, marked.words.gaps[next] == .soft, isAcronym(next) {
      return next + 1
    }
    guard next < block.upperBound, marked.hasMark("(", before: next) else { return next }
    return (next + 1..<block.upperBound).prefix(8).first { marked.hasMark(")", before: $0) } ?? next
  }

  /// "Ltd" of "Orchardwick Ltd", and "Inc" of "Orchardwick, Inc.".
  private func form(behind name: Range<Int>, in block: Range<Int>) -> Range<Int>? {
    let next = name.upperBound
    guard next < block.upperBound, marked.words.gaps[next] <= .comma else { return nil }
    return marked.cues(in: next..<min(next + 3, block.upperBound)).first {
      $0.isOf(.companyForm) && $0.word == next
    }?.words
  }

  private func isAcronym(_ word: Int) -> Bool {
    let range = marked.words.range(word)
    return (2...5).contains(range.count)
      && marked.posting.text.bytes[range].allSatisfy(CharacterClass.isCapital)
  }

  /// Whether the words of a heading make the first part of what looks like a name: "About Us Orchardwick".
  private func beginsWithHeading(_ name: Range<Int>) -> Bool {
    name.count > 2
      && marked.headings(in: name).contains {
        $0.word == name.lowerBound && $0.count > 1 && $0.words.upperBound < name.upperBound
      }
  }

  /// Whether the words of a heading stand right before a word: "About Us Orchardwick is a ferry line", on a page that
  /// has lost its lines.
  private func followsHeading(_ word: Int, in block: Range<Int>) -> Bool {
    marked.headings(in: max(block.lowerBound, word - 4)..<word).contains {
      $0.words.upperBound == word && $0.count > 1 && $0.words.allSatisfy(marked.isCapitalised)
    }
  }

  /// "At Orchardwick, ..." and "here at Orchardwick we" tell most, "an engineer at Orchardwick" and "our work at
  /// Orchardwick" more than "join Orchardwick".
  private func weightBehind(_ name: Range<Int>, _ lead: Int, in block: Range<Int>) -> Int {
    let (behind, next) = (lead - 1, name.upperBound)
    if next < block.upperBound {
      let isApart = marked.words.gaps[behind] >= .comma && marked.words.gaps[next] == .comma
      // "Our office at the Harbour Park in Ghent" tells of a place.
      let isPlain = lead == name.lowerBound
      if isApart
        || isPlain && marked.words.gaps[next] <= .comma && marked.holds(.notACompany, in: next..<next + 1)
      {
        return Self.enough + 1
      }
    }
    guard behind > block.lowerBound else { return 1 }
    let before = behind - 1..<behind
    return marked.holds([.title, .experience], in: before) || marked.holds(.notACompany, in: before)
      ? Self.enough : 1
  }

  /// "Orchardwick is hiring" and "is an equal opportunity employer" tell most, "Orchardwick is a" and "the Orchardwick
  /// mission" more than "Orchardwick makes".
  private func weightBefore(_ name: Range<Int>, _ lead: Int, in block: Range<Int>) -> Int {
    let next = next(behind: name, in: block)
    guard next < block.upperBound else { return 0 }
    // "With two harbours, Orchardwick is" begins with something else.
    let isBehindHeading = followsHeading(lead, in: block)
    let isFirst = marked.words.gaps[lead] >= .comma || isBehindHeading
    if marked.words.gaps[next] == .comma {
      return isFirst && isSeeking(from: next, in: block) ? Self.enough + 1 : 0
    }
    guard next > name.upperBound || marked.words.gaps[next] == .soft else { return 0 }
    let isOwner = marked.reads(next, "s")
    let noun = isOwner ? next + 1 : next
    if noun < block.upperBound, !isFirst || lead < name.lowerBound || isOwner,
      marked.holds(.companyNoun, in: noun..<noun + 1)
    {
      return marked.holdsSignal(in: name) ? 1 : Self.enough
    }
    if !isFirst || isOwner { return isOwner ? 1 : 0 }
    let begins = marked.words.gaps[lead] >= .sentence || isBehindHeading
    if isSought(behind: next, in: block) { return begins ? Self.enough : 1 }
    guard marked.holds(.companyVerb, in: next..<next + 1), isOfOne(next) else {
      return begins && readsLikeVerb(next) ? 1 : 0
    }
    if isSeeking(at: next, in: block) || isSeekingNow(at: next, in: block) { return Self.enough + 1 }
    let isHiring = marked.cues(in: next..<min(next + 6, block.upperBound)).contains {
      $0.isOf(.person) && $0.word == next && $0.words.count > 1 || $0.isOf(.void)
    }
    if isHiring { return Self.enough + 1 }
    let isDefined = next + 1 < block.upperBound && marked.holds(.notACompany, in: next + 1..<next + 2)
    // "Expenses are no hassle".
    return isDefined && !marked.reads(next, "are") ? Self.enough : begins ? 1 : 0
  }

  /// "Orchardwick makes", but not "Positive work", which is folded alike, or "Come build".
  private func isOfOne(_ verb: Int) -> Bool {
    let last = marked.posting.text.bytes[marked.words.range(verb).upperBound - 1]
    return last | 0x20 == UInt8(ascii: "s") || marked.reads(verb, "are")
  }

  /// "Orchardwick looking for an engineer", as headlines have it.
  private func isSought(behind word: Int, in block: Range<Int>) -> Bool {
    marked.text(of: word..<word + 1).hasSuffix("ing") && isSeeking(at: word, in: block)
  }

  /// "The Orchardwick Institute seeks an engineer": words that announce a title stand before one.
  private func isSeeking(at word: Int, in block: Range<Int>) -> Bool {
    let frame = marked.cues(in: word..<min(word + 4, block.upperBound)).first {
      $0.isOf(.titleFrame) && $0.word == word
    }
    guard let frame, CharacterClass.isSmall(marked.firstByte(of: word)) else { return false }
    let behind = frame.words.upperBound..<min(frame.words.upperBound + 8, block.upperBound)
    return marked.holds(.title, in: behind)
  }

  /// "Orchardwick is actively seeking an engineer".
  private func isSeekingNow(at verb: Int, in block: Range<Int>) -> Bool {
    verb + 2 < block.upperBound && marked.reads(verb, "is") && isSeeking(at: verb + 2, in: block)
      && marked.words.gaps[verb + 2] == .soft
  }

  /// A verb of one who does something ends in "s": "Orchardwick intends to".
  private func readsLikeVerb(_ word: Int) -> Bool {
    let range = marked.words.range(word)
    return range.count > 4 && CharacterClass.isSmall(marked.firstByte(of: word))
      && marked.posting.text.bytes[range.upperBound - 1] == UInt8(ascii: "s")
      && marked.posting.text.bytes[range.upperBound...].first != UInt8(ascii: ":")
      && !marked.holdsCue(in: word..<word + 1)
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
}

internal import Rubric

/// The least years of experience that a posting demands.
enum YearsFact {
  /// The largest of the numbers that demanded sentences name; of alternatives, the smallest: "10+ years, or
  /// 8+ years with a master's degree" is 8.
  static func minimum(_ marked: MarkedPosting, _ sentences: [Sentence]) -> Int? {
    let zones = marked.index.language.zones
    var demanded = inHeadings(marked)
    var (instead, spoken): (Int?, Int?)
    for (number, sentence) in sentences.enumerated() {
      guard !sentence.kinds.isDisjoint(with: .service), let asks = zones[sentence.zone].asks,
        asks != .preferred, sentence.zone != marked.index.language.company,
        let years = years(in: sentence, marked)
      else { continue }
      if asks == .required, years.isInstead {
        instead = min(years.least, instead ?? years.least)
      } else if asks == .required {
        let isOther = number > 0 && isAlternative(sentence, to: sentences[number - 1], marked)
        demanded.append(isOther ? min(years.least, demanded.popLast() ?? years.least) : years.least)
      }
      if asks == .duty, isSpoken(sentence, marked) { spoken = max(spoken ?? 0, years.least) }
    }
    return demanded.max() ?? instead ?? spoken ?? yearsOfKeys(marked)
  }

  /// What headings and lines over lists state of themselves: "Experience: 3+ years", "7+ years of experience in:".
  private static func inHeadings(_ marked: MarkedPosting) -> [Int] {
    marked.posting.blocks.indices.compactMap { block in
      let words = marked.blockWords[block]
      guard heads(block, marked), (2...longestHeading).contains(words.count),
        let unit = marked.cues(in: words).first(where: { $0.isOf(.years) }),
        marked.holds(.experience, in: words)
      else { return nil }
      return NumberWords(marked).smallest(before: unit.word, in: words)
    }
  }

  /// A heading that states years says little else.
  private static let longestHeading = 8

  private static func heads(_ block: Int, _ marked: MarkedPosting) -> Bool {
    switch marked.posting.blocks[block].kind {
    case .heading: true
    case .paragraph: marked.leadsOn(block) && !marked.holds(.wish, in: marked.blockWords[block])
    case .item: false
    }
  }

  /// Whether "or" joins a line to the one before: "BSc with 4+ years" and "or MSc with 2+ years".
  private static func isAlternative(_ sentence: Sentence, to other: Sentence, _ marked: MarkedPosting) -> Bool
  {
    let (first, last) = (sentence.words.lowerBound, other.words.upperBound - 1)
    return [first, last].contains { marked.holds(.joiner, in: $0..<$0 + 1) }
  }

  /// Whether a sentence among duties speaks of experience, and in running text of the person's: "Our engineers have ten
  /// years of experience" does not.
  private static func isSpoken(_ sentence: Sentence, _ marked: MarkedPosting) -> Bool {
    let cues = marked.cues(in: sentence.words)
    if Qualities.beginsWithYears(sentence.words, cues, marked) { return true }
    guard !sentence.kinds.isDisjoint(with: [.experience, .required]) else { return false }
    return marked.posting.blocks[sentence.block].kind == .item || sentence.kinds.contains(.person)
      || !cues.contains { $0.isOf(.service) && isHad(before: $0.word, in: sentence.words, marked) }
  }

  /// Whether somebody is said to have some years, "have ten years", and none to be looked for "with ten years".
  private static func isHad(before unit: Int, in sentence: Range<Int>, _ marked: MarkedPosting) -> Bool {
    (max(sentence.lowerBound, unit - farthestCount)..<unit).contains { word in
      marked.holds(.linking, in: word..<word + 1)
        && !marked.holds([.article, .companion], in: word..<word + 1)
    }
  }

  /// "24 months of experience", but not "a 12-month, permanent position in the harbour".
  private static func isOfExperience(
    _ months: Range<Int>, in sentence: Range<Int>, _ marked: MarkedPosting
  ) -> Bool {
    let next = months.upperBound
    return next < sentence.upperBound && marked.words.gaps[next] == .soft
      && marked.holds(.experience, in: next..<min(next + farthestExperience, sentence.upperBound))
  }

  /// So many words behind a number of months they may be said to be of experience.
  private static let farthestExperience = 4

  /// How many words may stand between who has some years and their unit: "have more than ten years".
  private static let farthestCount = 4

  /// What a key of front matter states: `experience: 3-5 years`.
  private static func yearsOfKeys(_ marked: MarkedPosting) -> Int? {
    marked.stated(.years).lazy.compactMap { value -> Int? in
      guard marked.kinds(ofText: value).contains(.years) else { return nil }
      return Int(value.prefix(while: \.isNumber)).flatMap { (0...20).contains($0) ? $0 : nil }
    }.first
  }

  /// The years that a sentence names, and whether it names them in the place of something else: "a degree, or in lieu of
  /// one 5 years of experience".
  private static func years(
    in sentence: Sentence, _ marked: MarkedPosting
  ) -> (least: Int, isInstead: Bool)? {
    let (words, cues) = (sentence.words, marked.cues(in: sentence.words))
    var units: [Range<Int>] = []
    var numbers: [Int] = []
    var instead: Int?
    let lieu = words.first { marked.reads($0, "lieu") }
    for cue in cues where cue.isOf(.service) {
      let isYears = cue.isOf(.years)
      if isYears {
        // "A 4 year college degree" is no experience.
        let isOfDegree = cues.contains {
          $0.word == cue.words.upperBound && marked.index.isOpen($0, .degree)
        }
        if isOfDegree || tellsOfAge(behind: cue.words, in: words, marked) { continue }
        units.append(cue.words)
      } else if !isOfExperience(cue.words, in: words, marked) {
        continue
      }
      guard
        let number = NumberWords(marked).smallest(before: cue.word, in: words)
          ?? one(before: cue.word, in: words, marked),
        !(isYears && tellsOfPast(before: cue.word, in: words, marked)),
        !isMost(before: cue.word, in: words, marked)
      else { continue }
      // "The next six months" are no year.
      guard isYears || number >= 12 else { continue }
      let years = isYears ? number : number / 12
      if let lieu, instead == nil, cue.word > lieu { instead = years } else { numbers.append(years) }
    }
    // "Five years, two of them as a lead" asks for five; "ten years, or eight with a degree" for eight.
    let short = units.first.map { shortened(cues, behind: $0, marked) } ?? []
    let likely = (numbers + short).filter { (0...20).contains($0) }
    let isLeast = !short.isEmpty || isChoice(units, cues, marked)
    if let least = isLeast ? likely.min() : likely.max() { return (least, false) }
    return instead.flatMap { (0...20).contains($0) ? ($0, true) : nil }
  }

  /// "At least a year of experience" asks for one, and "a year of Linux" for none.
  private static func one(before unit: Int, in sentence: Range<Int>, _ marked: MarkedPosting) -> Int? {
    let article = unit - 1
    guard article - 1 >= sentence.lowerBound, marked.reads(article, "a"),
      marked.reads(article - 1, "least")
    else { return nil }
    return 1
  }

  /// The numbers behind "or" that need no unit: "ten years, or 8+ with a degree".
  private static func shortened(
    _ cues: PlacedCues, behind unit: Range<Int>, _ marked: MarkedPosting
  ) -> [Int] {
    let hasDegree = cues.contains { marked.index.isOpen($0, .degree) }
    return cues.compactMap { cue in
      let next = cue.words.upperBound
      guard cue.isOf(.joiner), cue.word >= unit.upperBound, next < marked.words.count,
        let number = NumberWords(marked).number(next)
      else { return nil }
      let behind = marked.posting.text.bytes[marked.words.range(next).upperBound...].first
      return hasDegree || behind == UInt8(ascii: "+") ? number : nil
    }
  }

  /// "In the last ten years".
  private static func tellsOfPast(before unit: Int, in sentence: Range<Int>, _ marked: MarkedPosting) -> Bool
  {
    (max(sentence.lowerBound, unit - 2)..<unit).contains {
      marked.reads($0, "last") || marked.reads($0, "past")
    }
  }

  /// "Up to three years of experience" asks for none in particular.
  private static func isMost(before unit: Int, in sentence: Range<Int>, _ marked: MarkedPosting) -> Bool {
    let number = unit - 1
    return number - 2 >= sentence.lowerBound && marked.reads(number - 1, "to")
      && marked.reads(number - 2, "up")
  }

  /// "Ten years in a row", "ten years in business" and "ten-year-olds" are not asked of anybody.
  private static func tellsOfAge(
    behind unit: Range<Int>, in sentence: Range<Int>, _ marked: MarkedPosting
  ) -> Bool {
    let next = unit.upperBound
    guard next < sentence.upperBound else { return false }
    // "A 3 year project".
    if ["old", "olds", "project", "contract", "grant"].contains(where: { marked.reads(next, $0) }) {
      return true
    }
    // "Able to commit to two years in the position".
    if marked.reads(next, "in"),
      (sentence.lowerBound..<unit.lowerBound).contains(where: { marked.reads($0, "commit") })
    {
      return true
    }
    guard marked.reads(next, "in") || marked.reads(next, "of") else { return false }
    let text = marked.text(of: next..<min(next + 3, sentence.upperBound)).lowercased()
    return ["in a row", "in business", "of age"].contains { text.hasPrefix($0) }
  }

  /// Whether "or" stands between two numbers of years and right before the second, or where a degree shortens
  /// them. "Ten years in systems or platform engineering, three of them as a lead" offers no choice.
  private static func isChoice(
    _ units: [Range<Int>], _ cues: PlacedCues, _ marked: MarkedPosting
  ) -> Bool {
    guard let first = units.first, let last = units.last, first != last else { return false }
    let joiners = cues.filter {
      $0.isOf(.joiner) && first.upperBound <= $0.word && $0.words.upperBound < last.lowerBound
    }
    let hasDegree = cues.contains { marked.index.isOpen($0, .degree) }
    return joiners.contains { joiner in
      hasDegree
        || units.contains { unit in
          // "Ten years in systems or platform work, three of them" has a comma between.
          (1...4).contains(unit.lowerBound - joiner.words.upperBound)
            && !marked.holds(.companion, in: joiner.words.upperBound + 1..<unit.lowerBound)
            && (joiner.words.upperBound + 1..<unit.lowerBound).allSatisfy { marked.words.gaps[$0] < .comma }
        }
    }
  }
}

/// Reads numbers from words.
struct NumberWords {
  private let marked: MarkedPosting

  init(_ marked: MarkedPosting) { self.marked = marked }

  /// The number that stands right before a word; of a range such as "3-5" or "3 to 5", the smaller.
  func smallest(before word: Int, in sentence: Range<Int>) -> Int? {
    guard word > sentence.lowerBound else { return nil }
    // "Seven plus years".
    if word - 2 >= sentence.lowerBound, marked.reads(word - 1, "plus"), isJoined(word - 1) {
      return smallest(before: word - 1, in: sentence)
    }
    // "Three or more years".
    if word - 3 >= sentence.lowerBound, marked.reads(word - 2, "or"), marked.reads(word - 1, "more"),
      marked.text(of: word - 2..<word).lowercased() == "or more"
    {
      return number(word - 3)
    }
    guard let number = number(word - 1) else { return nil }
    for first in [word - 2, word - 3] where first >= sentence.lowerBound {
      guard isJoined(first + 1), isJoined(word - 1) else { break }
      if let low = self.number(first) { return min(low, number) }
    }
    return number
  }

  /// The number whose last word stands right before a word: "forty-five" has two.
  func number(endingBefore word: Int, in words: Range<Int>) -> (value: Int, words: Range<Int>)? {
    guard word > words.lowerBound else { return nil }
    if let digits = marked.digits(of: word - 1) { return (digits, word - 1..<word) }
    let spelled = marked.cues(in: max(words.lowerBound, word - 2)..<word).compactMap {
      cue -> (value: Int, words: Range<Int>)? in
      guard case .number(let number) = marked.index.cue(cue), cue.words.upperBound == word else { return nil }
      return (number, cue.words)
    }
    return spelled.max { $0.1.count < $1.1.count }
  }

  /// The value of a word that is a number in digits or in letters.
  func number(_ word: Int) -> Int? {
    if let digits = marked.digits(of: word) { return digits }
    for cue in marked.cues(in: word..<word + 1) {
      if case .number(let number) = marked.index.cue(cue) { return number }
    }
    return nil
  }

  /// Whether nothing but a space, a hyphen or a dash without spaces stands before a word.
  private func isJoined(_ word: Int) -> Bool { marked.words.gaps[word] == .soft }
}

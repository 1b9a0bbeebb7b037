internal import Rubric

/// The least years of experience that a posting demands.
enum YearsFact {
  /// The largest of the numbers that demanded sentences name; of alternatives, the smallest: "10+ years, or
  /// 8+ years with a master's degree" is 8.
  static func minimum(_ marked: MarkedPosting, _ sentences: [Sentence]) -> Int? {
    let zones = marked.index.language.zones
    var demanded: Int?
    var spoken: Int?
    for sentence in sentences {
      guard sentence.kinds.contains(.years), let asks = zones[sentence.zone].asks,
        asks != .preferred, zones[sentence.zone].name != "company",
        let years = years(in: sentence.words, marked)
      else { continue }
      if asks == .required { demanded = max(demanded ?? 0, years) }
      let isSpoken =
        marked.holds(.experience, in: sentence.words) || marked.holds(.required, in: sentence.words)
      if asks == .duty, isSpoken { spoken = max(spoken ?? 0, years) }
    }
    return demanded ?? spoken ?? yearsOfKeys(marked)
  }

  /// What a key of front matter states: `experience: 3-5 years`.
  private static func yearsOfKeys(_ marked: MarkedPosting) -> Int? {
    ["experience", "years_of_experience", "min_experience"].lazy.compactMap(marked.posting.metadatum)
      .compactMap { value -> Int? in
        guard marked.cues(ofText: value).contains(where: { $0.cue == .years }) else { return nil }
        return Int(value.prefix(while: \.isNumber)).flatMap { (1...20).contains($0) ? $0 : nil }
      }.first
  }

  private static func years(in words: Range<Int>, _ marked: MarkedPosting) -> Int? {
    let cues = marked.cues(in: words)
    // "A 4 year college degree" is no experience.
    let degrees = cues.filter { $0.cue == .open(.degree) }.map(\.words.lowerBound)
    let units = cues.filter { cue in
      cue.cue == .years && !degrees.contains(cue.words.upperBound)
        && !["in a row", "in business"].contains {
          marked.text(of: behind(cue.words, 3, words)).lowercased().hasPrefix($0)
        }
    }
    let months = cues.contains { $0.cue == .experience } ? cues.filter { $0.cue == .months } : []
    let numbers =
      units.compactMap { NumberWords(marked).smallest(before: $0.words.lowerBound, in: words) }
      + months.compactMap {
        NumberWords(marked).smallest(before: $0.words.lowerBound, in: words).map { $0 / 12 }
      }
    // "Five years, two of them as a lead" asks for five; "ten years, or eight with a degree" for eight.
    let short = units.first.map { shortened(cues, behind: $0.words, marked) } ?? []
    let likely = (numbers + short).filter { (1...20).contains($0) }
    return !short.isEmpty || isChoice(units.map(\.words), cues) ? likely.min() : likely.max()
  }

  /// The numbers behind "or" that need no unit: "ten years, or 8+ with a degree".
  private static func shortened(
    _ cues: PlacedCues, behind unit: Range<Int>, _ marked: MarkedPosting
  ) -> [Int] {
    let hasDegree = cues.contains { $0.cue == .open(.degree) }
    return cues.compactMap { cue, words in
      guard cue == .joiner, words.lowerBound >= unit.upperBound, words.upperBound < marked.words.count,
        let number = NumberWords(marked).number(words.upperBound)
      else { return nil }
      let behind = marked.posting.text.bytes[marked.words.range(words.upperBound).upperBound...].first
      return hasDegree || behind == UInt8(ascii: "+") ? number : nil
    }
  }

  /// Up to so many words of a sentence behind some of its words.
  private static func behind(_ words: Range<Int>, _ count: Int, _ sentence: Range<Int>) -> Range<Int> {
    words.upperBound..<min(words.upperBound + count, sentence.upperBound)
  }

  /// Whether "or" stands between two numbers of years and right before the second, or where a degree shortens
  /// them. "Ten years in systems or platform engineering, three of them as a lead" offers no choice.
  private static func isChoice(_ units: [Range<Int>], _ cues: PlacedCues) -> Bool {
    guard let first = units.first, let last = units.last, first != last else { return false }
    let joiners = cues.filter {
      $0.cue == .joiner && first.upperBound <= $0.words.lowerBound && $0.words.upperBound < last.lowerBound
    }
    let hasDegree = cues.contains { $0.cue == .open(.degree) }
    return joiners.contains { joiner in
      hasDegree || units.contains { (1...4).contains($0.lowerBound - joiner.words.upperBound) }
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
    let spelled = marked.cues(in: max(words.lowerBound, word - 2)..<word).compactMap { cue, words in
      if case .number(let number) = cue, words.upperBound == word { (number, words) } else { nil }
    }
    return spelled.max { $0.1.count < $1.1.count }
  }

  /// The value of a word that is a number in digits or in letters.
  func number(_ word: Int) -> Int? {
    if let digits = marked.digits(of: word) { return digits }
    for cue in marked.cues(in: word..<word + 1) {
      if case .number(let number) = cue.cue { return number }
    }
    return nil
  }

  /// Whether nothing but a space, a hyphen or a dash without spaces stands before a word.
  private func isJoined(_ word: Int) -> Bool { marked.words.gaps[word] == .soft }
}

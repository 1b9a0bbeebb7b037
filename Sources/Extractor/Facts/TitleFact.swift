internal import Diagnostics
internal import Rubric

/// The title and the level that it states.
enum TitleFact {
  /// The title: from front matter, a `Company | Title | Place` line, a line `Title: ...`, the first heading that
  /// reads like one, or the page's own title. What reads like no title gives way to what does.
  static func title(_ marked: MarkedPosting, _ header: Header) -> String? {
    let keys = marked.stated(.title)
    let stated = keys.first { holdsTitle($0, marked) } ?? keys.first
    if let stated, holdsTitle(stated, marked) {
      if let heading = header.titleBlock.map({ marked.text(ofBlock: $0) }),
        goesOn(stated, in: heading, marked)
      {
        return withoutPlace(heading, marked)
      }
      return withoutPlace((isAnnounced(stated, marked) ? labelled(marked) : nil) ?? stated, marked)
    }
    let heading = header.titleBlock.map { marked.text(ofBlock: $0) }.flatMap { $0.holds("://") ? nil : $0 }
    let titles = [
      header.fields.first { holdsTitle($0, marked) }, labelled(marked),
      heading.flatMap { holdsTitle($0, marked) ? $0 : nil },
      // "Our crew is hiring!" announces somebody whom the text names.
      stated.flatMap { announcesOnly($0, marked) ? sought(marked) : nil }, stated, heading,
    ]
    if let title = titles.lazy.compactMap(\.self).first { return withoutPlace(fuller(title, marked), marked) }
    if let title = marked.posting.metadatum("page-title") ?? spoken(marked) { return tidy(title) }
    let first = marked.posting.blocks.indices.first {
      marked.holds(.title, in: marked.blockWords[$0]) && !Header.isOfTeam(marked.blockWords[$0], marked)
        && AddressTitle.address(inBlock: $0, marked) == nil
        && (marked.blockWords[$0].count > longestLine || holdsTitle(marked.text(ofBlock: $0), marked))
    }
    let line = first.flatMap { block in
      let text = marked.string(marked.posting.blocks[block].range)
      return marked.blockWords[block].count <= longestLine ? tidy(text) : firstPart(of: text, marked)
    }
    return line.map { fuller($0, marked) } ?? alone(marked) ?? AddressTitle.title(marked) ?? sought(marked)
  }

  /// A line of more words is running text.
  private static let longestLine = 12

  /// "DevOps", which a key states, over the heading "DevOps/Platform Engineer".
  private static func goesOn(_ word: String, in heading: String, _ marked: MarkedPosting) -> Bool {
    guard !word.utf8.contains(0x20), word.utf8.count < heading.utf8.count else { return false }
    let rest = heading.dropFirst(word.count)
    return heading.lowercased().hasPrefix(word.lowercased()) && !(rest.first?.isLetter ?? true)
      && holdsTitle(String(rest), marked) && rest.utf8.count { $0 == 0x20 } < 6
  }

  /// "Platform Engineer" for "Engineer" alone, where the text seeks one.
  private static func fuller(_ title: String, _ marked: MarkedPosting) -> String {
    guard !title.utf8.contains(0x20), let sought = sought(marked), sought.hasSuffix(" " + title) else {
      return title
    }
    return sought
  }

  /// "Platform Engineer" of a first line with its terms: "Platform Engineer - £300 to £500 a day - six months - Ghent".
  private static func firstPart(of line: String, _ marked: MarkedPosting) -> String? {
    guard let part = TitleParts.head(of: line), WordScanner.words(of: part).count <= 7,
      holdsTitle(part, marked)
    else { return nil }
    return tidy(part)
  }

  /// "We are looking for a platform engineer" announces a title, and may say less than a title of its own.
  private static func isAnnounced(_ title: String, _ marked: MarkedPosting) -> Bool {
    marked.cues(ofText: title).contains { $0.cue.isOf(.titleFrame) && $0.bytes.lowerBound == 0 }
  }

  /// Whether a text without a title says that somebody is looked for.
  private static func announcesOnly(_ text: String, _ marked: MarkedPosting) -> Bool {
    marked.kinds(ofText: text).contains(.titleFrame) || text.utf8.last == UInt8(ascii: "!")
  }

  /// A line of its own: "Job title: Platform Engineer".
  private static func labelled(_ marked: MarkedPosting) -> String? {
    LabelledLine.all(marked, .titleFrame).first { marked.holds(.title, in: $0.value) }?.text
  }

  /// "We are looking for a platform engineer to ...", where nothing else names the title.
  private static func sought(_ marked: MarkedPosting) -> String? {
    for words in marked.cues(ofRare: .titleFrame).lazy.map(\.words) {
      guard let block = marked.blockWords.first(where: { $0.contains(words.lowerBound) }) else { continue }
      let behind = (words.upperBound..<block.upperBound).prefix(9).prefix { marked.words.gaps[$0] <= .slash }
      let titles = marked.cues(in: behind).filter { $0.isOf(.title) }.map(\.words)
      guard let first = titles.first, !begins(behind, with: .titleEnd, marked) else { continue }
      // "Ask the hiring manager" seeks none.
      if words.lowerBound > block.lowerBound, marked.reads(words.lowerBound - 1, "the") { continue }
      // "Platform engineering manager", but not "an engineer who reports to a manager".
      let last = titles.reduce(first.upperBound) { $1.lowerBound == $0 ? $1.upperBound : $0 }
      let end = endOfOffice(last, in: behind, marked)
      let start = begin(of: behind.lowerBound..<end, marked)
      return String(Trimming.withoutArticle(marked.text(of: start..<end)[...]))
    }
    return nil
  }

  /// Where a title ends whose last word is "of": "Head of Platform and Tools".
  private static func endOfOffice(_ end: Int, in words: Range<Int>, _ marked: MarkedPosting) -> Int {
    guard end > words.lowerBound, marked.reads(end - 1, "of") else { return end }
    let office = (end..<words.upperBound).prefix {
      marked.words.gaps[$0] <= .slash && (marked.isCapitalised($0) || marked.reads($0, "and"))
    }
    return office.last { marked.isCapitalised($0) }.map { $0 + 1 } ?? end
  }

  /// Where a title begins that is announced with what is said of the person: "an experienced and eager Platform Engineer".
  private static func begin(of words: Range<Int>, _ marked: MarkedPosting) -> Int {
    let first = words.first { word in
      marked.isCapitalised(word) || marked.holds(.level, in: word..<word + 1)
    }
    return first.flatMap { marked.holds(.title, in: $0..<words.upperBound) ? $0 : nil } ?? words.lowerBound
  }

  /// Whether some words begin with a cue: "we are looking for help on our platform engineering" names no title.
  private static func begins(_ words: Range<Int>, with kind: Cue.Kinds, _ marked: MarkedPosting) -> Bool {
    marked.cues(in: words).contains { $0.isOf(kind) && $0.word == words.lowerBound }
  }

  /// A line of its own somewhere in the text that is nothing but a title: "Senior Platform Engineer" over a list of
  /// demands.
  private static func alone(_ marked: MarkedPosting) -> String? {
    let block = marked.blockWords.indices.first { block in
      let words = marked.blockWords[block]
      return (2...7).contains(words.count) && marked.words.gaps[words].dropFirst().allSatisfy { $0 <= .slash }
        && words.allSatisfy(marked.isCapitalised) && marked.headings(in: words).isEmpty
        && marked.cues(in: words).contains { $0.isOf(.title) && $0.words.upperBound == words.upperBound }
    }
    return block.map { marked.string(marked.posting.blocks[$0].range) }
  }

  /// "As a Senior Software Engineer at Acme, you will ...", where nothing near the head of the text is a title.
  private static func spoken(_ marked: MarkedPosting) -> String? {
    let isTitled = marked.blockWords.prefix(2).contains { words in
      words.count <= 12 && marked.holds(.title, in: words) && !Header.tellsOfEmployer(words, marked)
        && !speaks(words, marked)
    }
    if isTitled { return nil }
    for block in marked.blockWords {
      for word in block.dropLast(2) {
        guard marked.firstByte(of: word) == UInt8(ascii: "A"),
          ["As a", "As an"].contains(marked.text(of: word..<word + 2))
        else { continue }
        let start = Self.firstCapital(from: word + 2, in: block, marked)
        let title = spokenTitle(from: start, in: block, marked)
        if title.count > 1, marked.holds(.title, in: title) { return marked.text(of: title) }
        if let title = titleInSmallLetters(behind: title, in: block, marked) { return marked.text(of: title) }
      }
    }
    return nil
  }

  /// "As a Platform Engineer at Acme you will sail" is a sentence, and no title.
  private static func speaks(_ words: Range<Int>, _ marked: MarkedPosting) -> Bool {
    words.count > 6 && ["As a", "As an"].contains(marked.text(of: words.prefix(2)))
  }

  /// "As a DevOps engineer, you will": the words with capitals go on with that of a title without one.
  private static func titleInSmallLetters(
    behind words: Range<Int>, in block: Range<Int>, _ marked: MarkedPosting
  ) -> Range<Int>? {
    let rest = (words.upperBound..<block.upperBound).prefix(3).prefix { marked.words.gaps[$0] == .soft }
    guard !words.isEmpty, let title = marked.cues(in: rest).first(where: { $0.isOf(.title) }) else {
      return nil
    }
    return words.lowerBound..<title.words.upperBound
  }

  /// How many small words may stand before a title: "As a hands-on Platform Engineer".
  private static let mostAdjectives = 3

  /// The first of the next few words that has a capital; the first of them where none has.
  private static func firstCapital(from word: Int, in block: Range<Int>, _ marked: MarkedPosting) -> Int {
    let words = (word..<block.upperBound).prefix(mostAdjectives + 1)
    let first = words.first { marked.isCapitalised($0) } ?? word
    return (word..<first).allSatisfy { marked.words.gaps[$0 + 1] < .hard } ? first : word
  }

  /// The words with capitals from a word on. A comma belongs to them where a sentence goes on behind another:
  /// "As a Software Engineer, Storage and Backup, you will ...".
  private static func spokenTitle(from word: Int, in block: Range<Int>, _ marked: MarkedPosting) -> Range<Int>
  {
    let words = (word..<block.upperBound).prefix(9)
    let plain = words.prefix(6).prefix {
      marked.isCapitalised($0) && ($0 == word || marked.words.gaps[$0] == .soft)
    }
    guard
      let comma = words.dropFirst().last(where: {
        marked.words.gaps[$0] == .comma && !marked.isCapitalised($0)
      })
    else { return plain.startIndex..<plain.endIndex }
    let full = word..<comma
    let isTitle =
      full.count > plain.count
      && full.allSatisfy {
        marked.words.gaps[$0] <= .comma || $0 == word
      } && full.allSatisfy { marked.isCapitalised($0) || marked.reads($0, "and") || marked.reads($0, "of") }
    return isTitle ? full : plain.startIndex..<plain.endIndex
  }

  /// The level of a title, by its first word that states one; then by "As a senior ..." or "We are looking
  /// for a senior engineer" in the text.
  static func level(of title: String, _ marked: MarkedPosting, _ sentences: [Sentence]) -> RoleLevel {
    if let level = firstLevel(in: title, marked) ?? levelOfKeys(marked) ?? labelledLevel(marked) {
      return level
    }
    for sentence in sentences where sentence.words.count > 3 && sentence.kinds.contains(.level) {
      if let level = soughtLevel(in: sentence, marked) { return level }
      let text = marked.text(of: sentence.words.prefix(6))
      guard ["As a", "As our", "This is a"].contains(where: text.hasPrefix) else { continue }
      if let level = firstLevel(in: text, marked) { return level }
    }
    return sentences.isEmpty ? .unspecified : levelOfHeadings(marked) ?? .unspecified
  }

  /// What a heading states that announces the person hired: "We're looking for a senior-level engineer who has".
  private static func levelOfHeadings(_ marked: MarkedPosting) -> RoleLevel? {
    for (block, words) in marked.blockWords.enumerated() where words.count > 3 {
      guard case .heading = marked.posting.blocks[block].kind else { continue }
      let heading = Sentence(block: block, words: words, zone: 0, in: marked)
      if let level = soughtLevel(in: heading, marked) { return level }
    }
    return nil
  }

  /// What a key of front matter states: `seniority: senior`.
  private static func levelOfKeys(_ marked: MarkedPosting) -> RoleLevel? {
    marked.stated(.level).lazy.compactMap { firstLevel(in: $0, marked) }.first
  }

  /// A line of its own: "Experience: mid to senior level".
  private static func labelledLevel(_ marked: MarkedPosting) -> RoleLevel? {
    LabelledLine.all(marked, .levelLabel, among: .max).lazy.filter { $0.value.count <= 6 }
      .compactMap { firstLevel(in: $0.text, marked) }.first
  }

  /// The level before a word of titles, at most three words on, where words announce the person hired: "we are looking
  /// for a senior engineer", "you will be a staff engineer", "the senior engineer will". "You'll lead engineers" and
  /// "report to a senior engineer" state none.
  private static func soughtLevel(in sentence: Sentence, _ marked: MarkedPosting) -> RoleLevel? {
    guard sentence.kinds.isSuperset(of: [.level, .title]) else { return nil }
    let cues = marked.cues(in: sentence.words)
    for cue in cues {
      guard case .level(let level) = marked.index.cue(cue) else { continue }
      let titles = cues.filter { other in
        other.isOf(.title) && (cue.words.upperBound..<cue.words.upperBound + 4).contains(other.word)
          && (cue.words.lowerBound + 1...other.word).allSatisfy { marked.words.gaps[$0] <= .comma }
      }
      guard let title = titles.first else { continue }
      if isSought(cue.words, cues, sentence, marked) || isAnnounced(cue.words, cues, sentence, marked)
        || acts(cue.words, title.words, cues, sentence, marked)
      {
        return level
      }
    }
    return nil
  }

  /// Whether words for the person hired stand before a level with its article: "you're a senior".
  private static func isSought(
    _ level: Range<Int>, _ cues: PlacedCues, _ sentence: Sentence, _ marked: MarkedPosting
  ) -> Bool {
    let article = level.lowerBound - 1
    guard article >= sentence.words.lowerBound, marked.holds(.article, in: article..<article + 1) else {
      return false
    }
    if cues.contains(where: { $0.isOf(.person) && (article...article + 1).contains($0.words.upperBound) }) {
      return true
    }
    let start = max(sentence.words.lowerBound, article - farthestPerson)
    return article > start && (marked.reads(article - 1, "as") || marked.reads(article - 1, "be"))
      && cues.contains { $0.isOf(.person) && (start..<article).contains($0.word) }
  }

  /// How many words behind "you" somebody becomes what they are: "you will join us as a".
  private static let farthestPerson = 5

  /// Whether words that announce a title stand before a level, and adjectives alone between: "we are hiring a talented
  /// senior".
  private static func isAnnounced(
    _ level: Range<Int>, _ cues: PlacedCues, _ sentence: Sentence, _ marked: MarkedPosting
  ) -> Bool {
    cues.contains { frame in
      guard frame.isOf(.titleFrame), frame.words.count > 1, frame.words.upperBound <= level.lowerBound,
        level.lowerBound - frame.words.upperBound <= mostAdjectives
      else { return false }
      let between = frame.words.upperBound..<level.lowerBound
      return (frame.words.upperBound...level.lowerBound).allSatisfy { marked.words.gaps[$0] <= .comma }
        && !cues.contains {
          $0.isOf([.title, .dutyVerb, .person]) && $0.words.overlaps(between)
            && !$0.words.overlaps(frame.words)
        }
    }
  }

  /// Whether a sentence begins with a level and its title, of whom it goes on to tell: "The senior engineer will".
  private static func acts(
    _ level: Range<Int>, _ title: Range<Int>, _ cues: PlacedCues, _ sentence: Sentence,
    _ marked: MarkedPosting
  ) -> Bool {
    let first = sentence.words.lowerBound
    return level.lowerBound == first + 1 && marked.reads(first, "the")
      && cues.contains {
        $0.isOf(.person) && $0.word == title.lowerBound && $0.words.upperBound > title.upperBound
      }
  }

  /// Whether a text holds a word of titles.
  static func holdsTitle(_ text: String, _ marked: MarkedPosting) -> Bool {
    guard text.holds("://") else { return marked.kinds(ofText: text).contains(.title) }
    let words = text.split(separator: " ").filter { !String($0).holds("://") }
    return marked.kinds(ofText: words.joined(separator: " ")).contains(.title)
  }

  private static func firstLevel(in text: String, _ marked: MarkedPosting) -> RoleLevel? {
    var first: (level: RoleLevel, end: Int)?
    for (cue, bytes) in marked.cues(ofText: text) {
      guard case .level(let level) = marked.index.cue(cue) else { continue }
      // "Senior Engineering Manager" and "Senior Director" manage, "Senior Release Manager" releases.
      if let first, level.leadsPeople, bytes.lowerBound == first.end + 1 {
        return level
      }
      first = first ?? (level, bytes.upperBound)
    }
    return first?.level
  }

  /// What stands behind the words of a title and tells of the place: "(Remote)" of "Engineer (Remote)".
  static func placeBehind(_ marked: MarkedPosting, _ header: Header) -> String? {
    let stated =
      marked.stated(.title).first
      ?? header.titleBlock.map { marked.text(ofBlock: $0) }
    guard let stated, !marked.kinds(ofText: stated).isDisjoint(with: .place) else { return nil }
    let rest = withoutPlace(stated, marked)
    return rest.utf8.count < tidy(stated).utf8.count && stated.hasPrefix(rest)
      ? String(stated.dropFirst(rest.count)) : nil
  }

  /// Without the words on remote work behind it, "(Remote, Spain)", "[remote]" or "onsite or remote in Germany".
  private static func withoutPlace(_ title: String, _ marked: MarkedPosting) -> String {
    guard let place = marked.cues(ofText: title).first(where: { $0.cue.isOf(.place) }) else {
      return tidy(title)
    }
    let before = title.utf8.prefix(place.bytes.lowerBound)
    // "(m/f/d) onsite or remote" has its brackets before the place.
    let bracket = before.lastIndex(where: "()[]".utf8.contains)
    let cut = bracket.flatMap { "([".utf8.contains(before[$0]) ? $0 : nil } ?? before.endIndex
    let rest = withoutCode(tidy(String(decoding: before[..<cut], as: UTF8.self)), marked)
    return holdsTitle(rest, marked) ? rest : tidy(title)
  }

  /// "Platform Engineer" of "Platform Engineer - US", which stood before "Remote".
  private static func withoutCode(_ title: String, _ marked: MarkedPosting) -> String {
    let parts = TitleParts.parts(of: title)
    guard parts.count > 1, let code = parts.last, (2...3).contains(code.utf8.count),
      code.utf8.allSatisfy(CharacterClass.isCapital), !holdsTitle(code, marked), !marked.index.isSignal(code)
    else { return title }
    return parts.dropLast().joined(separator: " - ")
  }

  /// Without decoration at its ends, and not in capitals throughout.
  static func tidy(_ title: String) -> String {
    var title = Trimming.trimmed(title, of: " \t*_:#`\"'-–—|")
    let isShort = title.utf8.count <= 6
    if isShort || title.withUTF8({ $0.contains(where: CharacterClass.isSmall) }) { return title }
    if title.withUTF8({ $0.allSatisfy { $0 < 0x80 } }) { return capitalised(ascii: title) }
    if title.contains(where: \.isLowercase) { return title }
    return title.split(separator: " ", omittingEmptySubsequences: false).map(capitalised).joined(
      separator: " ")
  }

  /// "ENGINEER" as "Engineer"; three letters and fewer may be an acronym and stay.
  private static func capitalised(_ word: Substring) -> String {
    guard word.count(where: \.isLetter) > 3, let first = word.firstIndex(where: \.isLetter) else {
      return String(word)
    }
    let next = word.index(after: first)
    return word[..<next] + word[next...].lowercased()
  }

  /// The same for the words of a text of ASCII, byte by byte.
  private static func capitalised(ascii title: String) -> String {
    var bytes = Array(title.utf8)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x20) ?? bytes.count
      let isLong = bytes[start..<end].count(where: CharacterClass.isLetter) > 3
      var isBehindLetter = false
      for offset in start..<end where CharacterClass.isLetter(bytes[offset]) {
        if isLong, isBehindLetter { bytes[offset] |= 0x20 }
        isBehindLetter = true
      }
      start = end + 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

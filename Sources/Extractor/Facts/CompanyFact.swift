/// The employer's name.
struct CompanyFact {
  let marked: MarkedPosting
  let header: Header
  let zones: Zones
  /// The title as it is stated.
  let title: String?

  /// The name: from front matter, a `Company | Title | Place` line, the heading behind the title, a
  /// heading "About ...", or the name that the text itself uses most.
  func company() -> String? { stated().map { CompanyName(marked).mended($0) } }

  /// The keys of front matter under which the employer stands.
  private static let keys = ["company", "company_name", "employer", "organization", "organisation", "org"]

  private func stated() -> String? {
    if let company = Self.keys.lazy.compactMap(marked.posting.metadatum).first {
      let name = withoutAddress(company)
      return company.hasSuffix(")") && !name.isEmpty ? name : company
    }
    if let first = header.fields.first, !TitleFact.holdsTitle(first, marked) { return withoutAddress(first) }
    if let heading = headingBehindTitle() ?? headingBeforeTitle() { return heading }
    if let line = labelled() ?? lineByTitle() { return line }
    guard let about = aboutHeading() else {
      return pageTitle() ?? behindTitle() ?? nameWithForm() ?? mostNamed() ?? mailedName()
    }
    return lineBehindTitle(beginningWith: about) ?? about
  }

  /// A line of its own near the head: "Company: Orchardwick".
  private func labelled() -> String? {
    for (number, words) in marked.blockWords.prefix(12).enumerated() where (2...7).contains(words.count) {
      let range = marked.posting.blocks[number].range
      guard marked.posting.text.bytes[range].contains(UInt8(ascii: ":")) else { continue }
      let line = marked.string(range)
      guard let colon = line.firstIndex(of: ":"), Self.keys.contains(line[..<colon].lowercased()) else {
        continue
      }
      let name = Trimming.trimmed(line[line.index(after: colon)...], of: " \t*_")
      if !name.isEmpty, !isNobody(words.dropFirst()) { return withoutAddress(name) }
    }
    return nil
  }

  /// The line over that of the title in plain text, where it is a name: "Orchardwick" over "Platform Engineer".
  private func lineByTitle() -> String? {
    let blocks = marked.posting.blocks
    guard header.titleBlock == nil, blocks.count > 2, blocks[0].kind == .paragraph,
      isName(marked.blockWords[0]),
      (2...8).contains(marked.blockWords[1].count), marked.holds(.title, in: marked.blockWords[1])
    else { return nil }
    return marked.string(blocks[0].range)
  }

  /// One to four words with capitals that no other part of a posting is known by.
  private func isName(_ words: Range<Int>) -> Bool {
    (1...4).contains(words.count) && words.allSatisfy(marked.isCapitalised)
      && words.dropFirst().allSatisfy { marked.words.gaps[$0] == .soft }
      && !marked.holds(.title, in: words) && marked.headings(in: words).isEmpty && !isNobody(words)
      && !PlaceFact.isPlace(words, marked)
  }

  /// "None" and "Confidential" name nobody.
  private func isNobody(_ words: Range<Int>) -> Bool {
    words.count == 1 && marked.holds(.notACompany, in: words)
  }

  /// "Platform Engineer at Orchardwick".
  private func behindTitle() -> String? {
    guard let title, let at = title.firstRange(of: " at ") else { return nil }
    let name = title[at.upperBound...].prefix { !"(|,–—".contains($0) }
    guard name.first?.isUppercase == true, TitleFact.holdsTitle(String(title[..<at.lowerBound]), marked)
    else {
      return nil
    }
    return Trimming.trimmed(name, of: " -")
  }

  /// "Platform Engineer | Careers at Orchardwick".
  private func pageTitle() -> String? {
    guard let title = marked.posting.metadatum("page-title") else { return nil }
    let parts = title.split(separator: " ")
    guard let at = parts.lastIndex(where: { $0.lowercased() == "at" }), at + 1 < parts.count else {
      return nil
    }
    return parts[(at + 1)...].prefix { $0 != "|" && $0 != "-" && $0 != "·" }.joined(separator: " ")
  }

  /// The full name on a line of its own near the title, where the text speaks of it by its first word.
  private func lineBehindTitle(beginningWith name: String) -> String? {
    let first = name.split(separator: " ").first.map { $0.lowercased() } ?? ""
    let block = marked.posting.blocks.indices.prefix(5).first { block in
      let words = marked.blockWords[block]
      return (1...7).contains(words.count) && marked.text(of: words.prefix(1)).lowercased() == first
    }
    return block.map { marked.string(marked.posting.blocks[$0].range) }
  }

  private func headingBehindTitle() -> String? {
    guard let title = header.titleBlock, title + 1 < marked.posting.blocks.count else { return nil }
    let words = marked.blockWords[title + 1]
    guard case .heading(let level) = marked.posting.blocks[title + 1].kind,
      level <= max(3, Header.level(marked.posting.blocks[title])),
      (1...6).contains(words.count),
      header.blocks.contains(title + 1), !marked.holds(.title, in: words),
      !isNobody(words),
      !PlaceFact.isPlace(words, marked)
    else { return nil }
    return marked.string(marked.posting.blocks[title + 1].range)
  }

  /// The heading over the title, as on a page of a company's own: "Orchardwick" over "Platform Engineer".
  private func headingBeforeTitle() -> String? {
    guard let title = header.titleBlock, title > 0, title < 4 else { return nil }
    let words = marked.blockWords[title - 1]
    guard case .heading(let level) = marked.posting.blocks[title - 1].kind, (1...5).contains(words.count),
      level <= Header.level(marked.posting.blocks[title]), !marked.holds(.title, in: words),
      marked.headings(in: words).isEmpty
    else { return nil }
    return marked.string(marked.posting.blocks[title - 1].range)
  }

  /// A name with its legal form near the head of the posting: "Lumen Oy", "Tidewater Grain B.V.".
  private func nameWithForm() -> String? {
    for words in marked.blockWords.prefix(8) {
      for cue in marked.cues(in: words) where cue.isOf(.companyForm) && cue.word > words.lowerBound {
        var start = cue.words.lowerBound
        while start > words.lowerBound, cue.words.lowerBound - start < 4, marked.isCapitalised(start - 1),
          marked.words.gaps[start] == .soft
        {
          start -= 1
        }
        if start < cue.words.lowerBound { return marked.text(of: start..<cue.words.upperBound) }
      }
    }
    return nil
  }

  /// "About Henry Meds", but not "About the role".
  private func aboutHeading() -> String? {
    for (number, words) in marked.blockWords.enumerated()
    where zones.isHeading[number] && (2...5).contains(words.count) {
      guard marked.text(of: words.prefix(1)).lowercased() == "about",
        !marked.headings(in: words).contains(where: { $0.count == words.count }),
        !marked.holds(.notACompany, in: words.dropFirst().prefix(1))
      else { continue }
      return Trimming.trimmed(marked.text(of: words.dropFirst()), of: " :*?!")
    }
    return nil
  }

  /// The name that stands most often at the head of a sentence before a verb, or behind "at" and
  /// "join". Once is enough behind "at"; ties go to the first.
  private func mostNamed() -> String? {
    var counts: [String: (count: Int, first: Int)] = [:]
    for (block, words) in marked.blockWords.enumerated() where !zones.isHeading[block] {
      for word in words {
        if let name = name(at: word, in: words) { counts[name, default: (0, word)].count += 1 }
      }
    }
    let best = counts.max { ($0.value.count, -$0.value.first) < ($1.value.count, -$1.value.first) }
    return best.flatMap { $0.value.count >= 2 ? $0.key : nil } ?? openingName()
  }

  /// The name with which the first paragraph begins: "Firnlicht measures how fast glaciers move".
  private func openingName() -> String? {
    let first = marked.posting.blocks.indices.first { block in
      marked.posting.blocks[block].kind == .paragraph && marked.blockWords[block].count > 4
    }
    return first.flatMap { block in
      let words = marked.blockWords[block]
      return name(at: words.lowerBound, in: words) ?? namedSubject(of: words)
        ?? words.dropFirst().prefix(3).lazy.compactMap { name(at: $0, in: words) }.first
    }
  }

  /// Two or three capitalised words before what reads like a verb: "Orchard Ferries sails to eleven islands".
  private func namedSubject(of words: Range<Int>) -> String? {
    let capitals = words.prefix {
      marked.isCapitalised($0) && ($0 == words.lowerBound || marked.words.gaps[$0] == .soft)
    }
    guard (2...3).contains(capitals.count), capitals.upperBound < words.upperBound,
      !marked.holds(.notACompany, in: capitals.prefix(1)), !marked.holds(.title, in: capitals),
      marked.words.gaps[capitals.upperBound] == .soft,
      marked.text(of: capitals.upperBound..<capitals.upperBound + 1).hasSuffix("s")
    else { return nil }
    return marked.text(of: capitals)
  }

  /// A capitalised name of up to three words that begins at a word, in a place where names of
  /// employers stand.
  private func name(at word: Int, in block: Range<Int>) -> String? {
    guard marked.isCapitalised(word) else { return nil }
    let isFirst = marked.words.gaps[word] >= .sentence
    let isBehind = word > block.lowerBound && marked.holds(.companyBehind, in: word - 1..<word)
    guard isFirst || isBehind, !marked.holds(.notACompany, in: word..<word + 1) else { return nil }
    var end = word + 1
    while end < min(block.upperBound, word + 3), marked.words.gaps[end] == .soft, marked.isCapitalised(end) {
      end += 1
    }
    let isBeforeVerb = end < block.upperBound && marked.holds(.companyVerb, in: end..<end + 1)
    guard isBehind || (isFirst && isBeforeVerb) else { return nil }
    return marked.text(of: word..<end)
  }

  /// The name that the text gives to the owner of an address: "jobs@firnlicht.example" where it speaks of
  /// Firnlicht.
  private func mailedName() -> String? {
    let bytes = marked.posting.text.bytes
    guard let sign = bytes.firstIndex(of: UInt8(ascii: "@")) else { return nil }
    let domain = bytes[(sign + 1)...].prefix { CharacterClass.isASCIIWord($0) }
    guard domain.count > 3, domain.endIndex < bytes.count, bytes[domain.endIndex] == UInt8(ascii: ".") else {
      return nil
    }
    let name = String(decoding: domain, as: UTF8.self).lowercased()
    return marked.words.starts.indices.lazy
      .filter { marked.isCapitalised($0) && marked.words.range($0).count == domain.count }
      .map { marked.text(of: $0..<$0 + 1) }.first { $0.lowercased() == name }
  }

  /// `Kinvolk (https://kinvolk.io)` without what stands in brackets.
  private func withoutAddress(_ text: String) -> String {
    Trimming.trimmed(text.prefix { $0 != "(" && $0 != "," }, of: " \t")
  }
}

internal import Diagnostics

/// The employer's name.
struct CompanyFact {
  let marked: MarkedPosting
  let header: Header
  let zones: Zones
  /// The title as it is stated.
  let title: String?

  /// The name: from front matter, a `Company | Title | Place` line, the heading behind the title, a
  /// heading "About ...", or the name that the text itself uses most.
  func company() -> String? {
    let names = CompanyName(marked)
    let name = stated().map { names.inSmallLetters(names.spelledOut(names.mended(ownerOfHost($0) ?? $0))) }
    return name.flatMap { marked.stated(.company).isEmpty && namesNobody($0) ? nil : withLetters($0) }
  }

  /// "Orchard Ferries Ghent (OFG)" for a name that the title writes so behind a dash.
  private func withLetters(_ name: String) -> String {
    guard let title, title.utf8.last == UInt8(ascii: ")") else { return name }
    let part = TitleParts.parts(of: title).dropFirst().last
    return part.flatMap { HouseName.withoutLetters($0) == name ? $0 : nil } ?? name
  }

  /// "Orchardwick" of "orchardwickferries.example", where the text speaks of Orchardwick.
  private func ownerOfHost(_ name: String) -> String? {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")),
      name.utf8.allSatisfy({
        CharacterClass.isSmall($0) || CharacterClass.isDigit($0) || "-.".utf8.contains($0)
      }),
      let owner = NamedCompany(marked, zones).name()
    else { return nil }
    let host = name[..<dot].putting("", for: "-")
    return host.hasPrefix(owner.lowercased().putting("", for: " ")) ? owner : nil
  }

  /// "Careers" and "Job openings" are parts of a site.
  private func namesNobody(_ name: String) -> Bool {
    marked.cues(ofText: name).contains {
      $0.cue.isOf([.companyTail, .titleFrame]) && $0.bytes == 0..<name.utf8.count
    }
  }

  private func stated() -> String? {
    lazy var named = NamedCompany(marked, zones)
    func isTold(_ words: Range<Int>) -> Bool { named.isTold(marked.text(of: words)) }
    if let company = marked.stated(.company).first {
      let name = withoutAddress(company)
      return company.hasSuffix(")") && !name.isEmpty ? name : company
    }
    if let first = header.fields.first, isOfEmployer(first) { return withoutAddress(first) }
    if let line = labelled() { return line }
    if let shown = headingBehindTitle(isTold) ?? headingBeforeTitle(isTold) ?? lineByTitle()
      ?? lineBehindTitle()
    {
      // What the text writes too needs no look at all that it tells.
      if CompanyName(marked).isWritten(shown) { return shown }
      return named.nameInsteadOf(shown) ?? shown
    }
    if let name = beforeColon() { return name }
    guard let about = aboutHeading(isTold) else {
      return pageTitle() ?? behindTitle() ?? partOfTitle() ?? nameWithForm() ?? behindComma()
        ?? siteName() ?? fieldBehindTitle { named.isTold($0) } ?? named.name() ?? beforeTitle()
        ?? unspokenPart()
    }
    let line = lineBehindTitle(beginningWith: about)
    if let line, line != about { return line }
    return named.fullName(of: about) ?? about
  }

  /// "Orchardwick" of "Platform Engineer | Orchardwick | Remote", where the text speaks of Orchardwick.
  private func fieldBehindTitle(isTold: (String) -> Bool) -> String? {
    guard let first = header.fields.first, TitleFact.holdsTitle(first, marked) else { return nil }
    return header.fields.dropFirst().first { mayBeName($0) && isTold($0) }
  }

  /// Whether the first field of a line is none on the title, the place or the terms of work: "Full-time | Ghent".
  private func isOfEmployer(_ field: String) -> Bool {
    !withoutAddress(field).contains(":")
      && marked.kinds(ofText: field)
        .isDisjoint(with: Cue.Kinds.place.union([.title, .titleAside, .titleFrame, .region]))
  }

  /// A line of its own near the head: "Company: Orchardwick".
  private func labelled() -> String? {
    LabelledLine.all(marked, .companyLabel, among: 12).first { !$0.text.isEmpty && !isNobody($0.value) }
      .map { withoutAddress($0.text) } ?? lineBelowLabel()
  }

  /// The line below a label: "Company" over "Orchardwick".
  private func lineBelowLabel() -> String? {
    let block = marked.blockWords.indices.prefix(14).dropLast().first { block in
      let words = marked.blockWords[block]
      let isLabel = marked.cues(in: words).contains { $0.isOf(.companyLabel) && $0.words == words }
      return isLabel && isName(marked.blockWords[block + 1])
    }
    return block.map { marked.string(marked.posting.blocks[$0 + 1].range) }
  }

  /// The line over that of the title in plain text, where it is a name: "Orchardwick" over "Platform Engineer".
  private func lineByTitle() -> String? {
    let blocks = marked.posting.blocks
    guard header.titleBlock == nil, blocks.count > 2, blocks[0].kind != .item, isName(marked.blockWords[0]),
      (2...8).contains(marked.blockWords[1].count), marked.holds(.title, in: marked.blockWords[1])
    else { return nil }
    return TitleFact.tidy(marked.string(blocks[0].range))
  }

  /// The line behind that of the title, where a place follows it: "Orchardwick" over "Ghent, Belgium", or "Orchardwick •
  /// Ghent, Belgium".
  private func lineBehindTitle() -> String? {
    let blocks = marked.posting.blocks
    guard let title = header.titleLine(marked), title + 2 < blocks.count, blocks[title + 1].kind == .paragraph
    else { return nil }
    let words = marked.blockWords[title + 1]
    let parts = TitleParts.parts(of: marked.string(blocks[title + 1].range)).flatMap {
      $0.split { "•·|".contains($0) }.map { Trimming.trimmed($0, of: " \t*_") }
    }
    if parts.count > 1, words.count < 12, let name = parts.first, mayBeName(name),
      parts.dropFirst().contains(where: isPlace)
    {
      return name
    }
    let next = marked.blockWords[title + 2]
    return isName(words) && next.count < 7 && isPlace(marked.text(of: next))
      ? marked.string(blocks[title + 1].range) : nil
  }

  /// "Ghent, Belgium": two names apart by a comma, or words on remote or office work.
  private func isPlace(_ text: String) -> Bool {
    if !marked.kinds(ofText: text).isDisjoint(with: [.remotePlace, .onSitePlace]) { return true }
    let parts = text.split(separator: ",").map { Trimming.trimmed($0, of: " ") }
    return (2...3).contains(parts.count) && !marked.kinds(ofText: text).contains(.title)
      && parts.allSatisfy { $0.first?.isUppercase ?? false }
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
    titles.lazy.compactMap(nameBehind).first
  }

  /// The title as it is stated, and what a key states that gave way to it.
  private var titles: [String] { [title].compactMap(\.self) + marked.stated(.title) }

  /// "Orchardwick" of "Job opening at Orchardwick".
  private func nameBehind(_ title: String) -> String? {
    guard let at = title.places(of: " at ").last ?? title.places(of: " @ ").first else { return nil }
    let name = title[at.upperBound...].prefix { !"(|,–—".contains($0) }
    guard name.first?.isUppercase == true,
      !marked.kinds(ofText: String(title[..<at.lowerBound])).isDisjoint(with: [.title, .titleFrame])
    else {
      return nil
    }
    return Trimming.trimmed(name, of: " -")
  }

  /// The name of the site, where the text has it too: it may be that of a job board.
  private func siteName() -> String? {
    let names = CompanyName(marked)
    return marked.stated(.site).lazy.map(names.mended).first { names.isWritten($0) }
  }

  /// "Platform Engineer | Orchardwick" where the text never speaks of Orchardwick, and nothing else is known of it.
  private func unspokenPart() -> String? {
    let names = CompanyName(marked)
    for text in titles + marked.stated(.page) {
      let parts = TitleParts.parts(of: text)
      guard parts.count > 1, parts.contains(where: { TitleFact.holdsTitle($0, marked) }) else { continue }
      // "Orchardwick - Platform Engineer" begins with it.
      let ends = [parts.last, parts.first].compactMap(\.self).map(names.mended)
      if let name = ends.first(where: mayBeName) { return name }
    }
    return nil
  }

  /// One to four words with capitals that no phrase is known by.
  private func mayBeName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (1...4).contains(words.count) && words.allSatisfy { $0.first?.isUppercase ?? false }
      && !text.utf8.contains(UInt8(ascii: ",")) && !text.contains(where: \.isNumber)
      && !marked.index.isKnown(in: text)
  }

  /// "Orchardwick: Platform Engineer" where the text speaks of Orchardwick.
  private func beforeColon() -> String? {
    let names = CompanyName(marked)
    return titles.lazy.compactMap { title -> String? in
      guard let colon = title.utf8.firstIndex(of: UInt8(ascii: ":")), title[colon...].count > 2,
        TitleFact.holdsTitle(String(title[colon...]), marked)
      else { return nil }
      let name = Trimming.trimmed(title[..<colon], of: " ")
      let words = name.split(separator: " ")
      let isName = words.allSatisfy { $0.first?.isUppercase ?? false || ["of", "for", "and"].contains($0) }
      return (1...6).contains(words.count) && isName && marked.kinds(ofText: name).isEmpty
        && !marked.index.isSignal(name) && names.isWritten(name) ? name : nil
    }.first
  }

  /// "Platform Engineer - Orchardwick" where the text speaks of Orchardwick, and "Platform Engineer - Orchardwick College
  /// Library", which is a house whatever the text says.
  private func partOfTitle() -> String? {
    guard let title else { return nil }
    let (names, houses) = (CompanyName(marked), HouseName(marked))
    let parts = TitleParts.parts(of: title)
    return parts.first { part in
      part.utf8.count < title.utf8.count && !marked.index.isKnown(in: part)
        && names.isWritten(HouseName.withoutLetters(part))
    } ?? parts.dropFirst().last(where: houses.isHouse)
  }

  /// "Orchardwick" of "Platform Engineer, Orchardwick", where a site or a mailbox is Orchardwick's.
  private func behindComma() -> String? {
    guard let title, let comma = title.utf8.lastIndex(of: UInt8(ascii: ",")),
      TitleFact.holdsTitle(String(title[..<comma]), marked)
    else { return nil }
    let name = Trimming.trimmed(title[title.index(after: comma)...], of: " ")
    guard mayBeName(name) else { return nil }
    let owners = AddressOwners(marked)
    let letters = name.lowercased().putting("", for: " ")
    return owners.links.contains(letters) || owners.all.contains { $0.spellings.contains(letters) }
      ? name : nil
  }

  /// "Orchardwick is hiring a Platform Engineer" over a text that never speaks of Orchardwick.
  private func beforeTitle() -> String? {
    guard let block = header.titleBlock else { return nil }
    let words = marked.blockWords[block]
    let name = words.prefix(3).prefix { marked.isCapitalised($0) && !marked.holdsCue(in: $0..<$0 + 1) }
    let behind = name.endIndex..<words.upperBound
    let frame = marked.cues(in: behind).first { $0.isOf(.titleFrame) && $0.word == behind.lowerBound }
    guard !name.isEmpty, let frame, marked.holds(.companyVerb, in: frame.words),
      !marked.holdsSignal(in: name.startIndex..<name.endIndex)
    else { return nil }
    return marked.text(of: name.startIndex..<name.endIndex)
  }

  /// "Platform Engineer | Careers at Orchardwick", and "Platform Engineer - Orchardwick" where the text speaks of
  /// Orchardwick.
  private func pageTitle() -> String? {
    guard let title = marked.stated(.page).first else { return nil }
    let parts = title.split(separator: " ")
    if let at = parts.lastIndex(where: { ["at", "@"].contains($0.lowercased()) }), at + 1 < parts.count {
      return parts[(at + 1)...].prefix { $0 != "|" && $0 != "-" && $0 != "·" }.joined(separator: " ")
    }
    let names = CompanyName(marked)
    return TitleParts.parts(of: title).dropFirst().last.map(names.mended).flatMap {
      !TitleFact.holdsTitle($0, marked) && names.isWritten($0) ? $0 : nil
    }
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

  private func headingBehindTitle(_ isTold: (Range<Int>) -> Bool) -> String? {
    guard let title = header.titleBlock, title + 1 < marked.posting.blocks.count else { return nil }
    let words = marked.blockWords[title + 1]
    guard case .heading(let level) = marked.posting.blocks[title + 1].kind,
      level <= max(3, Header.level(marked.posting.blocks[title])),
      (1...6).contains(words.count),
      header.blocks.contains(title + 1), !marked.holds(.title, in: words),
      !isNobody(words),
      !PlaceFact.isPlace(words, marked)
    else { return nil }
    let name = marked.string(marked.posting.blocks[title + 1].range)
    // On a page of a job board more of the head follows, or it stands far below the title; elsewhere the text must
    // speak of the name.
    let isFarBelow = level - Header.level(marked.posting.blocks[title]) > 1
    let isOfBoard =
      (isFarBelow || header.blocks.contains(title + 2)) && marked.markedZones(in: words).isEmpty
    return isOfBoard || marked.holds(.companyForm, in: words) || isTold(words) ? name : nil
  }

  /// The heading over the title, as on a page of a company's own: "Orchardwick" over "Platform Engineer".
  private func headingBeforeTitle(_ isTold: (Range<Int>) -> Bool) -> String? {
    guard let title = header.titleBlock, title > 0, title < 4 else { return nil }
    let words = marked.blockWords[title - 1]
    guard case .heading(let level) = marked.posting.blocks[title - 1].kind, (1...5).contains(words.count),
      level <= Header.level(marked.posting.blocks[title]), !marked.holds(.title, in: words),
      marked.stated(.title).isEmpty || isTold(words)
    else { return nil }
    // "Job openings at Orchardwick".
    let heading = marked.string(marked.posting.blocks[title - 1].range)
    if CompanyName(marked).mended(heading).utf8.count < heading.utf8.count { return heading }
    guard marked.headings(in: words).isEmpty,
      !marked.cues(in: words).contains(where: {
        $0.isOf([.companyTail, .titleFrame]) && $0.word == words.lowerBound
      }),
      !marked.words(of: .notACompany, in: words).contains(where: { $0.lowerBound == words.lowerBound })
    else { return nil }
    return heading
  }

  /// A name with its legal form near the head of the posting: "Lumen Oy", "Tidewater Grain B.V.".
  private func nameWithForm() -> String? {
    for words in marked.blockWords.prefix(8) {
      // "Time-limited" is no form.
      for cue in marked.cues(in: words)
      where cue.isOf(.companyForm) && cue.word > words.lowerBound && !marked.hasMark("-", before: cue.word) {
        let form = beginOfForm(cue.words, in: words)
        // "It's a", and "BC, AB" of places.
        guard standsApart(cue.word) else { continue }
        var start = form
        // "Orchardwick, Inc." and "Orchardwick (Pty) Ltd" have a mark before the form.
        while start > words.lowerBound, form - start < 4, marked.isCapitalised(start - 1),
          marked.words.gaps[start] == .soft
            || start == form && (marked.hasMark(",", before: start) || marked.hasMark("(", before: start))
        {
          start -= 1
        }
        // "At Orchardwick Inc, we sail".
        if start < form - 1, marked.holds(.companyBehind, in: start..<start + 1) { start += 1 }
        if form - start == 1, marked.words.range(start).count < 3 { continue }
        if start < form { return marked.text(of: start..<cue.words.upperBound) }
        // "orchardwick GmbH is".
        if form == words.lowerBound + 1, marked.isCapitalised(form), marked.words.gaps[form] == .soft {
          return marked.text(of: words.lowerBound..<cue.words.upperBound)
        }
      }
    }
    return nil
  }

  /// Whether a space or a bracket stands right before a word.
  private func standsApart(_ word: Int) -> Bool {
    let start = marked.words.range(word).lowerBound
    return start > 0 && " (\n,".utf8.contains(marked.posting.text.bytes[start - 1])
  }

  /// Where a legal form begins: a word in brackets before it belongs to it, "(Pty) Ltd".
  private func beginOfForm(_ form: Range<Int>, in words: Range<Int>) -> Int {
    let before = form.lowerBound - 1
    let isBracketed =
      before > words.lowerBound && marked.hasMark(")", before: form.lowerBound)
      && marked.hasMark("(", before: before)
    return isBracketed ? before : form.lowerBound
  }

  /// "About Henry Meds", but not "About the role".
  private func aboutHeading(_ isTold: (Range<Int>) -> Bool) -> String? {
    for (number, words) in marked.blockWords.enumerated()
    where zones.isHeading[number] && (2...9).contains(words.count) {
      guard marked.text(of: words.prefix(1)).lowercased() == "about" else { continue }
      let hasArticle = marked.reads(words.lowerBound + 1, "the")
      if hasArticle, let name = nameBehindArticle(words.dropFirst(2), isTold) { return name }
      guard words.count < 6, !marked.headings(in: words).contains(where: { $0.count == words.count }),
        !marked.holds(.notACompany, in: words.dropFirst().prefix(1)), !marked.holds(.title, in: words),
        !marked.holds(.notACompany, in: words.suffix(1)),
        !marked.holdsSignal(in: words.dropFirst()) || isTold(words.dropFirst())
      else { continue }
      let name = nameBehindAt(words) ?? words.dropFirst()
      return Trimming.trimmed(marked.text(of: name), of: " :*?!")
    }
    return nil
  }

  /// "Orchardwick" of "About working at Orchardwick".
  private func nameBehindAt(_ words: Range<Int>) -> Range<Int>? {
    words.dropFirst(2).dropLast().first { marked.reads($0, "at") && marked.isCapitalised($0 + 1) }
      .map { $0 + 1..<words.upperBound }
  }

  /// "About the Orchardwick Institute for Ferries", where the text speaks of the Orchardwick Institute.
  private func nameBehindArticle(_ words: Range<Int>, _ isTold: (Range<Int>) -> Bool) -> String? {
    guard words.count > 1, let last = words.last,
      words.allSatisfy({ marked.isCapitalised($0) || marked.reads($0, "of") || marked.reads($0, "for") }),
      !marked.holds(.title, in: words), !marked.holds(.notACompany, in: last..<last + 1), isTold(words)
    else { return nil }
    return marked.text(of: words)
  }

  /// `Kinvolk (https://kinvolk.io)` without what stands in brackets.
  private func withoutAddress(_ text: String) -> String {
    Trimming.trimmed(text.prefix { $0 != "(" && $0 != "," }, of: " \t")
  }
}

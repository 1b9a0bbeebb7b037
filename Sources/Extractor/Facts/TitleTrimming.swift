/// Takes off a title what is none of it: words that announce it, a list of countries, the company's name.
struct TitleTrimming {
  private let marked: MarkedPosting

  init(_ marked: MarkedPosting) { self.marked = marked }

  /// The title alone. What is left must still read like a title, or nothing is taken off.
  func trimmed(_ title: String, company: String?) -> String {
    var title = title
    var isTried = false
    for step in Step.allCases {
      let shorter = shorter(title, step, company)
      // What nothing is taken off has been trimmed before.
      if shorter == nil, isTried { continue }
      let rest = Trimming.trimmed(shorter ?? title, of: " \t*_:#`\"'-–—|,@!")
      let isTitle = rest != title && TitleFact.holdsTitle(rest, marked)
      if isTitle { title = rest }
      isTried = isTried || isTitle || shorter == nil
    }
    return title
  }

  /// A title without the place that stands behind it.
  static func without(_ place: String?, _ title: String) -> String {
    guard let place, title.hasSuffix(place), place.utf8.count < title.utf8.count else { return title }
    return Trimming.trimmed(title.dropLast(place.count), of: " \t,(-–—|")
  }

  /// What is taken off, in this order.
  private enum Step: CaseIterable {
    case mark, date, site, pictures, announcement, aside, end, terms, countries, company
  }

  /// A title after a step; nil where it takes nothing off.
  private func shorter(_ title: String, _ step: Step, _ company: String?) -> String? {
    switch step {
    case .mark: withoutMark(title)
    case .date: withoutDate(title)
    case .site: withoutSite(title)
    case .pictures: withoutPictures(title)
    case .announcement: withoutAnnouncement(title)
    case .aside: withoutAside(title)
    case .end: withoutEnd(title)
    case .terms: withoutTerms(title)
    case .countries: withoutCountries(title)
    case .company: withoutPart(title, ofCompany: company) ?? withoutCompany(title, company)
    }
  }

  /// "[Open] Platform Engineer": what stands in square brackets before a title is a mark of the board.
  private func withoutMark(_ title: String) -> String? {
    guard title.utf8.first == UInt8(ascii: "["), title.hasPrefix("["), let end = title.firstIndex(of: "]")
    else {
      return nil
    }
    return String(title[title.index(after: end)...])
  }

  /// "Platform Engineer (July 2031)": brackets with a month or a mark and a year say when somebody was looked for.
  private func withoutDate(_ title: String) -> String? {
    guard title.utf8.last == UInt8(ascii: ")"), let open = title.utf8.lastIndex(of: UInt8(ascii: "(")) else {
      return nil
    }
    let words = title[open...].utf8.dropFirst().dropLast().split(separator: 0x20)
    guard let year = words.last, year.count == 4, year.allSatisfy(CharacterClass.isDigit), words.count < 3
    else {
      return nil
    }
    return year.first == UInt8(ascii: "2") ? String(title[..<open]) : nil
  }

  /// "Careers | Platform Engineer": a part of a web site. "orchardwick.example: Platform Engineer": its host.
  private func withoutSite(_ title: String) -> String? {
    if let rest = withoutHost(title) { return rest }
    let parts = TitleParts.parts(of: title)
    if parts.count < 2 { return nil }
    let rest = parts.filter { part in
      !marked.index.cues(in: part).contains {
        $0.cue.isOf(.companyTail) && $0.bytes.lowerBound == 0 && $0.bytes.upperBound == part.utf8.count
      }
    }
    return rest.count < parts.count ? rest.joined(separator: " - ") : nil
  }

  private func withoutHost(_ title: String) -> String? {
    guard let colon = title.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let host = Trimming.trimmed(title[..<colon], of: " ")
    return host.utf8.contains(UInt8(ascii: ".")) && !host.utf8.contains(0x20)
      ? String(title[title.index(after: colon)...]) : nil
  }

  /// "🔎 Platform Engineer 🚀 remote": the first part between signs of the kind that holds a title.
  private func withoutPictures(_ title: String) -> String? {
    var title = title
    guard title.withUTF8({ $0.contains { $0 >= 0xE2 } }) else { return nil }
    let parts = title.unicodeScalars.split(whereSeparator: \.properties.isEmojiPresentation).map(String.init)
    let part = parts.first { TitleFact.holdsTitle($0, marked) }
    return parts.count > 1 || part?.utf8.count != title.utf8.count ? part : nil
  }

  /// "Hiring for DevSecOps Engineer", "We are hiring a Site Reliability Engineer".
  private func withoutAnnouncement(_ title: String) -> String? {
    let cues = marked.cues(ofText: title)
    guard let frame = cues.first(where: { $0.cue.isOf(.titleFrame) }) else { return nil }
    // "Platform Engineer job opening".
    if frame.bytes.upperBound == title.utf8.count, frame.bytes.lowerBound > 0 {
      return String(decoding: title.utf8.prefix(frame.bytes.lowerBound), as: UTF8.self)
    }
    let rest = String(decoding: title.utf8.dropFirst(frame.bytes.upperBound), as: UTF8.self)
    // "Role: Platform Engineer", but not "Position Control Engineer".
    let isWord = !title.utf8.prefix(frame.bytes.upperBound).contains(UInt8(ascii: " "))
    let isLabel = rest.first(where: { $0 != " " }).map(":-–—".contains) ?? false
    if isSought(behind: frame.bytes, cues, title) {
      return String(Trimming.withoutArticle(rest.drop { $0 == " " }))
    }
    guard frame.bytes.lowerBound == 0, isLabel || !isWord else { return nil }
    return String(Trimming.withoutArticle(rest.drop { " :-–—".contains($0) }))
  }

  /// "Orchardwick seeks a Platform Engineer": a verb of an employer's makes the frame, and no title stands before it.
  private func isSought(
    behind frame: Range<Int>, _ cues: [(cue: PlacedCue, bytes: Range<Int>)], _ title: String
  ) -> Bool {
    frame.lowerBound > 0
      && marked.index.particles(in: title).contains {
        $0.particle == .companyVerb && $0.bytes.lowerBound == frame.lowerBound
      }
      && !cues.contains { $0.cue.isOf(.title) && $0.bytes.lowerBound < frame.lowerBound }
      && cues.contains { $0.cue.isOf(.title) && $0.bytes.lowerBound >= frame.upperBound }
  }

  /// "Talented Platform Engineer", "Full-time Platform Engineer".
  private func withoutAside(_ title: String) -> String? {
    guard let aside = marked.cues(ofText: title).first(where: { $0.cue.isOf(.titleAside) }),
      aside.bytes.lowerBound == 0
    else { return nil }
    return String(decoding: title.utf8.dropFirst(aside.bytes.upperBound), as: UTF8.self)
  }

  /// "Platform Engineer to join our team", "Platform Engineer for our harbour".
  private func withoutEnd(_ title: String) -> String? {
    guard
      let end = marked.cues(ofText: title).first(where: { $0.cue.isOf(.titleEnd) && $0.bytes.lowerBound > 0 })
    else { return nil }
    return String(decoding: title.utf8.prefix(end.bytes.lowerBound), as: UTF8.self)
  }

  /// "DevOps Engineer - £500 a day - 6 months", "Platform Engineer - EMEA": the parts behind the first that
  /// states a number, a region or the posting's own place are terms.
  private func withoutTerms(_ title: String) -> String? {
    let parts = TitleParts.parts(of: title)
    guard let end = parts.dropFirst().firstIndex(where: isTerm) else { return nil }
    return parts[..<end].joined(separator: " - ")
  }

  private func isTerm(_ part: String) -> Bool {
    part.utf8.contains(where: CharacterClass.isDigit)
      || part.utf8.contains { $0 >= 0x80 } && part.contains(where: \.isNumber)
      || marked.index.cues(in: part).contains { $0.cue.isOf(.region) } || isStatedPlace(part)
  }

  /// "Ghent" of "Platform Engineer - Ghent", where a field states "Ghent, Belgium".
  private func isStatedPlace(_ part: String) -> Bool {
    marked.stated(.location).contains {
      $0.hasPrefix(part) && !($0.dropFirst(part.count).first?.isLetter ?? false)
    }
  }

  /// "Software Engineer (Poland/Romania/Hungary)": names joined by slashes, none of which a signal or a cue
  /// knows.
  private func withoutCountries(_ title: String) -> String? {
    guard title.utf8.last == UInt8(ascii: ")"), title.utf8.contains(UInt8(ascii: "/")),
      let open = title.lastIndex(of: "(")
    else { return nil }
    let inside = String(title[title.index(after: open)...].dropLast())
    let names = inside.split(separator: "/").map { $0.drop { $0 == " " } }
    let areNames = names.allSatisfy { $0.count > 3 && $0.first?.isUppercase == true }
    guard names.count > 1, areNames, !marked.index.isKnown(in: inside) else { return nil }
    return String(title[..<open])
  }

  /// "Acme: Platform Engineer", "Platform Engineer at Acme", and "AHL Platform Developer" where the company
  /// is Man AHL.
  private func withoutCompany(_ title: String, _ company: String?) -> String? {
    guard let company, !company.isEmpty, mayName(title, company) else { return nil }
    let (small, name) = (title.lowercased(), company.lowercased())
    if small.hasPrefix(name + " ") || small.hasPrefix(name + ":") {
      return String(title.dropFirst(company.count))
    }
    if small.hasSuffix(name) {
      for joint in [" at ", " at the ", " @ ", " - ", " – ", " — ", " | ", ", "]
      where small.hasSuffix(joint + name) {
        return String(title.dropLast(joint.count + company.count))
      }
    }
    let words = company.utf8.split(separator: 0x20)
    guard let acronym = words.last.map({ Substring($0) }), acronym.utf8.count < company.utf8.count,
      title.hasPrefix(acronym + " "), acronym.count > 1, acronym.allSatisfy(\.isUppercase)
    else { return nil }
    return String(title.dropFirst(acronym.count))
  }

  /// "Platform Engineer—Orchardwick Ferries" where the company is Orchardwick.
  private func withoutPart(_ title: String, ofCompany company: String?) -> String? {
    guard title.utf8.contains(0x94), let dash = title.firstIndex(of: "—"),
      let name = company?.split(separator: " ").first
    else { return nil }
    let rest = Trimming.trimmed(title[title.index(after: dash)...], of: " ")
    return name.utf8.count > 3 && (rest == name || rest.hasPrefix(name + " ")) ? String(title[..<dash]) : nil
  }

  /// Whether a title may begin or end with the name of a company, or begin with the last word of one: only the first
  /// and last bytes of texts of ASCII are looked at.
  private func mayName(_ title: String, _ company: String) -> Bool {
    guard let first = title.utf8.first, let last = title.utf8.last, let head = company.utf8.first,
      let tail = company.utf8.last
    else { return false }
    let space = company.utf8.lastIndex(of: 0x20)
    let isOfLastWord = space.map { company.utf8[$0...].dropFirst().first ?? first == first } ?? false
    return (first | last | head | tail) >= 0x80 || isOfLastWord
      || CharacterClass.small(first) == CharacterClass.small(head)
      || CharacterClass.small(last) == CharacterClass.small(tail)
  }
}

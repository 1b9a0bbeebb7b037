/// The place of work, and whether it can be anywhere.
struct PlaceFact {
  let marked: MarkedPosting
  let header: Header

  /// The place in the posting's words: from front matter, a line `Location: ...`, the head of a job
  /// board's page, or a field of a first line.
  func location() -> String? {
    marked.posting.metadatum("location") ?? labelled() ?? behindGlobe() ?? field() ?? behindTitle()
  }

  /// The heading behind the title, where it names a place: "### Portland, OR".
  private func behindTitle() -> String? {
    guard let title = header.titleBlock, title + 1 < marked.posting.blocks.count,
      case .heading = marked.posting.blocks[title + 1].kind,
      Self.isPlace(marked.blockWords[title + 1], marked)
    else { return nil }
    return marked.posting.string(marked.posting.blocks[title + 1].range)
  }

  /// Whether a heading names a place and no employer: words on remote or office work, or a town with the
  /// code of its state or its region behind a comma.
  static func isPlace(_ words: Range<Int>, _ marked: MarkedPosting) -> Bool {
    let cues = marked.cues(in: words)
    if cues.contains(where: { $0.cue == .remotePlace || $0.cue == .onSitePlace }) { return true }
    guard let comma = words.dropFirst().first(where: { marked.hasMark(",", before: $0) }) else {
      return false
    }
    let behind = marked.text(of: comma..<words.upperBound)
    let isCode = (2...3).contains(behind.utf8.count) && behind.utf8.allSatisfy(CharacterClass.isCapital)
    return isCode || cues.contains { $0.cue == .region && $0.words.lowerBound >= comma }
  }

  /// Whether the role can be remote, and whether remote work is spoken of. A field goes first; what the employer's
  /// text says goes before what a head says.
  func remote(_ location: String?) -> (isRemote: Bool?, isSpokenOf: Bool) {
    let stated = marked.posting.facts.remote ?? metadata() ?? remoteByField(location) ?? remoteByText()
    if stated == true { return (true, true) }
    let cues = headCues(location)
    let isHeaded = [.remotePlace, .remote, .remoteAtTimes].contains(where: cues.contains)
    if let stated { return (stated, isHeaded) }
    if isHeaded { return (true, true) }
    return ([.onSitePlace, .onSite, .mixed].contains(where: cues.contains) ? false : nil, false)
  }

  /// True where the field of the place says it outright: "Fully remote within Spain, with an office in Gijón".
  private func remoteByField(_ location: String?) -> Bool? {
    guard let location else { return nil }
    let cues = marked.cues(ofText: location).map(\.cue)
    return cues.contains(.remote) && !cues.contains { [.onSite, .mixed].contains($0) } ? true : nil
  }

  /// What the text behind the head says of remote work.
  private func remoteByText() -> Bool? {
    var stated: Bool?
    for (block, words) in marked.blockWords.enumerated() where !isHead(block) {
      guard marked.kinds(in: words).contains(.place) else { continue }
      let cues = marked.cues(in: words)
      let isMixed = cues.contains { $0.cue == .mixed }
      let onSite = cues.filter { $0.cue == .onSite || $0.cue == .mixed }.map(\.words)
      // "Remote, hybrid or office work" offers all three; "not a remote role" offers none, nor does "a hybrid model:
      // in the office or working from home".
      let offers = cues.contains { cue in
        (cue.cue == .remote || (cue.cue == .remoteAtTimes && !isMixed)
          || (cue.cue == .remotePlace && !onSite.isEmpty && !isMixed))
          && !onSite.contains { $0.overlaps(cue.words) }
      }
      let isPart = cues.contains { cue in
        [.remote, .remoteAtTimes, .remotePlace].contains(cue.cue) && hasShare(beside: cue.words, in: words)
      }
      if isPart { return false }
      if offers { stated = true }
      if !onSite.isEmpty { stated = stated ?? false }
    }
    return stated
  }

  /// What a key of front matter states of the place of work: `remote: true`, `workplace: hybrid`.
  private func metadata() -> Bool? {
    for key in ["remote", "workplace", "workplace_type", "location_type", "job_location_type"] {
      guard let value = marked.posting.metadatum(key)?.lowercased() else { continue }
      if value == "true" || value == "yes" { return true }
      if value == "false" || value == "no" { return key == "remote" ? false : nil }
      let cues = marked.cues(ofText: value).map(\.cue)
      if cues.contains(.onSitePlace) || cues.contains(.mixed) { return false }
      if cues.contains(.remotePlace) || cues.contains(.remote) { return true }
    }
    return nil
  }

  /// What the place and the head of the posting tell.
  private func headCues(_ location: String?) -> [Cue] {
    ([location, behindGlobe(), TitleFact.placeBehind(marked, header)].compactMap(\.self) + header.fields)
      .flatMap { marked.cues(ofText: $0) }.map(\.cue)
  }

  /// "Up to 60% home office", "remote work up to 40 %": a share below all of it is hybrid work.
  private func hasShare(beside remote: Range<Int>, in block: Range<Int>) -> Bool {
    // "60% of the company are remote" tells of people.
    let near = max(block.lowerBound, remote.lowerBound - 2)..<min(block.upperBound, remote.upperBound + 4)
    return near.contains { word in
      guard let share = Int(marked.text(of: word..<word + 1)), (5..<100).contains(share) else { return false }
      let behind = marked.posting.text.bytes[marked.words.range(word).upperBound...].prefix(3)
      return behind.drop { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 }.first == UInt8(ascii: "%")
    }
  }

  private func isHead(_ block: Int) -> Bool {
    header.blocks.contains(block) || (block == 0 && !header.fields.isEmpty)
  }

  /// `Location: Remote (US)`.
  private func labelled() -> String? {
    guard let place = marked.index.language.zone(named: "place") else { return nil }
    for (block, words) in marked.blockWords.enumerated() where !words.isEmpty {
      let range = marked.posting.blocks[block].range
      guard let colon = marked.posting.text.bytes[range].prefix(24).firstIndex(of: UInt8(ascii: ":")),
        let hit = marked.headings(in: words).first, hit.word == words.lowerBound,
        Int(hit.meaning.index) == place, marked.words.range(hit.words).upperBound == colon
      else { continue }
      let value = Trimming.trimmed(marked.posting.string(colon + 1..<range.upperBound), of: " \t*")
      if !value.isEmpty, value.utf8.count <= 120 { return value }
    }
    return nil
  }

  /// Job boards put a globe or a pin before the place.
  private func behindGlobe() -> String? {
    for block in header.blocks
    where marked.posting.text.bytes[marked.posting.blocks[block].range].contains(0xF0) {
      let scalars = Array(marked.posting.string(marked.posting.blocks[block].range).unicodeScalars)
      guard
        let globe = scalars.firstIndex(where: {
          (0x1F30D...0x1F310).contains($0.value) || $0.value == 0x1F4CD
        })
      else {
        continue
      }
      let text = scalars[(globe + 1)...].prefix {
        $0.value < 0x1F000 && !(0x2300..<0x2C00).contains($0.value)
      }
      let place = Trimming.trimmed(String(String.UnicodeScalarView(text)), of: " \t,\u{FE0F}")
      if !place.isEmpty { return place }
    }
    return nil
  }

  /// The field behind the title in `Company | Title | Place`, or behind the company where none states
  /// the title. Addresses and money are no places.
  private func field() -> String? {
    guard !header.fields.isEmpty else { return nil }
    let title = header.fields.firstIndex { TitleFact.holdsTitle($0, marked) } ?? 0
    return header.fields[(title + 1)...].first { field in
      !Trimming.holds("://", field) && !field.contains(where: \.isNumber)
    }
  }
}

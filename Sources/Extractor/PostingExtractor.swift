public import Diagnostics
public import Rubric
internal import YAML

/// Reads a posting and says what the role asks for, each claim with the words that state it.
///
/// This file is the map of the module. A posting goes through these stages, and each takes and gives
/// plain values:
///
/// 1. Reading: bytes become blocks of clean text, mended where they were misread, every byte of which
///    knows its place in the file (`PostingReader`).
/// 2. Marking: one pass finds every phrase that anything below asks for (`MarkedPosting`, `Lexicon`).
/// 3. Zones: headings say which part of the posting each block belongs to (`Zones`).
/// 4. Claims: the signals in each sentence, with modality and alternatives (`ClaimFinder`).
/// 5. Facts: title, company, level, years, pay, place, process (`Facts/`).
/// 6. The role: claims summed up by competency, with quotations (`DemandBuilder`).
///
/// Where a person has set something right, `Overriding` changes what stages 4 and 6 give. `Reasons/` tells
/// why a competency was found or not; nothing of that is done for a reading that nobody asks about.
public struct PostingExtractor: Sendable {
  let index: SignalIndex
  let policy: LoopPolicy
  let fields: PostingReader.FieldSource

  /// Compiles the signals of a library and the wording of a language. Throws what is wrong with their
  /// files. `fields` is asked for when a posting holds JSON.
  public init(
    library: RubricLibrary, language: PostingLanguage, policy: LoopPolicy,
    fields: @escaping PostingReader.FieldSource
  ) throws(InvalidInput) {
    self.init(index: try SignalIndex(library, language), policy: policy, fields: fields)
  }

  init(index: SignalIndex, policy: LoopPolicy, fields: @escaping PostingReader.FieldSource) {
    self.index = index
    self.policy = policy
    self.fields = fields
  }

  /// The role that a posting describes, set right by a person where there are overrides. `original` is the
  /// file that the text was made from, where it was. Throws why the file cannot be read, or what is wrong
  /// with the overrides.
  public func extract(
    from source: SourceText, overrides: Overrides? = nil, original: RoleSource? = nil
  ) throws(InvalidInput) -> Extraction {
    let posting = try PostingReader.read(source, fields)
    return try extract(from: posting, overrides: overrides, original: original)
  }

  /// What a person should know of how a posting was read. All of it is read as when its role is asked for; but the file
  /// is not digested, which names it in the role and takes a fifth of the time.
  public func findings(in source: SourceText) throws(InvalidInput) -> [Finding] {
    let posting = try PostingReader.read(source, fields)
    let reading = PostingReading(posting, index)
    return findings(role(of: reading, nil), reading.marked.posting)
  }

  /// The role that a posting describes.
  public func extract(from posting: Posting) -> Extraction {
    extraction(of: PostingReading(posting, index), nil, original: nil)
  }

  /// The role that a posting describes, set right by a person. Throws what is wrong with the overrides:
  /// competencies that there are not, and words that do not stand in the posting.
  public func extract(from posting: Posting, overrides: Overrides) throws(InvalidInput) -> Extraction {
    try extract(from: posting, overrides: overrides, original: nil)
  }

  private func extract(
    from posting: Posting, overrides: Overrides?, original: RoleSource?
  ) throws(InvalidInput) -> Extraction {
    let reading = PostingReading(posting, index)
    var overriding: Overriding?
    if let overrides { overriding = try Overriding(overrides, of: reading) }
    return extraction(of: reading, overriding, original: original)
  }

  private func extraction(
    of reading: PostingReading, _ overriding: Overriding?, original: RoleSource?
  ) -> Extraction {
    let posting = reading.marked.posting
    var role = role(of: reading, overriding)
    let findings = findings(role, posting) + (overriding?.findings.all ?? [])
    role.source = original ?? Self.source(of: posting)
    return Extraction(role: role, posting: posting, findings: findings)
  }

  /// The file of a posting, by name and digest.
  private static func source(of posting: Posting) -> RoleSource {
    RoleSource(file: posting.source.fileName, sha256: SHA256.hexadecimal(of: posting.file.bytes))
  }

  /// The role, without its source.
  func role(of reading: PostingReading, _ overriding: Overriding?) -> RoleDefinition {
    let (marked, zones, sentences) = (reading.marked, reading.zones, reading.sentences)
    let header = Header(marked, zones)
    let stated = TitleFact.title(marked, header)
    let company = CompanyFact(marked: marked, header: header, zones: zones, title: stated).company()
    let place = PlaceFact(marked, header)
    let trimmed = TitleTrimming(marked).trimmed(stated ?? "", company: company)
    let title = TitleTrimming.without(place.inTitle(), trimmed)
    let level = TitleFact.level(of: title, marked, sentences)
    let location = place.location()
    let minYears = YearsFact.minimum(marked, sentences)
    var demands = DemandBuilder(
      marked, sentences, base: policy.target(for: level, years: minYears),
      mostForOneLine: policy.mostForOneLine, ofLevel: policy.demands(of: level))
    let ofWork = { (claims: [Claim]) in
      OwnName.removed(
        title: title, from: OwnName.removed(company, from: claims, marked, sentences), marked)
    }
    let claims = ofWork(overriding?.claims ?? reading.claims)
    let remote = place.remote(location)
    let uncovered = demands.uncovered(claims, besides: overriding?.sentences ?? [])
    let open = OpenWords(
      marked: marked, sentences: sentences, zones: zones, uncovered: uncovered,
      quotes: demands.quotes
    ).wordings(isRemote: remote.isSpokenOf, years: minYears)
    demands.base = policy.target(for: level, years: minYears, isOpenToBeginners: open.invitesBeginners)
    let competencies = demands.competencies(from: claims)
    return RoleDefinition(
      title: title.isEmpty ? "Untitled role" : title, company: company, level: level,
      minYears: minYears, pay: PayFact.pay(marked, header), location: location,
      remote: remote.isRemote,
      interviewProcess: ProcessFact(marked: marked, zones: zones, sentences: sentences).stages(),
      competencies: overriding?.applied(to: competencies, demands) ?? competencies,
      unmapped: uncovered.map { demands.quotes.evidence($0) },
      ruledOut: overriding?.ruledOut(demands, of: ofWork) ?? [],
      open: open,
      headings: HeadingWords(marked: marked, zones: zones, quotes: demands.quotes).headings()
    ).withWeights()
  }

  /// What a person should know of how the posting was read.
  func findings(_ role: RoleDefinition, _ posting: Posting) -> [Finding] {
    var findings: [Finding] = []
    if role.competencies.isEmpty {
      let help = "is this a posting for an infrastructure role, in English?"
      findings.append(
        Finding(
          "no-competency", "states no competency of the library", severity: .warning, in: posting.source,
          at: nil, help: help))
    }
    if posting.hasLostLines {
      let message = "the text has lost its lines, and headings and entries of lists stand in one paragraph"
      let help = "read what was found with care, or save the posting anew: as a page, or with its lines"
      findings.append(
        Finding("lost-lines", message, severity: .warning, in: posting.source, at: nil, help: help))
    }
    if posting.isRepaired {
      let message = "characters that had been misread were repaired; quotations are those of the file"
      findings.append(Finding("repaired-text", message, severity: .hint, in: posting.source, at: nil))
    }
    if let place = posting.firstForeign {
      let message = "not UTF-8, and read as Windows-1252 from here on"
      findings.append(
        Finding(
          "windows-1252", message, severity: .hint, in: posting.source,
          at: LineTable(posting.source).range(place),
          help: "save the file as UTF-8 if a character is wrong"))
    }
    return findings
  }
}

/// What was read from a posting.
public struct Extraction: Sendable {
  /// The role.
  public internal(set) var role: RoleDefinition
  /// The posting as it was read.
  public let posting: Posting
  /// What a person should know of how it was read; never an error.
  public let findings: [Finding]
}

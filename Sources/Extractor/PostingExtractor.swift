public import Diagnostics
public import Rubric

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
public struct PostingExtractor: Sendable {
  private let index: SignalIndex
  private let policy: LoopPolicy

  /// Compiles the signals of a library and the wording of a language. Throws what is wrong with their
  /// files.
  public init(library: RubricLibrary, language: PostingLanguage, policy: LoopPolicy) throws(InvalidInput) {
    index = try SignalIndex(library, language)
    self.policy = policy
  }

  init(index: SignalIndex, policy: LoopPolicy) {
    self.index = index
    self.policy = policy
  }

  /// The role that a posting describes, or the reason why the file cannot be read.
  public func extract(from source: SourceText) throws(InvalidInput) -> Extraction {
    extract(from: try PostingReader.read(source))
  }

  /// The role that a posting describes.
  public func extract(from posting: Posting) -> Extraction {
    let marked = MarkedPosting(posting, index)
    let zones = Zones(marked)
    let sentences = Sentences.split(marked, zones)
    var finder = ClaimFinder(marked)
    let claims = finder.claims(in: sentences)
    let role = role(marked, zones, sentences, claims)
    return Extraction(role: role, posting: posting, findings: findings(role, posting))
  }

  private func role(
    _ marked: MarkedPosting, _ zones: Zones, _ sentences: [Sentence], _ claims: [Claim]
  ) -> RoleDefinition {
    let header = Header(marked, zones)
    let company = CompanyFact(marked: marked, header: header, zones: zones).company()
    let title = TitleTrimming(marked).trimmed(TitleFact.title(marked, header) ?? "", company: company)
    let level = TitleFact.level(of: title, marked, sentences)
    let place = PlaceFact(marked: marked, header: header)
    let location = place.location()
    let demands = DemandBuilder(marked, sentences, base: policy.target(for: level))
    let source = marked.posting.source
    return RoleDefinition(
      title: title.isEmpty ? "Untitled role" : title, company: company, level: level,
      minYears: YearsFact.minimum(marked, sentences), pay: PayFact.pay(marked, header), location: location,
      remote: place.remote(location), interviewProcess: ProcessFact(marked: marked, zones: zones).stages(),
      competencies: demands.competencies(from: claims), unmapped: demands.unmapped(claims),
      source: RoleSource(file: fileName(source.name), sha256: SHA256.hexadecimal(of: source.bytes))
    ).withWeights()
  }

  private func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// What a person should know of how the posting was read.
  private func findings(_ role: RoleDefinition, _ posting: Posting) -> [Finding] {
    var findings: [Finding] = []
    if role.competencies.isEmpty {
      let help = "is this a posting for an infrastructure role, in English?"
      findings.append(
        Finding(
          "no-competency", "states no competency of the library", severity: .warning, in: posting.source,
          at: nil, help: help))
    }
    if posting.isRepaired {
      let message = "characters that had been misread were repaired; quotations are those of the file"
      findings.append(Finding("repaired-text", message, severity: .hint, in: posting.source, at: nil))
    }
    return findings
  }
}

/// What was read from a posting.
public struct Extraction: Sendable {
  /// The role.
  public let role: RoleDefinition
  /// The posting as it was read.
  public let posting: Posting
  /// What a person should know of how it was read; never an error.
  public let findings: [Finding]
}

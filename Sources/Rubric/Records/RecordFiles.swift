public import Diagnostics
internal import YAML

/// The files of a candidate's record, read: all that a record can hold.
public struct RecordFiles: Sendable {
  /// The assessment, the scorecards and the decision.
  public var record: CandidateRecord
  /// The seals, with the files that they stand in.
  public var seals: [SealFile]
  /// The role, as it was planned for; nil where it is not at hand.
  public var role: SourceText?
  /// The loop, as it was held; nil where it is not at hand.
  public var loop: SourceText?
  /// The posting; nil where it is not at hand.
  public var posting: SourceText?
  /// The debrief as Markdown; nil where nobody has made one.
  public var debrief: SourceText?

  /// A seal with the file that it stands in.
  public struct SealFile: Sendable {
    /// The file.
    public var source: SourceText
    /// What it says.
    public var seal: Seal

    /// Reads a seal.
    public init(_ source: SourceText) throws(InvalidInput) {
      seal = try Seal(from: source)
      self.source = source
    }

    /// The name of the file, without its folder.
    public var name: String { source.fileName }
  }

  /// The files of a record.
  public init(
    record: CandidateRecord, seals: [SealFile], role: SourceText? = nil, loop: SourceText? = nil,
    posting: SourceText? = nil, debrief: SourceText? = nil
  ) {
    self.record = record
    self.seals = seals
    self.role = role
    self.loop = loop
    self.posting = posting
    self.debrief = debrief
  }

  /// The seals by the names of their files, as `Seal.state(of:among:)` takes them.
  public var sealsByName: [String: Seal] {
    Dictionary(seals.map { ($0.name, $0.seal) }) { first, _ in first }
  }

  /// The label of the candidate, by a scorecard or by the decision.
  public var candidate: String? {
    record.candidate ?? record.decision.flatMap { $0.candidate.value.isEmpty ? nil : $0.candidate.value }
  }

  /// The files with their names in an archive, sorted by name, and what each is.
  var named: [(name: String, kind: RecordManifest.Kind, source: SourceText)] {
    var files: [(name: String, kind: RecordManifest.Kind, source: SourceText)] = [
      (CandidateRecord.planName, .assessment, record.planSource)
    ]
    files += record.scorecards.map { ($0.source.fileName, .scorecard, $0.source) }
    files += seals.map { ($0.name, .seal, $0.source) }
    let others: [(String, RecordManifest.Kind, SourceText?)] = [
      (CandidateRecord.decisionName, .decision, record.decisionSource), ("role.yaml", .role, role),
      ("loop.yaml", .loop, loop), (postingName, .posting, posting), ("debrief.md", .debrief, debrief),
    ]
    for case (let name, let kind, let source?) in others { files.append((name, kind, source)) }
    return files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The name of the posting in an archive: it keeps its ending, where that is one of a text or a document.
  private var postingName: String {
    let parts = posting?.name.split(separator: ".") ?? []
    let ending = parts.count > 1 ? String(parts[parts.count - 1]).lowercased() : ""
    let known = ["md", "txt", "html", "htm", "json", "pdf", "docx", "odt", "rtf"]
    return known.contains(ending) ? "posting.\(ending)" : "posting.txt"
  }

  /// What a whole record has and this one has not.
  var missing: [RecordManifest.Missing] {
    let others: [(RecordManifest.Kind, Bool)] = [
      (.posting, posting == nil), (.role, role == nil), (.loop, loop == nil),
      (.decision, record.decision.map(\.isBlank) ?? true),
    ]
    let scorecards = record.missing.map {
      RecordManifest.Missing(kind: .scorecard, interview: $0.number)
    }
    let sealed = Set(seals.map(\.name))
    let unsealed = record.scorecards.map { $0.source.fileName }
      .filter { !sealed.contains(Seal.path(ofScorecard: $0)) }
    return others.filter(\.1).map { RecordManifest.Missing(kind: $0.0) } + scorecards
      + unsealed.map { RecordManifest.Missing(kind: .seal, of: $0) }
  }
}

public import Diagnostics
public import YAML

/// What stands in the archive of a candidate's record: its file `manifest.yaml`.
public struct RecordManifest: Sendable, Equatable {
  /// How the archive is laid out.
  public var format: Format
  /// The version of Rolewright that made it.
  public var rolewright: String
  /// The version of the rubric library that the loop was planned with; nil where nothing says so.
  public var library: String?
  /// The fingerprint of the loop.
  public var fingerprint: String
  /// The label of the candidate; nil where no file says it.
  public var candidate: String?
  /// The day until which the record is to be kept, such as `2031-03-12`; nil where nobody has said.
  public var retainUntil: String?
  /// The files beside the manifest, by name.
  public var files: [File]
  /// What a whole record has and this one has not.
  public var missing: [Missing]

  /// The layouts of archives.
  public enum Format: String, Sendable, CaseIterable {
    /// One folder, and all files in it.
    case first = "rolewright-record-1"
  }

  /// What a file of a record is.
  public enum Kind: String, Sendable, CaseIterable {
    /// The posting that the role was read from.
    case posting
    /// What the role asks for.
    case role
    /// The interviews.
    case loop
    /// What the scorecards rate, with the anchors.
    case assessment
    /// What an interviewer has seen.
    case scorecard
    /// The seal of a scorecard.
    case seal
    /// What was decided, and why.
    case decision
    /// The debrief as it was shown when the record was made.
    case debrief
  }

  /// A file of a record.
  public struct File: Sendable, Equatable {
    /// Its name in the folder of the archive.
    public var name: String
    /// What it is.
    public var kind: Kind
    /// How many bytes it has.
    public var size: Int
    /// The SHA-256 of its bytes, in hexadecimal.
    public var sha256: String
  }

  /// Something that a record lacks.
  public struct Missing: Sendable, Equatable {
    /// What it is.
    public var kind: Kind
    /// Of a scorecard, the number of the interview that has none filled in whole.
    public var interview: Int?
    /// Of a seal, the scorecard that has none.
    public var of: String?

    /// Something that a record lacks.
    public init(kind: Kind, interview: Int? = nil, of: String? = nil) {
      self.kind = kind
      self.interview = interview
      self.of = of
    }
  }

  /// The name of the file.
  public static let name = "manifest.yaml"
}

extension RecordManifest.File {
  /// A file with what it holds.
  public init(name: String, kind: RecordManifest.Kind, bytes: [UInt8]) {
    self.init(name: name, kind: kind, size: bytes.count, sha256: SHA256.hexadecimal(of: bytes))
  }
}

extension RecordManifest {
  /// Reads a manifest, or throws all that is wrong with it.
  public init(from source: SourceText) throws(InvalidInput) {
    self = try Self.shape.read(from: source)
  }

  /// What a file of a manifest holds.
  public static let shape = Shape<RecordManifest>.mapping("the manifest") { fields in
    RecordManifest(
      format: fields.required("format", Shape<Format>.oneOf("format")),
      rolewright: fields.required("rolewright", .text), library: fields.optional("library", .text),
      fingerprint: fields.required("fingerprint", .text),
      candidate: fields.optional("candidate", .text),
      retainUntil: fields.optional("retain_until", .text),
      files: fields.required("files", .list(of: File.shape, upTo: Archive.maximumEntries)),
      missing: fields.optional(
        "missing", .list(of: Missing.shape, upTo: Archive.maximumEntries), default: []))
  }

  /// The manifest as it is written to YAML and JSON.
  public var document: Document {
    .mapping([
      .init("format", .text(format.rawValue)), .init("rolewright", .text(rolewright)),
      .init("library", .optional(library)), .init("fingerprint", .text(fingerprint)),
      .init("candidate", .optional(candidate)), .init("retain_until", .optional(retainUntil)),
      .init("files", .list(files.map(\.document))), .init("missing", .list(missing.map(\.document))),
    ])
  }
}

extension RecordManifest.File {
  static let shape = Shape<RecordManifest.File>.mapping("the file of the manifest") { fields in
    RecordManifest.File(
      name: fields.required("name", .text),
      kind: fields.required("is", Shape<RecordManifest.Kind>.oneOf("kind of file")),
      size: fields.required("bytes", .integer(0...Archive.maximumBytes)),
      sha256: fields.required("sha256", .digest))
  }

  var document: Document {
    .mapping([
      .init("name", .text(name)), .init("is", .text(kind.rawValue)), .init("bytes", .integer(size)),
      .init("sha256", .text(sha256)),
    ])
  }
}

extension RecordManifest.Missing {
  static let shape = Shape<RecordManifest.Missing>.mapping("the missing file") { fields in
    RecordManifest.Missing(
      kind: fields.required("is", Shape<RecordManifest.Kind>.oneOf("kind of file")),
      interview: fields.optional("interview", .integer(1...999)), of: fields.optional("of", .text))
  }

  var document: Document {
    let interview = interview.map { [Document.Pair("interview", .integer($0))] } ?? []
    let scorecard = of.map { [Document.Pair("of", .text($0))] } ?? []
    return .mapping([.init("is", .text(kind.rawValue))] + interview + scorecard, inline: true)
  }
}

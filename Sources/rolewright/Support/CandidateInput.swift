import Diagnostics
import Rubric

/// What is written of one candidate: a folder, or the archive that `scorecard bundle` made of it. Both give the same.
struct CandidateInput {
  /// The folder or the archive.
  let path: String
  /// All files that belong to the record.
  let files: RecordFiles
  /// What the archive says it holds; nil for a folder.
  let manifest: RecordManifest?

  /// The assessment, the scorecards and the decision.
  var record: CandidateRecord { files.record }

  /// The seals by the names of their files: `Seal.state(of: file.source, among: seals)` says of each scorecard of the
  /// record whether it is what was sealed.
  var seals: [String: Seal] { files.sealsByName }

  /// Of each scorecard that was sealed whether it is still what was sealed, by the name of its file.
  var intactSeals: [String: Bool] {
    var states: [String: Bool] = [:]
    for file in record.scorecards {
      switch Seal.state(of: file.source, among: seals) {
      case .unsealed: continue
      case .intact: states[file.source.fileName] = true
      case .broken: states[file.source.fileName] = false
      }
    }
    return states
  }

  /// Reads a folder or an archive.
  init(at path: String) throws(InvalidInput) {
    self.path = path
    if let bundle = try Self.bundle(at: path) {
      files = try bundle.files()
      manifest = bundle.manifest
    } else {
      files = try Self.files(of: CandidateFolder(at: path))
      manifest = nil
    }
  }

  /// The archive at a path; nil for a folder.
  static func bundle(at path: String) throws(InvalidInput) -> RecordBundle? {
    if (try? FileSystem.status(of: path, followingLinks: true))??.kind == .folder { return nil }
    let archive = try InputFiles.archive(path)
    guard Archive.mayBegin(archive.bytes) || path.hasSuffix(".tar") else {
      throw InvalidInput(
        "not-a-record", "is no archive of a record", file: path,
        help: "name the folder of a candidate, or what \"rolewright scorecard bundle\" wrote")
    }
    return try RecordBundle(from: archive)
  }

  /// The files of a candidate's folder. The role and the loop are beside it in the folder of the loop, or have been
  /// put into it.
  private static func files(of folder: CandidateFolder) throws(InvalidInput) -> RecordFiles {
    var seals: [RecordFiles.SealFile] = []
    for name in folder.names.filter(Seal.isSeal) {
      seals.append(try RecordFiles.SealFile(try InputFiles.read("\(folder.path)/\(name)")))
    }
    return RecordFiles(record: try folder.record(), seals: seals)
  }
}

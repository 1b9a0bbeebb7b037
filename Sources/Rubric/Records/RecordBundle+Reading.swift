public import Diagnostics

extension RecordBundle {
  /// Where the files are not those of the manifest.
  public var mismatches: [Finding] {
    var found: [Finding] = []
    let names = Set(manifest.files.map(\.name))
    func report(_ name: String, _ message: String) {
      found.append(
        Finding(
          "record-mismatch", message, in: SourceText(name: "\(self.name)/\(name)", bytes: []), at: nil,
          help: "take the archive from another copy; this one was changed after it was made"))
    }
    if names.count != manifest.files.count { report(RecordManifest.name, "the manifest lists a file twice") }
    for file in manifest.files {
      guard let bytes = bytes(of: file.name) else {
        report(file.name, "is in the manifest and not in the archive")
        continue
      }
      if bytes.count != file.size || SHA256.hexadecimal(of: bytes) != file.sha256 {
        report(file.name, "is not the file that the manifest describes")
      }
    }
    for name in entries.map(Self.fileName).filter({ $0 != RecordManifest.name && !names.contains($0) }) {
      report(name, "is in the archive and not in the manifest")
    }
    return found
  }

  /// The files of the record, read. They are named by the archive and their own names. Throws all that is wrong
  /// with them, and where they are not those of the manifest.
  public func files() throws(InvalidInput) -> RecordFiles {
    try mismatches.throwIfErrors()
    for file in manifest.files where file.kind != .posting && file.kind != .debrief {
      _ = try Self.readable("\(name)/\(file.name)", bytes(of: file.name) ?? [])
    }
    guard let plan = sources(of: .assessment).first else {
      throw InvalidInput("no-assessment", "there is no \(CandidateRecord.planName) here", file: name)
    }
    let record = try CandidateRecord(
      plan: plan, scorecards: sources(of: .scorecard), decision: sources(of: .decision).first)
    var seals: [RecordFiles.SealFile] = []
    for source in sources(of: .seal) { seals.append(try RecordFiles.SealFile(source)) }
    return RecordFiles(
      record: record, seals: seals, role: sources(of: .role).first, loop: sources(of: .loop).first,
      posting: sources(of: .posting).first, debrief: sources(of: .debrief).first)
  }

  private func sources(of kind: RecordManifest.Kind) -> [SourceText] {
    manifest.files.filter { $0.kind == kind }.compactMap { file in
      bytes(of: file.name).map { SourceText(name: "\(name)/\(file.name)", bytes: $0) }
    }
  }

  private func bytes(of name: String) -> [UInt8]? { entries.first { Self.fileName($0) == name }?.bytes }

  private static func fileName(_ entry: ArchiveEntry) -> String {
    String(entry.path.drop { $0 != "/" }.dropFirst())
  }
}

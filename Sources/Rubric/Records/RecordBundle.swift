public import Diagnostics
internal import YAML

/// The record of a candidate in one archive, from which the same debrief is reproduced years later.
public struct RecordBundle: Sendable {
  /// What stands in it.
  public let manifest: RecordManifest
  /// The files, the manifest among them.
  public let entries: [ArchiveEntry]
  /// How people know it: the path of the archive, or its folder.
  let name: String

  /// The archive as a file: the same record gives the same bytes.
  public var bytes: [UInt8] { Archive.bytes(of: entries) }

  /// A bundle of some files. Throws where a name does not fit into an archive, or where they are too many or too
  /// large; whether they contradict each other is for `RecordFiles.contradictions` to say.
  public init(of files: RecordFiles, rolewright: String, retainUntil: String?) throws(InvalidInput) {
    let named = files.named
    let folder = Self.folder(for: files.candidate)
    let decided = files.record.decision.map(\.retainUntil.value) ?? ""
    manifest = RecordManifest(
      format: .first, rolewright: rolewright, library: files.record.plan.library,
      fingerprint: files.record.plan.fingerprint, candidate: files.candidate,
      retainUntil: retainUntil ?? (decided.isEmpty ? nil : decided),
      files: named.map { RecordManifest.File(name: $0.name, kind: $0.kind, bytes: $0.source.bytes) },
      missing: files.missing)
    for file in named {
      guard let fault = Archive.fault(inPath: "\(folder)/\(file.name)") else { continue }
      throw InvalidInput(
        "archive-name", "the name \(fault)", file: file.source.name, help: "rename it, and its seal with it")
    }
    let text = YAMLWriter.text(manifest.document)
    let list = ArchiveEntry(path: "\(folder)/\(RecordManifest.name)", bytes: Array(text.utf8))
    entries = [list] + named.map { ArchiveEntry(path: "\(folder)/\($0.name)", bytes: $0.source.bytes) }
    name = folder
    let size = entries.reduce(0) { $0 + $1.bytes.count + 2 * Archive.blockSize }
    guard size <= Archive.maximumBytes, entries.count <= Archive.maximumEntries else {
      throw InvalidInput(
        "too-large", "the record is larger than the \(Archive.maximumBytes >> 20) MiB of an archive",
        file: files.record.planSource.name, help: "leave the posting out, and keep it beside the archive")
    }
  }

  /// The folder of an archive: the candidate's label as far as it is a file name anywhere.
  static func folder(for candidate: String?) -> String {
    let kept = (candidate ?? "").utf8.prefix(60).map { byte in
      ASCII.isNameByte(byte) ? byte : UInt8(ascii: "-")
    }
    let text = String(decoding: kept, as: UTF8.self)
    return text.utf8.contains(where: ASCII.isLetterOrDigit) && !text.hasPrefix(".") ? text : "candidate"
  }

  private enum ASCII {
    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    static func isNameByte(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || "-_.".utf8.contains(byte) }
  }

  /// Reads an archive with its manifest. Throws what is wrong with either; whether the files are those of the
  /// manifest is for `mismatches` to say.
  public init(from archive: SourceText) throws(InvalidInput) {
    entries = try Archive.entries(of: archive)
    name = archive.name
    let folders = Set(entries.map { $0.path.prefix { $0 != "/" } })
    guard folders.count == 1, let folder = folders.first,
      let list = entries.first(where: { $0.path == "\(folder)/\(RecordManifest.name)" })
    else {
      throw InvalidInput(
        "broken-archive", "is no record: it holds no \(RecordManifest.name), or more than one folder",
        file: archive.name, help: "expected an archive as \"rolewright scorecard bundle\" writes it")
    }
    manifest = try RecordManifest(
      from: try Self.readable("\(archive.name)/\(RecordManifest.name)", list.bytes))
  }

  /// A file of an archive that is to be read. Throws where it is longer than any such file is.
  static func readable(_ name: String, _ bytes: [UInt8]) throws(InvalidInput) -> SourceText {
    guard bytes.count <= Archive.maximumReadBytes else {
      throw InvalidInput(
        "too-large",
        "larger than \(Archive.maximumReadBytes >> 20) MiB; no such file of a record is that long",
        file: name)
    }
    return SourceText(name: name, bytes: bytes)
  }
}

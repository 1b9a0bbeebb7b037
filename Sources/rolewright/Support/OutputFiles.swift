import Diagnostics

/// Writes files whole or not at all, and never over what is there without being asked.
///
/// What somebody may have worked on is on the disk when writing returns. The many documents of a folder are not
/// waited for: the same command makes them again (docs/decisions/0022-durable-writes.md).
struct OutputFiles {
  /// Whether files that are there may be replaced.
  let mayReplace: Bool

  /// Writes one file.
  func write(_ text: String, to path: String) throws(InvalidInput) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes one file; a new one with permissions, before the process's own mask.
  func write(
    _ bytes: [UInt8], to path: String, permissions: UInt32 = 0o666,
    help: String = "choose another place, or say --force to replace it"
  ) throws(InvalidInput) {
    try refuse([path], help: help)
    var writer = FileWriter(path: path, isDurable: true)
    writer.mode = .init(permissions)
    try write(bytes, writer, over: mayReplace ? .any : .new, help)
  }

  /// The permissions that files have in common: what is made of them is nobody's to read who may not read them all.
  static func commonPermissions(of paths: [String]) -> UInt32 {
    paths.reduce(0o666) { common, path in
      let status = (try? FileSystem.status(of: path, followingLinks: true)) ?? nil
      return common & (status.map { UInt32($0.permissions) | 0o600 } ?? 0o600)
    }
  }

  /// Replaces a file that was read, or makes one that was not there: only while it is still so.
  static func update(
    _ path: String, from before: [UInt8]?, to text: String, isDurable: Bool
  ) throws(InvalidInput) {
    let leave = before.map { FileWriter.Leave.known($0) } ?? .known([])
    try OutputFiles(mayReplace: true).write(
      Array(text.utf8), FileWriter(path: path, isDurable: isDurable), over: leave, nil)
  }

  /// Removes a file while it is still what was read. False where it stays.
  static func remove(_ path: String, knowing before: [UInt8]) -> Bool {
    let aside = TemporaryFile.path(in: LoopFolder.folder(of: path))
    let isAside = (try? FileSystem.renameNew(path, to: aside)) != nil
    let place = isAside ? aside : path
    if (try? FileSystem.bytes(of: place)) == before { return (try? FileSystem.remove(place)) != nil }
    guard isAside else { return false }
    _ = try? FileSystem.renameNew(aside, to: path)
    return false
  }

  /// Writes a folder of files by their path below it. With leave to replace, files of other names
  /// stay, and so does every scorecard that is there: somebody may have filled it in. Gives the paths
  /// that stayed though they differ.
  func write(_ files: [(path: String, text: String)], to folder: String) throws(InvalidInput) -> [String] {
    let paths = files.map { folder + "/" + $0.path }
    let update =
      WriteTarget.isTaken("\(folder)/\(LoopRecord.folder)")
      ? "say --update \(folder) to keep what was edited" : "choose another place"
    let help = "\(update), or say --force to replace it"
    try refuse(paths, help: help)
    var kept: [String] = []
    for (file, path) in zip(files, paths) {
      let writer = FileWriter(path: path, isDurable: false)
      let bytes = Array(file.text.utf8)
      if file.path.hasPrefix("scorecards/") {
        if try !keep(bytes, writer) { kept.append(path) }
      } else {
        try write(bytes, writer, over: mayReplace ? .any : .new, help)
      }
    }
    return kept
  }

  /// Writes a file where none is. False where another one is, which stays.
  private func keep(_ bytes: [UInt8], _ writer: FileWriter) throws(InvalidInput) -> Bool {
    do throws(WriteFailure) {
      try writer.write(bytes, over: .new)
      return true
    } catch .exists {
      return (try? FileSystem.bytes(of: writer.path)) == bytes
    } catch {
      throw .unwritten(writer.path, error)
    }
  }

  private func write(
    _ bytes: [UInt8], _ writer: FileWriter, over leave: FileWriter.Leave, _ help: String?
  ) throws(InvalidInput) {
    do throws(WriteFailure) { try writer.write(bytes, over: leave) } catch {
      throw .unwritten(writer.path, error, existing: help)
    }
  }

  /// Complains where one of several files is there that are to be written one by one.
  func refuseAny(of paths: [String]) throws(InvalidInput) {
    try refuse(paths, help: "choose another place, or say --force to replace it")
  }

  /// Complains of the first file that is there, before anything is written.
  private func refuse(_ paths: [String], help: String) throws(InvalidInput) {
    guard !mayReplace, let path = paths.first(where: WriteTarget.isTaken) else { return }
    throw .unwritten(path, .exists, existing: help)
  }
}

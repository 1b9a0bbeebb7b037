import CLibrary

/// The place that a file is to take.
struct WriteTarget {
  /// The path; where a link was named, that of what it points to.
  let path: String
  /// What is there; nil where nothing is.
  let status: FileStatus?

  /// The folder of the file.
  var folder: String { LoopFolder.folder(of: path) }

  /// Looks at a path, and refuses what may not be written. Nil for terminals, pipes and devices.
  init?(_ given: String, _ leave: FileWriter.Leave) throws(WriteFailure) {
    guard !given.hasSuffix("/") else { throw .isFolder }
    let found = try asking { () throws(SystemFailure) in
      try FileSystem.status(of: given, followingLinks: true)
    }
    guard let found else {
      let link = try asking { () throws(SystemFailure) in
        try FileSystem.status(of: given, followingLinks: false)
      }
      guard link == nil else { throw leave == .new ? .exists : .isLinkToNothing }
      (path, status) = (given, nil)
      return
    }
    switch found.kind {
    case .stream: return nil
    case .folder: throw .isFolder
    case .file, .link: break
    }
    guard leave != .new else { throw .exists }
    let real = try asking { () throws(SystemFailure) in try FileSystem.resolved(given) }
    guard let real else { throw .isLinkToNothing }
    (path, status) = (real, found)
    try requireLeave(leave)
  }

  /// Nobody may change a file whose permissions say so: leave to write into its folder is another leave.
  private func requireLeave(_ leave: FileWriter.Leave) throws(WriteFailure) {
    guard let status, status.permissions & 0o222 != 0 else { throw .isReadOnly }
    do throws(SystemFailure) { try FileSystem.requireWritable(path) } catch {
      throw error.code == EACCES || error.code == EPERM ? .isReadOnly : .system(error.code)
    }
    guard case .known(let bytes) = leave else { return }
    let there = try asking { () throws(SystemFailure) in try FileSystem.bytes(of: path) }
    guard there == nil || there == bytes else { throw .hasChanged }
  }

  /// Whether something stands at a path that a new file would not go to.
  static func isTaken(_ path: String) -> Bool {
    guard let link = try? FileSystem.status(of: path, followingLinks: false) else { return false }
    guard link.kind == .link else { return link.kind != .stream }
    return (try? FileSystem.status(of: path, followingLinks: true))?.kind != .stream
  }
}

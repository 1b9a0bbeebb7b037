import CLibrary

/// Gives a temporary file the name that it was written for, at once.
struct FilePublisher {
  private let temporary: TemporaryFile
  private let bytes: [UInt8]
  private let target: WriteTarget

  /// What systems and file systems answer that do not know a way of renaming. `EPERM` is also what a locked file
  /// answers; the next way is then refused like the first.
  private static let unknown = [EINVAL, ENOSYS, EPERM, ENOTSUP, EOPNOTSUPP]

  /// A temporary file with its bytes, and the place that it is to take.
  init(_ temporary: TemporaryFile, _ bytes: [UInt8], _ target: WriteTarget) {
    self.temporary = temporary
    self.bytes = bytes
    self.target = target
  }

  /// Publishes the file.
  func publish(over leave: FileWriter.Leave) throws(WriteFailure) {
    switch leave {
    case .any: try asking { () throws(SystemFailure) in try replace() }
    case .new: try publishNew(orSay: .exists)
    case .known(let before):
      guard target.status != nil else { return try publishNew(orSay: .hasChanged) }
      let lock = FolderLock(target.folder)
      defer { lock.release() }
      try exchange(knowing: before)
    }
  }

  private func replace() throws(SystemFailure) { try FileSystem.rename(temporary.path, to: target.path) }

  /// Takes a name that nothing has. Whoever takes it in the same moment keeps it.
  private func publishNew(orSay failure: WriteFailure) throws(WriteFailure) {
    let ways: [() throws(SystemFailure) -> Void] = [renamed, linked, reserved]
    for way in ways {
      do throws(SystemFailure) { return try way() } catch {
        if error.code == EEXIST { throw failure }
        guard Self.unknown.contains(error.code) else { throw .system(error.code) }
      }
    }
    throw .system(EPERM)
  }

  private func renamed() throws(SystemFailure) {
    try FileSystem.renameNew(temporary.path, to: target.path)
  }

  /// Two names for a moment, of which the first goes.
  private func linked() throws(SystemFailure) {
    try FileSystem.addName(target.path, to: temporary.path)
    temporary.remove()
  }

  /// Where a file system knows neither: an empty file of the name is made first, which only one can make.
  private func reserved() throws(SystemFailure) {
    try OpenFile(target.path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666).close()
    do throws(SystemFailure) { try replace() } catch {
      _ = try? FileSystem.remove(target.path)
      throw error
    }
  }

  /// Takes the place of a file that is still what it was. Both files exchange their names at once; if the old one
  /// proves to be changed, they change back. Another process of this program waits meanwhile; of any other program's
  /// nothing is lost either.
  private func exchange(knowing before: [UInt8]) throws(WriteFailure) {
    do throws(SystemFailure) { try FileSystem.exchange(temporary.path, target.path) } catch {
      if error.code == ENOENT { return try publishNew(orSay: .hasChanged) }
      guard Self.unknown.contains(error.code) else { throw .system(error.code) }
      return try replaceAfterALook(knowing: before)
    }
    if hasBytes(before) { return temporary.remove() }
    do throws(SystemFailure) { try FileSystem.exchange(temporary.path, target.path) } catch {
      throw .isKept(in: temporary.path)
    }
    guard !hasBytes(bytes) else { throw .hasChanged }
    // Somebody has replaced the file between the two exchanges: that is the newest, and takes its name again.
    _ = try? FileSystem.exchange(temporary.path, target.path)
    throw .isKept(in: temporary.path)
  }

  private func hasBytes(_ expected: [UInt8]) -> Bool {
    (try? FileSystem.bytes(of: temporary.path)) == expected
  }

  /// Where names cannot be exchanged: a last look, and then at once.
  private func replaceAfterALook(knowing before: [UInt8]) throws(WriteFailure) {
    let there = try asking { () throws(SystemFailure) in try FileSystem.bytes(of: target.path) }
    guard there == before else { throw .hasChanged }
    try asking { () throws(SystemFailure) in try replace() }
  }
}

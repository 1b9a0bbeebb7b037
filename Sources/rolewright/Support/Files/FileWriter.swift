import CLibrary

/// Writes one file whole or not at all (docs/decisions/0022-durable-writes.md).
///
/// A temporary file in the same folder is written first and then takes the name at once. Whenever the process ends,
/// there is the old file or the new one, and never a part. A link stays, and what it points to is replaced. A
/// terminal, a pipe or a device is written to straight away.
struct FileWriter {
  /// Where the file is to be.
  let path: String
  /// Whether it is on the disk when writing returns, and survives a loss of power.
  let isDurable: Bool
  /// The permissions of a new file, before the process's own mask.
  var mode: mode_t = 0o666

  /// What may be there.
  enum Leave: Equatable {
    /// Nothing.
    case new
    /// Anything; it goes.
    case any
    /// A file of these bytes, or nothing.
    case known([UInt8])
  }

  /// Writes the file, and the folders above it.
  func write(_ bytes: [UInt8], over leave: Leave) throws(WriteFailure) {
    guard let target = try WriteTarget(path, leave) else { return try writeStraight(bytes) }
    let held = HeldSignals()
    defer { held.release() }
    let temporary = try asking { () throws(SystemFailure) in try beginning(of: target) }
    do throws(WriteFailure) {
      try asking { () throws(SystemFailure) in
        try temporary.fill(with: bytes, like: target.status, isDurable: isDurable)
      }
      try FilePublisher(temporary, bytes, target).publish(over: leave)
    } catch {
      if !error.leavesFile { temporary.remove() }
      throw error
    }
    guard isDurable else { return }
    try asking { () throws(SystemFailure) in try FileSystem.syncFolder(target.folder) }
  }

  /// A temporary file; its folder is made where there is none. What replaces another file is nobody else's to read
  /// before it has that file's permissions.
  private func beginning(of target: WriteTarget) throws(SystemFailure) -> TemporaryFile {
    let mode = target.status == nil ? mode : 0o600
    do throws(SystemFailure) {
      return try TemporaryFile(in: target.folder, mode: mode)
    } catch {
      guard error.code == ENOENT else { throw error }
      try FileSystem.makeFolders(target.folder, isDurable: isDurable)
      return try TemporaryFile(in: target.folder, mode: mode)
    }
  }

  /// What goes down a pipe is gone: there is nothing to keep whole.
  private func writeStraight(_ bytes: [UInt8]) throws(WriteFailure) {
    try asking { () throws(SystemFailure) in
      let file = try OpenFile(path, O_WRONLY)
      do throws(SystemFailure) { try file.write(bytes) } catch {
        file.abandon()
        throw error
      }
      try file.close()
    }
  }
}

/// Signals that ask the process to end, held back while a file is written, so that no temporary file stays. A limit
/// on the size of files is an answer of the system then, and not the end of the process.
private struct HeldSignals {
  private var before = sigset_t()
  private let overrun = signal(SIGXFSZ, SIG_IGN)

  init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, &before)
  }

  func release() {
    signal(SIGXFSZ, overrun)
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}

import CLibrary

/// An open file. Whoever opens it closes it.
struct OpenFile {
  private let descriptor: Int32

  /// Opens a file, or makes one where the flags say so.
  init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(SystemFailure) {
    descriptor = try FileSystem.attempt { open(path, flags | O_CLOEXEC, mode) }
  }

  /// Writes all of some bytes.
  func write(_ bytes: [UInt8]) throws(SystemFailure) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
        return CLibrary.write(descriptor, rest.baseAddress, rest.count)
      }
      let code = errno
      if count > 0 {
        done += count
      } else if count == 0 || code != EINTR {
        throw SystemFailure(code: count == 0 ? ENOSPC : code)
      }
    }
  }

  /// All that is in it, from the beginning.
  func bytes() throws(SystemFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      let code = errno
      if count == 0 { return bytes }
      if count > 0 {
        bytes += chunk[..<count]
      } else if code != EINTR {
        throw SystemFailure(code: code)
      }
    }
  }

  /// Gives it permissions, and to whom it belongs as far as this process may.
  func become(_ status: FileStatus) throws(SystemFailure) {
    _ = fchown(descriptor, status.owner.user, status.owner.group)
    try setPermissions(status.permissions)
  }

  /// Gives it permissions.
  func setPermissions(_ permissions: mode_t) throws(SystemFailure) {
    try FileSystem.attempt { fchmod(descriptor, permissions) }
  }

  /// Locks it until it is closed; `EWOULDBLOCK` where another process has it locked.
  func lock() throws(SystemFailure) {
    try FileSystem.attempt { flock(descriptor, LOCK_EX | LOCK_NB) }
  }

  /// Has it written to the disk, as far as the file system knows how to.
  func sync() throws(SystemFailure) {
    do throws(SystemFailure) {
      #if canImport(Darwin)
        // fsync(2) of Darwin leaves it to the drive when to write.
        try FileSystem.attempt { fcntl(descriptor, F_FULLFSYNC) }
      #else
        try FileSystem.attempt { fsync(descriptor) }
      #endif
    } catch {
      guard [EINVAL, ENOTSUP, EROFS].contains(error.code) else { throw error }
    }
  }

  /// Closes it. A network's file system may say only now that there was no room.
  func close() throws(SystemFailure) {
    let result = CLibrary.close(descriptor)
    let code = errno
    // Interrupted, it is closed all the same.
    guard result == 0 || code == EINTR else { throw SystemFailure(code: code) }
  }

  /// Closes it, whatever comes of that.
  func abandon() { _ = try? close() }
}

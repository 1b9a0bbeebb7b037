import CLibrary

/// A file that is not yet what it is to be: `.rolewright-<16 hexadecimal digits>.tmp`, in the folder of that.
///
/// Its name begins with a dot and is no name of YAML, so that one that a killed command has left is taken for nothing
/// else.
struct TemporaryFile {
  /// Where it is.
  let path: String
  private let file: OpenFile

  /// A new file in a folder, with the permissions that the system gives new files of a mode.
  init(in folder: String, mode: mode_t) throws(SystemFailure) {
    for _ in 0..<15 {
      let path = Self.path(in: folder)
      do throws(SystemFailure) {
        file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
        self.path = path
        return
      } catch {
        guard error.code == EEXIST else { throw error }
      }
    }
    throw SystemFailure(code: EEXIST)
  }

  /// A path that nothing has, but by a chance of one to some trillions.
  static func path(in folder: String) -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    let zeros = String(repeating: "0", count: 16 - digits.count)
    return "\(folder == "/" ? "" : folder)/.rolewright-\(zeros)\(digits).tmp"
  }

  /// Writes all of it and closes it; with leave to take time, it is on the disk then. Takes over the permissions of
  /// the file that it is to replace.
  func fill(with bytes: [UInt8], like status: FileStatus?, isDurable: Bool) throws(SystemFailure) {
    do throws(SystemFailure) {
      try file.write(bytes)
      if let status { try file.become(status) }
      if isDurable { try file.sync() }
    } catch {
      file.abandon()
      throw error
    }
    try file.close()
  }

  /// Removes it, if it is still there.
  func remove() { _ = try? FileSystem.remove(path) }
}

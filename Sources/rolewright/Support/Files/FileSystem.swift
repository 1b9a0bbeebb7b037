import CFiles
import CLibrary

/// What the system answered when it would not do something.
struct SystemFailure: Error, Equatable {
  /// The number, such as `ENOSPC`.
  let code: Int32
}

/// What stands at a path.
struct FileStatus {
  /// What it is.
  let kind: Kind
  /// The permissions, as `chmod` takes them.
  let permissions: mode_t
  /// Whose it is.
  let owner: (user: uid_t, group: gid_t)

  enum Kind {
    case file, folder, link
    /// A terminal, a pipe, a device.
    case stream
  }

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .stream
    }
    permissions = status.st_mode & 0o7777
    owner = (status.st_uid, status.st_gid)
  }
}

/// The calls of the system that files are written with. Each does it or says why not.
enum FileSystem {
  /// What stands at a path; nil where there is nothing. A link is itself, or what it points to.
  static func status(of path: String, followingLinks: Bool) throws(SystemFailure) -> FileStatus? {
    var found = stat()
    do throws(SystemFailure) {
      try attempt { followingLinks ? stat(path, &found) : lstat(path, &found) }
      return FileStatus(found)
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
  }

  /// The path without links; nil where one of them points to nothing.
  static func resolved(_ path: String) throws(SystemFailure) -> String? {
    guard let found = realpath(path, nil) else {
      let code = errno
      if code == ENOENT { return nil }
      throw SystemFailure(code: code)
    }
    defer { free(found) }
    return String(cString: found)
  }

  /// Whether the system would let this process write the file.
  static func requireWritable(_ path: String) throws(SystemFailure) { try attempt { access(path, W_OK) } }

  /// Makes a folder and those above it, where they are not there.
  static func makeFolders(_ path: String, isDurable: Bool) throws(SystemFailure) {
    let above = LoopFolder.folder(of: path)
    do throws(SystemFailure) { try attempt { mkdir(path, 0o777) } } catch {
      if error.code == EEXIST {
        guard try status(of: path, followingLinks: true)?.kind == .folder else {
          throw SystemFailure(code: ENOTDIR)
        }
        return
      }
      guard error.code == ENOENT, above != path else { throw error }
      try makeFolders(above, isDurable: isDurable)
      return try makeFolders(path, isDurable: isDurable)
    }
    if isDurable { try syncFolder(above) }
  }

  static func remove(_ path: String) throws(SystemFailure) { try attempt { unlink(path) } }

  /// Gives a file the name of another, which goes.
  static func rename(_ path: String, to other: String) throws(SystemFailure) {
    // The C library's, not this function.
    try attempt { CLibrary.rename(path, other) }
  }

  /// Gives a file a name that nothing has: `EEXIST` where something has it.
  static func renameNew(_ path: String, to other: String) throws(SystemFailure) {
    try attempt { files_rename_new(path, other) }
  }

  /// Gives a file a second name that nothing has.
  static func addName(_ other: String, to path: String) throws(SystemFailure) {
    try attempt { link(path, other) }
  }

  /// Exchanges the names of two files at once.
  static func exchange(_ path: String, _ other: String) throws(SystemFailure) {
    try attempt { files_exchange(path, other) }
  }

  /// The bytes of a file; nil where there is none.
  static func bytes(of path: String) throws(SystemFailure) -> [UInt8]? {
    let file: OpenFile
    do throws(SystemFailure) { file = try OpenFile(path, O_RDONLY) } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
    defer { file.abandon() }
    return try file.bytes()
  }

  /// Has the names of a folder written to the disk. A folder that may not be read, and a file system that knows
  /// nothing of it, are left alone.
  static func syncFolder(_ path: String) throws(SystemFailure) {
    guard let folder = try? OpenFile(path, O_RDONLY | O_DIRECTORY) else { return }
    defer { folder.abandon() }
    try folder.sync()
  }

  /// Tries a call again that a signal has interrupted.
  @discardableResult
  static func attempt(_ call: () -> Int32) throws(SystemFailure) -> Int32 {
    while true {
      let result = call()
      if result >= 0 { return result }
      let code = errno
      guard code == EINTR else { throw SystemFailure(code: code) }
    }
  }
}

import CLibrary

/// Keeps other processes of this program from replacing files of a folder at the same moment.
///
/// It is advice and no barrier: whoever does not ask for it writes all the same, and where a file system knows no locks,
/// or somebody holds one for long, nobody waits. What is written stays whole without it
/// (docs/decisions/0022-durable-writes.md).
struct FolderLock {
  private let folder: OpenFile?

  /// How often the lock is asked for, and the nanoseconds between: a second in all.
  private static let attempts = 500
  private static let pause = 2_000_000

  /// Waits for the lock of a folder, a second at most.
  init(_ path: String) {
    folder = try? OpenFile(path, O_RDONLY | O_DIRECTORY)
    guard let folder else { return }
    for _ in 0..<Self.attempts {
      guard !Self.isSettled(folder) else { return }
      var rest = timespec(tv_sec: 0, tv_nsec: Self.pause)
      nanosleep(&rest, nil)
    }
  }

  /// Whether the folder is locked, or never will be.
  private static func isSettled(_ folder: OpenFile) -> Bool {
    do throws(SystemFailure) { try folder.lock() } catch { return error.code != EWOULDBLOCK }
    return true
  }

  /// Lets the next one in.
  func release() { folder?.abandon() }
}

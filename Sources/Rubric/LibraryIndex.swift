internal import Synchronization

/// The files of a library by path and by id, made when they are first asked for: the built-in library has some
/// three hundred, and planning a loop needs none of them but its snapshot.
final class LibraryIndex: Sendable {
  /// The index itself.
  struct Made: Sendable {
    /// The files by their path below `Rubrics/`.
    var files: [String: LibraryFile] = [:]
    /// The path of each file by kind and id, such as `competencies/go`.
    var paths: [String: String] = [:]
  }

  private let list: @Sendable () -> [LibraryFile]
  private let cache = Mutex<Made?>(nil)

  /// An index of files that are listed when they are first asked for.
  init(_ list: @escaping @Sendable () -> [LibraryFile]) { self.list = list }

  /// The index.
  var made: Made {
    cache.withLock { cache in
      if let made = cache { return made }
      let made = Self.index(of: list())
      cache = made
      return made
    }
  }

  /// A later file of the same kind and id replaces an earlier one, whatever folder it stands in.
  private static func index(of files: [LibraryFile]) -> Made {
    var made = Made()
    made.files.reserveCapacity(files.count)
    made.paths.reserveCapacity(files.count)
    for file in files {
      if let earlier = made.paths.updateValue(file.path, forKey: key(of: file.path)) {
        made.files[earlier] = nil
      }
      made.files[file.path] = file
    }
    return made
  }

  /// `competencies/platform/kubernetes.yaml` is `competencies/kubernetes`.
  private static func key(of path: String) -> String {
    let bytes = path.utf8
    guard let first = bytes.firstIndex(of: UInt8(ascii: "/")) else { return path }
    return path[..<first] + "/" + RubricLibrary.name(ofPath: path)
  }
}

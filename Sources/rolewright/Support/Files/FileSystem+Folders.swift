import CLibrary

/// What stands where, and what the process was started with.
extension FileSystem {
  /// Whether anything stands at a path, by way of links too.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The names of what is in a folder, in no order; nil where it cannot be listed.
  static func entries(of folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let room = MemoryLayout.size(ofValue: entry.pointee.d_name)
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: room) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The paths of everything below a folder, in no order; nil where one of the folders cannot be listed. A link to
  /// a folder is not followed.
  static func entriesBelow(_ folder: String) -> [String]? {
    guard var open = entries(of: folder) else { return nil }
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    var found: [String] = []
    while let path = open.popLast() {
      found.append(path)
      var status = stat()
      guard lstat(root + path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { continue }
      guard let names = entries(of: root + path) else { return nil }
      open += names.map { "\(path)/\($0)" }
    }
    return found
  }

  /// A path from the root of the system, without `.` and `..`, whether or not anything stands there.
  static func absolute(_ path: String) -> String {
    var steps: [Substring] = []
    for step in (path.hasPrefix("/") ? path : currentFolder + "/" + path).split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return "/" + steps.joined(separator: "/")
  }

  private static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  /// A variable of the environment; nil where it is not set.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

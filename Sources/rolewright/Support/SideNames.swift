import Diagnostics
import Rubric

/// What the sides of a comparison are called: short, and each unlike the others.
enum SideNames {
  /// The names of files without their folders and revisions where they differ, of more than two without an ending that
  /// all have; the paths as given where those do; else the titles of the roles. Sides that are alike in all of it bear
  /// their number.
  static func of(paths: [String], roles: [RoleDefinition]) -> [String] {
    var files = paths.map { $0 == "-" ? "standard input" : name(of: $0) }
    let endings = Set(files.map { $0.contains(".") ? $0.split(separator: ".").last ?? "" : "" })
    if paths.count > 2, endings.count == 1, let ending = endings.first, !ending.isEmpty {
      files = files.map { String($0.dropLast(ending.count + 1)) }
    }
    for names in [files, paths, roles.map(\.title)] where Set(names).count == names.count { return names }
    return paths.enumerated().map { "\($0 + 1). \($1)" }
  }

  /// The name of a file: `sre.md` of `postings/sre.md` and of `main:postings/sre.md`.
  private static func name(of path: String) -> String {
    let start = path.lastIndex(of: ":").map { path.index(after: $0) } ?? path.startIndex
    return SourceText.fileName(of: String(path[start...]))
  }
}

import Rubric

/// What the sides of a comparison are called: short, and each unlike the others.
enum SideNames {
  /// The names of files without their folders where they differ; the paths as given where those do; else the titles
  /// of the roles. Sides that are alike in all of it bear their number.
  static func of(paths: [String], roles: [RoleDefinition]) -> [String] {
    let files = paths.map { path in
      path == "-" ? "standard input" : String(path.split(separator: "/").last ?? Substring(path))
    }
    for names in [files, paths, roles.map(\.title)] where Set(names).count == names.count { return names }
    return paths.enumerated().map { "\($0 + 1). \($1)" }
  }
}

import Diagnostics
import Rubric
import TestSupport

/// The files of the repository, from the disk.
enum Repository {
  /// The files below a folder, with their paths below it, sorted.
  static func files(below folder: String, ending: String) throws -> [(path: String, source: SourceText)] {
    try ProjectFiles.list(folder, ending: ending).map { path in
      let name = "\(folder)/\(path)"
      return (path, SourceText(name: name, bytes: try ProjectFiles.bytes(name)))
    }
  }

  /// The built-in templates by name.
  static func templates() throws -> [(name: String, source: SourceText)] {
    try files(below: "Templates", ending: ".mustache").map { path, source in
      (String(path.dropLast(".mustache".count)), source)
    }
  }
}

/// The rubrics of the repository, from the disk.
enum RealRubrics {
  static func files() throws -> [(path: String, source: SourceText)] {
    try Repository.files(below: "Rubrics", ending: ".yaml")
  }

  static func library() throws -> RubricLibrary { RubricLibrary(try files()) }
}

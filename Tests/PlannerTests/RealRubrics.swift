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

  /// The library, read once, as the program has it: with a snapshot, so that no plan reads all of its exercises again.
  static func library() throws -> RubricLibrary { try read.get() }

  private static let read = Result {
    let files = try Self.files()
    let parts = try LibrarySnapshot.parts(of: RubricLibrary(files)).map { ($0.name, SnapshotBytes($0.bytes)) }
    let bytes = Dictionary(uniqueKeysWithValues: parts)
    return RubricLibrary(snapshot: LibrarySnapshot { bytes[$0] }) {
      files.map { file in LibraryFile(path: file.path) { file.source } }
    }
  }
}

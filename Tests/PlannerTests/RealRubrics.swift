import Diagnostics
import Foundation
import Rubric

/// The rubrics of the repository, from the disk.
enum RealRubrics {
  static func files() throws -> [(path: String, source: SourceText)] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Rubrics")
      .standardized
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter {
      $0.hasSuffix(".yaml")
    }.sorted()
    return try paths.map { path in
      let data = try Data(contentsOf: root.appending(path: path))
      return (path, SourceText(name: "Rubrics/" + path, bytes: Array(data)))
    }
  }

  static func library() throws -> RubricLibrary { RubricLibrary(try files()) }
}

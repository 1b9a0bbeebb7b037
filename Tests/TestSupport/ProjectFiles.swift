import Foundation

/// The files of the project, as they stand on disk.
public enum ProjectFiles {
  /// The folder that holds Package.swift.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The paths of all files below a folder of the project, relative to it and sorted.
  public static func list(_ folder: String, ending: String = "") -> [String] {
    let all = FileManager.default.enumerator(atPath: root + "/" + folder)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(ending) }.sorted()
  }

  /// The bytes of a file of the project.
  public static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: root + "/" + path)))
  }

  /// The text of a file of the project.
  public static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }
}

/// Expected output on disk. `ROLEWRIGHT_RECORD=1 swift test` writes it anew; git shows what changed.
public enum Golden {
  /// The expected text of a file of the project, after writing `actual` there when recording.
  public static func expected(_ path: String, recording actual: String) throws -> String {
    if ProcessInfo.processInfo.environment["ROLEWRIGHT_RECORD"] == "1" {
      try Data(actual.utf8).write(to: URL(filePath: ProjectFiles.root + "/" + path))
    }
    return try ProjectFiles.text(path)
  }
}

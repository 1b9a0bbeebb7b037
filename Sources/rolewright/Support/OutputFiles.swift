import Diagnostics
import FoundationEssentials

/// Writes files whole or not at all, and never over what is there without being asked.
struct OutputFiles {
  /// Whether files that are there may be replaced.
  let mayReplace: Bool

  /// Writes one file.
  func write(_ text: String, to path: String) throws(InvalidInput) {
    try refuse([path], help: "choose another place, or say --force to replace it")
    try replace(path, with: text)
  }

  /// Writes a folder of files by their path below it. With leave to replace, files of other names
  /// stay, and so does every scorecard that is there: somebody may have filled it in. Gives the paths
  /// that stayed though they differ.
  func write(_ files: [(path: String, text: String)], to folder: String) throws(InvalidInput) -> [String] {
    let paths = files.map { folder + "/" + $0.path }
    let hasRecord = FileManager.default.fileExists(atPath: "\(folder)/\(LoopRecord.folder)")
    let update = hasRecord ? "say --update \(folder) to keep what was edited" : "choose another place"
    try refuse(paths, help: "\(update), or say --force to replace it")
    var kept: [String] = []
    var made: Set<String> = []
    for (file, path) in zip(files, paths) {
      if file.path.hasPrefix("scorecards/"), let there = try? Data(contentsOf: URL(filePath: path)) {
        if !there.elementsEqual(file.text.utf8) { kept.append(path) }
        continue
      }
      try replace(path, with: file.text, isFolderMade: !made.insert(LoopFolder.folder(of: path)).inserted)
    }
    return kept
  }

  /// Complains where one of several files is there that are to be written one by one.
  func refuseAny(of paths: [String]) throws(InvalidInput) {
    try refuse(paths, help: "choose another place, or say --force to replace it")
  }

  /// Complains of the first file that is there, before anything is written.
  private func refuse(_ paths: [String], help: String) throws(InvalidInput) {
    guard !mayReplace, let path = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      return
    }
    throw InvalidInput("file-exists", "is there already", file: path, help: help)
  }

  private func replace(
    _ path: String, with text: String, isFolderMade: Bool = false
  ) throws(InvalidInput) {
    let url = URL(filePath: path)
    do {
      if !isFolderMade {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      }
      try Data(text.utf8).write(to: url, options: .atomic)
    } catch {
      throw InvalidInput(
        "unwritable", "may not be written", file: path, help: "look at the permissions of the folder")
    }
  }
}
